import json
from dataclasses import replace

from sample_reports import LOOSE, TRADE, report_of

from claimcheck.model.document import Document
from claimcheck.model.finding import Severity
from claimcheck.reports import View, render


def test_a_diagnostic_a_finding_with_its_other_figures() -> None:
    data = json.loads(render(report_of(TRADE, LOOSE), "rdjson", View(show=Severity.NOTE)))
    first, second = data["diagnostics"]
    assert data["source"] == {"name": "claimcheck"}
    assert (first["severity"], second["severity"]) == ("ERROR", "INFO")
    assert first["code"] == {"value": "core/part-of"}
    assert first["message"].startswith("a part is larger than the whole\n$28 billion would fit")
    assert first["location"] == {
        "path": "docs/port.txt",
        "range": {"start": {"line": 4, "column": 41}, "end": {"line": 4, "column": 52}},
    }
    [other] = first["relatedLocations"]
    assert other["location"]["range"]["start"] == {"line": 9, "column": 30}
    assert "Per Holm" in other["message"]


def test_columns_count_bytes() -> None:
    text = "Zürich, 1\nÜber €5 im März."
    start = text.index("€5")
    item = replace(TRADE.evidence[0], start=start, end=start + 2, document="d", figure="€5")
    document = Document("d", "d", text, 0, len(text), "text")
    [diagnostic] = json.loads(render(report_of(replace(TRADE, evidence=(item,)), documents=(document,)), "rdjson"))[
        "diagnostics"
    ]
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 7}, "end": {"line": 2, "column": 11}}
