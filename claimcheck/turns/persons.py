"""The people of one document: which labels are one person's, and what the text tells of an office or a surname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claimcheck.turns.fitting import given_fit, name_fit, near_keys, one_sex, surname_fit
from claimcheck.turns.names import ParsedName, parse_label
from claimcheck.turns.telling import Telling, read_telling


@dataclass(slots=True)
class Person:
    """Somebody with all labels and names seen: "Mr Putin", "President Vladimir Putin"."""

    labels: list[str] = field(default_factory=list)
    names: list[ParsedName] = field(default_factory=list)
    number: int = 0

    @property
    def main(self) -> ParsedName:
        """The fullest name: with given names if there is one, with a surname at least."""
        return max(
            self.names, key=lambda name: (bool(name.surname), sum(len(one.strip(".")) > 1 for one in name.given))
        )

    @property
    def represents(self) -> frozenset[str]:
        """Whom the labels say that the person speaks for: "The Boeing Co."."""
        return frozenset(one for name in self.names for one in name.represents)

    @property
    def offices(self) -> frozenset[str]:
        """The offices of all labels, in lower case: "president of kazakhstan"."""
        return frozenset(office for name in self.names for office in name.offices)

    def add(self, label: str, *names: ParsedName) -> None:
        """Add a label with what it says, as "Mr Putin" to "President Vladimir Putin"."""
        if label not in self.labels:
            self.labels.append(label)
        self.names.extend(names)


@dataclass(frozen=True, slots=True)
class Source:
    """What a document tells about its people besides their labels."""

    text: str
    title: str = ""
    cast: tuple[str, ...] = ()


class _Gathering:
    """The people of a document so far, found by their surnames."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_key: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Person]] = defaultdict(list)

    def found(self, surname: str) -> list[Person]:
        """The people whose surname may be this one, in the order in which they came."""
        near = {id(person): person for key in near_keys(surname) for person in self._by_key.get(key, ())}
        fits = [person for person in near.values() if surname_fit(person.main.surname, surname)]
        return sorted(fits, key=lambda person: person.number)

    def called(self, given: str) -> list[Person]:
        """The people of this first name."""
        return self._by_given.get(given, [])

    def admit(self, label: str, *names: ParsedName) -> None:
        """Somebody new."""
        person = Person([label], list(names), number=len(self.people))
        self.people.append(person)
        main = person.main
        for key in near_keys(main.surname) if main.surname else ():
            self._by_key[key].append(person)
        if main.given:
            self._by_given[main.given[0]].append(person)


def group_labels(labels: Mapping[str, int], source: Source) -> tuple[list[Person], list[str]]:
    """The people behind a document's labels, and the labels of roles that name nobody ("Question")."""
    names = {label: parse_label(label) for label in labels}
    roles = [label for label, name in names.items() if name.anonymous]
    telling = read_telling(source.text)
    listed = _Gathering()
    for line in source.cast:
        name = parse_label(line)
        if name.given and name.surname:
            listed.admit(line, name)
    gathering = _Gathering()
    known = [(label, name) for label, name in names.items() if not name.anonymous]
    for label, name in known:
        if name.given and name.surname:
            _join(gathering, label, name)
    for label, name in known:
        if name.surname and not name.given:
            _join_surname(gathering, label, name, telling, listed)
    for label, name in known:
        if not name.surname:
            _join_office(gathering, label, name, telling, source.title)
    _read_cast(gathering, listed)
    return gathering.people, roles


def _join(gathering: _Gathering, label: str, name: ParsedName) -> None:
    """Add a full name to the one person it fits."""
    # The same first names before a mere initial or short form.
    fits = sorted(
        (person for person in gathering.found(name.surname) if all(name_fit(one, name) for one in person.names)),
        key=lambda person: person.main.given[:1] != name.given[:1],
    )
    if fits:
        fits[0].add(label, name)
    else:
        gathering.admit(label, name)


def _join_surname(gathering: _Gathering, label: str, name: ParsedName, telling: Telling, listed: _Gathering) -> None:
    """Give a surname to the one person of the document it fits, or find its given name in the text."""
    here = [person for person in gathering.found(name.surname) if one_sex((*person.names, name))]
    if exact := [person for person in here if person.main.surname.casefold() == name.surname.casefold()]:
        here = exact
    if len(here) == 1:
        here[0].add(label, name)
        return
    alone = gathering.called(name.surname) if not name.titles else []
    if not here and len(alone) == 1:
        # "Anna:" where "Anna Berg:" speaks too.
        alone[0].add(label, alone[0].main)
        return
    participants = listed.found(name.surname)
    if not here and len(participants) == 1:
        gathering.admit(label, name, participants[0].main)
        return
    given = () if here else telling.given_of(name)
    spelled = telling.spelling_of(name.surname)
    gathering.admit(label, replace(name, given=given, surname=spelled))


def _join_office(gathering: _Gathering, label: str, name: ParsedName, telling: Telling, title: str) -> None:
    """Give an office ("THE PRESIDENT") to whom the document says that it belongs."""
    holders = [person for person in gathering.people if name.offices & person.offices]
    if len(holders) == 1 and not (name.represents and holders[0].represents - set(name.represents)):
        holders[0].add(label, name)
        return
    named = None if holders else _holder_in_title(name, title)
    if named is None:
        gathering.admit(label, name)
        return
    known = gathering.found(named.surname)
    if len(known) == 1 and given_fit(known[0].main.given, named.given):
        known[0].add(label, name, named)
        return
    # A president's family has the surname too: here only "President Carl Berg" tells the given name.
    given = named.given or telling.given_of(named, titled_only=True)
    gathering.admit(label, name, replace(named, given=given))


def _holder_in_title(name: ParsedName, title: str) -> ParsedName | None:
    """The name a title puts behind an office: "Remarks by President Berg and Governor Lind"."""
    if not name.titles or name.represents:
        return None
    office = re.escape(name.titles[-1]).replace(r"\ ", r"\s+")
    # "Vice President Lind" tells nothing of the president, nor does "former President".
    before = r"(?<!Vice )(?<!vice )(?<!Former )(?<!former )(?<!Deputy )(?<!Acting )(?<![-\w])"
    found = {match[1] for match in re.finditer(rf"{before}(?i:{office})\s+((?:[A-Z][\w’'.-]*\s?){{1,3}})", title)}
    names = [parse_label(one.strip()) for one in found]
    full = [one for one in names if one.surname and not one.titles]
    return ParsedName(name.titles, full[0].given, full[0].surname) if len(full) == 1 else None


def _read_cast(gathering: _Gathering, listed: _Gathering) -> None:
    """Add what a list of participants tells: "Anna Berg - Tram Co." names her company."""
    for participant in listed.people:
        name = participant.main
        fits = [person for person in gathering.found(name.surname) if name_fit(person.main, name)]
        if len(fits) == 1:
            fits[0].names.append(name)
