"""What every format says in the same words: counts, the verdict, the coverage, method and limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report

METHOD = (
    "claimcheck reads every number with its unit and its hedge, finds out what it measures, for whom "
    "and when, and compares the figures that are about the same thing. A bare figure is allowed its own "
    "rounding and truncation: “9 billion” may be anything from 8.5 up to, not including, 10 billion. "
    "Figures that cannot all be right are an error, or a warning where one of them leaves its period, "
    "place or scope unsaid, or is a forecast held against a result; figures that only sound different "
    "are a note."
)
LIMITS = (
    "It does not say who is right, and it knows no facts but those of these texts and of the tables it was "
    "given. Figures whose subject it did not understand were not compared; a report without findings is no proof "
    "that all figures fit."
)
MOST_KEYS = 5


def counted(number: int, noun: str) -> str:
    """A number with its noun, as "1 error" or "12,000 notes"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """The parts as a sentence lists them: "3 errors, 1 warning and 2 notes"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as reports list them: graver first, then by file and place."""
    return sorted(findings, key=lambda finding: finding.order)


def tally(report: Report) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(finding.severity for finding in report.findings)


def verdict(report: Report) -> str:
    """The report in a sentence: "3 errors and 1 warning in 2 transcripts."."""
    if not report.documents:
        return "No transcript could be read."
    if report.unread:
        return f"Interrupted before {counted(report.unread, 'file')} of the run: {_verdict(report)}"
    if report.unfinished:
        return f"Interrupted before all figures were compared: {_verdict(report)}"
    return _verdict(report)


def _verdict(report: Report) -> str:
    counts = tally(report)
    loud = [counted(counts[level], level) for level in (Severity.ERROR, Severity.WARNING) if counts[level]]
    transcripts = counted(len(report.documents), "transcript")
    if loud:
        return f"{listed(loud)} in {transcripts}."
    if not report.coverage.linked:
        return f"Nothing to compare in {transcripts}: no two figures were found to be about the same thing."
    return f"No {'new ' if report.known else ''}discrepancies in {transcripts}."


def reading(report: Report) -> str:
    """What was read and what not: "Read 2 transcripts in 1 file (52,310 characters); skipped 3 files."."""
    files = {document.file for document in report.documents}
    text = (
        f"Read {counted(len(report.documents), 'transcript')} in {counted(len(files), 'file')} "
        f"({counted(report.coverage.characters, 'character')})"
    )
    if report.archived:
        text += f", and compared with {counted(report.archived, 'archived transcript')}"
    if report.passed_over:
        text += f"; {passing_over(report.passed_over)}"
    if report.unread:
        text += f"; {counted(report.unread, 'file')} not read, for the run was interrupted"
    return f"{text}; skipped {counted(len(report.skipped), 'file')}." if report.skipped else f"{text}."


def passing_over(files: int) -> str:
    """What was not compared because an archive is large: "12 archived files, with less in common, were left out"."""
    return f"{counted(files, 'archived file')}, with less in common, {'was' if files == 1 else 'were'} left out"


def understanding(report: Report) -> str:
    """What share of the numbers was understood: "Of 311 numbers 290 measure something; ..."."""
    found = report.coverage
    text = (
        f"Of {counted(found.quantities, 'number')}, {found.measurements:,} measure or count something; "
        f"what they measure was understood for {found.understood:,} "
        f"({_share(found.understood, found.measurements)}), and {found.linked:,} "
        f"({_share(found.linked, found.measurements)}) were compared with another figure, "
        f"in {counted(found.pairs, 'comparison')}."
    )
    return f"{text} {crowding(found.crowded)}" if found.crowded else text


def crowding(keys: Sequence[str]) -> str:
    """What was left out because too many figures share it, and the first of it: "count|people"."""
    few = ", ".join(keys[:MOST_KEYS]) + (", ..." if len(keys) > MOST_KEYS else "")
    return (
        f"So many figures share {counted(len(keys), 'key')} ({few}) that they were not compared across documents "
        "for that alone."
    )


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "0%"
