"""Tables of facts: every format gives the same rows, each knowing its place; a bad row is told and left out."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from claimcheck.errors import ConfigError, FactError
from claimcheck.read import declare_fact_columns, read_fact_rows, read_facts

CSV = "subject,measure,value,unit\nPort of Ely,cargo,4.20,million tonnes\nPort of Ely,staff,312,people\n"


def table(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts.csv", CSV),
        ("facts.csv", CSV.replace(",", ";")),
        ("facts.tsv", CSV.replace(",", "\t")),
        ("facts.csv", "\ufeff" + CSV.replace("subject", "Company").replace("value", "Amount").replace("unit", "UNITS")),
        (
            "facts.yaml",
            "- {subject: Port of Ely, measure: cargo, value: 4.20, unit: million tonnes}\n"
            "- subject: Port of Ely\n  measure: staff\n  value: 312\n  unit: people\n",
        ),
        (
            "facts.yml",
            "facts:\n  - {entity: Port of Ely, metric: cargo, figure: '4.20', unit: million tonnes}\n"
            "  - {entity: Port of Ely, metric: staff, figure: 312, unit: people}\n",
        ),
    ],
)
def test_every_form_gives_the_same_rows(folder: Path, name: str, text: str) -> None:
    found = read_facts(table(folder, name, text))
    assert [[row[key] for key in ("subject", "measure", "value", "unit")] for row in found.rows] == [
        ["Port of Ely", "cargo", "4.20", "million tonnes"],
        ["Port of Ely", "staff", "312", "people"],
    ]
    assert found.errors == ()
    for row in found.rows:
        assert found.document.text[row.start : row.end] == row["value"]


def test_parquet_rows_are_told_by_their_number(folder: Path) -> None:
    table(folder, "facts.csv", CSV)
    duckdb.sql("COPY (FROM read_csv('facts.csv')) TO 'facts.parquet'")
    found = read_facts("facts.parquet")
    assert [(str(row.place()), row["value"]) for row in found.rows] == [
        ("facts.parquet, row 1", "4.2"),
        ("facts.parquet, row 2", "312"),
    ]
    assert [found.document.landmark(row.start) for row in found.rows] == ["row 1", "row 2"]


def test_rows_in_memory() -> None:
    found = read_fact_rows([{"subject": "Ely", "measure": "cargo", "value": 4.0, "period": 2019}])
    assert [(row["value"], row["period"], str(row.place())) for row in found.rows] == [("4", "2019", "facts, row 1")]


@pytest.mark.parametrize(
    ("name", "text", "place", "message", "kept"),
    [
        ("f.csv", CSV + "Ely,,5,people\n", "f.csv:4:5", "without a measure", 2),
        ("f.csv", CSV + "Ely,staff,,people\n", "f.csv:4:11", "without a value", 2),
        ("f.csv", CSV + "Ely,staff,1,000,people\n", "f.csv:4:17", "5 cells under 4 columns", 2),
        ("f.csv", CSV + 'Ely,"staff,5,people\n', "f.csv:4:1", "never closed", 2),
        (
            "f.yaml",
            "- {subject: Ely, measure: staff, valeu: 5}\n- {subject: E, measure: s, value: 1}\n",
            "f.yaml:1:",
            "without a value",
            1,
        ),
        (
            "f.yaml",
            "- {subject: Ely, measure: staff, value: [5]}\n- {subject: E, measure: s, value: 1}\n",
            "f.yaml:1:41",
            "one text",
            1,
        ),
        ("f.yaml", "- five\n- {subject: E, measure: s, value: 1}\n", "f.yaml:1:3", "keys with values", 1),
    ],
)
def test_a_bad_row_is_told_and_the_others_kept(
    folder: Path, name: str, text: str, place: str, message: str, kept: int
) -> None:
    found = read_facts(table(folder, name, text))
    [error] = found.errors
    assert str(error.place).startswith(place)
    assert message in error.message
    assert error.hint
    assert len(found.rows) == kept


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("f.csv", "who,what\nEly,cargo\n", "no column for value"),
        ("f.csv", "measure,value\ncargo,5\n", "no column for subject"),
        ("f.txt", CSV, "not a table of facts"),
        ("f.csv", "", "empty"),
        ("f.yaml", "just words\n", "no list of facts"),
        ("f.yaml", "- {subject: [\n", "not well-formed YAML"),
        ("f.yaml", "[]\n", "without a row"),
        ("f.parquet", "no parquet", "not a Parquet file"),
    ],
)
def test_a_table_that_cannot_be_used(folder: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(FactError, match=message) as caught:
        read_facts(table(folder, name, text))
    assert caught.value.hint


def test_a_missing_table(folder: Path) -> None:
    with pytest.raises(FactError, match="no such table"):
        read_facts("none.csv")


def test_declared_columns(folder: Path) -> None:
    columns = declare_fact_columns(["value=betrag,subject=firma", "measure=was"])
    found = read_facts(table(folder, "f.csv", "firma,was,betrag,value\nEly,Umschlag,5,9\n"), columns)
    assert [(row["subject"], row["measure"], row["value"]) for row in found.rows] == [("Ely", "Umschlag", "5")]
    with pytest.raises(FactError, match='no column "betrga"'):
        read_facts("f.csv", {"value": "betrga"})


@pytest.mark.parametrize("declared", ["valeu=amount", "value", "value="])
def test_declarations_that_make_no_sense(declared: str) -> None:
    with pytest.raises(ConfigError):
        declare_fact_columns([declared])
