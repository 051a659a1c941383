"""Findings: figures that do not fit together, with the evidence and the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.quantity import Quantity


class Severity(StrEnum):
    """How sure and how grave: errors cannot both be true, warnings lack a stated scope, notes inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """2 for an error, 1 for a warning, 0 for a note."""
        return {"error": 2, "warning": 1, "note": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure of a finding, where it stands, who said it.

    `start` and `end` are characters in the decoded file, of the number's span; `line` and `column` count from
    1. `quote` is the sentence, `quote_at` the figure's offset in it and `figure` its text; `role` is its part
    in the finding ("whole", "total") and `reading` the interval that was compared, with its unit. `landmark`
    is the place in a file that is not opened by lines, as "page 3, paragraph 2". `quantity` is the figure as it was
    read, and `topics` are what a reader would call its subject: "general fund budget".
    """

    file: str
    start: int
    end: int
    line: int
    column: int
    speaker: str
    quote: str
    quote_at: int
    figure: str
    role: str = ""
    reading: str = ""
    document: str = ""
    date: str = ""
    landmark: str = ""
    quantity: Quantity | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is kept silent, in its author's words: "counted without overseas staff".

    `place` is where that is written, in a comment of the transcript (`in_source`) or in a file of its own.
    """

    reason: str
    place: str = ""
    in_source: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: "29 + 13 = 42, not 43".

    `steps` is the arithmetic line by line, `why` the reasons for linking the figures, `alternatives` what
    else could explain the gap (another period, rounding), `suggestion` the single change that would make the
    figures fit, and `suggested` the figure it names. `fingerprint` stays the same when lines move or files are
    renamed; `clashes` are the like for each comparison that the finding is made of, one for a pair of figures.
    `suppression` is set for a finding that is kept silent.
    """

    rule: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    steps: tuple[str, ...] = ()
    suggestion: str = ""
    why: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    gap: str = ""
    fingerprint: str = ""
    suggested: Quantity | None = None
    suppression: Suppression | None = None
    clashes: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, tuple[tuple[str, int], ...], str, str]:
        """The sorting key of every report: graver first, then by file and place."""
        places = tuple((item.file, item.start) for item in self.evidence)
        return -self.severity.rank, places, self.rule, self.fingerprint
