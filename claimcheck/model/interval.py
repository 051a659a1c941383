"""Intervals: the values that a figure allows, with the arithmetic that rules need."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a figure allows, as in "over five tons" = (5, ∞).

    `low` and `high` are in the unit of whoever made the interval; an open end excludes its value.
    Arithmetic is end by end (Moore, Interval Analysis, 1966).
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def exactly(value: Decimal) -> Interval:
        """The interval that holds one value, as "29 laws" does."""
        return Interval(value, value)

    def overlaps(self, other: Interval) -> bool:
        """Whether some value satisfies both: "about 500" and "several hundred" overlap."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every value here is less than every value there: "under 5" is below "over 5"."""
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def contains(self, value: Decimal) -> bool:
        """Whether the value is allowed: "over 5" does not contain 5."""
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def scaled(self, factor: Decimal) -> Interval:
        """The interval in a unit `factor` times smaller: 5 tonnes × 1000 are 5,000 kilograms."""
        if factor < 0:
            return Interval(_times(self.high, factor), _times(self.low, factor), self.high_open, self.low_open)
        return Interval(_times(self.low, factor), _times(self.high, factor), self.low_open, self.high_open)

    def shifted(self, offset: Decimal) -> Interval:
        """The interval moved by `offset`, in the same unit."""
        return Interval(self.low + offset, self.high + offset, self.low_open, self.high_open)

    def plus(self, other: Interval) -> Interval:
        """What the sum of both may be: "about 30 and more than 12" may be anything over 39."""
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def minus(self, other: Interval) -> Interval:
        """What the difference may be: "53% and 63%" differ by 9 to 11 points."""
        return self.plus(other.scaled(Decimal(-1)))

    def times(self, other: Interval) -> Interval:
        """What the product may be: 8,000 people at about $100 each."""
        corners = [
            (_times(a, b), a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        low = min(corners)
        high = max(corners, key=lambda corner: (corner[0], not corner[1]))
        return Interval(low[0], high[0], low[1], high[1])

    def divided(self, other: Interval) -> Interval | None:
        """What the quotient may be, or None when the divisor may be zero or less."""
        if other.low <= 0:
            return None
        low = Decimal(0) if other.high == INFINITY else 1 / other.high
        return self.times(Interval(low, 1 / other.low, other.high_open, other.low_open))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval around both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_open = max(
            (self.high, self.high_open), (other.high, other.high_open), key=lambda end: (end[0], not end[1])
        )
        return Interval(low, high, low_open, high_open)

    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low.is_finite() and self.high.is_finite()

    def __str__(self) -> str:
        if self.low == self.high:
            return plain_number(self.low)
        left = "(" if self.low_open or not self.low.is_finite() else "["
        right = ")" if self.high_open or not self.high.is_finite() else "]"
        return f"{left}{plain_number(self.low)}, {plain_number(self.high)}{right}"


def plain_number(value: Decimal) -> str:
    """A value as a reader writes it: 28000000 is "28,000,000", 60.30 is "60.3"."""
    if not value.is_finite():
        return "∞" if value > 0 else "-∞"
    text = f"{value.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _times(a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if a == 0 or b == 0 else a * b
