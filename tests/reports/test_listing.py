"""The figures and documents of a run, listed for machines; the table for people has tests of its own."""

import csv
import io
import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Speaker, Stated, Turn
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Kind
from claimcheck.reports import View, render_documents, render_mentions
from claimcheck.reports.columns import DOCUMENT_COLUMNS, MENTION_COLUMNS, Type

TEXT_FORMATS = ("table", "csv", "json", "jsonl")
FORMATS = (*TEXT_FORMATS, "parquet")
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


@pytest.fixture
def year(billion_claim: Claim) -> Mention:
    """A number that measures nothing, as `--all` lists it."""
    quantity = replace(billion_claim.quantity, text="1998", low=Decimal(1998), high=Decimal(1998), kind=Kind.YEAR)
    mention = Mention.of(replace(billion_claim, quantity=quantity, sentence="It opened in 1998.", at=13))
    return replace(mention, claim=None, speaker=None)


def printed(claims: Sequence[Claim], format: str, width: int = 180) -> str:
    return render_mentions([Mention.of(claim) for claim in claims], format, View(width=width)).decode()


def csv_rows(claims: Sequence[Claim]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(claims, "csv"))))


def parquet(data: bytes, query: str, folder: Path) -> list[tuple[object, ...]]:
    file = folder / "rows.parquet"
    file.write_bytes(data)
    return duckdb.sql(f"{query} FROM '{file}'").fetchall()


def test_json_lines_are_exact(billion_claim: Claim) -> None:
    [row] = map(json.loads, printed([billion_claim], "jsonl").splitlines())
    assert (row["low"], row["high"], row["bound"], row["kind"]) == ("9000000000", "9000000000.10", "=", "money")
    assert row["measure"] == ["goods", "eastern"]
    assert (row["period_start"], row["period_end"]) == ("2018-01-01", "2018-12-31")
    assert (row["start"], row["end"], row["line"], row["column"]) == (300, 310, 9, 30)
    assert (row["measured"], row["vague"], row["trend"]) == (True, False, None)


def test_json_is_the_same_rows_in_an_array(billion_claim: Claim) -> None:
    claims = [billion_claim, replace(billion_claim, file="docs/quay.txt")]
    lines = [json.loads(line) for line in printed(claims, "jsonl").splitlines()]
    assert json.loads(printed(claims, "json")) == lines


def test_csv_has_the_same_columns(billion_claim: Claim) -> None:
    [row] = csv_rows([billion_claim])
    [same] = map(json.loads, printed([billion_claim], "jsonl").splitlines())
    assert list(row) == list(same) == [column.name for column in MENTION_COLUMNS]
    assert (row["low"], row["bound"], row["measure"], row["trend"], row["measured"]) == (
        "9000000000",
        "=",
        "goods; eastern",
        "",
        "true",
    )


def test_parquet_has_numbers_to_reckon_with_and_exact_ones(billion_claim: Claim, tmp_path: Path) -> None:
    quantity = replace(billion_claim.quantity, high=Decimal("9000000000.12345678901234567890"))
    data = render_mentions([Mention.of(replace(billion_claim, quantity=quantity))], "parquet")
    [row] = parquet(data, "SELECT low, low_text, high_text, measure, period_end::VARCHAR, line, trend", tmp_path)
    assert row == (
        9e9,
        "9000000000",
        "9000000000.12345678901234567890",
        ["goods", "eastern"],
        "2018-12-31",
        9,
        None,
    )


def test_parquet_has_the_documented_types_even_when_nothing_is_listed(tmp_path: Path) -> None:
    sql_types = {"text": "VARCHAR", "list of texts": "VARCHAR[]", "whole number": "BIGINT", "number": "DOUBLE"}
    sql_types |= {"true or false": "BOOLEAN", "date": "DATE"}
    described = dict(row[:2] for row in parquet(render_mentions([], "parquet"), "DESCRIBE SELECT *", tmp_path))
    assert {name: kind for name, kind in described.items() if not name.endswith("_text")} == {
        column.name: sql_types[column.type] for column in MENTION_COLUMNS
    }
    assert described["low_text"] == described["high_text"] == "VARCHAR"


def test_more_rows_than_are_written_at_once_keep_their_order(billion_claim: Claim, tmp_path: Path) -> None:
    mentions = [Mention.of(replace(billion_claim, quantity=billion_claim.quantity.moved(n))) for n in range(5000)]
    starts = parquet(render_mentions(mentions[::-1], "parquet"), "SELECT start", tmp_path)
    assert starts == [(300 + n,) for n in range(5000)]


def test_a_number_that_measures_nothing_has_no_claim(year: Mention, tmp_path: Path) -> None:
    [row] = json.loads(render_mentions([year], "json"))
    assert (row["kind"], row["low"], row["measured"]) == ("year", "1998", False)
    of_claim = ("measure", "claim_unit", "role", "modality", "entities", "period", "speaker")
    assert all(row[name] is None for name in of_claim)
    data = render_mentions([year], "parquet")
    assert parquet(data, "SELECT measured, measure, role", tmp_path) == [(False, None, None)]


