"""The weights of a comparison, read once from `data/weights.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each agreement and each one-sided word counts; see `data/weights.toml`."""

    label: float
    near: float
    around: float
    head: float
    topic: float
    deed: float
    waived: float
    name: float
    event: float
    period: float
    figure_beside: float
    telling: float
    lone_label: float
    lone_name: float
    both_narrowed: float
    related_head: float
    other_head: float
    unknown_period: float
    forecast: float
    needed: float
    likely: float
    relative: float
    no_noun: float
    close: float
    close_ratio: float
    far: float
    far_ratio: float
    very_far_ratio: float
    retold: float
    crowd: float
    crowd_of_turn: float
    slip_digit: float
    slip_missing: float
    least_for_slip: float
    least_retold: float
    longest_retelling: float
    undated: float
    outvoted: float
    dense: float
    near_miss: float
    needed_for_one_figure: float
    least_event: float
    least_told: float
    least_told_once: float


@cache
def weights() -> Weights:
    """The table, loaded on first use."""
    table = read_table("claimcheck.links", "weights.toml")
    return Weights(**{field.name: float(table[field.name]) for field in fields(Weights)})
