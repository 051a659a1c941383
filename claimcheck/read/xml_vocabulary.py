"""The vocabularies of XML that hold speech, loaded once from the data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    titles: tuple[str, ...]
    dates: tuple[str, ...]
    places: tuple[str, ...]


@cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """The vocabularies in `data/xml.toml` by name; "other" is for files of no known one."""
    data = tomllib.loads((files("claimcheck.read") / "data" / "xml.toml").read_text(encoding="utf-8"))
    return {
        name: Vocabulary(
            name=name,
            speech={key: tuple(value) for key, value in entry["speech"].items()},
            people={key: tuple(value) for key, value in entry["people"].items()},
            **{key: frozenset(entry[key]) for key in ("roots", "labels", "block", "heading", "skip", "names")},
            **{key: tuple(entry[key]) for key in ("titles", "dates", "places")},
        )
        for name, entry in data.items()
    }


def vocabulary_of(root: str) -> Vocabulary:
    """The vocabulary that a root element tells: "akomaNtoso" is Akoma Ntoso."""
    known = vocabularies()
    return next((one for one in known.values() if root in one.roots), known["other"])
