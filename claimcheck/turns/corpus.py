"""Who is who across documents: an equal name is not enough.

Two calls of unrelated companies may each have a John Smith. One name in two documents is one person when there is
more to show it: both documents are parts of one file or of one event (the same title and day), both give the person
the same company, country or public office ("Senator"), or others of the one document speak in the other too.
Otherwise they stay two, and rule packs can declare that they are one.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.turns.fitting import given_fit, near_keys, one_sex, spelling_key, surname_fit
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.persons import Person

# How much the other people of two documents must have in common; a full name counts two, a surname one.
_ENOUGH_OTHERS = 2
# The same for somebody who speaks for another company than before: people change their jobs.
_ENOUGH_FOR_ANOTHER_COMPANY = 6
# Documents of a person that are looked at for others in common; a long series needs no more.
_LOOKED_AT = 40
# Of a crowd, so many people are asked for others in common; the same ones of every document, by their names' order.
_ASKED = 60
_COMPANY_FORM = re.compile(
    r"\b(?:the|inc|co|corp|corporation|company|llc|ltd|limited|plc|lp|sa|ag|group|holdings?)\b\.?"
)


@dataclass(slots=True)
class Individual:
    """A person of the corpus: who it is in each document, by the document's index."""

    within: dict[int, Person] = field(default_factory=dict)
    forms: dict[tuple[object, ...], Person] = field(default_factory=dict)

    @property
    def people(self) -> list[Person]:
        """The person as each document knows it."""
        return list(self.within.values())

    def add(self, at: int, person: Person) -> None:
        """Know the person in one more document."""
        self.within[at] = person
        # A long series has one name in a few forms only.
        self.forms.setdefault((person.main, frozenset(title for name in person.names for title in name.titles)), person)


@dataclass(frozen=True, slots=True)
class Place:
    """Where people speak: the file of a document, and its event (title and day) if it states one."""

    file: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A document as it is seen from one of its people: where it is from, and the keys of who speaks in it."""

    place: Place
    full: frozenset[str]
    titled: frozenset[str]
    asked: tuple[str, ...]


def unite(documents: Sequence[Sequence[Person]], places: Sequence[Place]) -> list[Individual]:
    """The individuals of a corpus from the people of each document, in the documents' order."""
    around = [_surroundings(people, place) for people, place in zip(documents, places, strict=True)]
    # Full names first: "Dr. Berg" then joins the one Berg of the corpus whom he can be shown to be.
    people = [(at, person) for at, those in enumerate(documents) for person in those]
    people.sort(key=lambda one: (not one[1].main.given, one[0]))
    known = _Known({spelling_key(person.main.surname) for _, person in people})
    individuals: dict[int, Individual] = {}
    for at, person in people:
        traces = _traces(person, around[at])
        found = [one for one in known.near(person, traces) if at not in one.within]
        found = [one for one in found if _may_be(person, one) and _is_shown(person, at, one, around)]
        individual, *others = _as_one(person, found) or [Individual()]
        for other in others:
            for there, same in other.within.items():
                individual.add(there, same)
                known.add(individual, same, _traces(same, around[there]))
            known.replaced[id(other)] = individual
            del individuals[id(other)]
        individual.add(at, person)
        individuals[id(individual)] = individual
        known.add(individual, person, traces)
    return sorted(individuals.values(), key=lambda one: (min(one.within), one.within[min(one.within)].labels))


class _Known:
    """The individuals so far, found by their surnames and by what could show that they are somebody's."""

    def __init__(self, surnames: set[str]) -> None:
        self.replaced: dict[int, Individual] = {}
        self._by_trace: defaultdict[tuple[str, str], dict[int, Individual]] = defaultdict(dict)
        self._neighbours: defaultdict[str, set[str]] = defaultdict(set)
        for surname in surnames:
            for key in near_keys(surname):
                self._neighbours[key].add(surname)

    def near(self, person: Person, traces: set[str]) -> list[Individual]:
        """Those of the surname, or of one that may be a misprint of it, with a trace in common."""
        surname = spelling_key(person.main.surname)
        surnames = {other for key in near_keys(surname) for other in self._neighbours[key]}
        found: dict[int, Individual] = {}
        for trace, other in itertools.product(sorted(traces), sorted(surnames)):
            for one in self._by_trace.get((other, trace), {}).values():
                while id(one) in self.replaced:
                    one = self.replaced[id(one)]
                found[id(one)] = one
        return sorted(found.values(), key=lambda one: min(one.within))

    def add(self, individual: Individual, person: Person, traces: set[str]) -> None:
        """Let an individual be found by what a document tells of it."""
        surname = spelling_key(person.main.surname)
        for trace in traces:
            self._by_trace[surname, trace][id(individual)] = individual


