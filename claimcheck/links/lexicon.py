"""Synonyms, antonyms and defining words, read once from `data/lexicon.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words mean the same, the opposite, or too little.

    `canonical` maps a word to the first of its row ("narcotic" to "drug"), `deeds` those that are verbs too,
    `kin` to its loosely related row. `persons` are the words for whoever is counted.
    """

    canonical: Mapping[str, str]
    deeds: Mapping[str, str]
    kin: Mapping[str, str]
    persons: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    complements: frozenset[frozenset[str]]
    definitions: frozenset[str]
    bases: frozenset[str]
    echo_openers: frozenset[str]
    left_aside: frozenset[str]
    planned: frozenset[str]
    risen: frozenset[str]
    fallen: frozenset[str]
    outside: frozenset[str]
    inside: frozenset[str]
    earlier: frozenset[str]
    once: frozenset[str]
    fixtures: frozenset[str]
    passing: frozenset[str]
    limiting: frozenset[str]
    grades: frozenset[str]
    pointers: frozenset[str]
    ranks: tuple[str, ...]
    ranking: frozenset[str]
    document_kinds: frozenset[str]
    time_adverbs: Mapping[str, str]

    def same(self, word: str) -> str:
        """The word that stands for all of its synonyms."""
        return self.canonical.get(word, word)

    def opposed(self, left: Iterable[str], right: Iterable[str]) -> tuple[str, str] | None:
        """Two words, one a side, that make the sides different: ("export", "import")."""
        right_words = set(right)
        for word in sorted(set(left) - right_words):
            clash = self.opposites.get(word, frozenset()) & right_words
            if clash:
                return word, min(clash)
        return None


@cache
def lexicon() -> Lexicon:
    """The lists, loaded on first use."""
    table = read_table("claimcheck.links", "lexicon.toml")
    opposites: dict[str, set[str]] = {}
    for row in table["antonyms"]:
        for word in row:
            opposites.setdefault(word, set()).update(set(row) - {word})
    return Lexicon(
        canonical={word: row[0] for rows in ("synonyms", "deeds") for row in table[rows] for word in row},
        deeds={word: row[0] for row in table["deeds"] for word in row},
        kin={word: row[0] for row in table["related"] for word in row},
        persons=frozenset(table["persons"].split()),
        opposites={word: frozenset(others) for word, others in opposites.items()},
        complements=frozenset(frozenset(pair) for pair in table["complements"]),
        definitions=frozenset(table["definitions"]),
        bases=frozenset(table["bases"]),
        planned=frozenset(table["planned"]),
        risen=frozenset(table["risen"]),
        fallen=frozenset(table["fallen"]),
        outside=frozenset(table["outside"]),
        inside=frozenset(table["inside"]),
        earlier=frozenset(table["earlier"]),
        document_kinds=frozenset(table["document_kinds"]),
        time_adverbs=table["time_adverbs"],
        once=frozenset(table["once"]),
        fixtures=frozenset(table["fixtures"]),
        passing=frozenset(table["passing"]),
        limiting=frozenset(table["limiting"]),
        grades=frozenset(table["grades"]),
        pointers=frozenset(table["pointers"]),
        ranks=tuple(table["ranks"]),
        ranking=frozenset(table["ranking"]),
        left_aside=frozenset(table["left_aside"]),
        echo_openers=frozenset(table["echo_openers"]),
    )
