"""Which rule files a selection reaches, found out without understanding more of them than that."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimcheck.errors import RuleError
from claimcheck.rules.packs import find_files, read_text, shipped_packs, shown
from claimcheck.rules.places import parse

EXTENDS = "extends"


def reached_files(selection: Sequence[str]) -> list[Path]:
    """All files that "core", "budget.yaml" or "packs/" and what they extend may take part with: too many, if any.

    Raises RuleError where that cannot be told.
    """
    packs = shipped_packs()
    # Those that come with claimcheck extend no others.
    found = {file for files in packs.values() for file in files}
    waiting = [file for entry in selection for file in find_files(entry, packs)]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            for entry in _extended(file):
                waiting += [Path(os.path.normpath(one)) for one in find_files(entry, packs, file.parent)]
    return sorted(found)


def _extended(file: Path) -> list[str]:
    text = read_text(file)
    # Most files extend none; a backslash may hide the word.
    if EXTENDS not in text and "\\" not in text:
        return []
    source = parse(shown(file), text)
    entries = source.content.get(EXTENDS, []) if isinstance(source.content, Mapping) else []
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise RuleError("extends what is no list of names", source.place((EXTENDS,)))
    return entries
