"""Swap: one figure of a measure must not be another with two digits exchanged."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.slip import Slip, slip_between
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import read_pair
from claimcheck.rules.compare import UNDECIDED

# "25" and "52" meet by chance where a bound lets both hold.
_LEAST_DIGITS = 3


def check_swap(link: Link, tolerance: Tolerance) -> Verdict:
    """Two figures of one thing must not differ by an exchange of two digits: "4,400" and "more than 4,040".

    A bound lets both figures hold, so that no arithmetic objects. Where no value satisfies both, restated does.
    """
    pair = read_pair(link, tolerance)
    if pair is None or pair.units_differ:
        return UNDECIDED
    first, second = (claim.quantity for claim in pair.compared.claims)
    slip, digits = slip_between(first, second)
    one, other = pair.compared.strict()
    if slip is not Slip.SWAP or digits < _LEAST_DIGITS or not one.overlaps(other):
        return UNDECIDED
    return Verdict(
        Outcome.STRICT,
        f"{pair.first} and {pair.second} differ by an exchange of two digits",
        pair.steps("the same digits in another order"),
        readings=pair.compared.say_each(),
    )


SWAP = Check(
    "swap",
    frozenset({LinkKind.SAME_MEASURE}),
    check_swap,
    "One figure must not be another with two digits exchanged.",
)
