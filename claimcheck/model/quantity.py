"""Quantities: a value with its unit and bound, exactly where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.interval import INFINITY, Interval


class Kind(StrEnum):
    """What sort of number it is; only measurements (see `is_measurement`) become claims."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    POINT = "point"
    MULTIPLE = "multiple"
    RATE = "rate"
    AGE = "age"
    DURATION = "duration"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    IDENTIFIER = "identifier"


NOT_MEASUREMENTS = frozenset({Kind.YEAR, Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.IDENTIFIER})


class Bound(StrEnum):
    """How the speaker hedged the value: "over" is `>`, "at most" is `<=`, "about" is `~`."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    UNDER = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as in "over five tons": low=5, high=5, unit "tonne", bound ">".

    `start` and `end` are character offsets, `text` is what stands there, nothing more. `low` and `high`
    differ for ranges only and are in `unit`, a plain English singular ("" for a bare number).
    `dimension` names what can be converted ("mass", "money:dollar", "percent"; "" for a bare number), and
    `factor` (and `offset`, for temperatures) turn a value into the dimension's base unit:
    base = value * factor + offset.
    `step` is the value of one unit in the last significant digit ("9 billion": 1e9, "16.7": 0.1; 0 for an
    exact count). `strict` is what must hold if the speaker is right, `plain` what a listener takes away;
    both are in `unit`.
    `hedge` is the word that made the bound ("almost"); `vague` marks figures without digits of their own
    ("several hundred").
    """

    start: int
    end: int
    text: str
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    kind: Kind
    dimension: str
    factor: Decimal
    step: Decimal
    strict: Interval
    plain: Interval
    offset: Decimal = field(default=Decimal(0))
    hedge: str = ""
    vague: bool = False

    @property
    def is_measurement(self) -> bool:
        """Whether it measures or counts something, unlike "2005", "the 3rd" or "Boeing 747"."""
        return self.kind not in NOT_MEASUREMENTS

    @property
    def is_range(self) -> bool:
        """Whether two values were said, as in "35–40%"."""
        return self.low != self.high

    @property
    def size(self) -> Decimal:
        """Its lower end in the dimension's base unit, but for the offset of a temperature: 5 tonnes are 5,000."""
        return self.low * self.factor

    @property
    def numerator(self) -> str:
        """The unit of a rate without its "per": "dollar" for dollars a month, "" for a bare number a month."""
        return f" {self.unit}".partition(" per ")[0].strip()

    def in_base(self, interval: Interval) -> Interval:
        """An interval of this quantity in the base unit of its dimension: 5 tonnes are 5,000 kilograms."""
        return interval.scaled(self.factor).shifted(self.offset)

    def may_equal(self, other: Quantity) -> bool:
        """Whether some value satisfies both figures, of one dimension: "about 5 tonnes" and "5,100 kilograms"."""
        return self.in_base(self.strict).overlaps(other.in_base(other.strict))

    def moved(self, distance: int) -> Quantity:
        """The same quantity `distance` characters further on."""
        return replace(self, start=self.start + distance, end=self.end + distance)


def strict_reading(low: Decimal, high: Decimal, bound: Bound, step: Decimal) -> Interval:
    """What a figure commits its speaker to: "9 billion" (step 1e9) allows [8.5, 10) billion.

    A bare figure allows both rounding (half a step either way) and truncation (up to a whole step above).
    "over" and "under" leave one side open. "about" figures get their strict reading from the hedge data,
    not from here.
    """
    if bound is Bound.OVER:
        return Interval(low, INFINITY, True, True)
    if bound is Bound.AT_LEAST:
        return Interval(low, INFINITY, False, True)
    if bound is Bound.UNDER:
        return Interval(-INFINITY, high, True, True)
    if bound is Bound.AT_MOST:
        return Interval(-INFINITY, high, True, False)
    if step == 0:
        return Interval(low, high)
    if low < 0:
        return Interval(low - step, high + step / 2, True, False)
    return Interval(low - step / 2, high + step, False, True)
