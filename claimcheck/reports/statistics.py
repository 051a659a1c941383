"""The figures of a run: how much was read, understood, compared, linked and found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model.fact import FactStatus
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report

NUMBER_WIDTH = 12


def render_statistics(report: Report) -> str:
    """A line a count, those of one kind indented below their sum: "links 35", "  same-measure 12"."""
    rows = list(_rows(report))
    widest = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{widest}}{number:>{NUMBER_WIDTH},}\n" for name, number in rows)


def _rows(report: Report) -> Iterator[tuple[str, int]]:
    coverage = report.coverage
    yield "documents", len(report.documents)
    yield "files skipped", len(report.skipped)
    yield "characters", coverage.characters
    yield "numbers", coverage.quantities
    yield "measurements", coverage.measurements
    yield "claims understood", coverage.understood
    yield "claims linked", coverage.linked
    yield "pairs compared", coverage.compared
    if report.archived:
        yield "archived transcripts compared", report.archived
        yield "archived files left out", report.passed_over
    if report.unread:
        yield "files not read", report.unread
    if report.unfinished:
        yield "comparisons unfinished", 1
    yield "links", coverage.pairs
    for kind, number in coverage.links:
        yield f"  {kind}", number
    yield "findings", len(report.findings)
    for severity in Severity:
        yield f"  {severity}s", sum(finding.severity is severity for finding in report.findings)
    found = Counter((finding.rule, finding.severity) for finding in report.findings)
    for (rule, severity), number in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1].rank)):
        yield f"  {rule} {severity}s", number
    yield "confirmations", len(report.confirmations)
    if report.facts:
        yield "facts", len(report.facts)
        for status in FactStatus:
            yield f"  {status.value}", sum(outcome.status is status for outcome in report.facts)
        yield "figures that fit a fact", sum(outcome.fitting for outcome in report.facts)
        yield "figures that do not", sum(outcome.clashing for outcome in report.facts)
        yield "figures held against facts", report.held
