"""Sum: parts must add up to their total."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.hedged import is_beyond_hedges
from claimcheck.rules.compare import UNDECIDED, compare, decide_sum, distance
from claimcheck.rules.wording import said


def check_sum(link: Link, tolerance: Tolerance) -> Verdict:
    """Parts named together must add up to their total.

    "12 buses ... another 7 ... those 20 buses": 12 + 7 = 19, not 20. Intervals add end by end (Moore 1966),
    so "about 30 and more than 12" allows 43.
    """
    totals, parts = link.of_role("total"), link.of_role("part")
    if len(totals) != 1 or len(parts) < 2:
        return UNDECIDED
    compared = compare((*totals, *parts), tolerance)
    if compared is None:
        return UNDECIDED
    outcome = decide_sum(compared, lambda intervals: add(intervals[1:]).overlaps(intervals[0]))
    stated = add([reading.stated for reading in compared.readings[1:]])
    if is_beyond_hedges(compared, distance(stated, compared.readings[0].stated)):
        outcome = Outcome.STRICT
    total, *addends = (said(claim.quantity) for claim in compared.claims)
    added, rounded = compared.say(stated), add([reading.rounded for reading in compared.readings[1:]])
    result = f"parts: {' + '.join(addends)} = {added}"
    if rounded != stated:
        result += f", with rounding {compared.say(rounded)}"
    in_total = compared.say_each()[0]
    gap = "" if outcome is Outcome.FITS else compared.say_size(distance(stated, compared.readings[0].stated))
    return Verdict(
        outcome,
        f"{' + '.join(addends)} make {added}, not {total}",
        (result, f"total: {total} allows {in_total}", _relation(outcome)),
        gap,
        compared.say_for(link),
    )


def add(intervals: Sequence[Interval]) -> Interval:
    """What the sum of figures may be, end by end."""
    return reduce(Interval.plus, intervals)


def _relation(outcome: Outcome) -> str:
    return {
        Outcome.STRICT: "the parts do not make the total, however they were rounded",
        Outcome.PLAIN: "the parts make the total only if the hedges are stretched",
    }.get(outcome, "the parts make the total")


SUM = Check(
    "sum",
    frozenset({LinkKind.TOTAL_OF}),
    check_sum,
    "Parts named together must add up to their stated total.",
)
