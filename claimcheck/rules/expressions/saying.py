"""Worked-out values in words, as near to how the figures themselves were said as their size allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.interval import Interval, plain_number
from claimcheck.model.quantity import Quantity
from claimcheck.rules.compare import from_base
from claimcheck.rules.expressions.dimensions import PERCENT, Size, is_same_base, size_of
from claimcheck.rules.wording import say_interval, take_apart

_HUNDRED = Decimal(100)
# A value this much smaller or larger than a figure is not said in its scale: $60 is not $0.00006 million.
_FAR = 1000


def say_size(interval: Interval, size: Size, figures: Sequence[Quantity]) -> str:
    """An interval of base values, said like the figure of its dimension that is nearest in size.

    [148500000, 151000000] of money beside "$88 million" is "$148.5–151 million", and [59.7, 60.3] "$59.7–60.3".
    """
    if size.manner == PERCENT:
        return _say_plainly(interval.scaled(_HUNDRED), "%")
    alike = [figure for figure in figures if size.powers and _is_alike(size_of(figure.dimension), size)]
    if not alike:
        return _say_plainly(interval, f" {size}" if size.powers else "")
    value = interval.low if interval.low.is_finite() else interval.high
    nearest = min(alike, key=lambda figure: _orders_apart(value, figure.size))
    own = from_base(interval, nearest)
    if _orders_apart(value, nearest.size) < 3:
        return say_interval(own, nearest)
    return say_interval(own, _without_scale(nearest, own))


def _without_scale(figure: Quantity, own: Interval) -> Quantity:
    """A figure of the same unit in plain digits: "$1" for "$11.7 million"."""
    wording = take_apart(figure)
    value = own.low if own.low.is_finite() else own.high
    number = plain_number(round(value, 2)) if value.is_finite() else "1"
    text = f"{wording.before}{number.lstrip('-')}{wording.after}"
    return replace(figure, text=text, low=Decimal(number.replace(",", "")), high=Decimal(number.replace(",", "")))


def _say_plainly(interval: Interval, unit: str) -> str:
    low, high = (_rounded(end) for end in (interval.low, interval.high))
    if not interval.low.is_finite() or not interval.high.is_finite():
        if not interval.low.is_finite() and not interval.high.is_finite():
            return "any value"
        return f"at most {high}{unit}" if not interval.low.is_finite() else f"at least {low}{unit}"
    if low == high:
        return f"{low}{unit}"
    return f"{low}–{high}{unit}" if interval.low >= 0 else f"{low} to {high}{unit}"


def _rounded(value: Decimal) -> str:
    """A value with four significant digits, or all of a whole number."""
    if not value.is_finite() or value == value.to_integral_value():
        return plain_number(value)
    return plain_number(round(value, max(0, 3 - value.adjusted())))


def _is_alike(one: Size, two: Size) -> bool:
    return len(one.powers) == len(two.powers) and all(
        is_same_base(name, other) and power == raised
        for (name, power), (other, raised) in zip(one.powers, two.powers, strict=True)
    )


def _orders_apart(value: Decimal, other: Decimal) -> int:
    if not value.is_finite() or not other.is_finite() or not value or not other:
        return 0
    return abs(value.adjusted() - other.adjusted())
