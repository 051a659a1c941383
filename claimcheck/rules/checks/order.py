"""Order: of two figures, the one that is said to be greater must be."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare, decide, distance
from claimcheck.rules.wording import said


def check_order(link: Link, tolerance: Tolerance) -> Verdict:
    """What is said to be greater must be: "unemployment fell from 12% to 15%" does not fall.

    Figures that may be equal within their rounding are no clash.
    """
    greater, lesser = link.of_role("greater"), link.of_role("lesser")
    if not len(greater) == len(lesser) == 1:
        return UNDECIDED
    compared = compare((*greater, *lesser), tolerance)
    if compared is None:
        return UNDECIDED
    outcome = decide(compared, _is_in_order)
    one, other = (said(claim.quantity) for claim in compared.claims)
    in_one, in_other = compared.say_each()
    relation = "which fits" if outcome is Outcome.FITS else "the first is not more than the second"
    first, second = (reading.stated for reading in compared.readings)
    return Verdict(
        outcome,
        f"{one} is not more than {other}, as it is said to be",
        (f"said to be more: {one} allows {in_one}", f"said to be less: {other} allows {in_other}", relation),
        "" if outcome is Outcome.FITS else compared.say_size(distance(first, second)),
        compared.say_for(link),
    )


def _is_in_order(intervals: Sequence[Interval]) -> bool:
    greater, lesser = intervals
    return greater.high > lesser.low


ORDER = Check(
    "order",
    frozenset({LinkKind.ORDER_OF}),
    check_order,
    "Of two figures, the one that is said to be greater must be.",
)
