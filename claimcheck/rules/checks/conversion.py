"""Conversion: one thing in two units must come to the same."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import read_pair
from claimcheck.rules.checks.restated import judge_pair
from claimcheck.rules.compare import UNDECIDED


def check_conversion(link: Link, tolerance: Tolerance) -> Verdict:
    """Two figures of one thing in two units must agree: "5,000 kilograms, that is 50 tons" do not."""
    pair = read_pair(link, tolerance)
    if pair is None or not pair.units_differ:
        return UNDECIDED
    compared = pair.compared
    second = compared.claims[1].quantity
    converted = compared.say_as(compared.readings[0].stated, second)
    return judge_pair(pair, f"{pair.first} are {converted}, not {pair.second}")


CONVERSION = Check(
    "conversion",
    frozenset({LinkKind.SAME_MEASURE, LinkKind.RESTATES}),
    check_conversion,
    "One thing in two units must come to the same.",
)
