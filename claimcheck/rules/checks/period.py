"""Period: one distinctive figure cannot belong to two periods."""

from __future__ import annotations

from claimcheck.model.claim import Period
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import read_pair
from claimcheck.rules.compare import UNDECIDED
from claimcheck.rules.wording import said

DISTINCTIVE_DIGITS = 3
# Where all but the period agrees, a figure of two digits will do.
TELLING_DIGITS = 2
SURE = 0.95
OPENINGS = frozenset({"in", "during", "for", "over", "at", "on", "since", "the", "of", "a", "an"})


def check_period(link: Link, tolerance: Tolerance) -> Verdict:
    """A figure with three or more significant digits is not said of two periods by chance.

    "$36.8 billion in the third quarter" and "$36.8 billion in the second quarter": one of the two is a slip.
    Of one with two digits all but the period must agree. Rounder figures, and periods that were not said with the
    figure, come out alike more easily: plain.
    """
    pair = read_pair(link, tolerance)
    periods = [claim.period for claim in link.claims]
    if (
        pair is None
        or pair.units_differ
        or not pair.compared.readings[0].strict.overlaps(pair.compared.readings[1].strict)
    ):
        return UNDECIDED
    one, other = periods
    if one is None or other is None:
        return UNDECIDED
    same = same_period(one, other)
    explicit = one.stated and other.stated and one.is_resolved == other.is_resolved
    least = TELLING_DIGITS if link.score >= SURE else DISTINCTIVE_DIGITS
    distinctive = all(significant_digits(claim.quantity) >= least for claim in link.claims)
    outcome = Outcome.FITS if same else Outcome.STRICT if explicit and distinctive else Outcome.PLAIN
    steps = tuple(f"{said(claim.quantity)}: {_say_period(claim.period)}" for claim in link.claims if claim.period)
    return Verdict(
        outcome,
        f"{pair.first} is given for two periods: {_bare(one.text)}, and {_bare(other.text)}",
        (*steps, "the periods are the same" if same else "the periods differ"),
        "",
        pair.compared.say_each(),
    )


def same_period(one: Period, other: Period) -> bool:
    """Whether two periods are the same days or, where these are not known, the same words."""
    if one.is_resolved and other.is_resolved:
        return (one.start, one.end) == (other.start, other.end)
    return _bare(one.text) == _bare(other.text)


def significant_digits(quantity: Quantity) -> int:
    """How many digits of a figure carry information: 3 for "$36.8 billion", 1 for "40,000"."""
    return max(len(value.normalize().as_tuple().digits) for value in (quantity.low, quantity.high))


def _say_period(period: Period) -> str:
    days = f" ({period.start} to {period.end})" if period.is_resolved else ""
    return f"{_bare(period.text)}{days}"


def _bare(text: str) -> str:
    """A period's words without what opens them: "in the third quarter" is "third quarter"."""
    words = text.casefold().split()
    while len(words) > 1 and words[0] in OPENINGS:
        words = words[1:]
    return " ".join(words)


PERIOD = Check(
    "period",
    frozenset({LinkKind.PERIOD_OF}),
    check_period,
    "One distinctive figure cannot belong to two periods.",
)
