"""The vocabularies of XML that hold speech, loaded once from the data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of one kind of file mean; `data/xml.toml` explains the fields."""

    name: str
    roots: frozenset[str]
    speech: Mapping[str, tuple[str, ...]]
    labels: frozenset[str]
    block: frozenset[str]
    heading: frozenset[str]
    skip: frozenset[str]
    people: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    parts: tuple[str, ...]
    titles: tuple[str, ...]
    dates: tuple[str, ...]
    places: tuple[str, ...]
    described: frozenset[str]


@cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """The vocabularies in `data/xml.toml` by name; "other" is for files of no known one."""
    data = read_table("claimcheck.read", "xml.toml")
    return {
        name: Vocabulary(
            name=name,
            roots=frozenset(entry["roots"]),
            speech={key: tuple(value) for key, value in entry["speech"].items()},
            labels=frozenset(entry["labels"]),
            block=frozenset(entry["block"]),
            heading=frozenset(entry["heading"]),
            skip=frozenset(entry["skip"]),
            people={key: tuple(value) for key, value in entry["people"].items()},
            names=frozenset(entry["names"]),
            parts=tuple(entry["parts"]),
            titles=tuple(entry["titles"]),
            dates=tuple(entry["dates"]),
            places=tuple(entry["places"]),
            described=frozenset((*entry["titles"], *entry["dates"], *entry["places"])),
        )
        for name, entry in data.items()
    }


def vocabulary_of(root: str) -> Vocabulary:
    """The vocabulary that a root element tells: "akomaNtoso" is Akoma Ntoso."""
    known = vocabularies()
    return next((one for one in known.values() if root in one.roots), known["other"])
