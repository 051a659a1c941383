"""The report in reviewdog's diagnostic format, for review comments on any code host."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.report import Report
from claimcheck.reports.passage import said_at
from claimcheck.reports.places import Places, path_of
from claimcheck.reports.safe import encodable, escape_json, printable
from claimcheck.reports.view import View
from claimcheck.reports.words import in_order

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render_rdjson(report: Report, view: View) -> str:
    """The findings from `view.show` up, each at its first figure, with the others as related places."""
    places = Places.of(report)
    shown = in_order(report.at_least(view.show))
    data = {"source": {"name": "claimcheck"}, "diagnostics": [_diagnostic(finding, places) for finding in shown]}
    return escape_json(encodable(json.dumps(data, ensure_ascii=False, indent=2))) + "\n"


def _diagnostic(finding: Finding, places: Places) -> dict[str, Any]:
    first, *others = finding.evidence
    told = (finding.message, finding.suggestion, "; ".join(finding.why), *finding.alternatives)
    return {
        "message": "\n".join(printable(text) for text in told if text),
        "location": _location(first, places),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "relatedLocations": [{"message": said_at(item), "location": _location(item, places)} for item in others],
        "originalOutput": said_at(first),
    }


def _location(item: Evidence, places: Places) -> dict[str, Any]:
    """The place with columns in bytes, as reviewdog counts; without a range where the file has no lines."""
    region = places.region(item)
    if region is None:
        return {"path": path_of(item.file)}
    start = {"line": region.line, "column": region.byte_column}
    end = {"line": region.end_line, "column": region.end_byte_column}
    return {"path": path_of(item.file), "range": {"start": start, "end": end}}
