"""Hedged figures in a sum: how far off the whole may be when every part is only "about" right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model.quantity import Bound
from claimcheck.rules.compare import Compared, Reading

SEVERAL = 2


def is_beyond_hedges(compared: Compared, miss: Decimal) -> bool:
    """Whether a sum misses by more than its "about"s explain: 45% and about 35% and about 29% make no hundred.

    Taken at their widest, the hedges of many figures would hide any slip; errors that do not all lean one
    way grow with the root of their squares (Taylor, An Introduction to Error Analysis, 1997, ch. 3).
    """
    bounds = [claim.quantity.bound for claim in compared.claims]
    if bounds.count(Bound.ABOUT) < SEVERAL or not set(bounds) <= {Bound.ABOUT, Bound.EXACT}:
        return False
    widths = [_width(reading) for reading in compared.readings]
    return miss > _root_of_squares(widths)


def _width(reading: Reading) -> Decimal:
    """Half of what a listener lets a figure stray: 4.5 for "about 45"."""
    return (reading.plain.high - reading.plain.low) / 2


def _root_of_squares(widths: Sequence[Decimal]) -> Decimal:
    return sum((width * width for width in widths), start=Decimal(0)).sqrt()
