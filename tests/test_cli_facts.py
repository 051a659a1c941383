"""`run --facts`: the report, what is told on standard error, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import claimcheck, write

TALK = """Port of Ely, annual meeting
12 March 2020

ANNA BERG: In 2019 the Port of Ely handled 4.6 million tonnes of cargo. The Port of Ely employed 312 people in 2019.
"""
FACTS = """company,measure,period,amount,unit,source
Port of Ely,cargo handled,2019,4.2,million tonnes,"yearbook 2019, table 3"
Port of Ely,people employed,2019,312,people,yearbook
Port of Ely,revenue,2019,38.4,million euros,yearbook
Port of Ely,revenue,2018,n/a,million euros,yearbook
"""


@pytest.fixture
def talk(folder: Path) -> str:
    write("facts.csv", FACTS)
    return write("docs/port.txt", TALK)


def test_the_report_tells_every_fact(talk: str) -> None:
    result = claimcheck("run", talk, "--facts", "facts.csv", "--statistics")
    assert result.exit_code == 1
    assert "error[core/reference]: 4.6 million tonnes is said, but yearbook 2019, table 3 gives" in result.stdout
    assert "::: facts.csv:2:32   yearbook 2019, table 3" in result.stdout
    assert "--> facts.csv:4:26   unmatched: Port of Ely, revenue, 2019: 38.4 million euros" in result.stdout
    assert "What is said fits 1 of 4 facts and contradicts 1; 2 were not compared" in result.stdout
    assert 'facts.csv:5:26: no value can be read in "n/a"' in result.stderr
    assert "figures that fit a fact" in result.stderr


def test_without_facts_nothing_is_said_of_them(talk: str) -> None:
    result = claimcheck("run", talk, "--statistics")
    assert (result.exit_code, "fact" in result.stdout + result.stderr) == (0, False)


def test_json_and_markdown_list_them(talk: str) -> None:
    result = claimcheck("run", talk, "--facts", "facts.csv", "--format", "json")
    facts = json.loads(result.stdout)["facts"]
    assert [(fact["line"], fact["status"], fact["fitting"], fact["clashing"]) for fact in facts] == [
        (2, "clashes", 0, 1),
        (3, "fits", 1, 0),
        (4, "unmatched", 0, 0),
        (5, "unread", 0, 0),
    ]
    assert all(fact["reason"] for fact in facts[2:])
    markdown = claimcheck("run", talk, "--facts", "facts.csv", "--format", "markdown").stdout
    assert "<summary>2 uncompared facts</summary>" in markdown
    assert "<summary>1 confirmation</summary>" in markdown


def test_bad_rows_do_not_end_the_run(talk: str) -> None:
    write("bad.csv", "subject,measure,value\nPort of Ely,,5\nPort of Ely,cargo,none\n")
    result = claimcheck("run", talk, "--facts", "bad.csv")
    assert result.exit_code == 0
    assert "bad.csv:2:13: a fact without a measure" in result.stderr
    assert "bad.csv:3:19: no value can be read" in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--facts", "none.csv"), "none.csv: no such table of facts"),
        (("--facts", "docs/port.txt"), "docs/port.txt: not a table of facts"),
        (("--facts", "facts.csv", "--facts-columns", "value=betrag"), 'facts.csv:1:1: no column "betrag" for value'),
        (("--facts", "facts.csv", "--facts-columns", "valeu=amount"), 'a fact has no field "valeu"'),
        (("--facts", "facts.csv", "--rules", "csto"), "no rule holds what is said against facts"),
    ],
)
def test_what_cannot_be_used_fails_the_run(talk: str, options: tuple[str, ...], message: str) -> None:
    result = claimcheck("run", talk, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_several_tables_and_declared_columns(talk: str) -> None:
    write(
        "more.yaml", "- {firma: Port of Ely, measure: cargo handled, period: 2018, value: 4.6, unit: million tonnes}\n"
    )
    result = claimcheck("run", talk, "--facts", "more.yaml", "--facts-columns", "subject=firma")
    assert result.exit_code == 0
    assert "more.yaml:1:" in result.stdout
