"""CSV and TSV: rows as turns, columns by name, by content, as declared."""

from __future__ import annotations

import pytest

from claimcheck.errors import ConfigError, ReadError
from claimcheck.read import read_text
from claimcheck.read.columns import declare_columns, speech_columns
from claimcheck.read.table import read_csv
from claimcheck.read.table_scan import find_delimiter, scan_table
from tests.read.readings import place_of, read_one, said

ANNA = ("Anna Berg", "We sold 12 buses, all of them old.")
BO = ("Bo Lind", "I counted 13 when I came in.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", f'speaker,text\n"{ANNA[0]}","{ANNA[1]}"\r\n{BO[0]},{BO[1]}\r\n'),
        ("a.csv", f"id;Speaker Name;Speech\n1;{ANNA[0]};{ANNA[1]}\n2;{BO[0]};{BO[1]}"),
        ("a.tsv", f"who\tsaid\n{ANNA[0]}\t{ANNA[1]}\n{BO[0]}\t{BO[1]}\n"),
        ("a.txt", f"who\tsaid\n{ANNA[0]}\t{ANNA[1]}\n{BO[0]}\t{BO[1]}\n"),
        ("a.csv", f'Speaker,Timecode,Zitat\n{ANNA[0]},0:10,"{ANNA[1]}"\n{BO[0]},0:20,{BO[1]}\n'),
        ("a.csv", f'{ANNA[0]},"{ANNA[1]}"\n{BO[0]},{BO[1]}\n'),
    ],
)
def test_finds_who_says_what(name: str, text: str) -> None:
    assert said(read_one(name, text)) == [ANNA, BO]


def test_quotes_and_lines_within_a_cell_keep_their_places() -> None:
    document = read_one("a.csv", 'speaker,text\nAnna Berg,"She said ""12 km"".\nI say 13 km."\n')
    assert said(document) == [("Anna Berg", 'She said "12 km".\nI say 13 km.')]
    assert (place_of(document, "12 km"), place_of(document, "13 km")) == ("12 km", "13 km")


def test_days_and_documents_part_a_table() -> None:
    rows = "date,speaker,text\n2021-03-09,Anna,We sold 12.\n2021-03-09,Bo,I know.\n2021-03-10,Anna,We sold 13.\n"
    documents = read_text("a.csv", rows)
    assert [(one.date.value, one.date.source, len(one.blocks)) for one in documents if one.date] == [
        ("2021-03-09", 'column "date"', 2),
        ("2021-03-10", 'column "date"', 1),
    ]


def test_columns_can_be_declared() -> None:
    raw = b"text,remark\nA.1,We sold 12 buses to the town.\nA.2,We kept the other 13 of them.\n"
    (document,) = read_csv("a.csv", raw, declare_columns(["text=remark"]))
    assert document.blocks[0].text == "We sold 12 buses to the town."


@pytest.mark.parametrize(
    ("declared", "message"),
    [("said", "KIND=NAME"), ("text=", "KIND=NAME"), ("txt=said", 'unknown kind of column "txt"')],
)
def test_wrong_declarations_are_refused(declared: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        declare_columns([declared])


def test_a_table_of_figures_is_no_speech() -> None:
    with pytest.raises(ReadError, match="has no column of text"):
        read_csv("a.csv", b"year,buses,trams\n2020,12,3\n2021,13,4\n")


def test_a_quote_left_open_is_said() -> None:
    document = read_one("a.csv", 'speaker,text\nAnna,"We sold 12 buses.\nBo,I counted 13.\n')
    assert document.notes == ("a quote that opens in line 2 is never closed",)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ('"a,b",""\r\n\r\nc', [["a,b", ""], ["c"]]),
        ('"a""b"c,d', [['a"bc', "d"]]),
        (",,\n", []),
        ("", []),
    ],
)
def test_cells(text: str, cells: list[list[str]]) -> None:
    rows, _ = scan_table(text, ",")
    assert [[cell.text for cell in row] for row in rows] == cells


def test_delimiters_and_headers() -> None:
    assert find_delimiter("a;b\n1,5;2\n2,5;3") == ";"
    assert speech_columns(["Time", "Speaker", "Text"]) == (1, 2)
    assert speech_columns(["Year", "Buses"]) == (-1, -1)
