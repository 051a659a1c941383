"""Opened rule files: each read and held against the schema, after those that it extends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from claimcheck.errors import Place, RuleError
from claimcheck.rules.explain import explain
from claimcheck.rules.packs import Packs, find_files, read_text, shown
from claimcheck.rules.places import Location, Source, parse
from claimcheck.rules.schema import PackEntry


@dataclass(frozen=True, slots=True)
class Opened:
    """A rule file with its content; `reach` are the packs whose names it may use: its own and those it extends."""

    source: Source
    pack: PackEntry
    reach: frozenset[str]


def open_files(files: Sequence[Path], packs: Packs) -> list[Opened]:
    """The files and those that they extend, the extended ones first; raises RuleError for the first error."""
    opened: dict[Path, Opened] = {}
    for file in files:
        _open(file, packs, opened, ())
    return list(opened.values())


def _open(path: Path, packs: Packs, opened: dict[Path, Opened], opening: tuple[Path, ...]) -> frozenset[str]:
    """Open a file after those that it extends; what it reaches."""
    if path in opened:
        return opened[path].reach
    source = parse(shown(path), read_text(path))
    pack = _validate(source)
    _refuse_empty(source, (), source.content)
    reach = {pack.pack}
    for place, file in _extended(path, source, pack, packs):
        if file in (*opening, path):
            chain = " → ".join(shown(one) for one in (*opening, path, file))
            raise source.error("packs extend each other in a circle", place, chain)
        reach |= _open(file, packs, opened, (*opening, path))
    opened[path] = Opened(source, pack, frozenset(reach))
    return opened[path].reach


def _extended(path: Path, source: Source, pack: PackEntry, packs: Packs) -> Iterator[tuple[Place, Path]]:
    for index, entry in enumerate(pack.extends):
        place = source.place(("extends", index))
        try:
            files = find_files(entry, packs, path.parent)
        except RuleError as error:
            hint = f"paths start from the folder of {shown(path)}" if error.place else error.hint
            raise source.error(
                error.message if not error.place else f'"{entry}": {error.message}', place, hint
            ) from None
        for file in files:
            yield place, Path(os.path.normpath(file))


def _refuse_empty(source: Source, location: Location, node: object) -> None:
    """A key with nothing behind it says nothing, and is more likely forgotten than meant."""
    entries = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        if value is None:
            place = source.place((*location, key))
            raise source.error(f'"{key}" has nothing behind it', place, "give it a value, or remove the key")
        _refuse_empty(source, (*location, key), value)


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
