"""The report as SARIF 2.1.0, for code scanning and for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.report import Report
from claimcheck.model.rule import Rule
from claimcheck.reports.passage import said_at
from claimcheck.reports.places import Places, path_of, uri_of
from claimcheck.reports.safe import encodable, escape_json, one_line, printable
from claimcheck.reports.view import View
from claimcheck.reports.words import in_order, reading, understanding, verdict
from claimcheck.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "claimcheck/v1"


def render_sarif(report: Report, view: View) -> str:
    """The findings from `view.show` up, those known before and those kept silent, with all of their places."""
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}
    return escape_json(encodable(json.dumps(data, ensure_ascii=False, indent=2))) + "\n"


def _run(report: Report, view: View) -> dict[str, Any]:
    places = Places.of(report)
    rules = sorted(report.checked, key=lambda rule: rule.id)
    index = {rule.id: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": {"name": "claimcheck", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not report.interrupted, "toolExecutionNotifications": list(_notifications(report))}
        ],
        "artifacts": [{"location": {"uri": uri}} for uri in sorted({uri_of(one.file) for one in report.documents})],
        "results": [_result(finding, state, places, index) for finding, state in _findings(report, view)],
        "properties": {"verdict": verdict(report), "reading": reading(report), "understanding": understanding(report)},
    }


def _findings(report: Report, view: View) -> Iterator[tuple[Finding, str]]:
    """Every finding with its state against the baseline, "" where there is none."""
    for finding in in_order(report.at_least(view.show)):
        yield finding, "new" if report.known else ""
    for finding in in_order(report.known):
        yield finding, "unchanged"
    for finding in in_order(report.suppressed):
        yield finding, ""


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": _message(rule.summary)},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, state: str, places: Places, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        **({"ruleIndex": index[finding.rule]} if finding.rule in index else {}),
        "level": finding.severity.value,
        "message": {"text": _message(one_line((finding.message, finding.suggestion), between=". "))},
        "locations": [_location(item, places) for item in finding.evidence[:1]],
        "relatedLocations": [
            _location(item, places) | {"id": number, "message": {"text": _message(said_at(item))}}
            for number, item in enumerate(finding.evidence, 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "gap": finding.gap,
            "suggestion": finding.suggestion,
            "steps": list(finding.steps),
            "why": list(finding.why),
            "alternatives": list(finding.alternatives),
        },
    }
    if state:
        result["baselineState"] = state
    if silent := finding.suppression:
        kind = "inSource" if silent.in_source else "external"
        result["suppressions"] = [
            {
                "kind": kind,
                "justification": silent.reason,
                **({"properties": {"place": silent.place}} if silent.place else {}),
            }
        ]
    return result


def _location(item: Evidence, places: Places) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(item.file)}}
    region = places.region(item)
    if region is None:
        named = f"{path_of(item.file)}, {item.landmark}"
        return {
            "physicalLocation": physical,
            "logicalLocations": [{"name": item.landmark, "fullyQualifiedName": named}],
        }
    physical["region"] = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": item.start,
        "charLength": item.end - item.start,
        "snippet": {"text": item.figure},
    }
    return {"physicalLocation": physical}


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    """What was not read, and which requests for silence came to nothing, and why."""
    for one in report.complaints:
        region = {"region": {"startLine": one.place.line, "startColumn": one.place.column}} if one.place.line else {}
        yield {
            "level": "warning",
            "message": {"text": _message(one_line((one.message, one.hint), between="; "))},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri_of(one.place.file)}, **region}}],
        }
    for item in sorted(report.skipped, key=lambda item: (item.file, item.reason, item.hint)):
        yield {
            "level": "note",
            "message": {"text": _message(f"skipped: {one_line((item.reason, item.hint), between='; ')}")},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri_of(item.file)}}}],
        }


def _message(text: str) -> str:
    """Text that SARIF reads as just that text: its braces would be placeholders, and "[a](b)" a link."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
