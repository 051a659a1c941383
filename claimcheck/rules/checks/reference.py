"""Reference: what is said must fit the table that a user trusts."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.pair import read_pair
from claimcheck.rules.checks.restated import judge_pair
from claimcheck.rules.compare import UNDECIDED


def check_reference(link: Link, tolerance: Tolerance) -> Verdict:
    """A figure must share some value with the fact it is about: "$45 million" does not with 54 million dollars."""
    pair = read_pair(link, tolerance)
    if pair is None:
        return UNDECIDED
    fact = link.claims[1]
    source = fact.speaker.name if fact.speaker else fact.file
    return judge_pair(pair, f"{pair.first} is said, but {source} gives {pair.second}")


REFERENCE = Check(
    "reference",
    frozenset({LinkKind.REFERENCE}),
    check_reference,
    "What is said must fit the facts of a trusted table.",
)
