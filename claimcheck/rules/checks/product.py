"""Product: a number of things at so much each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, Reading, decide_between, read
from claimcheck.rules.wording import said, say_interval


def check_product(link: Link, tolerance: Tolerance) -> Verdict:
    """So many things at so much each must come to what is said of all.

    "8,000 users at $100 each comes to $80,000": 8,000 × $100 make $800,000. Intervals multiply end by end
    (Moore 1966). Undecided when more than one of the factors has a unit of its own, or one is below zero.
    """
    products, factors = link.of_role("product"), link.of_role("factor")
    if len(products) != 1 or len(factors) < 2 or any(factor.quantity.low < 0 for factor in factors):
        return UNDECIDED
    rate, like = factors[-1].quantity, products[0].quantity
    scale = scale_between(rate, like)
    if scale is None:
        return UNDECIDED
    readings = [read_own(factor, tolerance) for factor in factors]
    strict, plain, stated = (
        multiply([getattr(one, name) for one in readings]).scaled(scale) for name in ("strict", "plain", "stated")
    )
    given = read_own(products[0], tolerance)
    outcome = decide_between([strict], [plain], given)
    text = " × ".join(said(factor.quantity) for factor in factors)
    fits = "which does not fit" if outcome is Outcome.STRICT else "which fits"
    return Verdict(
        outcome,
        f"{text} makes {say_interval(stated, like)}, not {said(like)}",
        (f"{text}: {say_interval(strict, like)}", f"given: {said(like)}, {say_interval(given.strict, like)}: {fits}"),
        "",
        (),
    )


def multiply(intervals: list[Interval]) -> Interval:
    """What the product of figures may be, end by end."""
    product, *others = intervals
    for other in others:
        product = product.times(other)
    return product


def read_own(claim: Claim, tolerance: Tolerance) -> Reading:
    """A figure's readings in its own unit: 12 of "12 weeks", 500 of "$500 per week"."""
    own = replace(claim.quantity, factor=Decimal(1), offset=Decimal(0))
    return read(own, own, tolerance)


def scale_between(rate: Quantity, total: Quantity) -> Decimal | None:
    """What turns a sum of so much each into the unit of the total; None when they have none in common."""
    if rate.unit.partition(" per ")[0] == total.unit:
        return Decimal(1)
    return rate.factor / total.factor if rate.dimension == total.dimension and " per " not in rate.unit else None


PRODUCT = Check(
    "product",
    frozenset({LinkKind.PRODUCT_OF}),
    check_product,
    "So many things at so much each must come to what is said of all.",
)
