"""Which rules are for a link, and what they say of it."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.errors import UnitError
from claimcheck.model.link import Link
from claimcheck.model.rule import Rule, Tolerance, Within
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks import Check
from claimcheck.rules.compare import UNDECIDED, worst
from claimcheck.rules.registry import find_check, shipped_checks
from claimcheck.rules.select import is_selected

# What arithmetic on a figure may raise: such a figure is undecided, and the run goes on.
BAD_FIGURE = (ArithmeticError, ValueError, UnitError)


def applies(rule: Rule, link: Link) -> bool:
    """Whether a rule is for such a link: its check reads the kind, and `where` selects one of the figures.

    Links that a rule's own expression made are for that rule only; their figures were selected before.
    """
    if link.rule:
        return link.rule == rule.id
    return (
        link.kind in find_check(rule.check).kinds
        and _stands_within(link, rule.within)
        and any(is_selected(claim, rule) for claim in link.claims)
    )


def evaluate(check: Check, link: Link, tolerance: Tolerance) -> Verdict:
    """A check's verdict on a link; a figure that cannot be reckoned with is undecided."""
    try:
        return check.function(link, tolerance)
    except BAD_FIGURE:
        return UNDECIDED


def outcome_of(link: Link, tolerance: Tolerance, own: str = "") -> Outcome:
    """The gravest outcome of the shipped checks that read such a link, and of the check that found fault with it.

    Checks of packages have no say in what other checks find.
    """
    checks = {check.name: check for check in shipped_checks() if link.kind in check.kinds}
    checks |= {own: find_check(own)} if own else {}
    return worst([evaluate(check, link, tolerance).outcome for check in checks.values()])


def _stands_within(link: Link, within: Within) -> bool:
    if within is Within.CORPUS:
        return True
    places: Mapping[Within, set[tuple[object, ...]]] = {
        Within.DOCUMENT: {(claim.document,) for claim in link.claims},
        Within.TURN: {(claim.document, claim.turn) for claim in link.claims},
        Within.SENTENCE: {claim.where for claim in link.claims},
    }
    return len(places[within]) == 1
