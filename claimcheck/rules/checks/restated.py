"""Restated: one thing, said twice, must come to one figure."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.slip import share_an_end
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import Pair, read_pair
from claimcheck.rules.compare import UNDECIDED, decide, distance


def check_restated(link: Link, tolerance: Tolerance) -> Verdict:
    """Two figures of one thing must share some value: "54 schools" and "45 schools" do not.

    A text that retells another means its very figures: "$441 million" is not "$442 million", although either may have
    been cut or rounded. Two ranges that have but one end in common are worth a note. Figures in different units are
    left to conversion, powers of ten to magnitude.
    """
    pair = read_pair(link, tolerance)
    if pair is None or pair.units_differ:
        return UNDECIDED
    if link.kind is LinkKind.SAME_MEASURE and pair.power_of_ten():
        return UNDECIDED
    verdict = judge_pair(pair, f"{pair.name} is given as {pair.first} and as {pair.second}")
    if (
        link.retelling
        and verdict.outcome is not Outcome.STRICT
        and (pair.differs_at_its_word() or (verdict.outcome is Outcome.PLAIN and not pair.has_bound))
    ):
        steps = pair.steps("taken at their word, no value satisfies both")
        return Verdict(Outcome.STRICT, verdict.message, steps, readings=verdict.readings)
    if link.tentative and verdict.outcome is Outcome.FITS and share_an_end(*(claim.quantity for claim in link.claims)):
        return Verdict(Outcome.PLAIN, verdict.message, pair.steps("one end is the same"), readings=verdict.readings)
    return verdict


def judge_pair(pair: Pair, message: str) -> Verdict:
    """The verdict on two figures that must share some value."""
    compared = pair.compared
    outcome = decide(compared, lambda intervals: intervals[0].overlaps(intervals[1]))
    apart = "no value satisfies both" if outcome is Outcome.STRICT else "some values satisfy both"
    low, high = (reading.plain if outcome is Outcome.PLAIN else reading.strict for reading in compared.readings)
    gap = compared.say_size(distance(low, high)) if outcome is not Outcome.FITS else ""
    return Verdict(outcome, message, pair.steps(apart), gap, compared.say_each())


RESTATED = Check(
    "restated",
    frozenset({LinkKind.SAME_MEASURE, LinkKind.RESTATES}),
    check_restated,
    "One thing said twice must come to one figure.",
)
