"""What `fixtures/expected.yaml` says, and how a report is held to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from ruamel.yaml import YAML

from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.report import Report

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands: "$28 million" in summit/press-conference.txt; offsets count in the file."""

    file: str
    start: int
    end: int
    text: str

    def is_shown_by(self, evidence: Evidence) -> bool:
        return evidence.file.endswith(self.file) and evidence.start < self.end and self.start < evidence.end

    def is_in(self, finding: Finding) -> bool:
        return any(self.is_shown_by(evidence) for evidence in finding.evidence)


@dataclass(frozen=True, slots=True)
class Planted:
    """Figures that do not fit together, the mistaken one first, and the rule that must say so."""

    id: str
    rule: str
    severity: Severity
    figures: tuple[Figure, ...]
    also: tuple[Figure, ...]
    suggests: str
    not_yet: str

    def is_found_by(self, finding: Finding) -> bool:
        return (
            finding.rule == self.rule
            and finding.severity.rank >= self.severity.rank
            and all(figure.is_in(finding) for figure in self.figures)
        )

    def explains(self, finding: Finding) -> bool:
        """Whether the finding is about this mistake: the first figure against others of the list."""
        known = self.figures + self.also
        return self.figures[0].is_in(finding) and all(
            any(figure.is_shown_by(evidence) for figure in known) for evidence in finding.evidence
        )


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Figures that resemble a discrepancy and are none."""

    why: str
    figures: tuple[Figure, ...]

    def is_broken_by(self, finding: Finding) -> bool:
        return any(one.is_in(finding) and other.is_in(finding) for one, other in combinations(self.figures, 2))


@dataclass(frozen=True, slots=True)
class Expected:
    """All that an editor finds in some transcripts, and what she lets pass."""

    planted: tuple[Planted, ...]
    lookalikes: tuple[Lookalike, ...]

    def unexplained(self, report: Report) -> Iterator[Finding]:
        """The findings at warning or above that are about no planted mistake."""
        for finding in report.at_least(Severity.WARNING):
            if not any(planted.explains(finding) for planted in self.planted):
                yield finding


def transcripts() -> dict[str, str]:
    """The text of every transcript by its path in the fixtures folder."""
    files = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".txt", ".md"))
    return {path.relative_to(FIXTURES).as_posix(): path.read_text(encoding="utf-8") for path in files}


def read_expected(yaml: str, texts: Mapping[str, str]) -> Expected:
    """The expectations for these texts; those about other files are left out."""
    data = YAML(typ="safe").load(yaml)
    places = data["places"]

    def is_about_texts(entry: Mapping[str, Sequence[Sequence[str]]]) -> bool:
        return all(places[place] in texts for place, _, _ in entry["figures"])

    def figures(entries: Sequence[Sequence[str]]) -> tuple[Figure, ...]:
        return tuple(find_figure(places[place], texts, text, context) for place, text, context in entries)

    return Expected(
        tuple(
            Planted(
                entry["id"],
                entry["rule"],
                Severity(entry["severity"]),
                figures(entry["figures"]),
                figures(entry.get("also", ())),
                entry.get("suggests", ""),
                entry.get("not_yet", ""),
            )
            for entry in data["planted"]
            if is_about_texts(entry)
        ),
        tuple(
            Lookalike(entry["why"], figures(entry["figures"])) for entry in data["lookalikes"] if is_about_texts(entry)
        ),
    )


def find_figure(file: str, texts: Mapping[str, str], text: str, context: str) -> Figure:
    """The figure `text` in `context`, which must stand in the file once."""
    times = texts[file].count(context)
    assert times == 1, f'{file}: "{context}" stands there {times} times'
    start = texts[file].index(context) + context.index(text)
    return Figure(file, start, start + len(text), text)


def describe(findings: Sequence[Finding]) -> str:
    """Findings for the message of a failing test."""
    return "\n".join(
        f"{finding.severity} {finding.rule}: {finding.message} {list(map(_place, finding.evidence))}"
        f" {finding.suggestion}"
        for finding in findings
    )


def _place(evidence: Evidence) -> str:
    return f"{Path(evidence.file).name}:{evidence.line} {evidence.figure}"
