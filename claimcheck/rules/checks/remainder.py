"""Remainder: what is left of a whole must be the whole without its parts."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.sum import add
from claimcheck.rules.compare import UNDECIDED, compare, decide_sum, distance
from claimcheck.rules.wording import said


def check_remainder(link: Link, tolerance: Tolerance) -> Verdict:
    """A whole less its parts must be what is said to remain.

    "Of the 40 schools 25 were mended, the remaining 12 wait": 40 less 25 is 15, not 12. Undecided with
    figures below zero.
    """
    wholes, parts, rests = link.of_role("whole"), link.of_role("part"), link.of_role("rest")
    if not len(wholes) == len(rests) == 1 or not parts:
        return UNDECIDED
    compared = compare((*wholes, *parts, *rests), tolerance)
    if compared is None or any(claim.quantity.low < 0 for claim in compared.claims):
        return UNDECIDED
    outcome = decide_sum(compared, lambda intervals: add(intervals[1:]).overlaps(intervals[0]))
    stated = [reading.stated for reading in compared.readings]
    left = stated[0].minus(add(stated[1:-1]))
    whole, *taken, rest = (said(claim.quantity) for claim in compared.claims)
    text = f"{whole} less {' and '.join(taken)}"
    fits = "which fits" if outcome is Outcome.FITS else "which does not fit, however they were rounded"
    if outcome is Outcome.PLAIN:
        fits = "which fits only if the hedges are stretched"
    named = f"leaves {compared.say(left)}" if left.low >= 0 else "leaves nothing"
    return Verdict(
        outcome,
        f"{text} {named}, not {rest}",
        (f"{text} {named}", f"the rest: {rest}, {compared.say_each()[-1]}: {fits}"),
        "" if outcome is Outcome.FITS else compared.say_size(distance(left, stated[-1])),
        compared.say_for(link),
    )


REMAINDER = Check(
    "remainder",
    frozenset({LinkKind.REMAINDER_OF}),
    check_remainder,
    "What is left of a whole must be the whole without its parts.",
)
