"""Title, date and place with their sources, what contradicts them, and where one transcript of a file ends."""

from __future__ import annotations

import pytest

from claimcheck.model.document import TurnKind
from claimcheck.read import read_text

SPEECH = "\nANNA BERG: We bought 12 trams, and we paid for them.\nBO LIND: We did."


@pytest.mark.parametrize(
    ("header", "title", "date", "place"),
    [
        ("Tram Talk of the Town\nMay 3, 2021\nTown Hall", "Tram Talk of the Town", "2021-05-03", "Town Hall"),
        (
            "Tram Talk of the Town\nTown Hall\nMay 3, 2021\n5:39 P.M.",
            "Tram Talk of the Town",
            "2021-05-03",
            "Town Hall",
        ),
        (
            "Tram Talk of the Town\nIssued on: May 4, 2021\nTown Hall\n5:39 P.M.",
            "Tram Talk of the Town",
            None,
            "Town Hall",
        ),
        ("Larkfield: Results Call\nMay 3, 2021", "Larkfield: Results Call", "2021-05-03", None),
        ("Larkfield Results Call May 3, 2021\nCompany Participants", "Larkfield Results Call", "2021-05-03", None),
        ("[Record of the Town (Monday, May 3, 2021)]", "Record of the Town", "2021-05-03", None),
        ("Title: Tram Talk\nVenue: Town Hall\nDate: 3 May 2021", "Tram Talk", "2021-05-03", "Town Hall"),
    ],
)
def test_states_of_a_header(header: str, title: str, date: str | None, place: str | None) -> None:
    (document,) = read_text("a.txt", header + SPEECH)
    stated = [one.value if one else None for one in (document.title, document.date, document.place)]
    assert stated == [title, date, place]
    assert [block.text[:3] for block in document.blocks if block.kind is TurnKind.PROSE][-2:] == ["ANN", "BO "]


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        ("a-2021-05-04.txt", "Tram Talk\nMay 3, 2021", "dates differ: 2021-05-03 (line 2), 2021-05-04 (file name)"),
        (
            "a.txt",
            "Tram Talk\nMay 3, 2021\nDate: May 5, 2021",
            "dates differ: 2021-05-03 (line 2), 2021-05-05 (line 3)",
        ),
        ("a.txt", "Tram Talk\nTuesday, May 3, 2021", "dates differ: 2021-05-03 is a Monday, not a Tuesday"),
        ("a.txt", "Tram Talk\nDate: 03/04/2021", "date not taken: 03/04/2021 may be 2021-03-04 or 2021-04-03"),
        (
            "a.txt",
            "Tram Talk\nIssued on: May 3, 2021\nTown Hall\n10:30",
            "no date of the event; published 2021-05-03 (line 2)",
        ),
        (
            "a.txt",
            "Tram Talk\nMay 3, 2021\nPublished: May 1, 2021",
            "dates differ: published 2021-05-01 (line 3), and took place 2021-05-03 (line 2)",
        ),
    ],
)
def test_contradictions_are_said(name: str, text: str, note: str) -> None:
    (document,) = read_text(name, text + SPEECH)
    assert document.notes == (note,)


@pytest.mark.parametrize("line", ["Monday, May 3, 2021", "May 3, 2021 (Monday)", "3 May 2021"])
def test_dates_that_fit_are_not_noted(line: str) -> None:
    (document,) = read_text("a-2021-05-03.txt", f"Tram Talk\n{line}{SPEECH}\nPublished: May 4, 2021")
    assert document.notes == ()


@pytest.mark.parametrize(
    "lines",
    [
        "The committee met\nin the Town Hall on May 5, 2021\nMR. LIND: Yes.",
        "Harbor Street\nMay 5, 2021\nand the day after it were busy.\nMR. LIND: Yes.",
    ],
)
def test_a_date_in_what_is_said_begins_no_document(lines: str) -> None:
    assert len(read_text("a.txt", f"Tram Talk of the Town, Volume 9 (May 3, 2021){SPEECH}\n{lines}")) == 1


def test_what_stands_above_speech_is_one_header() -> None:
    page = "Tram Talk\nIssued on: May 4, 2021\nShare:\nTown Hall, Norville\nMay 3, 2021"
    (document,) = read_text("a.txt", page + SPEECH)
    assert (document.date and document.date.value, document.place and document.place.value) == (
        "2021-05-03",
        "Town Hall, Norville",
    )


def test_all_below_the_end_is_trailer() -> None:
    (document,) = read_text("a.txt", f"Tram Talk\nMay 3, 2021{SPEECH}\nEND\n10:30\nAll news.\nWrite to us. We read it.")
    assert [block.text for block in document.blocks if block.kind is TurnKind.PROSE][-1] == "BO LIND: We did."


def test_a_short_line_ends_a_paragraph_of_wrapped_text() -> None:
    text = (
        "The harbor of the town was built in the old days, when the boats were small, and\n"
        "it has not been deepened since. Nobody had thought that ships would be so large;\n"
        "so they wait outside.\n"
        "The town has asked for $3 million, and the state has promised to give a third of\n"
        "it, when the work has begun.\n"
    )
    (document,) = read_text("a.txt", text)
    starts = [block.text.split()[0:2] for block in document.blocks if not block.runs_on]
    assert starts == [["The", "harbor"], ["The", "town"]]