@pytest.mark.parametrize("start", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1+1", "\n=1", "\r+1", "＝1+1"])
def test_no_cell_is_a_formula(billion_claim: Claim, start: str) -> None:
    quote = f"{start} for $9 billion"
    [row] = csv_rows([replace(billion_claim, sentence=quote, at=quote.index("$9"), speaker=Speaker(start))])
    assert row["sentence"][0] == row["speaker"][0] == "'"


def test_a_negative_number_stays_a_number(billion_claim: Claim) -> None:
    quantity = replace(billion_claim.quantity, low=Decimal("-2.50"), high=Decimal("-2.50"), text="-2.50%")
    [row] = csv_rows([replace(billion_claim, quantity=quantity)])
    assert (row["low"], row["high"], row["text"]) == ("-2.50", "-2.50", "'-2.50%")


@pytest.mark.parametrize("value", ["1E+30", "0.1", "1E-7", "123456789012345678901234567890.5"])
def test_no_digit_is_lost(billion_claim: Claim, value: str) -> None:
    claim = replace(billion_claim, quantity=replace(billion_claim.quantity, low=Decimal(value)))
    [row], [line] = csv_rows([claim]), json.loads(printed([claim], "json"))
    assert row["low"] == line["low"] == f"{Decimal(value):f}"
    assert Decimal(row["low"]) == Decimal(value)


@pytest.mark.parametrize(
    "quote",
    ['"$9 billion", "x"', "$9 billion\r\n1,2,3", "\x1b[31m$9 billion\x00", "$9 billion,;\t|", "$9 billion\ud800"],
)
@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_a_hostile_quote_stays_in_its_cell(billion_claim: Claim, quote: str, format: str) -> None:
    claims = [replace(billion_claim, sentence=quote, at=quote.index("$9")), billion_claim]
    told = printed(claims, format)
    assert "\x1b" not in told
    assert told.count("\n") == len(claims) + {"jsonl": 0, "json": 2}.get(format, 1)
    if format == "csv":
        assert [row["line"] for row in csv_rows(claims)] == ["9", "9"]


def test_json_and_parquet_quote_to_the_letter(billion_claim: Claim, tmp_path: Path) -> None:
    quote = "“$9 billion\r\n\x1b[31m\x00”"
    mention = Mention.of(replace(billion_claim, sentence=quote, at=1))
    [row] = json.loads(render_mentions([mention], "json"))
    assert row["sentence"] == quote
    assert parquet(render_mentions([mention], "parquet"), "SELECT sentence", tmp_path) == [(quote,)]


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_figures_changes_nothing(billion_claim: Claim, format: str) -> None:
    claims = [replace(billion_claim, file=f"{n % 3}.txt", quantity=billion_claim.quantity.moved(n)) for n in range(9)]
    mentions = [Mention.of(claim) for claim in claims]
    expected = render_mentions(mentions, format)
    random.Random(5).shuffle(mentions)
    assert render_mentions(mentions, format) == expected


@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_documents_are_listed_with_the_sources_of_their_metadata(format: str) -> None:
    listed = render_documents([DOCUMENT], format).decode()
    for told in ("docs/port.txt", "Harbour board", "line 1", "2019-03-02", "file name"):
        assert told in listed


def test_documents_as_parquet(tmp_path: Path) -> None:
    rows = parquet(render_documents([DOCUMENT], "parquet"), "SELECT document, turns, speakers, date, place", tmp_path)
    assert rows == [("docs/port.txt", 3, ["Per", "Ilse"], "2019-03-02", None)]


def test_speakers_are_listed_once_in_the_order_they_speak() -> None:
    assert "speakers: Per (2 turns)\n            Ilse (1 turn)\n" in render_documents([DOCUMENT], "table").decode()


@pytest.mark.parametrize(("format", "nothing"), [("table", b""), ("jsonl", b""), ("json", b"[]\n")])
def test_nothing_read_nothing_printed(format: str, nothing: bytes) -> None:
    assert render_mentions([], format) == render_documents([], format) == nothing


def test_a_csv_of_nothing_still_names_its_columns() -> None:
    assert render_mentions([], "csv").startswith(b"document,file,line,")


def test_the_documentation_names_every_column_with_its_type() -> None:
    page = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    section = page.partition("## Columns")[2].partition("\n## ")[0]
    documented = re.findall(r"^\| `(\w+)` \| ([a-z ]+) \|", section, re.MULTILINE)
    assert documented == [(column.name, column.type.value) for column in MENTION_COLUMNS]
    assert {kind for _, kind in documented} == set(Type)
    section = page.partition("## Documents")[2].partition("\n## ")[0]
    documented = re.findall(r"^\| `(\w+)` \| ([a-z ]+) \|", section, re.MULTILINE)
    assert documented == [(column.name, column.type.value) for column in DOCUMENT_COLUMNS]
