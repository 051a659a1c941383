"""Which field of a table or a JSON record holds what: names that mean the same, and those a user declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import lru_cache

from claimcheck.errors import ConfigError
from claimcheck.read.settings import Columns


def declare_columns(declared: Iterable[str]) -> Columns:
    """Columns as a user names them: ["text=said", "speaker=who"]; a declared name comes before all others."""
    columns = Columns()
    kinds = [one.name for one in fields(Columns)]
    for entry in declared:
        kind, equals, name = (part.strip() for part in entry.partition("="))
        if not equals or not name:
            raise ConfigError(f'a column is declared as KIND=NAME, not "{entry}"', hint="as in text=said")
        if kind not in kinds:
            near = get_close_matches(kind, kinds, 1)
            hint = f'did you mean "{near[0]}"?' if near else f"known: {', '.join(kinds)}"
            raise ConfigError(f'unknown kind of column "{kind}"', hint=hint)
        columns = replace(columns, **{kind: (name, *getattr(columns, kind))})
    return columns


def choose(names: Iterable[str], wanted: Sequence[str]) -> str | None:
    """The name that stands first among the wanted ones: "Speaker Name" is "speaker_name"."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(column_key(name), name)
    return next((by_key[key] for key in map(column_key, wanted) if key in by_key), None)


def speech_columns(header: Sequence[str]) -> tuple[int, int]:
    """Where a table of speech holds speaker and text: ["Time", "Speaker", "Text"] is (1, 2); (-1, -1) for others."""
    columns = Columns()
    names = [name.strip() for name in header]
    speaker, text = choose(names, columns.speaker), choose(names, columns.text)
    if speaker is None or text is None or speaker == text:
        return -1, -1
    return names.index(speaker), names.index(text)


@lru_cache(maxsize=4096)
def column_key(name: str) -> str:
    """A name without case and marks: "Speaker Name", "speakerName" and "speaker_name" are one."""
    return re.sub(r"[\W_]+", "", name).lower()
