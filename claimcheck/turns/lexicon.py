"""The words of speaker labels, loaded once from the data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What labels are made of: honorifics ("Mr"), offices ("President"), roles ("Question")."""

    honorifics: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    offices: frozenset[str]
    anonymous: frozenset[str]
    not_names: frozenset[str]
    directions: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]


@cache
def label_words() -> LabelWords:
    """The words in `data/labels.toml`, in lower case."""
    data = tomllib.loads((files("claimcheck.turns") / "data" / "labels.toml").read_text(encoding="utf-8"))
    return LabelWords(**{key: frozenset(words) for key, words in data.items()})
