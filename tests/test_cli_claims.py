"""`claimcheck claims` as its users meet it: formats, files, terminals, and what is left out."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.command_line import PROGRAM, claimcheck, environment, process, write

BUSES = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
HISTORY = "ANNA BERG: On 3 May 1998, at 14:30, the 2nd depot opened. It held 40 trams.\n"

pytestmark = pytest.mark.usefixtures("folder")


def test_claims_in_all_formats() -> None:
    arguments = ("claims", write("docs/buses.txt", BUSES))
    rows = list(csv.DictReader(io.StringIO(claimcheck(*arguments, "--format", "csv").stdout)))
    lines = [json.loads(line) for line in claimcheck(*arguments, "--format", "jsonl").stdout.splitlines()]
    objects = json.loads(claimcheck(*arguments, "--format", "json").stdout)
    Path("buses.parquet").write_bytes(claimcheck(*arguments, "--format", "parquet").stdout_bytes)
    stored = duckdb.sql("SELECT low_text FROM 'buses.parquet'").fetchall()
    table = claimcheck(*arguments).stdout.splitlines()
    values = [row["low"] for row in rows]
    assert values == [line["low"] for line in lines] == [value for (value,) in stored] == ["12", "7", "20"]
    assert objects == lines
    assert len(table) == 4
    assert all(f"docs/buses.txt:1:{line['column']}" in row for line, row in zip(lines, table[1:], strict=True))


def test_offsets_and_places_lead_back_to_the_figure() -> None:
    text = f"A depot, and what it held\n\n{HISTORY}\n{BUSES}"
    for row in json.loads(claimcheck("claims", write("docs/a.txt", text), "--all", "--format", "json").stdout):
        assert text[row["start"] : row["end"]] == row["text"]
        assert text.splitlines()[row["line"] - 1][row["column"] - 1 :].startswith(row["text"])
        assert row["text"] in row["sentence"]


def test_what_measures_nothing_is_counted_and_listed_on_request() -> None:
    arguments = ("claims", write("docs/depot.txt", HISTORY), "--format", "jsonl")
    some, everything = claimcheck(*arguments), claimcheck(*arguments, "--all")
    assert [json.loads(line)["low"] for line in some.stdout.splitlines()] == ["40"]
    assert some.stderr == "not listed: 1 date, 1 ordinal, 1 time (--all lists them)\n"
    rows = [json.loads(line) for line in everything.stdout.splitlines()]
    assert [(row["kind"], row["measured"]) for row in rows] == [
        ("date", False),
        ("time", False),
        ("ordinal", False),
        ("count", True),
    ]
    assert everything.stderr == ""


def test_figures_outside_of_sentences_are_not_lost() -> None:
    text = "# Budget of 90 million euros\n\n**Anna Berg:** We hired 30 cooks.\n"
    arguments = ("claims", write("docs/plan.md", text), "--format", "jsonl")
    assert claimcheck(*arguments).stderr == "not listed: 1 other figure (--all lists them)\n"
    first, _ = map(json.loads, claimcheck(*arguments, "--all").stdout.splitlines())
    assert (first["text"], first["measured"], first["role"]) == ("90 million euros", True, None)


def test_claims_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("no figure needs to be compared")

    monkeypatch.setattr("claimcheck.pipeline.link_claims", never)
    monkeypatch.setattr("claimcheck.pipeline.judge", never)
    assert claimcheck("claims", write("docs/buses.txt", BUSES)).exit_code == 0


@pytest.mark.parametrize("format", ["table", "csv", "jsonl", "json", "parquet"])
def test_a_file_gets_the_same_bytes_as_a_pipe(format: str) -> None:
    arguments = ("claims", write("docs/buses.txt", BUSES), "--format", format)
    written = claimcheck(*arguments, "--output", "out")
    assert (written.exit_code, written.stdout, written.stderr) == (0, "", "wrote out\n")
    piped = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment(), check=True)
    assert Path("out").read_bytes() == piped.stdout
    assert piped.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_parquet_is_not_written_to_a_terminal() -> None:
    code, screen, errors = on_a_terminal("claims", write("docs/buses.txt", BUSES), "--format", "parquet")
    assert (code, screen) == (2, "")
    assert errors.startswith("Parquet is not text, and is not written to a terminal\n  hint: ")
    assert "--output" in errors
    code, _, _ = on_a_terminal("claims", "docs", "--format", "parquet", "--output", "buses.parquet")
    assert (code, Path("buses.parquet").read_bytes()[:4]) == (0, b"PAR1")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_colours_are_for_terminals_that_want_them() -> None:
    arguments = ("claims", write("docs/buses.txt", BUSES))
    _, coloured, _ = on_a_terminal(*arguments, COLUMNS="80", TERM="xterm-256color")
    _, plain, _ = on_a_terminal(*arguments, COLUMNS="80", TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b[1;36m12" in coloured
    assert "12 buses" in plain
    assert "\x1b" not in plain + claimcheck(*arguments).stdout


@pytest.mark.parametrize("width", [80, 100, 132])
def test_the_table_keeps_to_the_width(width: int) -> None:
    write("docs/buses.txt", BUSES.replace("the north", "the north, the south, and all the islands in between"))
    done = process("claims", "docs", COLUMNS=str(width))
    assert max(map(len, done.stdout.splitlines())) <= width
    for told in ("12", "bus", "count", "12 buses"):
        assert told in done.stdout


def test_documents_are_listed_with_what_is_known_of_them() -> None:
    write("docs/buses.txt", BUSES)
    write("docs/elms.txt", "BO LIND: We have 30 elms.\n")
    result = claimcheck("claims", "docs", "--documents")
    assert result.exit_code == 0
    assert "docs/buses.txt" in result.stdout
    assert "Bo Lind" in result.stdout


def test_a_missing_path_fails_and_the_rest_is_listed() -> None:
    result = claimcheck("claims", "nowhere", write("docs/buses.txt", BUSES), "--format", "csv")
    assert (result.exit_code, result.stderr) == (2, "nowhere: no such file or folder\n")
    assert len(result.stdout.splitlines()) == 4


def test_a_format_that_is_none_is_refused() -> None:
    result = claimcheck("claims", "docs", "--format", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'table', 'csv', 'jsonl', 'json', 'parquet'" in result.stderr


def on_a_terminal(*arguments: str, **variables: str) -> tuple[int, str, str]:
    """The program's exit code, what a terminal shows of its stdout, and its stderr in a pipe."""
    import pty

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [*PROGRAM, *arguments], stdout=theirs, stderr=subprocess.PIPE, env=environment(**variables)
    )
    os.close(theirs)
    shown = bytearray()
    while True:
        try:
            piece = os.read(ours, 1024)
        except OSError:
            # Linux says so when the program has closed the other end.
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    _, errors = program.communicate()
    return program.returncode, shown.decode(), errors.decode()
