"""The report as JSON; its models are its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer

from claimcheck.model.fact import FactOutcome, FactStatus
from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.quantity import Bound, Kind
from claimcheck.model.report import Report
from claimcheck.reports.safe import encodable, escape_json
from claimcheck.reports.view import View
from claimcheck.reports.words import in_order, tally, verdict

Text = Annotated[str, BeforeValidator(encodable)]
Number = Annotated[Decimal, PlainSerializer(lambda value: f"{value:f}", return_type=str)]


class Model(BaseModel):
    """Common to all parts: nothing unknown, nothing changed after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class Figure(Model):
    """The value of a quantity, as "over five tons": low and high "5", unit "tonne", bound ">"."""

    low: Number
    high: Number
    unit: Text
    bound: Bound
    kind: Kind


class SuppressionItem(Model):
    """Why a finding is kept silent, and where that is written: a comment in the transcript, or a file of its own."""

    reason: Text
    place: Text
    in_source: bool


class EvidenceItem(Model):
    """One figure of a finding; `start` and `end` count characters of the decoded file."""

    file: Text
    line: int
    column: int
    start: int
    end: int
    document: Text
    speaker: Text
    date: Text
    landmark: Text
    quote: Text
    quote_at: int
    figure: Text
    role: Text
    reading: Text
    topics: list[Text]
    value: Figure | None


class FindingItem(Model):
    """Figures that do not fit together, or in `confirmations` that do."""

    rule: Text
    severity: Severity
    message: Text
    fingerprint: Text
    gap: Text
    suggestion: Text
    suggested: Figure | None
    steps: list[Text]
    why: list[Text]
    alternatives: list[Text]
    suppression: SuppressionItem | None
    evidence: list[EvidenceItem]


class Sourced(Model):
    """A value with the source it was taken from, as the date "2005-06-23" from "line 3"."""

    value: Text
    source: Text


class DocumentItem(Model):
    """A transcript that was read."""

    name: Text
    file: Text
    format: Text
    title: Sourced | None
    date: Sourced | None
    place: Sourced | None


class SkippedItem(Model):
    """A file that was not read, and why."""

    file: Text
    reason: Text
    hint: Text


class FactItem(Model):
    """A row of a table of facts, and what became of it: how many figures fit it, how many do not, or why none was held.

    `line` and `column` are 0 in a table without lines, whose `file` then names the row.
    """

    status: FactStatus
    file: Text
    line: int
    column: int
    fact: Text
    source: Text
    fitting: int
    clashing: int
    reason: Text
    hint: Text


class ComplaintItem(Model):
    """A request for silence that came to nothing, or was not understood."""

    place: Annotated[Text, BeforeValidator(str)]
    message: Text
    hint: Text


class Summary(Model):
    """The findings counted, with the verdict in a sentence; `known` and `suppressed` ones are in no other count."""

    verdict: Text
    errors: int
    warnings: int
    notes: int
    known: int
    suppressed: int
    confirmations: int


class CoverageItem(Model):
    """How much was read, understood and compared: `pairs` are links, `compared` the pairs held against each other.

    `archived` are the transcripts of the archive that were compared, `passed_over` the files of it that were not,
    because there are so many, and `unread` those of the run that an interruption came before; it is `unfinished` where
    one came before all figures were compared.
    """

    characters: int
    quantities: int
    measurements: int
    understood: int
    linked: int
    pairs: int
    compared: int
    links: Annotated[Mapping[Text, int], BeforeValidator(dict)]
    archived: int
    passed_over: int
    unread: int
    unfinished: bool


class ReportDocument(Model):
    """The whole report; `version` changes when a field changes its meaning or goes."""

    version: Literal[1] = 1
    summary: Summary
    coverage: CoverageItem
    rules: list[Text]
    documents: list[DocumentItem]
    skipped: list[SkippedItem]
    facts: list[FactItem]
    findings: list[FindingItem]
    known: list[FindingItem]
    suppressed: list[FindingItem]
    confirmations: list[FindingItem]
    complaints: list[ComplaintItem]


def render_json(report: Report, view: View) -> str:
    """All findings of all levels, whatever `view` shows: who reads JSON can filter it."""
    data = report_document(report).model_dump(mode="json")
    return escape_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def render_json_lines(report: Report, view: View) -> str:
    """A line a finding, with its `state` ("new", "known" or "suppressed"), and a last line with everything else."""
    document = report_document(report)
    states = {"new": document.findings, "known": document.known, "suppressed": document.suppressed}
    lines: list[dict[str, object]] = [
        {"type": "finding", "state": state, **finding.model_dump(mode="json")}
        for state, findings in states.items()
        for finding in findings
    ]
    lines.append({"type": "summary", **document.model_dump(mode="json", exclude={*states, "findings"})})
    return "".join(f"{escape_json(json.dumps(line, ensure_ascii=False))}\n" for line in lines)


def report_schema() -> str:
    """The JSON schema of the JSON report."""
    schema = ReportDocument.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def report_document(report: Report) -> ReportDocument:
    """The report as the model that is written, in an order of its own: input order changes nothing."""
    counts = tally(report)
    return ReportDocument(
        summary=Summary(
            verdict=verdict(report),
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            known=len(report.known),
            suppressed=len(report.suppressed),
            confirmations=len(report.confirmations),
        ),
        coverage=_coverage(report),
        rules=sorted(report.rules),
        documents=[
            DocumentItem.model_validate(document)
            for document in sorted(report.documents, key=lambda document: document.name)
        ],
        skipped=[
            SkippedItem.model_validate(item)
            for item in sorted(report.skipped, key=lambda item: (item.file, item.reason, item.hint))
        ],
        facts=[_fact(outcome) for outcome in report.facts],
        findings=_findings(report.findings),
        known=_findings(report.known),
        suppressed=_findings(report.suppressed),
        confirmations=_findings(report.confirmations),
        complaints=[ComplaintItem.model_validate(one) for one in report.complaints],
    )


def _coverage(report: Report) -> CoverageItem:
    counts = asdict(report.coverage)
    del counts["crowded"]
    return CoverageItem(
        **counts,
        archived=report.archived,
        passed_over=report.passed_over,
        unread=report.unread,
        unfinished=report.unfinished,
    )


def _fact(outcome: FactOutcome) -> FactItem:
    return FactItem(
        status=outcome.status,
        file=outcome.place.file,
        line=outcome.place.line,
        column=outcome.place.column,
        fact=outcome.said,
        source=outcome.source,
        fitting=outcome.fitting,
        clashing=outcome.clashing,
        reason=outcome.reason,
        hint=outcome.hint,
    )


def _findings(findings: Iterable[Finding]) -> list[FindingItem]:
    return [_finding(finding) for finding in in_order(findings)]


def _finding(finding: Finding) -> FindingItem:
    plain = {name: getattr(finding, name) for name in FindingItem.model_fields}
    return FindingItem.model_validate(plain | {"evidence": [_evidence(item) for item in finding.evidence]})


def _evidence(item: Evidence) -> EvidenceItem:
    plain = {name: getattr(item, name) for name in EvidenceItem.model_fields if name != "value"}
    return EvidenceItem.model_validate(plain | {"value": item.quantity})
