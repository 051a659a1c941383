"""Words that decide whether a figure is about what a fact is about, read once from `data/facts.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table
from claimcheck.links.words import stem


@dataclass(frozen=True, slots=True)
class FactWords:
    """Stems of words that make a change of a measure, that narrow nothing or name parts; others as they stand."""

    rises: frozenset[str]
    falls: frozenset[str]
    neutral: frozenset[str]
    sections: frozenset[str]
    short_places: frozenset[str]
    fillers: frozenset[str]
    bases: tuple[str, ...]


@cache
def fact_words() -> FactWords:
    """The lists, loaded on first use."""
    table = read_table("claimcheck.links", "facts.toml")
    stemmed = {name: frozenset(map(stem, table[name])) for name in ("rises", "falls", "neutral", "sections")}
    return FactWords(
        **stemmed,
        short_places=frozenset(table["short_places"]),
        fillers=frozenset(table["fillers"]),
        bases=tuple(sorted(table["bases"], key=len, reverse=True)),
    )
