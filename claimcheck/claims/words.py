"""The word lists of this stage, read once from `data/words.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas by what they tell about a figure; each field is a list in `data/words.toml`."""

    transparent_nouns: frozenset[str]
    size_nouns: frozenset[str]
    kept_values: frozenset[str]
    dropped_modifiers: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    level_verbs: frozenset[str]
    light_verbs: frozenset[str]
    forecast_auxiliaries: frozenset[str]
    hypothetical_auxiliaries: frozenset[str]
    forecast_verbs: frozenset[str]
    target_nouns: frozenset[str]
    telling_verbs: frozenset[str]
    polite_auxiliaries: frozenset[str]
    recalling_verbs: frozenset[str]
    including_verbs: frozenset[str]
    factual_markers: frozenset[str]
    hypothetical_markers: frozenset[str]
    negations: frozenset[str]
    personal_pronouns: frozenset[str]
    pointing_pronouns: frozenset[str]
    group_words: frozenset[str]
    change_nouns: frozenset[str]
    sum_nouns: frozenset[str]
    time_nouns: frozenset[str]
    plural_nouns: frozenset[str]
    plurals_in_s: frozenset[str]
    unchanging_plurals: frozenset[str]
    empty_nouns: frozenset[str]
    counting_nouns: frozenset[str]
    number_adjectives: frozenset[str]
    direction_adverbs: frozenset[str]
    object_verbs: frozenset[str]
    direction_verbs: frozenset[str]
    number_suffixes: frozenset[str]
    sum_adjectives: frozenset[str]
    person_nouns: frozenset[str]


@cache
def words() -> Words:
    """The lists, loaded on first use."""
    table = read_table("claimcheck.claims", "words.toml")
    return Words(**{field.name: frozenset(table[field.name]) for field in fields(Words)})
