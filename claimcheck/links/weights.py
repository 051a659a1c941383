"""The weights of a comparison, read once from `data/weights.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each agreement and each one-sided word counts; see `data/weights.toml`."""

    head: float
    general_head: float
    modifier: float
    name: float
    carried_name: float
    event: float
    context_word: float
    context_limit: float
    period: float
    same_figure: float
    missing_modifier: float
    missing_name: float
    missing_event: float
    missing_context_word: float
    missing_context_limit: float
    least_common_words: float
    least_overlap: float
    least_shared: float
    least_score: float
    least_related_score: float
    least_shared_for_one_figure: float
    sure_score: float


@cache
def weights() -> Weights:
    """The table, loaded on first use."""
    table = read_table("claimcheck.links", "weights.toml")
    return Weights(**{field.name: float(table[field.name]) for field in fields(Weights)})
