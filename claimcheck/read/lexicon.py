"""The words of headers and trailers, loaded once from the data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """What the lines around a transcript are made of: month names, "Venue:", "Publication date:"."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    zones: tuple[str, ...]
    fields: dict[str, str]
    publication: frozenset[str]
    endings: frozenset[str]
    rosters: frozenset[str]


@cache
def header_words() -> HeaderWords:
    """The words in `data/headers.toml`; `fields` maps "venue" to "place"."""
    data = read_table("claimcheck.read", "headers.toml")
    fields = {key: kind for kind, keys in data["fields"].items() for key in keys}
    return HeaderWords(
        months=tuple(data["months"]),
        weekdays=tuple(data["weekdays"]),
        zones=tuple(data["zones"]),
        fields=fields,
        publication=frozenset(data["fields"]["publication"]),
        endings=frozenset(data["endings"]),
        rosters=frozenset(data["rosters"]),
    )
