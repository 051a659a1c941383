"""A lower and an upper bound that make one range: "more than 10 and less than 40"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimcheck.quantities.bounds import find_hedge
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.tokens import Tokens

# The longest hedge has as many words.
_REACH = 8


def close_bounds(tokens: Tokens, figure: Figure, read: Callable[[int, int], Figure | None]) -> Figure:
    """The range that a bounded figure makes with the next one, or the figure itself; `read` reads at a token."""
    if figure.sign[0] not in "<>" or figure.low != figure.high:
        return figure
    at = figure.last
    if tokens[at].text == ",":
        at += 1
    if tokens[at].low in ("and", "but"):
        at += 1
    if at == figure.last:
        return figure
    for begin in range(at + 1, min(at + _REACH, tokens.size)):
        second = read(begin, at)
        if second is not None:
            hedge = find_hedge(tokens, second, at)
            opposite = hedge.first == at and {figure.sign[0], hedge.sign[0]} == {"<", ">"}
            return _range_of(figure, second) or figure if opposite else figure
    return figure


def _range_of(one: Figure, other: Figure) -> Figure | None:
    low, high = (one, other) if one.sign[0] == ">" else (other, one)
    if (one.unit.name and low.unit.name != high.unit.name) or low.low >= high.low:
        return None
    unit = other.unit if other.unit.name else one.unit
    return replace(
        one, last=other.last, low=low.low, high=high.low, unit=unit, kind=unit.kind, sign="=", hedge="",
        step=min(one.step, other.step), scale=max(one.scale, other.scale),
    )  # fmt: skip
