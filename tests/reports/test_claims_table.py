import csv
import io
import json
import random
from dataclasses import replace

import pytest
from rich.cells import cell_len

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Speaker, Stated, Turn
from claimcheck.reports import render_claims, render_documents

FORMATS = ("text", "csv", "jsonl")
DOCUMENT = Document(
    "docs/port.txt",
    "docs/port.txt",
    "",
    0,
    0,
    "text",
    title=Stated("Harbour board", "line 1"),
    date=Stated("2019-03-02", "file name"),
    turns=tuple(Turn(n, "", 0, 0, (), speaker=Speaker(name)) for n, name in enumerate(("Per", "Ilse", "Per"))),
)


def csv_rows(claims: list[Claim]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_claims(claims, "csv"))))


def test_text_shows_value_unit_place_and_quote(billion_claim: Claim) -> None:
    head, row = render_claims([billion_claim], "text", width=180).splitlines()
    assert head.split() == [
        "value",
        "unit",
        "bound",
        "kind",
        "measure",
        "period",
        "speaker",
        "place",
        "quote",
    ]
    for told in ("9,000,000,000", "dollar", "goods eastern", "last year", "Per Holm", "docs/port.txt:9:30"):
        assert told in row


@pytest.mark.parametrize("width", [60, 90, 120])
def test_a_narrow_table_leaves_columns_out(billion_claim: Claim, width: int) -> None:
    head, row = render_claims([billion_claim], "text", width=width).splitlines()
    assert "quote" in head
    assert "docs/port.txt:9:30" in row
    assert "period" not in head or cell_len(row) <= width


def test_jsonl_is_exact(billion_claim: Claim) -> None:
    [row] = map(json.loads, render_claims([billion_claim], "jsonl").splitlines())
    assert (row["low"], row["high"], row["bound"], row["kind"]) == (
        "9000000000",
        "9000000000.10",
        "=",
        "money",
    )
    assert row["measure"] == ["goods", "eastern"]
    assert (row["period_start"], row["period_end"]) == ("2018-01-01", "2018-12-31")
    assert (row["start"], row["end"], row["line"], row["column"]) == (300, 310, 9, 30)


def test_csv_has_the_same_columns(billion_claim: Claim) -> None:
    [row] = csv_rows([billion_claim])
    [same] = map(json.loads, render_claims([billion_claim], "jsonl").splitlines())
    assert list(row) == list(same)
    assert (row["low"], row["bound"], row["measure"], row["trend"]) == (
        "9000000000",
        "=",
        "goods; eastern",
        "",
    )


@pytest.mark.parametrize("start", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1+1", "\n=1"])
def test_no_cell_is_a_formula(billion_claim: Claim, start: str) -> None:
    quote = f"{start} for $9 billion"
    [row] = csv_rows([replace(billion_claim, sentence=quote, at=quote.index("$9"))])
    assert row["quote"][0] == "'"


@pytest.mark.parametrize(
    "quote", ['"$9 billion", "x"', "$9 billion\r\n1,2,3", "\x1b[31m$9 billion\x00", "$9 billion,;\t|"]
)
@pytest.mark.parametrize("format", FORMATS)
def test_a_hostile_quote_stays_in_its_cell(billion_claim: Claim, quote: str, format: str) -> None:
    claims = [replace(billion_claim, sentence=quote, at=quote.index("$9")), billion_claim]
    printed = render_claims(claims, format)
    assert "\x1b" not in printed
    assert printed.count("\n") == len(claims) + (format != "jsonl")
    if format == "csv":
        assert [row["line"] for row in csv_rows(claims)] == ["9", "9"]


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_claims_changes_nothing(billion_claim: Claim, format: str) -> None:
    claims = [replace(billion_claim, file=f"{n % 3}.txt", quantity=billion_claim.quantity.moved(n)) for n in range(9)]
    expected = render_claims(claims, format)
    random.Random(5).shuffle(claims)
    assert render_claims(claims, format) == expected


@pytest.mark.parametrize("format", FORMATS)
def test_documents_are_listed_with_the_sources_of_their_metadata(format: str) -> None:
    printed = render_documents([DOCUMENT], format)
    for told in ("docs/port.txt", "Harbour board", "line 1", "2019-03-02", "file name"):
        assert told in printed


def test_speakers_are_listed_once_in_the_order_they_speak() -> None:
    assert "speakers: Per, Ilse\n" in render_documents([DOCUMENT], "text")


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_nothing_read_nothing_printed(format: str) -> None:
    assert render_claims([], format) == render_documents([], format) == ""
