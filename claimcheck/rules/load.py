"""Loading rule packs: YAML files into rules, entities and topics, with every error at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from claimcheck.errors import Place, RuleError
from claimcheck.model.rule import Entity, Rule, RuleSet, Topic
from claimcheck.rules.checks import CHECKS
from claimcheck.rules.explain import explain
from claimcheck.rules.places import Location, Source, line_of, nearest, parse
from claimcheck.rules.schema import DIMENSIONS, PackEntry, RuleEntry

SUFFIXES = (".yaml", ".yml")


def load_rules(selection: Sequence[str] = ()) -> RuleSet:
    """Read the rules that hold in a run: all shipped packs, or the packs, files and folders selected.

    load_rules(["core", "rules/budget.yaml"]) takes the shipped pack "core" and a file of one's own. Raises
    RuleError, with file, line and column, for the first thing that is wrong; nothing is ignored.
    """
    packs = shipped_packs()
    files = [file for files in packs.values() for file in files]
    if selection:
        files = [file for entry in selection for file in _select(entry, packs)]
    collected = _Collected()
    for file in dict.fromkeys(files):
        _add_file(file, collected)
    return RuleSet(
        tuple(sorted(collected.rules.values(), key=lambda rule: rule.id)),
        tuple(sorted(collected.entities.values(), key=lambda entity: entity.id)),
        tuple(sorted(collected.topics.values(), key=lambda topic: topic.id)),
        tuple(sorted(collected.packs)),
    )


def shipped_packs() -> Mapping[str, tuple[Path, ...]]:
    """The packs that come with claimcheck: a folder of files ("core"), or one file ("csto.yaml")."""
    package = Path(__file__).resolve().parents[1]
    # In a wheel the packs lie inside the package, in a checkout beside it.
    folder = next((one for one in (package / "packs", package.parent / "rules") if one.is_dir()), None)
    if folder is None:
        return {}
    packs = {one.name: _files_in(one) for one in folder.iterdir() if one.is_dir()}
    packs |= {one.stem: (one,) for one in folder.iterdir() if one.suffix in SUFFIXES}
    return {name: packs[name] for name in sorted(packs) if packs[name]}


@dataclass(frozen=True, slots=True)
class _Collected:
    """What was read so far, by id, with the place of each for errors about doubles."""

    packs: set[str] = field(default_factory=set)
    rules: dict[str, Rule] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)


def _select(entry: str, packs: Mapping[str, tuple[Path, ...]]) -> tuple[Path, ...]:
    path = Path(entry)
    if entry in packs:
        return packs[entry]
    if path.is_dir():
        files = _files_in(path)
        if not files:
            raise RuleError("no rule files in this folder", Place(entry), "rule files end in .yaml or .yml")
        return files
    if path.is_file():
        return (path,)
    if path.suffix in SUFFIXES or "/" in entry:
        raise RuleError("no such rule file or folder", Place(entry), "check the path, from where claimcheck is run")
    raise RuleError(f'no rule pack, file or folder "{entry}"', None, nearest(entry, packs))


def _files_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(one for one in folder.rglob("*") if one.suffix in SUFFIXES and one.is_file()))


def _add_file(path: Path, collected: _Collected) -> None:
    source = parse(_shown(path), _read(path))
    pack = _validate(source)
    collected.packs.add(pack.pack)
    names = {name for entity in pack.entities.values() for name in entity.names}
    for id, entity in pack.entities.items():
        _claim_id(source, ("entities", id), id, collected)
        for list_name in ("members", "represents"):
            for index, member in enumerate(getattr(entity, list_name)):
                if member not in names:
                    _refuse_misspelt(source, ("entities", id, list_name, index), member, pack.entities)
        collected.entities[id] = Entity(id, entity.names, entity.kind or "", entity.members, entity.represents)
    for id, topic in pack.topics.items():
        _claim_id(source, ("topics", id), id, collected)
        _check_dimension(source, ("topics", id, "dimension"), topic.dimension)
        collected.topics[id] = Topic(id, topic.measures, topic.events, topic.dimension or "")
    for index, entry in enumerate(pack.rules):
        rule = _to_rule(source, pack.pack, index, entry)
        _claim_id(source, ("rules", index, "id"), rule.id, collected)
        collected.rules[rule.id] = rule


def _shown(path: Path) -> str:
    """The path as a person here would write it."""
    path = path if path.is_absolute() else Path.cwd() / path
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise RuleError(f"cannot read the rule file: {reason}", Place(_shown(path)), "check its permissions") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        shown = line_of(content.decode("utf-8", "replace"), line)
        place = Place(_shown(path), line, column)
        raise RuleError("not UTF-8 text", place, "save the file as UTF-8", shown) from error


def _validate(source: Source) -> PackEntry:
    if source.content is None:
        raise source.error("empty rule file", Place(source.file, 1, 1), 'begin with "pack: NAME"')
    try:
        return PackEntry.model_validate(source.content)
    except ValidationError as error:
        # A list whose entries are wrong is also called too short; the entries are what is wrong.
        wrong = [one for one in error.errors() if one["type"] != "too_short" or not source.value(one["loc"])]
        errors = [explain(source, details) for details in wrong]
        raise min(errors, key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0)) from error


def _to_rule(source: Source, pack: str, index: int, entry: RuleEntry) -> Rule:
    location = ("rules", index)
    if not entry.id.startswith(f"{pack}/"):
        name = entry.id.partition("/")[2]
        place = source.place((*location, "id"))
        raise source.error(f'rule id "{entry.id}" is not in pack "{pack}"', place, f'expected "{pack}/{name}"')
    if entry.check not in CHECKS:
        place = source.place((*location, "check"))
        raise source.error(f'unknown check "{entry.check}"', place, nearest(entry.check, CHECKS))
    _check_dimension(source, (*location, "where", "dimension"), entry.where.dimension)
    for text in entry.tests.inconsistent:
        if text in entry.tests.consistent:
            at = entry.tests.consistent.index(text)
            place = source.place((*location, "tests", "consistent", at))
            raise source.error("a test text is both consistent and inconsistent", place, "remove one of the two")
    return Rule(
        id=entry.id,
        summary=entry.summary,
        check=entry.check,
        within=entry.where.within,
        tolerance=entry.tolerance,
        severity=entry.severity,
        dimension=entry.where.dimension or "",
        inconsistent=entry.tests.inconsistent,
        consistent=entry.tests.consistent,
        file=source.file,
        line=source.place(location).line,
    )


def _check_dimension(source: Source, location: Location, dimension: str | None) -> None:
    if dimension and dimension not in DIMENSIONS and not dimension.startswith("money:"):
        raise source.error(f'unknown dimension "{dimension}"', source.place(location), nearest(dimension, DIMENSIONS))


def _refuse_misspelt(source: Source, location: Location, member: str, ids: Mapping[str, object]) -> None:
    """A member may be a plain name; what looks like an id, and is nearly one, is a slip."""
    if member in ids or not member.islower() or not ids:
        return
    hint = nearest(member, ids)
    if hint.startswith("did you mean") and len(member) > 3:
        raise source.error(f'no entity "{member}"', source.place(location), hint)


def _claim_id(source: Source, location: Location, id: str, collected: _Collected) -> None:
    """Every id stands once, over all files of a run."""
    kind, place = str(location[0]), source.place(location, key=location[0] != "rules")
    first = collected.places.setdefault((kind, id), place)
    if first is not place:
        raise source.error(f'duplicate id "{id}"', place, f"first defined at {first}")
