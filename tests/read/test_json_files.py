"""JSON and JSON Lines: records of any make, each string in its place."""

from __future__ import annotations

import json

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import Columns, read_text
from claimcheck.read.json_files import read_json, read_jsonl
from tests.read.readings import place_of, read_one, said

ANNA = ("Anna Berg", "We sold 12 buses.")
BO = ("Bo Lind", "I counted 13.")


@pytest.mark.parametrize(
    "data",
    [
        [{"speaker": "Anna Berg", "text": ANNA[1]}, {"speaker": "Bo Lind", "text": BO[1]}],
        {"turns": [{"Speaker Name": "Anna Berg", "speech": ANNA[1]}, {"Speaker Name": "Bo Lind", "speech": BO[1]}]},
        # Around the text: a court's turns, each with blocks of text.
        {
            "transcript": {
                "sections": [
                    {
                        "turns": [
                            {"speaker": {"id": 3, "name": "Anna Berg"}, "text_blocks": [{"text": ANNA[1]}]},
                            {"speaker": {"id": 4, "name": "Bo Lind"}, "text_blocks": [{"text": BO[1]}]},
                        ]
                    }
                ]
            }
        },
        # Names apart: a call's people by their keys.
        {
            "speakers": [{"id": "p1", "name": "Anna Berg"}, {"id": "p2", "name": "Bo Lind"}],
            "items": [{"speaker": "p1", "text": ANNA[1]}, {"speaker": "p2", "text": BO[1]}],
        },
        # The whole once more as one text, and every word by itself.
        {
            "text": f"{ANNA[1]} {BO[1]}",
            "parts": [
                {"name": "Anna Berg", "text": ANNA[1], "words": [{"text": "We"}, {"text": "sold"}]},
                {"name": "Bo Lind", "text": BO[1]},
            ],
        },
        {"content": f"Anna Berg: {ANNA[1]}\nBo Lind: {BO[1]}"},
    ],
)
def test_finds_who_says_what(data: object) -> None:
    assert said(read_one("a.json", json.dumps(data, indent=1))) == [ANNA, BO]


def test_lines_are_read_one_by_one_and_damaged_ones_are_said() -> None:
    lines = [
        '{"speaker": "Anna Berg", "text": "We sold 12 buses."}',
        '{"speaker": "Bo',
        '{"speaker": "Bo Lind", "text": "I counted 13."}',
    ]
    document = read_one("a.jsonl", "\n".join(lines))
    assert said(document) == [ANNA, BO]
    assert document.notes == ("1 damaged lines were left out: line 2, column 13 cannot be read",)


def test_escapes_keep_their_places() -> None:
    text = r'{"speaker": "Z\u00fcleyha", "text": "It\u2019s 4\u00a0km,\n\"roughly\" \ud83d\ude00 5 km."}'
    document = read_one("a.json", text)
    assert said(document) == [("Züleyha", 'It’s 4 km,\n"roughly" 😀 5 km.')]
    assert place_of(document, "4 km") == r"4\u00a0km"
    assert place_of(document, "5 km") == "5 km"


def test_a_speaker_left_empty_is_not_the_one_before() -> None:
    rows = [{"speaker": "Anna Berg", "text": ANNA[1]}, {"speaker": None, "text": "Thank you."}]
    assert said(read_one("a.json", json.dumps(rows)))[1] == ("Unidentified speaker", "Thank you.")


def test_metadata_comes_with_its_source() -> None:
    data = {
        "meeting": {"title": "Bus Board", "meeting_date": "2021-03-09", "city": "Norville"},
        "turns": [{"speaker": "Anna Berg", "title": "Mayor", "text": ANNA[1]}],
    }
    document = read_one("a-2021-03-10.json", json.dumps(data))
    stated = [document.title, document.date, document.place]
    assert [(one.value, one.source) for one in stated if one] == [
        ("Bus Board", 'field "title"'),
        ("2021-03-09", 'field "meeting_date"'),
        ("Norville", 'field "city"'),
    ]
    assert document.notes == ('dates differ: 2021-03-09 (field "meeting_date"), 2021-03-10 (file name)',)


def test_records_of_several_days_are_several_documents() -> None:
    calls = [
        {"quarter": "Q1", "date": "2021-04-27 17:00:00", "content": "Operator: Welcome.\nAnna Berg: We sold 12 buses."},
        {"quarter": "Q2", "date": "2021-07-27 17:00:00", "content": "Operator: Welcome.\nAnna Berg: We sold 13 buses."},
    ]
    first, second = read_text("calls.json", json.dumps(calls))
    assert [(one.name, one.date.value) for one in (first, second) if one.date] == [
        ("calls.json", "2021-04-27"),
        ("calls.json#2", "2021-07-27"),
    ]
    assert first.end <= second.start


def test_columns_can_be_declared() -> None:
    raw = json.dumps([{"from": "Anna Berg", "uttered": ANNA[1], "text": "n/a"}]).encode()
    columns = Columns(speaker=("from",), text=("uttered",))
    (document,) = read_json("a.json", raw, columns)
    assert [(block.label, block.text) for block in document.blocks] == [ANNA]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"text": "We sold', "line 1, column 10 cannot be read"),
        ('{"text": "a"\n "b": 1}', "line 2, column 2 lacks a comma"),
        ('[{"text": "a"},]', "has a ] too many"),
        ('{"text" "a"}', "lacks a colon"),
        ('{"text": "a"} x', "goes on behind its end"),
        ('{"a": 1}', "has no text to read"),
        ("[" * 100_000, "is nested deeper than 200 levels"),
        ('{"a":' * 100_000, "is nested deeper than 200 levels"),
    ],
)
def test_says_why_it_cannot_read(text: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_json("a.json", text.encode())
    assert reason in caught.value.message


def test_lines_that_are_no_json_are_refused() -> None:
    with pytest.raises(ReadError, match="is damaged jsonl: line 1"):
        read_jsonl("a.jsonl", b"Anna: yes\nBo: no\n")


def test_values_over_several_lines_are_json_whatever_the_name() -> None:
    text = json.dumps({"speaker": "Anna Berg", "text": ANNA[1]}, indent=2)
    assert said(read_one("a.jsonl", f"{text}\n{text}")) == [ANNA, ANNA]
