"""Verdicts: what a check says of one link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.link import Link
from claimcheck.model.rule import Rule


class Outcome(StrEnum):
    """FITS: some values satisfy all figures; PLAIN: only what a listener takes away clashes; STRICT: all clash.

    UNDECIDED: the check does not apply (no common unit, a missing role, a zero to divide by).
    """

    FITS = "fits"
    PLAIN = "plain"
    STRICT = "strict"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check on one link, with its arithmetic.

    `message` is the headline ("29 + 13 make 42, not 43"), `steps` the arithmetic line by line with intervals,
    `gap` the distance in words ("1", "a factor of 1,000"), `readings` the compared interval of each claim of
    the link, with unit, in the link's order.
    """

    outcome: Outcome
    message: str = ""
    steps: tuple[str, ...] = ()
    gap: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule's verdict on a link, with the repair that would make it fit, if one was found."""

    rule: Rule
    link: Link
    verdict: Verdict
    suggestion: str = ""
