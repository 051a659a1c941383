"""Correction: a figure that its speaker puts right."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare, decide, distance
from claimcheck.rules.wording import said


def check_correction(link: Link, tolerance: Tolerance) -> Verdict:
    """A figure and what its speaker says instead: "400 -- excuse me, 500"; no fault, but worth a note."""
    wrong, right = link.of_role("wrong"), link.of_role("right")
    if not len(wrong) == len(right) == 1:
        return UNDECIDED
    compared = compare((*wrong, *right), tolerance)
    if compared is None:
        return UNDECIDED
    outcome = decide(compared, lambda intervals: intervals[0].overlaps(intervals[1]))
    first, second = (said(claim.quantity) for claim in compared.claims)
    before, after = (reading.stated for reading in compared.readings)
    return Verdict(
        outcome,
        f"the speaker corrects {first} to {second}",
        (f"first said: {first}", f"then: {second}"),
        "" if outcome is Outcome.FITS else compared.say_size(distance(before, after)),
        compared.say_for(link),
    )


CORRECTION = Check(
    "correction",
    frozenset({LinkKind.CORRECTS}),
    check_correction,
    "A figure that its speaker puts right is noted.",
)
