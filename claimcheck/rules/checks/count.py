"""Count: as many things must be listed as were announced."""

from __future__ import annotations

from claimcheck.model.interval import plain_number
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED
from claimcheck.rules.wording import said


def check_count(link: Link, tolerance: Tolerance) -> Verdict:
    """A list must have as many items as its announcement says: "four priorities: schools, roads and clinics".

    Where a list can be counted in two ways, one of them must fit.
    """
    counts, items = link.of_role("count"), [given for given in link.given if given.role == "items"]
    if len(counts) != 1 or not items:
        return UNDECIDED
    quantity, number = counts[0].quantity, items[0].value
    fits = any(quantity.strict.contains(one.value) for one in items)
    figure, listed = said(quantity), plain_number(number)
    return Verdict(
        Outcome.FITS if fits else Outcome.STRICT,
        f"{figure} are announced and {listed} listed",
        (f"announced: {figure}", f"listed: {listed} ({items[0].text})"),
        "" if fits else plain_number(abs(number - quantity.low)),
        (figure,),
    )


COUNT = Check(
    "count",
    frozenset({LinkKind.LIST_OF}),
    check_count,
    "A list must have as many items as were announced.",
)
