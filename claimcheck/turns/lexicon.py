"""The words of speaker labels, loaded once from the data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcheck.data_files import read_table


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
    data = read_table("claimcheck.turns", "labels.toml")
    words: dict[str, Any] = {key: tuple(of) if key in _PHRASES else frozenset(of) for key, of in data.items()}
    return LabelWords(**words)


@cache
def short_names() -> dict[str, frozenset[str]]:
    """The given names that a short one may stand for, and itself: "bob" is "robert" ("data/given_names.toml")."""
    found: dict[str, set[str]] = {}
    for full, shorts in read_table("claimcheck.turns", "given_names.toml").items():
        for name in (full, *shorts):
            found.setdefault(name, {name}).add(full)
    return {name: frozenset(fulls) for name, fulls in found.items()}
