from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

from claimcheck.model.finding import Severity, Suppression
from claimcheck.reports import View, render, render_summary
from claimcheck.reports.safe import for_markdown


def table_rows(markdown: str) -> list[list[str]]:
    """The cells of the first table, without the line under its head."""
    lines = [line for line in markdown.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in (lines[0], *lines[2:])]


def test_begins_with_the_verdict_and_the_coverage() -> None:
    title, verdict, coverage = render(FULL, "markdown").split("\n\n")[:3]
    assert title.startswith("# ")
    assert verdict == "**1 error and 1 warning in 2 transcripts.**"
    assert "skipped 1 file" in coverage


def test_the_table_has_a_row_a_finding() -> None:
    head, first, second = table_rows(render(report_of(BUSES, TRADE), "markdown"))[:3]
    assert head == ["#", "severity", "rule", "claim A", "claim B", "gap", "suggestion"]
    assert first[:3] == ["1", "error", "`core/part-of`"]
    assert "**$28 million**" in first[3]
    assert "**$9 billion**" in first[4]
    assert first[5:] == ["a factor of 321", "$28 billion would fit this and 2 other figures"]
    assert second[:2] == ["2", "warning"]
    assert second[4].endswith("and 1 more figure")


def test_a_section_marks_all_figures_of_a_sentence() -> None:
    section = render(report_of(BUSES), "markdown").partition("## 1. 12 + 7 make 19, not 20")[2]
    assert "> The town leased **12** buses, another **7** are being built, and those **20** buses will" in section
    assert "- 19 < 20" in section


def test_below_what_is_shown_all_is_folded() -> None:
    text = render(FULL, "markdown")
    shown, folded = text.split("<details>", 1)
    assert LOOSE.message not in shown
    assert LOOSE.message in folded
    assert [line for line in text.split("\n") if "<summary>" in line] == [
        "<summary>1 note</summary>",
        "<summary>1 confirmation</summary>",
        "<summary>1 skipped file</summary>",
    ]


def test_notes_get_sections_on_request() -> None:
    text = render(FULL, "markdown", View(show=Severity.NOTE))
    assert f"## 3. {LOOSE.message[0].upper()}{LOOSE.message[1:]}" in text
    assert "<summary>1 note" not in text


def test_without_findings_there_is_no_table() -> None:
    assert "|" not in render(report_of(), "markdown")


@pytest.mark.parametrize(
    ("quote", "figure"),
    [
        ("US$5 more", "$5"),
        ("增加5%的", "5%"),
        ("a 5%wise", "5%"),
        ("(5%)", "5%"),
        ("5%.", "5%"),
        ("x5y", "5"),
    ],
)
def test_a_figure_is_bold_whatever_it_touches(quote: str, figure: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(report_of(quoting(quote, figure)), "markdown"))
    assert html.count(f"<strong>{figure}</strong>") == 2


def test_long_quotes_are_whole_in_their_section() -> None:
    quote = "word " * 200 + "5% " + "end " * 200
    assert quote.replace("5%", "**5%**").strip() in render(report_of(quoting(quote)), "markdown")


@pytest.mark.parametrize(
    "text",
    [
        "plain words, $28 million and $9 billion (of which 5%)",
        "a < b, 5 > 3 & c",
        "<b>bold</b> &amp; `code` | **x** _y_ [z](u) ~~s~~ \\n",
        "# no heading",
        "- no item",
        "+ no item",
        "12. no item",
        "> no quote",
        "=== no heading",
        "$x$ and 5$",
    ],
)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    [opening, inline, _] = parser.parse(for_markdown(text))
    assert opening.type == "paragraph_open"
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children) == text


@pytest.mark.parametrize("file", ["a|b.txt", "a`b.txt", "a b.txt", "<b>.txt", "**.txt"])
def test_file_names_may_hold_anything(file: str) -> None:
    first = replace(TRADE.evidence[0], file=file)
    text = render(report_of(replace(TRADE, evidence=(first, TRADE.evidence[1]))), "markdown")
    html = MarkdownIt("commonmark").enable("table").render(text)
    shown = file.replace("<", "&lt;").replace(">", "&gt;")
    assert html.count("<tr>") == 2
    assert html.count(f"{shown}:4:41") == 2


def test_known_and_silent_findings_are_folded_with_their_reasons() -> None:
    silent = replace(BUSES, suppression=Suppression("counted *twice*", "docs/buses.txt:2"))
    text = render(report_of(TRADE, known=(LOOSE,), suppressed=(silent,)), "markdown")
    shown, folded = text.split("<details>", 1)
    assert BUSES.message not in shown
    assert LOOSE.message not in shown
    assert "<summary>1 known finding</summary>" in folded
    assert "counted \\*twice\\*" in folded
    assert "docs/buses.txt:2" in folded


@pytest.mark.parametrize("room", [3_000, 20_000, 1_000_000])
def test_a_summary_keeps_to_its_room_and_says_what_it_leaves_out(room: int) -> None:
    findings = [replace(TRADE, fingerprint=str(number)) for number in range(100)]
    text = render_summary(report_of(*findings), View(), room)
    sections = text.count("\n## ") - 1
    assert len(text.encode()) <= room
    assert (f"{100 - sections} more findings" in text) is (sections < 100)
