"""Growth: growth figures over different spans, compared at a yearly rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from claimcheck.model.claim import Claim, Role
from claimcheck.model.interval import Interval, plain_number
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, Reading, read
from claimcheck.rules.wording import lexicon, said

DAYS_A_YEAR = Decimal("365.2425")
ONE_YEAR = (Decimal("0.9"), Decimal("1.1"))
# "The last four years" and "from 2001 to 2004" differ by months, and are one span to a listener.
SAME_DAYS = 183
# Quarters differ by a day or two, in years.
SAME_LENGTH = Decimal("0.02")
YEARLY = frozenset({"year", "annum", "yearly", "annual", "annually"})
ONE = Decimal(1)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Growth:
    """A growth figure as a yearly rate in percent: "2.5 times in four years" is 25.7% a year.

    `likely` and `possible` are the readings of the meaning most listeners take and of another one: "grew by
    2.5 times" is taken as growth to two and a half times, and may mean to three and a half times. `even`
    says that both meanings are as likely: "has been growing 40% since 2003", in all or each year.
    """

    likely: Reading
    possible: Reading
    even: bool
    steps: tuple[str, ...]


def check_growth(link: Link, tolerance: Tolerance) -> Verdict:
    """Two growth figures of one thing must come to one yearly rate.

    "2.5 times over the last four years" is 25.7% a year, and does not fit "60% a year". Growth may have been
    faster in one of two spans that merely overlap: no more than plain. Undecided when the span
    of a figure is not known, or the spans have no common time.
    """
    if len(link.claims) != 2:
        return UNDECIDED
    lengths = [span_in_years(claim) for claim in link.claims]
    if None in lengths:
        return UNDECIDED
    together = False
    if min(length for length in lengths if length) < ONE_YEAR[0]:
        # Nobody makes a yearly rate of a quarter's growth: such figures are compared as they stand, or not at all.
        if _differ(*lengths):
            return UNDECIDED
        together, lengths = True, [ONE, ONE]
    growths = [read_growth(claim, tolerance, years) for claim, years in zip(link.claims, lengths, strict=True)]
    first, second = growths
    if first is None or second is None:
        return UNDECIDED
    spans = compare_spans(*link.claims)
    if spans == "apart":
        return UNDECIDED
    outcome = _decide(first, second)
    if outcome is Outcome.STRICT and spans == "overlap":
        outcome = Outcome.PLAIN
    one, other = (said(claim.quantity) for claim in link.claims)
    rates = tuple(_say_rate(growth.likely.stated) for growth in (first, second))
    return Verdict(
        outcome,
        f"growth is given as {_say_growth(one, rates[0], together)} and as {_say_growth(other, rates[1], together)}",
        (*first.steps, *second.steps) if not together else (f"{one} and {other} are for spans of one length",),
        "",
        tuple(_say_rate(growth.likely.strict) for growth in (first, second)),
    )


def read_growth(claim: Claim, tolerance: Tolerance, years: Decimal | None) -> Growth | None:
    """The yearly rate that a growth figure over so many years stands for, or None when it stands for none."""
    quantity = claim.quantity
    if quantity.kind not in (Kind.PERCENT, Kind.MULTIPLE, Kind.RATE) or years is None:
        return None
    reading = read(quantity, quantity, tolerance)
    parts = [one.scaled(1 / quantity.factor) for one in _parts(reading)]
    even = quantity.kind is not Kind.MULTIPLE and claim.period is not None and claim.period.kind == "since"
    sign = Decimal(-1) if claim.trend == "down" else ONE
    if quantity.kind is Kind.MULTIPLE:
        likely = [_yearly(one, years) if sign > 0 else _yearly_fall(one, years) for one in parts]
        by = [one.shifted(ONE) for one in parts]
        possible = [_yearly(one, years) for one in by] if sign > 0 else likely
    else:
        factors = [one.scaled(sign / HUNDRED).shifted(ONE) for one in parts]
        likely = [_yearly(one, years) for one in factors]
        possible = [_yearly(one, ONE) for one in factors] if even else likely
    if None in likely or None in possible:
        return None
    rate = Reading(*(one for one in likely if one))
    text = f"{said(quantity)}{_say_span(years)}: {_say_rate(rate.strict)} a year"
    other = Reading(*(one for one in possible if one))
    if even and other.strict != rate.strict:
        text += f", or {_say_rate(other.strict)} if each year is meant"
    return Growth(rate, other, even, (text,))


def span_in_years(claim: Claim) -> Decimal | None:
    """Over how many years a growth figure runs: 1 for "a year", 4 for "over the last four years"."""
    unit = claim.quantity.unit.rpartition(" per ")[2] if " per " in claim.quantity.unit else ""
    period = claim.period
    if unit in YEARLY or (period and period.per in YEARLY):
        return ONE
    if claim.role is Role.RATE and claim.quantity.kind is not Kind.MULTIPLE:
        return ONE
    if period is None:
        return None
    if period.start is None or period.end is None:
        return said_years(period.text)
    years = Decimal((period.end - period.start).days + 1) / DAYS_A_YEAR
    if ONE_YEAR[0] <= years <= ONE_YEAR[1]:
        return ONE
    # Days are counted from a date in either year, so whole years come out a day or two short.
    whole = years.to_integral_value()
    return whole if whole and abs(years - whole) < Decimal("0.05") else years


def said_years(text: str) -> Decimal | None:
    """The years that a period names without a date to count from: 4 in "the last four years"."""
    words = text.casefold().replace("-", " ").split()
    numbers, lengths = lexicon()["numbers"], lexicon()["years"]
    for before, word in pairwise(["", *words]):
        if word in lengths:
            count = numbers.get(before, before if before.isdecimal() else None)
            # "the past decade" is one; "the year" says nothing of how long growth went on.
            if count is not None or lengths[word] > 1:
                return Decimal(count or 1) * Decimal(lengths[word])
    return None


def compare_spans(first: Claim, second: Claim) -> str:
    """How the stated spans of two figures lie: "same", "overlap", or "apart" without a common day.

    A figure "a year" without a span of its own, or with one carried over, holds for any time.
    """
    one, other = first.period, second.period
    if one is None or other is None or not (one.stated and other.stated):
        return "same"
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return "same"
    if one.end < other.start or other.end < one.start:
        return "apart"
    ends = abs((one.start - other.start).days), abs((one.end - other.end).days)
    return "same" if max(ends) <= SAME_DAYS else "overlap"


def _differ(one: Decimal | None, other: Decimal | None) -> bool:
    return one is None or other is None or abs(one - other) > SAME_LENGTH


def _decide(first: Growth, second: Growth) -> Outcome:
    pairs = product((first.likely, first.possible), (second.likely, second.possible))
    if not any(one.strict.overlaps(other.strict) for one, other in pairs):
        return Outcome.STRICT
    taken = product(*((one.likely, one.possible) if one.even else (one.likely,) for one in (first, second)))
    return Outcome.FITS if any(one.plain.overlaps(other.plain) for one, other in taken) else Outcome.PLAIN


def _parts(reading: Reading) -> tuple[Interval, ...]:
    return reading.stated, reading.strict, reading.rounded, reading.cut, reading.plain


def _yearly(factor: Interval, years: Decimal) -> Interval | None:
    """The yearly rate in percent of growth by a factor over some years; None for what cannot compound."""
    if factor.low <= 0:
        return None
    low, high = (_root(end, years) for end in (factor.low, factor.high))
    return Interval(low, high, factor.low_open, factor.high_open).shifted(-ONE).scaled(HUNDRED)


def _yearly_fall(factor: Interval, years: Decimal) -> Interval | None:
    inverse = Interval.exactly(ONE).divided(factor)
    return _yearly(inverse, years) if inverse else None


def _root(value: Decimal, years: Decimal) -> Decimal:
    return value if years == 1 or not value.is_finite() else value ** (ONE / years)


def _say_span(years: Decimal) -> str:
    return "" if years == 1 else f" over {plain_number(round(years, 1))} years"


def _say_growth(figure: str, rate: str, together: bool) -> str:
    return figure if figure == rate or together else f"{figure} ({rate} a year)"


def _say_rate(rate: Interval) -> str:
    low, high = (f"{plain_number(round(end, 1))}" if end.is_finite() else "" for end in (rate.low, rate.high))
    if low == high or not high or not low:
        return f"{'over ' if not high else 'under ' if not low else ''}{low or high}%"
    return f"{low}–{high}%" if rate.low >= 0 else f"{low}% to {high}%"


GROWTH = Check(
    "growth",
    frozenset({LinkKind.GROWTH_OF}),
    check_growth,
    "Growth figures of one thing must come to one yearly rate.",
)
