"""The words of speaker labels, loaded once from the data file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


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
    public_offices: frozenset[str]
    chairs: frozenset[str]
    breaks: frozenset[str]
    asides: frozenset[str]
    sections: frozenset[str]
    sponsors: tuple[str, ...]
    narration: tuple[str, ...]


# How paragraphs begin; the others are words.
_PHRASES = ("sponsors", "narration")


@cache
def narration() -> re.Pattern[str]:
    """How paragraphs begin that the record tells and nobody speaks: "The clerk read as follows:"."""
    return re.compile("|".join(label_words().narration), re.IGNORECASE)


@cache
def label_words() -> LabelWords:
    """The words in `data/labels.toml`, in lower case."""
    data = tomllib.loads((files("claimcheck.turns") / "data" / "labels.toml").read_text(encoding="utf-8"))
    words: dict[str, Any] = {key: tuple(of) if key in _PHRASES else frozenset(of) for key, of in data.items()}
    return LabelWords(**words)


@cache
def short_names() -> dict[str, frozenset[str]]:
    """The given names that a short one may stand for, and itself: "bob" is "robert" ("data/given_names.toml")."""
    text = (files("claimcheck.turns") / "data" / "given_names.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for full, shorts in tomllib.loads(text).items():
        for name in (full, *shorts):
            found.setdefault(name, {name}).add(full)
    return {name: frozenset(fulls) for name, fulls in found.items()}
