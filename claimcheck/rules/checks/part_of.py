"""Part-of: a part must not exceed its whole."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare, decide
from claimcheck.rules.wording import said


def check_part_of(link: Link, tolerance: Tolerance) -> Verdict:
    """A part must not be larger than its whole: "$28 million in all, $9 billion of it with the north".

    Undecided with figures below zero: a whole that is a balance may be smaller than a part of it.
    """
    wholes, parts = link.of_role("whole"), link.of_role("part")
    if len(wholes) != 1 or len(parts) != 1:
        return UNDECIDED
    compared = compare((*wholes, *parts), tolerance)
    if compared is None or any(claim.quantity.low < 0 for claim in compared.claims):
        return UNDECIDED
    outcome = decide(compared, lambda intervals: not intervals[0].below(intervals[1]))
    whole, part = (said(claim.quantity) for claim in compared.claims)
    in_whole, in_part = compared.say_each()
    relation = "is no more than the whole" if outcome is Outcome.FITS else "is more than the whole allows"
    low, high = (reading.plain if outcome is Outcome.PLAIN else reading.strict for reading in compared.readings)
    return Verdict(
        outcome,
        f"a part ({part}) is larger than its whole ({whole})",
        (f"whole: {whole} allows {in_whole}", f"part: {part} allows {in_part}", f"the part {relation}"),
        "" if outcome is Outcome.FITS else compared.say_size(high.low - low.high),
        compared.say_for(link),
    )


PART_OF = Check("part-of", frozenset({LinkKind.PART_OF}), check_part_of, "A part must not be larger than its whole.")
