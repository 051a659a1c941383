"""What a figure commits its speaker to, and what a listener takes away."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, strict_reading
from claimcheck.quantities.lexicon import hedges

ALMOST = "~<"
FINER = 2
_LARGEST = Decimal(10) ** 24


def significant_step(value: Decimal, step: Decimal, kind: Kind, as_written: bool) -> Decimal:
    """The value of the last significant digit: "5,000" is said in hundreds, "29 laws" exactly.

    `as_written` is True for an integer without a scale word. Below 100, and without trailing zeros, such a
    count is exact; other figures count their last written digit. At least two digits of a figure are taken to
    be meant: "5,000" may stand for 4,950, not for 4,500.
    """
    size = abs(value)
    if not as_written or step != 1 or size >= _LARGEST:
        return step
    if size < 100 or size % 10:
        return Decimal(0) if kind is Kind.COUNT else Decimal(1)
    last = Decimal(10)
    while size % (last * 10) == 0:
        last *= 10
    return min(last, Decimal(10) ** (size.adjusted() - 1))


def read_intervals(
    low: Decimal, high: Decimal, bound: Bound, hedge_sign: str, step: Decimal
) -> tuple[Interval, Interval]:
    """The strict and the plain reading: "over 4,000" is (4000, ∞) and (4000, 5000)."""
    widths = hedges().widths
    strict = strict_reading(low, high, bound, step)
    if hedge_sign == ALMOST:
        reach = abs(low) * widths["almost"]
        return Interval(low - reach * widths["strict_factor"], high), Interval(low - reach, high)
    if bound is Bound.ABOUT:
        width = widths["about_round"] if _is_round(low) and _is_round(high) else widths["about_exact"]
        far = width * widths["strict_factor"]
        near = width * widths["about_finer"] if any(_count_digits(end) == FINER for end in (low, high)) else width
        return _around(low, high, far), _around(low, high, near)
    if bound in (Bound.OVER, Bound.AT_LEAST):
        return strict, Interval(strict.low, low + _reach(low), strict.low_open, True)
    if bound in (Bound.UNDER, Bound.AT_MOST):
        return strict, Interval(high - _reach(high), strict.high, True, strict.high_open)
    return strict, strict


def _around(low: Decimal, high: Decimal, width: Decimal) -> Interval:
    return Interval(low - abs(low) * width, high + abs(high) * width)


def _is_round(value: Decimal) -> bool:
    return _count_digits(value) <= FINER


def _count_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _reach(value: Decimal) -> Decimal:
    """How far beyond a bound a listener looks: "over 4,000" up to 5,000, "over 110,000" not as far as 150,000.

    Who says "more than 110" had 120 at hand and did not take it: the finer the figure, the less lies beyond.
    """
    size = Decimal(10) ** value.adjusted() if value else Decimal(1)
    digits, widths = _count_digits(value), hedges().widths
    if digits < FINER:
        return size
    return abs(value) * widths["beyond_finer" if digits == FINER else "beyond_finest"]
