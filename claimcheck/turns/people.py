"""Who is who: one canonical speaker for all labels of a person, within a document and across documents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from claimcheck.model.document import Speaker
from claimcheck.model.rule import Entity
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.names import ParsedName, given_fit, parse_label, spelling_key

Use = tuple[int, str]


@dataclass(slots=True)
class _Person:
    parsed: ParsedName
    uses: list[Use] = field(default_factory=list)
    names: list[ParsedName] = field(default_factory=list)


def identify(labels: Mapping[Use, int], texts: Sequence[str], aliases: Sequence[Entity]) -> dict[Use, Speaker]:
    """The speaker of every label of every document; `labels` counts (document index, label)."""
    declared = {_key(name): entity for entity in aliases for name in entity.names if entity.names}
    speakers: dict[Use, Speaker] = {}
    people: list[_Person] = []
    surname_only: list[tuple[Use, ParsedName]] = []
    for use in labels:
        parsed = parse_label(use[1])
        entity = declared.get(_key(use[1])) or declared.get(_key(parsed.full))
        if entity:
            speakers[use] = Speaker(entity.names[0], (use[1],), parsed.titles, entity.represents or parsed.represents)
        elif parsed.anonymous:
            speakers[use] = Speaker(_role(use[1]), (use[1],), anonymous=True)
        elif parsed.given and parsed.surname:
            _join(people, use, parsed)
        else:
            surname_only.append((use, parsed))
    for use, parsed in surname_only:
        _attach(people, use, parsed, texts[use[0]])
    for person in people:
        speaker = _canonical(person, texts)
        for use in person.uses:
            speakers[use] = speaker
    return _merge(speakers)


def _join(people: list[_Person], use: Use, parsed: ParsedName) -> None:
    key = spelling_key(parsed.surname)
    for person in people:
        if not person.parsed.given or not given_fit(person.parsed.given, parsed.given):
            continue
        other = spelling_key(person.parsed.surname)
        misprint = min(len(key), len(other)) >= 6 and OSA.distance(key, other) == 1
        if key == other or misprint:
            person.uses.append(use)
            person.names.append(parsed)
            return
    people.append(_Person(parsed, [use], [parsed]))


def _attach(people: list[_Person], use: Use, parsed: ParsedName, text: str) -> None:
    """Give a surname or an office to the one person of the document it fits."""
    key = spelling_key(parsed.surname)
    here = [
        person
        for person in people
        if parsed.surname
        and any(index == use[0] for index, _ in person.uses)
        and _same_surname(key, spelling_key(person.parsed.surname))
        and _one_sex(person, parsed)
    ]
    if len(here) == 1:
        here[0].uses.append(use)
        here[0].names.append(parsed)
        return
    given = _given_in_text(parsed.surname, text) if parsed.surname and not here else ()
    if given:
        _join(people, use, ParsedName(parsed.titles, given, parsed.surname, parsed.represents))
        return
    same = [
        person
        for person in people
        if not person.parsed.given and person.parsed.surname == parsed.surname and person.parsed.titles == parsed.titles
    ]
    if same:
        same[0].uses.append(use)
    else:
        people.append(_Person(parsed, [use], [parsed]))


def _same_surname(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 6 and OSA.distance(one, other) == 1)


def _one_sex(person: _Person, parsed: ParsedName) -> bool:
    words = label_words()
    titles = {
        word.lower().strip(".") for name in (*person.names, parsed) for title in name.titles for word in title.split()
    }
    return not (titles & words.masculine and titles & words.feminine)


def _given_in_text(surname: str, text: str) -> tuple[str, ...]:
    """The given name the text puts before a surname ("Dr. Carl Berg"), no word it also writes small."""
    words = label_words()
    counts: Counter[str] = Counter()
    for match in re.finditer(rf"\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?) (?:[A-Z]\. )?{re.escape(surname)}\b", text):
        word = match[1]
        if word.lower() not in words.honorifics | words.offices | words.not_names:
            counts[word] += 1
    ranked = [word for word, _ in counts.most_common() if not re.search(rf"\b{word.lower()}\b", text)]
    return (ranked[0],) if len(ranked) == 1 else ()


def _canonical(person: _Person, texts: Sequence[str]) -> Speaker:
    titles = tuple(dict.fromkeys(title for name in person.names for title in name.titles))
    represents = tuple(dict.fromkeys(one for name in person.names for one in name.represents))
    labels = tuple(sorted({label for _, label in person.uses}))
    if not person.parsed.surname:
        return Speaker(f"The {titles[0]}" if titles else labels[0], labels, titles, represents)
    documents = sorted({index for index, _ in person.uses})
    spellings = {name.surname for name in person.names}
    # The spelling the texts use most is the name; the longer one when they are even.
    surname = max(sorted(spellings), key=lambda one: (sum(texts[at].count(one) for at in documents), len(one)))
    given = max(
        (name.given for name in person.names),
        key=lambda one: (sum(len(word.strip(".")) > 1 for word in one), -len(one)),
    )
    if given:
        return Speaker(" ".join((*given, surname)), labels, titles, represents)
    return Speaker(f"{titles[0]} {surname}" if titles else surname, labels, titles, represents)


def _merge(speakers: dict[Use, Speaker]) -> dict[Use, Speaker]:
    """One speaker a name, with the labels, titles and offices of all its uses."""
    by_name: dict[tuple[str, bool], list[Speaker]] = defaultdict(list)
    for speaker in speakers.values():
        by_name[speaker.name, speaker.anonymous].append(speaker)
    merged = {
        key: Speaker(
            key[0],
            _union(one.labels for one in same),
            _union(one.titles for one in same),
            _union(one.represents for one in same),
            key[1],
        )
        for key, same in by_name.items()
    }
    return {use: merged[speaker.name, speaker.anonymous] for use, speaker in speakers.items()}


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group}))


def _role(label: str) -> str:
    plain = label.strip(" :.")
    return {"Q": "Question", "A": "Answer"}.get(plain, plain.title() if plain.isupper() else plain)


def _key(name: str) -> str:
    return " ".join(name.lower().split())
