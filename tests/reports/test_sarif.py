import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE
from jsonschema import Draft4Validator
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

from claimcheck.model.document import Document
from claimcheck.model.finding import Severity, Suppression
from claimcheck.model.rule import Rule
from claimcheck.reports import View, render

RULES = (
    Rule("core/sum", "Parts {0} must add up.", "sum"),
    Rule("core/part-of", "A part is no larger than its whole.", "part-of", severity=Severity.WARNING),
)


@cache
def official_schema() -> Draft4Validator:
    """The schema that OASIS publishes with the standard (2.1.0, errata 01)."""
    file = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"
    return Draft4Validator(json.loads(file.read_text("utf-8")))


def run_of(*findings: object, **changes: object) -> dict[str, Any]:
    """The one run of a valid SARIF file with the findings."""
    log = json.loads(render(report_of(*findings, **changes), "sarif", View(show=Severity.NOTE)))
    assert [f"{list(error.path)}: {error.message}" for error in official_schema().iter_errors(log)] == []
    [run] = log["runs"]
    return run


def test_a_full_report_is_valid() -> None:
    silent = replace(BUSES, suppression=Suppression("counted twice", "docs/buses.txt:2"))
    run = run_of(*FULL.findings, checked=RULES, known=(LOOSE,), suppressed=(silent,))
    assert len(run["results"]) == 5


@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_report_is_valid(quote: str) -> None:
    run_of(quoting(quote, message=quote, suggestion=quote, steps=(quote,)))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render(FULL, "sarif"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not official_schema().is_valid(log)


def test_a_result_points_to_all_of_its_figures() -> None:
    [result] = run_of(TRADE)["results"]
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "docs/port.txt"
    region = location["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (4, 41, 4, 52)
    assert (region["charOffset"], region["charLength"], region["snippet"]["text"]) == (140, 11, "$28 million")
    first, second = result["relatedLocations"]
    assert (first["id"], second["id"]) == (1, 2)
    assert "part: [8.5, 10) billion dollar. Per Holm" in second["message"]["text"]
    assert result["partialFingerprints"] == {"claimcheck/v1": TRADE.fingerprint}


def test_regions_count_characters_and_follow_a_figure_over_lines() -> None:
    text = "Grüße 👋\nIt cost 5\nmillion euros."
    start = text.index("5")
    item = replace(TRADE.evidence[0], start=start, end=start + 9, line=2, column=9, document="d")
    document = Document("d", "d", text, 0, len(text), "text")
    [result] = run_of(replace(TRADE, evidence=(item,)), documents=(document,))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (2, 9, 3, 8)


def test_a_file_without_lines_has_a_named_place_and_no_region() -> None:
    item = replace(TRADE.evidence[0], landmark="page 3, paragraph 2", file="docs/port.pdf")
    [result] = run_of(replace(TRADE, evidence=(item,)))["results"]
    [location] = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "docs/port.pdf, page 3, paragraph 2"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./docs/a.txt", "docs/a.txt"),
        ("docs/a b%.txt", "docs/a%20b%25.txt"),
        ("a:b?c#d.txt", "a%3Ab%3Fc%23d.txt"),
        ("/data/é.txt", "file:///data/%C3%A9.txt"),
    ],
)
def test_files_are_named_by_uri(file: str, uri: str) -> None:
    item = replace(TRADE.evidence[0], file=file)
    [result] = run_of(replace(TRADE, evidence=(item,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_rules_are_described_and_results_point_to_them() -> None:
    run = run_of(TRADE, BUSES, checked=RULES)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["core/part-of", "core/sum"]
    assert rules[0]["defaultConfiguration"]["level"] == "warning"
    assert rules[1]["shortDescription"]["text"] == "Parts {{0}} must add up."
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["core/part-of", "core/sum"]


def test_known_and_silent_findings_say_so() -> None:
    silent = replace(BUSES, suppression=Suppression("counted twice", "ignore.yaml:3", in_source=False))
    new, known, kept = run_of(TRADE, known=(LOOSE,), suppressed=(silent,))["results"]
    assert (new["baselineState"], known["baselineState"]) == ("new", "unchanged")
    assert "suppressions" not in new
    [suppression] = kept["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("external", "counted twice")


def test_without_a_baseline_nothing_is_called_new() -> None:
    [result] = run_of(TRADE)["results"]
    assert "baselineState" not in result


def test_what_was_skipped_is_a_notification() -> None:
    [notification] = run_of()["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "skipped: not text; images hold no speech"
