"""What every format of the report promises, hostile quotes above all."""

import json
import random
from dataclasses import replace
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

from claimcheck.errors import ConfigError
from claimcheck.model.document import Skipped
from claimcheck.model.finding import Severity
from claimcheck.reports import RENDERERS, View, render
from claimcheck.reports.json_report import ReportDocument

ALL = View(show=Severity.NOTE)
HOSTILE = [
    "a | b | c 5% | d |",
    "5% **bold** _it_ `code` ~~gone~~ [link](http://x) ![i](j)",
    "# 5% heading",
    "- 5% item",
    "1. 5% item",
    "> 5% quote",
    "--- 5%",
    "= 5%",
    "5% <script>alert(1)</script> <img src=x onerror=y> </details>",
    "5% &lt;b&gt; &amp; &#x1b;",
    "5% \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "5% \x00\x08\x7f backspace",
    "5%\r\nnew line\u2028another\u2029\x85end",
    "5% \u202eright to left\u2066",
    "5% half a \ud800 character",
    "5% ```fence ``",
    "$x$ and $$y$$ 5% 3$",
    "@someone 5% #12",
    "\\| 5% \\",
    "5% ==mark== <!-- claimcheck -->",
]


def shape(markdown: str) -> list[tuple[str, str]]:
    """The structure of a Markdown document: its blocks and the marks inside them, without the words."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return [(token.type, token.tag) for token in [*tokens, *inline] if token.type not in ("text", "text_special")]


@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_quote_changes_only_its_own_words_in_markdown(quote: str) -> None:
    tame = shape(render(report_of(quoting("just 5% here")), "markdown"))
    assert shape(render(report_of(quoting(quote)), "markdown")) == tame


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
        *("core/part-of", "error", "$28 million", "$9 billion", "Ilse Brandt", "Per Holm", "2019-03-02"),
        *("$28 billion would fit this and 2 other figures", "worth of cargo", "may be for different periods"),
        *("docs/port.txt", "1 error and 1 warning in 2 transcripts"),
    ):
        assert told in printed


@pytest.mark.parametrize("format", RENDERERS)
def test_a_clean_report_says_so(format: str) -> None:
    assert "No discrepancies in 2 transcripts." in render(report_of(), format)


@pytest.mark.parametrize("format", RENDERERS)
def test_nothing_compared_is_not_called_clean(format: str) -> None:
    bare = report_of()
    bare = replace(bare, coverage=replace(bare.coverage, linked=0, pairs=0))
    assert "Nothing to compare" in render(bare, format)
    assert "No transcript could be read." in render(replace(bare, documents=()), format)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="text, markdown, json"):
        render(FULL, "docx")


def test_json_satisfies_its_own_schema_and_tells_all_levels() -> None:
    read = ReportDocument.model_validate_json(render(FULL, "json"))
    assert [finding.severity for finding in read.findings] == ["error", "warning", "note"]
    assert (read.summary.errors, read.summary.warnings, read.summary.notes) == (1, 1, 1)
    assert read.skipped[0].reason == "not text"


def test_json_numbers_are_exact_strings(billion_claim) -> None:
    report = report_of(TRADE, claims=(billion_claim,))
    first, second = json.loads(render(report, "json"))["findings"][0]["evidence"]
    assert first["value"] is None
    assert second["value"] == {
        "low": "9000000000",
        "high": "9000000000.10",
        "unit": "dollar",
        "bound": "=",
        "kind": "money",
    }
    assert Decimal(second["value"]["high"]) == billion_claim.quantity.high
