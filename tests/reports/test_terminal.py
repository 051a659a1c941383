from dataclasses import replace

import pytest
from rich.cells import cell_len
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

from claimcheck.model.finding import Finding, Severity
from claimcheck.reports import View, render


def printed(*findings: Finding, width: int = 100) -> list[str]:
    return render(report_of(*findings), "text", View(width=width)).split("\n")


def test_looks_like_a_compilers_message() -> None:
    text = render(report_of(TRADE), "text")
    assert text.startswith(
        "error[core/part-of]: a part is larger than the whole\n"
        "  --> docs/port.txt:4:41   Ilse Brandt, 2019-03-02\n"
        "   | Cargo through our three harbours was worth $28 million last year.\n"
        "   |                                            ^^^^^^^^^^^ whole: [27.5, 29) million dollar\n"
        "  ::: docs/port.txt:9:30   Per Holm, 2019-03-02\n"
        "   | The eastern harbour alone moved goods for $9 billion.\n"
        "   |                                           ---------- part: [8.5, 10) billion dollar\n"
        "  = steps: a part of 9 billion dollar > a whole of 28 million dollar\n"
        "  = help:  $28 billion would fit this and 2 other figures\n"
    )


def test_figures_of_one_sentence_share_its_quote() -> None:
    lines = printed(BUSES)
    [quote] = [line for line in lines if "town leased" in line]
    underlines, labels = lines[lines.index(quote) + 1 : lines.index(quote) + 3]
    for figure, mark in (("12", "--"), ("7", "-"), ("20", "^^ total: 20")):
        assert underlines[quote.index(figure) :].startswith(mark)
    assert labels[quote.index("12") :].startswith("part: 12")
    assert labels[quote.index("7") :].startswith("part: 7")


@pytest.mark.parametrize(
    "quote",
    [
        "東京の予算は 5% 増えた",
        "e\u0301te\u0301 a\u0300 5% de plus",
        "прибыль выросла на 5% за год",
        "👩🏽 5% 👍",
        "tab\there 5% there",
    ],
)
def test_marks_stand_under_figures_of_any_script(quote: str) -> None:
    lines = printed(quoting(quote))
    at = next(index for index, line in enumerate(lines) if line.startswith("   | ") and "5%" in line)
    assert cell_len(lines[at].partition("5%")[0]) == cell_len(lines[at + 1].partition("^^")[0])


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("lead", [0, 3, 30])
def test_a_long_quote_is_cut_around_its_figure(width: int, lead: int) -> None:
    quote = "many words " * lead + "and then 5% of them" + " followed by more" * 20
    lines = printed(quoting(quote), width=width)
    quotes = [line for line in lines if line.startswith("   | ")]
    assert any("5%" in line and "…" in line for line in quotes)
    assert all(cell_len(line) <= width for line in quotes)


def test_a_long_sentence_shows_all_of_its_figures() -> None:
    filler = " and so on" * 30
    quote = f"We bought 12 of them{filler} then 7 of those{filler} which makes 20 in all."
    evidence = tuple(
        replace(item, quote=quote, quote_at=quote.index(item.figure), start=quote.index(item.figure))
        for item in BUSES.evidence
    )
    [line] = [
        line
        for line in printed(replace(BUSES, evidence=evidence), width=80)
        if " | " in line and "12" in line and "20" in line
    ]
    assert "7" in line
    assert cell_len(line) <= 80


def test_words_are_cut_whole() -> None:
    quote = "considerable improvements " * 5 + "reached 5% " + "throughout everything " * 5
    line = next(line for line in printed(quoting(quote), width=70) if "5%" in line)
    allowed = set(quote.split()) | {"|", "…"}
    assert set(line.split()) <= allowed


@pytest.mark.parametrize("width", [50, 72, 100])
def test_remarks_wrap_and_align(width: int) -> None:
    long = replace(TRADE, suggestion="a suggestion of many words " * 12)
    lines = printed(long, width=width)
    first = next(index for index, line in enumerate(lines) if "= help:" in line)
    assert lines[first + 1].startswith(" " * len("  = help:  "))
    assert all(cell_len(line) <= width for line in lines[first : first + 3])


def test_notes_are_counted_and_the_way_to_see_them_told() -> None:
    text = render(FULL, "text")
    assert LOOSE.message not in text
    assert "Not shown: 1 note (--show note prints them)." in text


def test_notes_are_shown_on_request() -> None:
    text = render(FULL, "text", View(show=Severity.NOTE))
    assert f"note[core/restated]: {LOOSE.message}" in text
    assert "Not shown" not in text


def test_known_and_silent_findings_are_counted() -> None:
    text = render(report_of(known=(TRADE, BUSES), suppressed=(LOOSE,)), "text")
    assert text.startswith("No new discrepancies in 2 transcripts.")
    assert "Left out: 2 known findings and 1 suppressed finding (" in text


@pytest.mark.parametrize("command", ["::error file=a.txt::b", "##[error]b"])
def test_no_line_begins_with_what_a_runner_takes_for_a_command(command: str) -> None:
    for width in range(40, 90):
        lines = printed(replace(TRADE, suggestion=f"twenty words or so before it {command} and after"), width=width)
        assert not [line for line in lines if line.lstrip().startswith(("::error", "##["))]


@pytest.mark.parametrize(
    "surroundings", [{}, {"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}, {"COLUMNS": "20"}, {"TERM": "dumb"}]
)
def test_only_the_view_decides_on_colour_and_width(
    surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert "\x1b" not in render(FULL, "text")
    assert "\x1b[1;31merror[core/part-of]" in render(FULL, "text", View(colour=True))


def test_coverage_and_skipped_files_are_counted() -> None:
    text = render(FULL, "text")
    assert "skipped 1 file." in text
    assert "understood for 250 (86%)" in text
