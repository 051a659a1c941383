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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.turns.fitting import given_fit, one_sex, spelling_key, surname_fit
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.persons import Person, index_keys

# How much the other people of two documents must have in common; a full name counts two, a surname one.
_ENOUGH_OTHERS = 2
# The same for somebody who speaks for another company than before: people change their jobs.
_ENOUGH_FOR_ANOTHER_COMPANY = 6
# Documents of a person that are looked at for others in common; a long series needs no more.
_LOOKED_AT = 40
_COMPANY_FORM = re.compile(
    r"\b(?:the|inc|co|corp|corporation|company|llc|ltd|limited|plc|lp|sa|ag|group|holdings?)\b\.?"
)


@dataclass(slots=True)
class Individual:
    """A person of the corpus: who it is in each document, by the document's index."""

    within: dict[int, Person] = field(default_factory=dict)

    @property
    def people(self) -> list[Person]:
        """The person as each document knows it."""
        return list(self.within.values())


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


def unite(documents: Sequence[Sequence[Person]], places: Sequence[Place]) -> list[Individual]:
    """The individuals of a corpus from the people of each document, in the documents' order."""
    around = [_surroundings(people, place) for people, place in zip(documents, places, strict=True)]
    # Full names first: "Dr. Berg" then joins the one Berg of the corpus whom he can be shown to be.
    people = [(at, person) for at, those in enumerate(documents) for person in those]
    people.sort(key=lambda one: (not one[1].main.given, one[0]))
    known: defaultdict[str, list[Individual]] = defaultdict(list)
    for at, person in people:
        individual = _gather(_find(person, at, known, around), known)
        individual.within[at] = person
        for key in index_keys(person):
            if not any(one is individual for one in known[key]):
                known[key].append(individual)
    individuals = {id(one): one for those in known.values() for one in those}
    return sorted(individuals.values(), key=lambda one: (min(one.within), one.people[0].labels))


def _find(
    person: Person, at: int, known: Mapping[str, Sequence[Individual]], around: Sequence[_Surroundings]
) -> list[Individual]:
    """The individuals of other documents that a person is; they are one if nothing keeps them apart."""
    candidates = {id(one): one for key in index_keys(person) for one in known.get(key, ()) if at not in one.within}
    found = [one for one in candidates.values() if _may_be(person, one) and _is_shown(person, at, one, around)]
    if not _are_one(found):
        # A surname alone, of two men in other documents: of those only who is known by the surname alone too.
        found = [one for one in found if all(_equal(person, other) for other in one.people)]
    return found if _are_one(found) else []


def _gather(found: Sequence[Individual], known: Mapping[str, list[Individual]]) -> Individual:
    """One individual from those that turn out to be one."""
    if not found:
        return Individual()
    first, *others = sorted(found, key=lambda one: min(one.within))
    for other in others:
        first.within.update(other.within)
        for key in {key for person in other.people for key in index_keys(person)}:
            known[key][:] = [one for one in known[key] if one is not other and one is not first] + [first]
    return first


def _are_one(found: Sequence[Individual]) -> bool:
    """Whether several individuals can be one: never together in a document, and of fitting names."""
    return all(
        not one.within.keys() & other.within.keys()
        and all(_agree(person, of) for person in one.people for of in other.people)
        for one, other in itertools.combinations(found, 2)
    )


def _may_be(person: Person, one: Individual) -> bool:
    """Whether the names do not speak against it."""
    return all(_agree(person, other) for other in one.people)


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
    return _Surroundings(place, full, frozenset(key for person in people for key in _titled_keys(person)))


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
