"""Magnitude: the same digits, a power of ten apart."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import plain_number
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import read_pair
from claimcheck.rules.compare import UNDECIDED


def check_magnitude(link: Link, tolerance: Tolerance) -> Verdict:
    """The same digits must not be said of one thing a power of ten apart: "2.3 trillion", "2.3 billion".

    Nor in units that are: "over five tonnes" and "over five kilograms", which a conversion lets pass.
    """
    pair = read_pair(link, tolerance)
    if pair is None or (pair.units_differ and pair.is_apart()):
        return UNDECIDED  # conversion's, which reckons it out
    zeros = pair.power_of_ten()
    if not zeros:
        return UNDECIDED
    factor = plain_number(Decimal(10) ** zeros)
    return Verdict(
        Outcome.STRICT,
        f"{pair.first} and {pair.second} are a factor of {factor} apart",
        pair.steps(f"same leading digits, a factor of {factor} apart"),
        f"a factor of {factor}",
        pair.compared.say_each(),
    )


MAGNITUDE = Check(
    "magnitude",
    frozenset({LinkKind.SAME_MEASURE}),
    check_magnitude,
    "The same digits must not be said a power of ten apart.",
)
