from dataclasses import replace
from urllib.parse import unquote

import pytest
from sample_reports import BUSES, FULL, LOOSE, TRADE, quoting, report_of

from claimcheck.model.finding import Severity
from claimcheck.reports import View, render

ALL = View(show=Severity.NOTE)


def test_an_annotation_names_place_rule_and_figures() -> None:
    annotation, verdict, _ = render(report_of(TRADE), "github").split("\n")
    assert annotation.startswith(
        "::error file=docs/port.txt,line=4,endLine=4,col=41,endColumn=52,title=core/part-of::a part is larger than the "
        "whole%0Adocs/port.txt:4:41 (Ilse Brandt, 2019-03-02): Cargo through"
    )
    assert "%0A$28 billion would fit this and 2 other figures" in annotation
    assert verdict == "1 error in 2 transcripts."


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("5% of it", "5%25 of it"),
        ("one\ntwo\r\nthree", "one two  three"),
        ("a ::error:: b", "a ::error:: b"),
        ("%0A::error::", "%250A::error::"),
    ],
)
def test_a_message_is_escaped(text: str, escaped: str) -> None:
    printed = render(report_of(quoting("just 5% here", message=text)), "github")
    assert printed.split("title=core/part-of::", 1)[1].startswith(f"{escaped}%0A")


@pytest.mark.parametrize(
    ("file", "escaped"),
    [
        ("a,b.txt", "a%2Cb.txt"),
        ("a::b.txt", "a%3A%3Ab.txt"),
        ("100%.txt", "100%25.txt"),
        ("a\nb.txt", "a%0Ab.txt"),
        ("./docs/../a.txt", "a.txt"),
    ],
)
def test_a_property_is_escaped(file: str, escaped: str) -> None:
    finding = replace(TRADE, evidence=(replace(TRADE.evidence[0], file=file),))
    assert render(report_of(finding), "github").startswith(f"::error file={escaped},line=4,")


def test_kinds_are_sorted_and_shown_as_asked() -> None:
    lines = render(report_of(LOOSE, BUSES, TRADE), "github", ALL).split("\n")
    assert [line.partition(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert "::notice" not in render(FULL, "github")


def test_no_more_annotations_than_github_shows() -> None:
    errors = [replace(TRADE, fingerprint=str(number)) for number in range(14)]
    warnings = [replace(BUSES, fingerprint=str(number)) for number in range(12)]
    lines = render(report_of(*warnings, *errors), "github").splitlines()
    assert [line.partition(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert lines[20:] == [
        "6 more findings without annotation: GitHub shows 10 of a kind.",
        "14 errors and 12 warnings in 2 transcripts.",
    ]


def test_a_message_is_no_longer_than_the_runner_takes() -> None:
    long = quoting("just 5% here", suggestion="many words " * 2000)
    [message, *_] = render(report_of(long), "github").split("\n")
    assert len(unquote(message)) < 4200


def test_a_file_without_lines_is_annotated_as_a_whole() -> None:
    finding = replace(TRADE, evidence=(replace(TRADE.evidence[0], landmark="page 3, paragraph 2"),))
    [annotation, *_] = render(report_of(finding), "github").split("\n")
    assert annotation.startswith("::error file=docs/port.txt,title=core/part-of::")
    assert "docs/port.txt, page 3, paragraph 2" in annotation
