"""Who says what, and who is who."""

from __future__ import annotations

import pytest

from claimcheck.model.document import TurnKind
from claimcheck.model.rule import Entity
from claimcheck.read import read_text
from claimcheck.turns import take_turns

SPOKEN = (TurnKind.SPEECH, TurnKind.PROSE)


def speech(text: str, name: str = "talk.txt") -> list[tuple[str | None, str]]:
    turns = [turn for document in take_turns(read_text(name, text)) for turn in document.turns]
    return [(turn.speaker.name if turn.speaker else None, turn.text) for turn in turns if turn.kind in SPOKEN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANNA: We sold 12 buses.", [("Anna", "We sold 12 buses.")]),
        ("ANNA: One bus.\nBO: Two buses.", [("Anna", "One bus."), ("Bo", "Two buses.")]),
        ("Anna Berg: One bus.\nAnd a tram.", [("Anna Berg", "One bus.\nAnd a tram.")]),
        ("[Anna Berg] One bus.\n\n[Bo Lind] Two.", [("Anna Berg", "One bus."), ("Bo Lind", "Two.")]),
        ("ANNA BERG. One bus.\nBO LIND. Two.", [("Anna Berg", "One bus."), ("Bo Lind", "Two.")]),
        ("Q  How many buses?\nANNA: Twelve.", [("Question", "How many buses?"), ("Anna", "Twelve.")]),
        (
            "Q On the buses: how many?\nANNA: Twelve.",
            [("Question", "On the buses: how many?"), ("Anna", "Twelve.")],
        ),
        ("Question: How many?\nANNA: Twelve.", [("Question", "How many?"), ("Anna", "Twelve.")]),
    ],
)
def test_finds_labels(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Revenue in Europe was $5 million.",
        "Total: $5 million",
        "Note: the town bought 12 buses last year.",
        "And what matters most here: the town bought 12 buses.",
    ],
)
def test_is_no_label(text: str) -> None:
    assert speech(text) == [(None, text)]


def test_name_on_a_line_of_its_own() -> None:
    lines = ["Anna Berg - Tram Co.", "Bo Lind - North Bank", "Anna Berg - Tram Co.", "We sold 12 buses."]
    lines += ["Bo Lind - North Bank", "How many trams?", "Anna Berg - Tram Co.", "Two trams."]
    assert speech("\n".join(lines)) == [
        ("Anna Berg", "We sold 12 buses."),
        ("Bo Lind", "How many trams?"),
        ("Anna Berg", "Two trams."),
    ]


def test_markdown_lead_is_a_label() -> None:
    assert speech("**Anna Berg:** One *red* bus.\n\nAnd a tram.", "talk.md") == [
        ("Anna Berg", "One red bus.\nAnd a tram.")
    ]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Mayor Anna Berg", "Ms Berg", "Anna Berg"], ["Anna Berg"] * 3),
        (["Oleg Andreev", "Mr Andreyev"], ["Oleg Andreyev", "Oleg Andreyev"]),
        (["Resident of Norland Oleg Andreev", "Oleg Andreev"], ["Oleg Andreev", "Oleg Andreev"]),
        (["Anna Berg", "Carl Berg"], ["Anna Berg", "Carl Berg"]),
    ],
)
def test_one_name_a_person(labels: list[str], names: list[str]) -> None:
    text = "\n".join(f"{label}: We sold buses here." for label in labels)
    assert [name for name, _ in speech(text)] == names


def test_office_tells_whom_a_speaker_represents() -> None:
    (document,) = take_turns(read_text("a.txt", "President of Norland Oleg Andreev: Trade grew."))
    speaker = document.turns[0].speaker
    assert speaker is not None
    assert speaker.represents == ("Norland",)


def test_declared_alias_wins() -> None:
    alias = Entity("anna", ("Anna Berg", "Annie"), represents=("Norland",))
    (document,) = take_turns(read_text("a.txt", "Annie: Trade grew by half."), [alias])
    speaker = document.turns[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.represents) == ("Anna Berg", ("Norland",))


def test_journalists_are_anonymous() -> None:
    (document,) = take_turns(read_text("a.txt", "Question: How many buses?\nANNA: Twelve buses."))
    assert [turn.speaker.anonymous for turn in document.turns if turn.speaker] == [True, False]


def test_turns_map_back_to_the_file() -> None:
    text = "Minutes\nMay 3, 2021\nANNA: One bus.\nAnd a tram.\n\nBO: Two."
    for document in take_turns(read_text("a.txt", text)):
        for turn in document.turns:
            for word in turn.text.split():
                at = turn.text.index(word)
                start, end = turn.in_file(at, at + len(word))
                assert text[start:end] == word
