"""Versions: two versions of one sentence must give one figure."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import Pair, read_pair
from claimcheck.rules.checks.restated import judge_pair
from claimcheck.rules.compare import UNDECIDED


def check_versions(link: Link, tolerance: Tolerance) -> Verdict:
    """Two versions of one sentence must give one figure: "walked for 3 days" and "walked for 6 days" do not.

    Who copies a sentence copies its bounds: "250 employees" and "less than 250 employees" differ too.
    """
    pair = read_pair(link, tolerance)
    if pair is None:
        return UNDECIDED
    message = f"two versions of one sentence give {pair.first} and {pair.second}"
    verdict = judge_pair(pair, message)
    if verdict.outcome is Outcome.FITS and _bounds_differ(pair):
        steps = pair.steps("taken at their word, no value satisfies both")
        return Verdict(Outcome.STRICT, message, steps, readings=verdict.readings)
    return verdict


def _bounds_differ(pair: Pair) -> bool:
    """Whether one version bounds away the very figure of the other: "9 cities" and "less than 9 cities"."""
    one, other = (reading.stated for reading in pair.compared.readings)
    first, second = (claim.quantity for claim in pair.compared.claims)
    return not one.overlaps(other) and (one.low == other.low or one.high == other.high or first.size == second.size)


VERSIONS = Check(
    "versions",
    frozenset({LinkKind.VERSIONS_OF}),
    check_versions,
    "Two versions of one sentence must give one figure.",
)
