"""Which rules are for a link, and what they say of it."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.errors import UnitError
from claimcheck.model.link import Link
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Rule, Tolerance, Within
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks import CHECKS, Check
from claimcheck.rules.compare import UNDECIDED, worst

# What arithmetic on a figure may raise: such a figure is undecided, and the run goes on.
BAD_FIGURE = (ArithmeticError, ValueError, UnitError)


def applies(rule: Rule, link: Link) -> bool:
    """Whether a rule is for such a link: its check reads the kind, and `where` holds."""
    check = CHECKS.get(rule.check)
    return (
        check is not None
        and link.kind in check.kinds
        and _stands_within(link, rule.within)
        and (not rule.dimension or any(_has_dimension(claim.quantity, rule.dimension) for claim in link.claims))
    )


def evaluate(check: Check, link: Link, tolerance: Tolerance) -> Verdict:
    """A check's verdict on a link; a figure that cannot be reckoned with is undecided."""
    try:
        return check.function(link, tolerance)
    except BAD_FIGURE:
        return UNDECIDED


def outcome_of(link: Link, tolerance: Tolerance) -> Outcome:
    """The gravest outcome of all checks that read such a link, whichever of them owns it."""
    checks = (check for check in CHECKS.values() if link.kind in check.kinds)
    return worst([evaluate(check, link, tolerance).outcome for check in checks])


def _stands_within(link: Link, within: Within) -> bool:
    if within is Within.CORPUS:
        return True
    places: Mapping[Within, set[tuple[object, ...]]] = {
        Within.DOCUMENT: {(claim.document,) for claim in link.claims},
        Within.TURN: {(claim.document, claim.turn) for claim in link.claims},
        Within.SENTENCE: {claim.where for claim in link.claims},
    }
    return len(places[within]) == 1


def _has_dimension(quantity: Quantity, wanted: str) -> bool:
    """Whether a figure is of a rule's dimension: "money" takes in "money:dollar", "count" bare numbers."""
    dimension = quantity.dimension or str(quantity.kind)
    return dimension == wanted or dimension.startswith(f"{wanted}:")
