"""What every format of the report promises, hostile quotes above all."""

import json
import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hostile import HOSTILE, shape
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

import claimcheck
from claimcheck.errors import ConfigError, Place
from claimcheck.model.document import Skipped
from claimcheck.model.finding import Severity, Suppression
from claimcheck.model.remark import Complaint
from claimcheck.reports import RENDERERS, View, render
from claimcheck.reports.json_report import ReportDocument

ALL = View(show=Severity.NOTE)
# Reviewdog's format has no place for what is not a diagnostic.
WITH_VERDICT = [format for format in RENDERERS if format != "rdjson"]


@pytest.mark.parametrize("quote", HOSTILE)
@pytest.mark.parametrize("format", RENDERERS)
def test_a_hostile_text_changes_only_its_own_words(quote: str, format: str) -> None:
    assert shape(format, _saying(quote, format)) == shape(format, _saying("just 5% here", format))


def _saying(text: str, format: str) -> str:
    """A report in which everything that a transcript or a user can say says the same."""
    words = {"message": text, "suggestion": text, "steps": (text,), "why": (text,), "alternatives": (text,)}
    finding = quoting(text, **words)
    named = replace(finding.evidence[0], speaker=text, role=text, reading=text, date=text)
    finding = replace(finding, evidence=(named, finding.evidence[1]))
    silent = replace(finding, suppression=Suppression(text, text))
    report = report_of(finding, known=(finding,), suppressed=(silent,), confirmations=(finding,))
    told = replace(report, complaints=(Complaint(Place("a.txt", 3, 1), text, text),))
    return render(replace(told, skipped=(Skipped("a.txt", text, text),)), format, View(width=2000))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format", [format for format in RENDERERS if format != "markdown"])
def test_a_hostile_file_name_changes_only_its_own_words(name: str, format: str) -> None:
    def named(file: str) -> str:
        evidence = tuple(replace(item, file=file) for item in TRADE.evidence)
        report = report_of(replace(TRADE, evidence=evidence), skipped=(Skipped(file, "not text"),))
        return render(report, format, View(width=2000))

    assert shape(format, named(name)) == shape(format, named("docs/a.txt"))


@pytest.mark.parametrize("quote", HOSTILE)
@pytest.mark.parametrize("format", RENDERERS)
def test_no_format_prints_what_a_terminal_obeys(quote: str, format: str) -> None:
    hostile = quoting(quote, message=quote, suggestion=quote, steps=(quote,), why=(quote,), alternatives=(quote,))
    printed = render(report_of(hostile, skipped=(Skipped(quote, quote, quote),)), format, ALL)
    assert printed.encode("utf-8")
    assert not {char for char in printed if char in "\x00\x07\x08\r\x1b\x7f\x85\x9b\u2028\u2029\u202e\u2066"}


@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_quote_takes_one_line_in_the_terminal(quote: str) -> None:
    def lines(finding: object) -> int:
        return render(report_of(finding), "text", View(width=400)).count("\n")

    assert lines(quoting(quote)) == lines(quoting("just 5% here"))


@pytest.mark.parametrize("quote", [quote for quote in HOSTILE if "\ud800" not in quote])
def test_json_keeps_a_quote_as_it_is(quote: str) -> None:
    [finding] = json.loads(render(report_of(quoting(quote)), "json"))["findings"]
    assert finding["evidence"][0]["quote"] == quote


@pytest.mark.parametrize("format", RENDERERS)
def test_the_order_of_findings_and_documents_changes_nothing(format: str) -> None:
    twin = replace(TRADE, fingerprint="99aa11bb22cc33dd")
    findings = [TRADE, twin, BUSES, LOOSE]
    skipped = [Skipped("b.png", "no text"), Skipped("a.png", "no text"), Skipped("a.pdf", "not read yet")]
    expected = render(report_of(*findings, skipped=tuple(skipped), confirmations=tuple(findings)), format, ALL)
    shuffler = random.Random(3)
    for _ in range(5):
        shuffler.shuffle(findings)
        shuffler.shuffle(skipped)
        shuffled = report_of(*findings, skipped=tuple(skipped), confirmations=tuple(findings))
        shuffled = replace(shuffled, documents=shuffled.documents[::-1], rules=shuffled.rules[::-1])
        assert render(shuffled, format, ALL) == expected


@pytest.mark.parametrize("format", RENDERERS)
def test_each_format_tells_all_of_a_finding(format: str) -> None:
    printed = render(FULL, format)
    for told in (
        *("core/part-of", "$28 million", "$9 billion", "Ilse Brandt", "Per Holm", "2019-03-02", "docs/port.txt"),
        *("$28 billion would fit this and 2 other figures", "worth of cargo", "may be for different periods"),
    ):
        assert told in printed
    assert "error" in printed.casefold()


@pytest.mark.parametrize("format", WITH_VERDICT)
def test_each_format_tells_the_verdict(format: str) -> None:
    assert "1 error and 1 warning in 2 transcripts" in render(FULL, format)


@pytest.mark.parametrize("format", WITH_VERDICT)
def test_a_clean_report_says_so(format: str) -> None:
    assert "No discrepancies in 2 transcripts." in render(report_of(), format)


@pytest.mark.parametrize("format", WITH_VERDICT)
def test_nothing_compared_is_not_called_clean(format: str) -> None:
    bare = report_of()
    bare = replace(bare, coverage=replace(bare.coverage, linked=0, pairs=0))
    assert "Nothing to compare" in render(bare, format)
    assert "No transcript could be read." in render(replace(bare, documents=()), format)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"text, markdown, html, json, .*rdjson"):
        render(FULL, "docx")


def test_json_satisfies_its_own_schema_and_tells_all_levels() -> None:
    read = ReportDocument.model_validate_json(render(FULL, "json"))
    assert [finding.severity for finding in read.findings] == ["error", "warning", "note"]
    assert (read.summary.errors, read.summary.warnings, read.summary.notes) == (1, 1, 1)
    assert read.skipped[0].reason == "not text"


def test_json_numbers_are_exact_strings(billion_claim) -> None:
    whole, part = TRADE.evidence
    finding = replace(TRADE, evidence=(whole, replace(part, quantity=billion_claim.quantity, topics=("goods",))))
    first, second = json.loads(render(report_of(finding), "json"))["findings"][0]["evidence"]
    assert (first["topics"], second["topics"]) == ([], ["goods"])
    assert first["value"] is None
    assert second["value"] == {
        "low": "9000000000",
        "high": "9000000000.10",
        "unit": "dollar",
        "bound": "=",
        "kind": "money",
    }
    assert Decimal(second["value"]["high"]) == billion_claim.quantity.high


@pytest.mark.parametrize("format", ["markdown", "html", "github", "text"])
def test_a_sentence_without_an_end_does_not_fill_pages(format: str) -> None:
    endless = "the harbour and the town " * 2_000
    clash = "stands at $38 million.\nBO: The reserve stands at $38 billion.\n"
    long, short = (
        render(claimcheck.check({"a.txt": f"ANNA: {begin} the reserve {clash}"}), format) for begin in (endless, "Now")
    )
    assert "38 million" in long
    assert len(long) < len(short) + 6_000
