"""The people of one document: which labels are one person's, and what the text tells of an office or a surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.turns.fitting import given_fit, name_fit, near_keys, one_sex, surname_fit
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.names import ParsedName, parse_label


@dataclass(slots=True)
class Person:
    """Somebody with all labels and names seen: "Mr Putin", "President Vladimir Putin"."""

    labels: list[str] = field(default_factory=list)
    names: list[ParsedName] = field(default_factory=list)

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


def group_labels(labels: Mapping[str, int], source: Source) -> tuple[list[Person], list[str]]:
    """The people behind a document's labels, and the labels of roles that name nobody ("Question")."""
    roles = [label for label in labels if parse_label(label).anonymous]
    parsed = {label: parse_label(label) for label in labels if label not in roles}
    people: list[Person] = []
    for label, name in parsed.items():
        if name.given and name.surname:
            _join(people, label, name)
    for label, name in parsed.items():
        if name.surname and not name.given:
            _join_surname(people, label, name, source)
    for label, name in parsed.items():
        if not name.surname:
            _join_office(people, label, name, source)
    _read_cast(people, source.cast)
    return people, roles


def _join(people: list[Person], label: str, name: ParsedName) -> None:
    """Add a full name to the one person it fits."""
    # The same first names before a mere initial or short form.
    fits = sorted(
        (person for person in people if person.main.given and _fits(person, name)),
        key=lambda person: person.main.given[:1] != name.given[:1],
    )
    if fits:
        fits[0].add(label, name)
    else:
        people.append(Person([label], [name]))


def _fits(person: Person, name: ParsedName) -> bool:
    return all(name_fit(one, name) for one in person.names if one.surname)


def _join_surname(people: list[Person], label: str, name: ParsedName, source: Source) -> None:
    """Give a surname to the one person of the document it fits, or find its given name in the text."""
    here = [
        person
        for person in people
        if person.main.surname and surname_fit(person.main.surname, name.surname) and one_sex((*person.names, name))
    ]
    if exact := [person for person in here if person.main.surname.casefold() == name.surname.casefold()]:
        here = exact
    if len(here) == 1:
        here[0].add(label, name)
        return
    given_alone = [person for person in people if not name.titles and person.main.given[:1] == (name.surname,)]
    if not here and len(given_alone) == 1:
        # "Anna:" where "Anna Berg:" speaks too.
        given_alone[0].add(label, ParsedName(name.titles, person_given(given_alone[0]), given_alone[0].main.surname))
        return
    known = [parse_label(line) for line in source.cast]
    listed = {one.full: one for one in known if one.given and surname_fit(one.surname, name.surname)}
    if not here and len(listed) == 1:
        people.append(Person([label], [name, *listed.values()]))
        return
    given = () if here else _given_in_text(name, source.text)
    surname = _spelled_in_text(name.surname, source.text)
    full = ParsedName(name.titles, given, surname, name.represents, suffix=name.suffix)
    people.append(Person([label], [full]))


def person_given(person: Person) -> tuple[str, ...]:
    """The given names of a person, as the fullest label has them."""
    return person.main.given


def _join_office(people: list[Person], label: str, name: ParsedName, source: Source) -> None:
    """Give an office ("THE PRESIDENT") to whom the document says that it belongs."""
    holders = [person for person in people if name.offices and name.offices & person.offices]
    if len(holders) == 1 and not (name.represents and holders[0].represents - set(name.represents)):
        holders[0].add(label, name)
        return
    named = None if holders else _holder_in_title(name, source.title)
    if named is None:
        people.append(Person([label], [name]))
        return
    known = [person for person in people if person.main.surname and surname_fit(person.main.surname, named.surname)]
    if len(known) == 1 and given_fit(known[0].main.given, named.given):
        known[0].add(label, name, named)
        return
    # A president's family has the surname too: here only "President Carl Berg" tells the given name.
    given = named.given or _given_in_text(named, source.text, titled_only=True)
    people.append(Person([label], [name, ParsedName(named.titles, given, named.surname, named.represents)]))


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


def _given_in_text(name: ParsedName, text: str, *, titled_only: bool = False) -> tuple[str, ...]:
    """The given name the text puts before a surname ("Dr. Carl Berg"), no word it also writes small."""
    words = label_words()
    titles = words.honorifics | words.offices
    titled: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    pattern = (
        rf"(?:\b([A-Z][a-z]+)\.?\s)?\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s(?:[A-Z]\.\s)?(?i:{re.escape(name.surname)})\b"
    )
    own = {word.lower().strip(".") for title in name.titles for word in title.split()}
    for match in re.finditer(pattern, text):
        before, word = (match[1] or "").lower(), match[2].lower()
        if word.removesuffix("s") in titles or word in words.not_names | words.particles:
            continue
        if before in own:
            titled[match[2]] += 1
        # "Second Lady Karen Berg" is not Mr. Berg.
        if before not in titles:
            counts[match[2]] += 1
    # One mention may be of a namesake, unless the title stands before the given name too: "Dr. Carl, where is he?"
    often = Counter(
        {word: count for word, count in counts.items() if count > 1 or _is_titled(own, word, text)},
    )
    for found in (titled,) if titled_only else (titled, often):
        ranked = [word for word, _ in found.most_common() if not re.search(rf"\b{word.lower()}\b", text)]
        # "Tony" and "Anthony" are one; the longer is the name.
        if ranked and all(given_fit((ranked[0],), (word,)) for word in ranked[1:]):
            return (max(ranked, key=lambda word: (len(word), word)),)
    return ()


def _is_titled(titles: Iterable[str], given: str, text: str) -> bool:
    """Whether the text puts a title before a given name alone: "Dr. Carl"."""
    return any(re.search(rf"\b(?i:{re.escape(title)})\.?\s{given}\b", text) for title in titles if title)


def _spelled_in_text(surname: str, text: str) -> str:
    """A surname from capitals as the text writes it: "Mccarthy" is "McCarthy"."""
    if not re.match(r"(?:Mac|Mc|De|Di|La|Le|Van|Von|O’|O')", surname):
        return surname
    found = Counter(re.findall(rf"\b(?i:{re.escape(surname)})\b", text))
    spellings = [word for word, _ in found.most_common() if word[0].isupper() and not re.search(r"[A-Z]{2}", word)]
    return spellings[0] if spellings else surname


def _read_cast(people: Sequence[Person], cast: Iterable[str]) -> None:
    """Add what a list of participants tells: "Anna Berg - Tram Co." names her company."""
    for line in cast:
        name = parse_label(line)
        if name.given and name.surname and (name.represents or name.titles):
            fits = [person for person in people if person.main.surname and name_fit(person.main, name)]
            if len(fits) == 1:
                fits[0].names.append(name)


def index_keys(person: Person) -> set[str]:
    """The keys under which somebody of the same name is found in other documents."""
    if person.main.surname:
        return near_keys(person.main.surname)
    return {f"office {office}" for office in person.offices}
