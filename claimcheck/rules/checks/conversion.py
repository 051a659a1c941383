"""Conversion: one thing in two units must come to the same."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import Pair, read_pair
from claimcheck.rules.checks.restated import judge_pair
from claimcheck.rules.compare import UNDECIDED


def check_conversion(link: Link, tolerance: Tolerance) -> Verdict:
    """Two figures of one thing in two units must agree: "5,000 kilograms, that is 50 tons" do not."""
    pair = read_pair(link, tolerance)
    if pair is None or not pair.units_differ or _is_difference(pair):
        return UNDECIDED
    compared = pair.compared
    second = compared.claims[1].quantity
    converted = compared.say_as(compared.readings[0].stated, second)
    return judge_pair(pair, f"{pair.first} are {converted}, not {pair.second}")


def _is_difference(pair: Pair) -> bool:
    """Whether two temperatures fit as steps of their scales: "warmer by one degree Fahrenheit (0.6 Celsius)"."""
    first, second = (claim.quantity for claim in pair.compared.claims)
    if first.offset == second.offset:
        return False
    return first.strict.scaled(first.factor).overlaps(second.strict.scaled(second.factor))


CONVERSION = Check(
    "conversion",
    frozenset({LinkKind.SAME_MEASURE, LinkKind.RESTATES}),
    check_conversion,
    "One thing in two units must come to the same.",
)
