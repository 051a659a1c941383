"""What a run found as two tables in Parquet, for pandas, DuckDB and Spark: its claims, and the figures of findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.mention import Mention
from claimcheck.model.report import Report
from claimcheck.reports.columns import MENTION_COLUMNS, Column, Type, Value
from claimcheck.reports.parquet import render_parquet


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure of a finding, with what became of the finding: new, known, suppressed or a confirmation."""

    finding: Finding
    state: str
    number: int
    evidence: Evidence


def _of_finding(name: str, type: Type, value: Callable[[Finding], Value]) -> Column[Cited]:
    return Column(name, type, lambda cited: value(cited.finding))


def _of_figure(name: str, type: Type, value: Callable[[Evidence], Value]) -> Column[Cited]:
    return Column(name, type, lambda cited: value(cited.evidence))


# Documented in docs/scale.md. Names and types are a promise: add at the end, and take nothing away.
FINDING_COLUMNS: tuple[Column[Cited], ...] = (
    _of_finding("fingerprint", Type.TEXT, lambda finding: finding.fingerprint),
    _of_finding("rule", Type.TEXT, lambda finding: finding.rule),
    _of_finding("severity", Type.TEXT, lambda finding: finding.severity.value),
    Column("state", Type.TEXT, lambda cited: cited.state),
    _of_finding("message", Type.TEXT, lambda finding: finding.message),
    _of_finding("gap", Type.TEXT, lambda finding: finding.gap),
    _of_finding("suggestion", Type.TEXT, lambda finding: finding.suggestion),
    _of_finding("steps", Type.TEXTS, lambda finding: finding.steps),
    _of_finding("why", Type.TEXTS, lambda finding: finding.why),
    _of_finding("alternatives", Type.TEXTS, lambda finding: finding.alternatives),
    Column("number", Type.WHOLE, lambda cited: cited.number),
    _of_figure("document", Type.TEXT, lambda evidence: evidence.document),
    _of_figure("file", Type.TEXT, lambda evidence: evidence.file),
    _of_figure("line", Type.WHOLE, lambda evidence: evidence.line),
    _of_figure("column", Type.WHOLE, lambda evidence: evidence.column),
    _of_figure("start", Type.WHOLE, lambda evidence: evidence.start),
    _of_figure("end", Type.WHOLE, lambda evidence: evidence.end),
    _of_figure("speaker", Type.TEXT, lambda evidence: evidence.speaker),
    _of_figure("date", Type.TEXT, lambda evidence: evidence.date),
    _of_figure("figure", Type.TEXT, lambda evidence: evidence.figure),
    _of_figure("role", Type.TEXT, lambda evidence: evidence.role),
    _of_figure("reading", Type.TEXT, lambda evidence: evidence.reading),
    _of_figure("quote", Type.TEXT, lambda evidence: evidence.quote),
)


def render_claims_parquet(report: Report) -> bytes:
    """The claims of a run, with the columns of `claimcheck claims`."""
    documents = {document.name: document for document in report.documents}
    mentions = [Mention.of(claim, documents[claim.document].landmark(claim.quantity.start)) for claim in report.claims]
    return render_parquet(MENTION_COLUMNS, sorted(mentions, key=lambda mention: mention.order))


def render_findings_parquet(report: Report) -> bytes:
    """The findings of a run, a row for each of their figures, in the order of the report."""
    return render_parquet(FINDING_COLUMNS, _cited(report))


def _cited(report: Report) -> Iterator[Cited]:
    states = {
        "new": report.findings,
        "known": report.known,
        "suppressed": report.suppressed,
        "confirmation": report.confirmations,
    }
    for state, findings in states.items():
        for finding in findings:
            for number, evidence in enumerate(finding.evidence, start=1):
                yield Cited(finding, state, number, evidence)
