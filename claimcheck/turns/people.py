"""Who is who: one canonical speaker for all labels of a person, within a document and across documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.model.document import Speaker
from claimcheck.model.rule import Entity
from claimcheck.turns.corpus import Individual, Place, unite
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.names import ParsedName, cased
from claimcheck.turns.persons import Person, Source, group_labels

# Kinds of entities that cannot speak: a country's name in a pack is no alias of a man called Georgia.
_PEOPLE = ("", "person", "speaker")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks in a document: its labels with their number of turns, and what it tells of the people."""

    name: str
    place: Place
    labels: Mapping[str, int]
    source: Source


def identify(casts: Sequence[Cast], aliases: Sequence[Entity] = ()) -> list[dict[str, Speaker]]:
    """The speaker of every label, for each document: "Ms Berg" is "Anna Berg" if no other Berg speaks."""
    order = sorted(range(len(casts)), key=lambda at: casts[at].name)
    declared = {_key(name): one for one in aliases if one.kind in _PEOPLE for name in one.names}
    speakers: list[dict[str, Speaker]] = [{} for _ in casts]
    undeclared: list[list[Person]] = []
    by_entity: defaultdict[str, list[tuple[int, Person]]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    for at in order:
        people, roles = group_labels(casts[at].labels, casts[at].source)
        for label in roles:
            speakers[at][label] = Speaker(_role(label), (label,), anonymous=True)
        undeclared.append([])
        for person in people:
            entity = _declared(person, declared)
            if entity is None:
                undeclared[-1].append(person)
            else:
                entities[entity.id] = entity
                by_entity[entity.id].append((at, person))
    for id, held in by_entity.items():
        _assign(speakers, _of_entity(entities[id], held), held)
    individuals = unite(undeclared, [casts[at].place for at in order])
    for individual, speaker in _tell_apart(individuals, [casts[at] for at in order]):
        _assign(speakers, speaker, [(order[at], person) for at, person in individual.within.items()])
    return _unite_roles(speakers)


def _assign(speakers: Sequence[dict[str, Speaker]], speaker: Speaker, held: Iterable[tuple[int, Person]]) -> None:
    for at, person in held:
        speakers[at].update(dict.fromkeys(person.labels, speaker))


def _declared(person: Person, declared: Mapping[str, Entity]) -> Entity | None:
    """The entity of a rule pack that a person is, by any of the names in the labels or in full."""
    names = (*person.labels, *(name.full for name in person.names if name.surname))
    return next((declared[key] for name in names if (key := _key(name)) in declared), None)


def _of_entity(entity: Entity, held: Sequence[tuple[int, Person]]) -> Speaker:
    names = [name for _, person in held for name in person.names]
    return Speaker(
        name=entity.names[0],
        labels=_union(tuple(person.labels) for _, person in held),
        titles=_union(name.titles for name in names),
        represents=entity.represents or _union(name.represents for name in names),
    )


def _tell_apart(individuals: Sequence[Individual], casts: Sequence[Cast]) -> list[tuple[Individual, Speaker]]:
    """The speaker of each individual; those of one name are told apart by the document they first speak in."""
    made = [(one, _canonical(one, casts)) for one in individuals]
    names = Counter(speaker.name for _, speaker in made)
    return [
        (one, replace(speaker, known_from=casts[min(one.within)].name) if names[speaker.name] > 1 else speaker)
        for one, speaker in made
    ]


def _canonical(individual: Individual, casts: Sequence[Cast]) -> Speaker:
    people = individual.people
    names = [name for person in people for name in person.names]
    labels = _union(tuple(person.labels) for person in people)
    titles, represents = _union(name.titles for name in names), _union(name.represents for name in names)
    honorifics = label_words().honorifics
    surnames = [name.surname for name in names if name.surname]
    if not surnames:
        # "Madam Chair" and "the Chair" are one.
        office = " ".join(word for word in _main_title(names).split() if word.lower().strip(".") not in honorifics)
        return Speaker(f"The {office}" if office else labels[0], labels, titles, represents)
    spellings = sorted(set(surnames))
    if len(spellings) > 1:
        # The spelling the texts use most is the name; the longer one when they are even.
        texts = [casts[at].source.text for at in individual.within]
        spellings.sort(key=lambda one: (sum(text.count(one) for text in texts), len(one)))
    surname = spellings[-1]
    given = _main_given(names)
    if given:
        return Speaker(" ".join((*given, surname)), labels, titles, represents)
    title = _main_title(names)
    return Speaker(f"{title} {surname}" if title else surname, labels, titles, represents)


def _main_given(names: Sequence[ParsedName]) -> tuple[str, ...]:
    """The given names that say most and are used most: "Gregory D." before "G.", and before "Greg" if as frequent."""
    counts = Counter(name.given for name in names if name.given)
    if not counts:
        return ()
    return max(
        sorted(counts),
        key=lambda given: (sum(len(word.strip(".")) > 1 for word in given), counts[given], -len(given), len(given[0])),
    )


def _main_title(names: Sequence[ParsedName]) -> str:
    """The title that a person has most often."""
    counts = Counter(title for name in names for title in name.titles)
    return max(sorted(counts), key=lambda title: counts[title]) if counts else ""


def _unite_roles(speakers: Sequence[dict[str, Speaker]]) -> list[dict[str, Speaker]]:
    """One anonymous speaker a role, with all its labels: "Q" and "Question" name nobody."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for document in speakers:
        for speaker in document.values():
            if speaker.anonymous:
                labels[speaker.name].update(speaker.labels)
    return [
        {
            label: replace(speaker, labels=tuple(sorted(labels[speaker.name]))) if speaker.anonymous else speaker
            for label, speaker in document.items()
        }
        for document in speakers
    ]


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group}))


def _role(label: str) -> str:
    plain = label.strip(" :.")
    return {"Q": "Question", "A": "Answer"}.get(plain, cased(plain))


def _key(name: str) -> str:
    return " ".join(name.lower().split())
