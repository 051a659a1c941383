"""Rates: so much a month must come to so much a year."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.data_files import read_table
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.product import read_own
from claimcheck.rules.compare import UNDECIDED, decide_between, distance
from claimcheck.rules.wording import said, say_interval


def check_rates(link: Link, tolerance: Tolerance) -> Verdict:
    """One rate for two lengths of time must come to the same: "$4 million a month, or $84 million a year" does not.

    A month is a twelfth of a year; how many days and weeks are worked in it is left open. Undecided below zero.
    """
    if len(link.claims) != 2 or any(claim.quantity.low < 0 for claim in link.claims):
        return UNDECIDED
    one, other = link.claims
    times = between(_per(one), _per(other))
    if times is None or one.quantity.numerator != other.quantity.numerator:
        return UNDECIDED
    reading, given = read_own(one, tolerance), read_own(other, tolerance)
    strict, plain, stated = (times.times(part) for part in (reading.strict, reading.plain, reading.stated))
    outcome = decide_between([strict], [plain], given)
    like = other.quantity
    fits = "which does not fit" if outcome is Outcome.STRICT else "which fits"
    gap = distance(stated, given.stated)
    return Verdict(
        outcome,
        f"{said(one.quantity)} makes {say_interval(stated, like)}, not {said(like)}",
        (
            f"{said(one.quantity)}: {say_interval(strict, like)} a {_per(other)}",
            f"given: {said(like)}, {say_interval(given.strict, like)}: {fits}",
        ),
        "" if outcome is Outcome.FITS or not gap.is_finite() else say_interval(Interval.exactly(gap), like),
        (say_interval(reading.strict, one.quantity), say_interval(given.strict, like)),
    )


def between(one: str, other: str) -> Interval | None:
    """How many times the second length of time holds the first: a year holds 12 months; None for unknown ones."""
    table = _lengths()
    if (one, other) in table:
        return table[one, other]
    return Interval.exactly(Decimal(1)).divided(table[other, one]) if (other, one) in table else None


def _per(claim: Claim) -> str:
    return claim.period.per if claim.period else ""


@cache
def _lengths() -> dict[tuple[str, str], Interval]:
    rows = read_table("claimcheck.rules", "rates.toml")["length"]
    return {(row["each"], row["in"]): Interval(Decimal(str(row["least"])), Decimal(str(row["most"]))) for row in rows}


RATES = Check(
    "rates",
    frozenset({LinkKind.RATE_OF}),
    check_rates,
    "One rate for two lengths of time must come to the same.",
)
