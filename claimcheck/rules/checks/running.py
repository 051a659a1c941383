"""Running: a total of all so far must not fall."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare, decide, distance
from claimcheck.rules.wording import said


def check_running(link: Link, tolerance: Tolerance) -> Verdict:
    """A total of all so far cannot be smaller later: "1,200 homes so far" in May, "1,100 homes to date" in June.

    Undecided below zero.
    """
    earlier, later = link.of_role("earlier"), link.of_role("later")
    if not len(earlier) == len(later) == 1:
        return UNDECIDED
    compared = compare((*earlier, *later), tolerance)
    if compared is None or any(claim.quantity.low < 0 for claim in compared.claims):
        return UNDECIDED
    outcome = decide(compared, _has_not_fallen)
    first, second = (said(claim.quantity) for claim in compared.claims)
    in_first, in_second = compared.say_each()
    before, after = (reading.stated for reading in compared.readings)
    return Verdict(
        outcome,
        f"a total that only grows falls from {first} to {second}",
        (
            f"earlier: {first} allows {in_first}",
            f"later: {second} allows {in_second}",
            "the later is no less" if outcome is Outcome.FITS else "the later is less",
        ),
        "" if outcome is Outcome.FITS else compared.say_size(distance(before, after)),
        compared.say_for(link),
    )


def _has_not_fallen(intervals: Sequence[Interval]) -> bool:
    earlier, later = intervals
    return not later.below(earlier)


RUNNING = Check(
    "running",
    frozenset({LinkKind.RUNNING_OF}),
    check_running,
    "A total of all so far must not fall.",
)
