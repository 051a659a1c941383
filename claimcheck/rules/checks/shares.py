"""Shares: percentages that split one whole must make a hundred."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.hedged import is_beyond_hedges
from claimcheck.rules.checks.sum import add
from claimcheck.rules.compare import UNDECIDED, compare, decide_sum, distance
from claimcheck.rules.wording import said

WHOLE = Interval.exactly(Decimal(100))


def check_shares(link: Link, tolerance: Tolerance) -> Verdict:
    """Percentages that are said to split one whole must make 100, within their rounding.

    "32%, 27%, 31% and 19%" make 109; "33.3% each for the three" do make a hundred.
    """
    compared = compare(link.claims, tolerance)
    if compared is None or len(link.claims) < 2 or compared.unit.kind is not Kind.PERCENT:
        return UNDECIDED
    whole = WHOLE.scaled(compared.unit.factor)
    outcome = decide_sum(compared, lambda intervals: add(intervals).overlaps(whole))
    added = add([reading.stated for reading in compared.readings])
    if is_beyond_hedges(compared, distance(added, whole)):
        outcome = Outcome.STRICT
    rounded = add([reading.rounded for reading in compared.readings])
    figures = [said(claim.quantity) for claim in compared.claims]
    over = ", over 100%" if added.low > whole.high else ", not 100%"
    steps = [f"shares: {' + '.join(figures)} = {compared.say(added)}"]
    if rounded != added:
        steps.append(f"with rounding: {compared.say(rounded)}")
    steps.append("the shares make 100%" if outcome is Outcome.FITS else "the shares do not make 100%")
    return Verdict(
        outcome,
        f"{' + '.join(figures)} make {compared.say(added)}{over}",
        tuple(steps),
        "" if outcome is Outcome.FITS else compared.say_size(distance(added, whole)),
        compared.say_each(),
    )


SHARES = Check(
    "shares",
    frozenset({LinkKind.SHARES_OF}),
    check_shares,
    "Percentages that split one whole must make a hundred.",
)
