"""Figures of one link in one unit, and whether they can all hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.wording import say_interval, say_value

UNDECIDED = Verdict(Outcome.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Reading:
    """The values one figure allows, in the base unit of its link's dimension.

    "9 billion" is strict [8.5, 10) billion: it may have been rounded, [8.5, 9.5], or cut off, [9, 10).
    A speaker shortens all the figures of one sum in one of the two ways, so sums are tried with each; with
    the strict readings, the slack of many parts would hide a wrong total. `stated` is the bare figure.
    """

    stated: Interval
    strict: Interval
    rounded: Interval
    cut: Interval
    plain: Interval


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a link, read in the unit of one of them."""

    claims: tuple[Claim, ...]
    unit: Quantity
    readings: tuple[Reading, ...]

    def strict(self) -> list[Interval]:
        """What each figure commits its speaker to."""
        return [reading.strict for reading in self.readings]

    def say(self, interval: Interval) -> str:
        """An interval of base values in words: "$8.5–10 billion"."""
        return say_interval(from_base(interval, self.unit), self.unit)

    def say_as(self, interval: Interval, like: Quantity) -> str:
        """An interval of base values in the unit of another figure: "5 tonnes"."""
        return say_interval(from_base(interval, _unit_of(like, self.unit)), like)

    def say_size(self, size: Decimal) -> str:
        """A distance between base values in words: "$1.5 billion", or "" when it has no end."""
        return say_value(size / self.unit.factor, self.unit) if size.is_finite() else ""

    def say_for(self, link: Link) -> tuple[str, ...]:
        """The strict readings in the order of the link's claims."""
        said = {claim.id: reading for claim, reading in zip(self.claims, self.say_each(), strict=True)}
        return tuple(said.get(claim.id, "") for claim in link.claims)

    def say_each(self) -> tuple[str, ...]:
        """The strict reading of every figure, each in its own unit and manner."""
        pairs = zip(self.claims, self.readings, strict=True)
        return tuple(self.say_as(reading.strict, claim.quantity) for claim, reading in pairs)


def compare(claims: Sequence[Claim], tolerance: Tolerance) -> Compared | None:
    """Read figures in one unit, or None when they have none: tonnes and dollars, dollars and euros.

    A figure without a unit takes the others': "$233 million and 15 million more". "15 beds" are no percent.
    """
    named = [claim.quantity for claim in claims if _has_unit(claim.quantity)]
    if len({quantity.dimension or quantity.unit for quantity in named}) > 1:
        return None
    unit = named[0] if named else claims[0].quantity
    if unit.dimension == "percent" and any(not _has_unit(one.quantity) and one.unit for one in claims):
        return None
    return Compared(tuple(claims), unit, tuple(read(claim.quantity, unit, tolerance) for claim in claims))


def read(quantity: Quantity, unit: Quantity, tolerance: Tolerance) -> Reading:
    """One figure's readings in base units; `unit` lends its own to a bare number."""
    strict = rounded = cut = quantity.strict
    plain = quantity.plain
    pointed = quantity.bound in (Bound.EXACT, Bound.ABOUT)
    stated = Interval(quantity.low, quantity.high) if pointed else quantity.strict
    if quantity.bound is Bound.EXACT and not quantity.vague:
        if tolerance is Tolerance.EXACT:
            strict = rounded = cut = plain = stated
        elif quantity.step:
            rounded, cut = _shortened(quantity)
    base = _unit_of(quantity, unit)
    return Reading(*(base.in_base(interval) for interval in (stated, strict, rounded, cut, plain)))


def decide(compared: Compared, fits: Callable[[Sequence[Interval]], bool]) -> Outcome:
    """Whether all figures can hold: as strictly read, and as a listener takes them."""
    return _decide(fits, [compared.strict()], [reading.plain for reading in compared.readings])


def decide_sum(compared: Compared, fits: Callable[[Sequence[Interval]], bool]) -> Outcome:
    """Whether figures that are added can hold when all were rounded, or all cut off."""
    ways = [
        [reading.rounded for reading in compared.readings],
        [reading.cut for reading in compared.readings],
    ]
    return _decide(fits, ways, [reading.plain for reading in compared.readings])


def decide_between(strict: Sequence[Interval], plain: Sequence[Interval], given: Reading) -> Outcome:
    """Whether a figure fits one of the values worked out for it, one for each way it may be meant."""
    if not any(one.overlaps(given.strict) for one in strict):
        return Outcome.STRICT
    return Outcome.FITS if any(one.overlaps(given.plain) for one in plain) else Outcome.PLAIN


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """The gravest of several outcomes; undecided only when nothing was decided."""
    order = (Outcome.STRICT, Outcome.PLAIN, Outcome.FITS)
    return next((outcome for outcome in order if outcome in outcomes), Outcome.UNDECIDED)


def distance(one: Interval, other: Interval) -> Decimal:
    """How far apart two intervals are; 0 when they touch or overlap."""
    return max(Decimal(0), one.low - other.high, other.low - one.high)


def from_base(interval: Interval, unit: Quantity) -> Interval:
    """An interval of base values in a figure's own unit: 5,000 kilograms are 5 tonnes."""
    return interval.shifted(-unit.offset).scaled(1 / unit.factor)


def _decide(
    fits: Callable[[Sequence[Interval]], bool], ways: Sequence[Sequence[Interval]], plain: Sequence[Interval]
) -> Outcome:
    if not any(fits(way) for way in ways):
        return Outcome.STRICT
    return Outcome.FITS if fits(plain) else Outcome.PLAIN


def _unit_of(quantity: Quantity, unit: Quantity) -> Quantity:
    return quantity if _has_unit(quantity) else unit


def _has_unit(quantity: Quantity) -> bool:
    return bool(quantity.dimension or quantity.unit)


def _shortened(quantity: Quantity) -> tuple[Interval, Interval]:
    """The values that rounding, and that cutting off, would have turned into this figure."""
    low, high, step = quantity.low, quantity.high, quantity.step
    rounded = Interval(low - step / 2, high + step / 2)
    if low < 0:
        return rounded, Interval(low - step, high, True, False)
    return rounded, Interval(low, high + step, False, True)