def _traces(person: Person, around: _Surroundings) -> set[str]:
    """All that two documents must share a piece of before one name in both can be one person."""
    companies = {f"company {word}" for words in _companies(person) for word in words}
    offices = {f"office {office}" for office in person.offices}
    others = set(around.asked) - _full_keys(person) - _titled_keys(person)
    event = {f"event {around.place.event}"} if around.place.event else set()
    return {f"file {around.place.file}", *event, *companies, *offices, *others}


def _as_one(person: Person, found: list[Individual]) -> list[Individual]:
    """The individuals that a person is, if they are one and not, say, two brothers."""
    if not _are_one(found):
        # A surname alone, of two men in other documents: of those only who is known by the surname alone too.
        found = [one for one in found if all(_equal(person, other) for other in one.forms.values())]
    return found if _are_one(found) else []


def _are_one(found: Sequence[Individual]) -> bool:
    """Whether several individuals can be one: never together in a document, and of fitting names."""
    return all(
        not one.within.keys() & other.within.keys() and all(_may_be(person, other) for person in one.forms.values())
        for one, other in itertools.combinations(found, 2)
    )


def _may_be(person: Person, one: Individual) -> bool:
    """Whether the names do not speak against it."""
    return all(_agree(person, other) for other in one.forms.values())


def _agree(one: Person, other: Person) -> bool:
    first, second = one.main, other.main
    if not (first.surname and second.surname):
        return not first.surname and not second.surname and bool(one.offices & other.offices)
    if not surname_fit(first.surname, second.surname) or not given_fit(first.given, second.given):
        return False
    if first.suffix and second.suffix and first.suffix != second.suffix:
        return False
    return one_sex((*one.names, *other.names))


def _is_shown(person: Person, at: int, one: Individual, around: Sequence[_Surroundings]) -> bool:
    """Whether there is more than the name."""
    return any(
        _is_shown_by(person, other, around[at], around[there]) for there, other in list(one.within.items())[:_LOOKED_AT]
    )


def _is_shown_by(person: Person, other: Person, here: _Surroundings, there: _Surroundings) -> bool:
    """Whether two people of one name are one, by what their documents tell of them."""
    own = set().union(*(_full_keys(one) | _titled_keys(one) for one in (person, other)))
    shared = 2 * len((here.full & there.full) - own) + len((here.titled & there.titled) - own)
    sides = _companies(person), _companies(other)
    if all(sides):
        return _overlap(*sides) or shared >= _ENOUGH_FOR_ANOTHER_COMPANY
    if here.place.file == there.place.file or (here.place.event and here.place.event == there.place.event):
        return True
    full_names = bool(person.main.given and other.main.given)
    return shared >= _ENOUGH_OTHERS or (full_names and bool(_public_offices(person) & _public_offices(other)))


def _equal(one: Person, other: Person) -> bool:
    return one.main.full.casefold() == other.main.full.casefold()


def _surroundings(people: Sequence[Person], place: Place) -> _Surroundings:
    full = frozenset(key for person in people for key in _full_keys(person))
    titled = frozenset(key for person in people for key in _titled_keys(person))
    return _Surroundings(place, full, titled, tuple(sorted(full | titled)[:_ASKED]))


def _full_keys(person: Person) -> set[str]:
    """How somebody is known in full: by initial and surname."""
    main = person.main
    return (
        {f"{spelling_key(main.given[0])[:1]}. {spelling_key(main.surname)}"} if main.surname and main.given else set()
    )


def _titled_keys(person: Person) -> set[str]:
    """How somebody is known by less: by title and surname, by the office alone."""
    surname = spelling_key(person.main.surname)
    titles = {title.lower() for name in person.names for title in name.titles}
    return {f"{title} {surname}" for title in titles} if surname else set(person.offices)


def _companies(person: Person) -> set[frozenset[str]]:
    """Whom somebody represents, as words without the forms of companies: "The Tram Co." is "tram"."""
    plain = (_COMPANY_FORM.sub(" ", one.lower()) for one in person.represents)
    return {frozenset(re.findall(r"\w+", one)) for one in plain} - {frozenset()}


def _overlap(one: set[frozenset[str]], other: set[frozenset[str]]) -> bool:
    """Whether a company is named in both: "Tram" and "Tram Securities" are one."""
    return any(left <= right or right <= left for left in one for right in other)


def _public_offices(person: Person) -> set[str]:
    """Offices that one man holds at a time, as "governor"; a company's president is not told from another's."""
    words = label_words().public_offices
    return {office for office in person.offices if set(office.split()) & words and " and " not in office}
