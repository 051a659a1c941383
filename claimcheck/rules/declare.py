"""What packs declare for their rules: entities, topics and settings, with every name in them known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.errors import Place
from claimcheck.model.rule import Entity
from claimcheck.model.topic import Topic
from claimcheck.rules.dimensions import DIMENSIONS, is_dimension
from claimcheck.rules.opened import Opened
from claimcheck.rules.places import Location, Source, nearest


@dataclass(frozen=True, slots=True)
class Declared:
    """The entities and topics of all files, each with its pack, and where each id was first given."""

    entities: dict[str, Entity] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    packs: dict[tuple[str, str], str] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def claim(self, source: Source, location: Location, id: str) -> None:
        """Note where an id stands; every id stands once, over all files of a run."""
        kind, place = str(location[0]), source.place(location, key=location[0] != "rules")
        first = self.places.setdefault((kind, id), place)
        if first is not place:
            raise source.error(f'duplicate id "{id}"', place, f"first defined at {first}")

    def topics_for(self, file: Opened) -> Mapping[str, Topic]:
        """The topics that a file may name, by id."""
        return {id: topic for id, topic in self.topics.items() if self.packs["topics", id] in file.reach}

    def entities_for(self, file: Opened) -> Mapping[str, Entity]:
        """The entities that a file may name, by id and by every name."""
        known = [one for id, one in self.entities.items() if self.packs["entities", id] in file.reach]
        return {name: one for one in known for name in one.names} | {one.id: one for one in known}


def declare(files: Sequence[Opened]) -> Declared:
    """The entities and topics of all files; raises RuleError for a double id, or a name that nobody has."""
    declared = Declared()
    for file in files:
        _add_entities(file, declared)
        _add_topics(file, declared)
    for file in files:
        known = declared.entities_for(file)
        for id, entity in file.pack.entities.items():
            for key, names in (("members", entity.members), ("represents", entity.represents)):
                for index, name in enumerate(names):
                    check_entity(file.source, ("entities", id, key, index), name, known)
    return declared


def declare_units(files: Sequence[Opened]) -> tuple[tuple[str, str], ...]:
    """The unit settings of all files; a pack may change those of a pack it extends, others must agree."""
    chosen: dict[str, tuple[str, Opened, Place]] = {}
    for file in files:
        for name, value in file.pack.settings.units.model_dump(exclude_none=True).items():
            place = file.source.place(("settings", "units", name))
            before = chosen.get(name)
            if before and before[0] != value and before[1].pack.pack not in file.reach:
                hint = f'"{before[0]}" at {before[2]}; let the packs agree, or one extend the other'
                raise file.source.error(f'two packs disagree on "{name}"', place, hint)
            chosen[name] = value, file, place
    return tuple(sorted((name, value) for name, (value, _, _) in chosen.items()))


def check_entity(source: Source, location: Location, name: str, known: Mapping[str, Entity]) -> Entity:
    """The entity of an id or name; raises RuleError with the nearest one when there is none."""
    if name not in known:
        hint = nearest(name, known, "declare it under entities, or extend the pack that does")
        raise source.error(f'no entity "{name}"', source.place(location), hint)
    return known[name]


def check_dimension(source: Source, location: Location, dimension: str | None) -> str:
    """A dimension that figures can have, or ""; raises RuleError for another."""
    if dimension and not is_dimension(dimension):
        hint = nearest(dimension, DIMENSIONS)
        raise source.error(f'unknown dimension "{dimension}"', source.place(location), hint)
    return dimension or ""


def check_names(source: Source, location: Location, names: Iterable[str], known: Mapping[str, Topic]) -> list[Topic]:
    """The topics of ids; raises RuleError with the nearest one for an id that is none."""
    found = []
    for index, name in enumerate(names):
        if name not in known:
            hint = nearest(name, known, "declare it under topics, or extend the pack that does")
            raise source.error(f'no topic "{name}"', source.place((*location, index)), hint)
        found.append(known[name])
    return found


def _add_entities(file: Opened, declared: Declared) -> None:
    for id, entity in file.pack.entities.items():
        declared.claim(file.source, ("entities", id), id)
        declared.packs["entities", id] = file.pack.pack
        declared.entities[id] = Entity(id, entity.names, entity.kind or "", entity.members, entity.represents)


def _add_topics(file: Opened, declared: Declared) -> None:
    for id, topic in file.pack.topics.items():
        declared.claim(file.source, ("topics", id), id)
        declared.packs["topics", id] = file.pack.pack
        dimension = check_dimension(file.source, ("topics", id, "dimension"), topic.dimension)
        role = str(topic.role) if topic.role else ""
        declared.topics[id] = Topic(id, topic.measures, topic.events, dimension, topic.scope, role)
