"""The baseline: findings that were there when a team began to use claimcheck, and need not stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.remark import Ignore


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure of a known finding, for people to read: "$312 million" in its sentence and file."""

    file: str
    figure: str
    quote: str


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding as a baseline holds it; `clashes` are what it is recognised by, the rest is for people."""

    fingerprint: str
    rule: str
    severity: Severity
    message: str
    figures: tuple[KnownFigure, ...]
    clashes: tuple[str, ...]

    @staticmethod
    def of(finding: Finding) -> KnownFinding:
        """The finding without what changes when lines move."""
        return KnownFinding(
            finding.fingerprint,
            finding.rule,
            finding.severity,
            finding.message,
            tuple(KnownFigure(item.file, item.figure, item.quote) for item in finding.evidence),
            finding.clashes,
        )

    @property
    def files(self) -> frozenset[str]:
        """The files that its figures stand in."""
        return frozenset(item.file for item in self.figures)


@dataclass(frozen=True, slots=True)
class Baseline:
    """All findings that are known."""

    findings: tuple[KnownFinding, ...] = ()


EMPTY = Baseline()


def unsaid(file: str, sentence: str) -> bool:
    """Takes every sentence for new."""
    return False


@dataclass(frozen=True, slots=True)
class Adoption:
    """What a team does not want to hear of: what is known, what is kept silent besides by comments, and what is old.

    `since` is a revision of git, and `said` tells whether a sentence stood in a file then: a finding is new when one of
    its sentences did not.
    """

    baseline: Baseline = EMPTY
    ignores: tuple[Ignore, ...] = ()
    since: str = ""
    said: Callable[[str, str], bool] = unsaid
