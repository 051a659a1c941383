"""Who is who across documents: an equal name is not enough.

Two calls of unrelated companies may each have a John Smith. One name in two documents is one person when there is
more to show it: both documents are parts of one file, both give the person the same company, country or public
office ("Senator"), or others of the one document speak in the other too. Otherwise they stay two, and rule packs
can declare that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.turns.fitting import given_fit, one_sex, spelling_key, surname_fit
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.persons import Person, index_keys

# How much the other people of two documents must have in common; a full name counts two, a surname one.
_ENOUGH_OTHERS = 2
# Documents of a person that are looked at for others in common; a long series needs no more.
_LOOKED_AT = 40
_COMPANY_FORM = re.compile(r"\b(?:the|inc|co|corp|corporation|company|llc|ltd|limited|plc|lp|sa|ag|group|holdings?)\b\.?")


@dataclass(slots=True)
class Individual:
    """A person of the corpus: who it is in each document, by the document's index."""

    within: dict[int, Person] = field(default_factory=dict)

    @property
    def people(self) -> list[Person]:
        return list(self.within.values())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The file of a document, and the keys of the people who speak in it."""

    file: str
    full: frozenset[str]
    partial: frozenset[str]


def unite(documents: Sequence[Sequence[Person]], files: Sequence[str]) -> list[Individual]:
    """The individuals of a corpus from the people of each document, in the documents' order."""
    around = [_surroundings(people, file) for people, file in zip(documents, files, strict=True)]
    individuals: list[Individual] = []
    known: defaultdict[str, list[Individual]] = defaultdict(list)
    for at, people in enumerate(documents):
        for person in people:
            found = _find(person, at, known, around)
            if found is None:
                found = Individual()
                individuals.append(found)
            found.within[at] = person
            for key in index_keys(person):
                if not any(one is found for one in known[key]):
                    known[key].append(found)
    return individuals


def _find(
    person: Person, at: int, known: dict[str, list[Individual]], around: Sequence[Surroundings]
) -> Individual | None:
    """The individual of earlier documents that a person is, if there is one and only one."""
    candidates = {id(one): one for key in index_keys(person) for one in known.get(key, ()) if at not in one.within}
    found = [one for one in candidates.values() if _may_be(person, one) and _is_shown(person, at, one, around)]
    if len(found) > 1:
        found = [one for one in found if any(_equal(person, other) for other in one.people)]
    return found[0] if len(found) == 1 else None


def _may_be(person: Person, one: Individual) -> bool:
    """Whether nothing speaks against it: names, sex, whom they represent."""
    return all(_agree(person, other) for other in one.people)


def _agree(one: Person, other: Person) -> bool:
    first, second = one.main, other.main
    if not (first.surname and second.surname):
        return not first.surname and not second.surname and bool(one.offices & other.offices)
    if not surname_fit(first.surname, second.surname) or not given_fit(first.given, second.given):
        return False
    if first.suffix and second.suffix and first.suffix != second.suffix:
        return False
    sides = (_companies(one), _companies(other))
    return one_sex((*one.names, *other.names)) and not (all(sides) and not sides[0] & sides[1])


def _is_shown(person: Person, at: int, one: Individual, around: Sequence[Surroundings]) -> bool:
    """Whether there is more than the name."""
    own = _keys(person)
    for there, other in list(one.within.items())[:_LOOKED_AT]:
        if around[at].file == around[there].file or _companies(person) & _companies(other):
            return True
        full_names = bool(person.main.given and other.main.given)
        if full_names and _public_offices(person) & _public_offices(other):
            return True
        own_keys = own | _keys(other)
        shared = 2 * len((around[at].full & around[there].full) - own_keys)
        shared += len((around[at].partial & around[there].partial) - own_keys)
        if shared >= _ENOUGH_OTHERS:
            return True
    return False


def _equal(one: Person, other: Person) -> bool:
    return one.main.full.casefold() == other.main.full.casefold()


def _surroundings(people: Sequence[Person], file: str) -> Surroundings:
    full = {key for person in people if person.main.given for key in _keys(person)}
    partial = {key for person in people if not person.main.given for key in _keys(person)}
    return Surroundings(file, frozenset(full), frozenset(partial))


def _keys(person: Person) -> set[str]:
    """How a person is known in other documents: by initial and surname, by title and surname, by office."""
    main = person.main
    if not main.surname:
        return set(person.offices)
    surname = spelling_key(main.surname)
    if main.given:
        return {f"{spelling_key(main.given[0])[:1]} {surname}"}
    return {f"{' '.join(sorted(main.titles)).lower()} {surname}"}


def _companies(person: Person) -> set[str]:
    """Whom somebody represents, without the forms of companies: "The Tram Co." is "tram"."""
    plain = (_COMPANY_FORM.sub(" ", one.lower()) for one in person.represents)
    return {" ".join(re.findall(r"\w+", one)) for one in plain} - {""}


def _public_offices(person: Person) -> set[str]:
    """Offices that one man holds at a time, as "governor"; a company's president is not told from another's."""
    words = label_words().public_offices
    return {office for office in person.offices if set(office.split()) & words and " and " not in office}
