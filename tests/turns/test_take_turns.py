"""Who says what: labels in every form, and what looks like one and is none."""

from __future__ import annotations

import pytest

from claimcheck.model.document import TurnKind
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
        ("Anna Berg: (00:12) One bus.", [("Anna Berg", "One bus.")]),
        ("[00:12:03] Anna Berg: One bus.", [("Anna Berg", "One bus.")]),
        ("Anna Berg (10:41): One bus.", [("Anna Berg", "One bus.")]),
        ("3. Anna Berg (Norville): One bus?", [("Anna Berg", "One bus?")]),
        ("Speaker 1: One bus.\nSpeaker 2: Two.", [("Speaker 1", "One bus."), ("Speaker 2", "Two.")]),
        ("A. B. Berg: One bus.", [("A. B. Berg", "One bus.")]),
        ("Anna Berg, Tram Co.: One bus.", [("Anna Berg", "One bus.")]),
        ("BERG, Anna: One bus.", [("Anna Berg", "One bus.")]),
        ("[Anna Berg] One bus.\n\n[Bo Lind] Two.", [("Anna Berg", "One bus."), ("Bo Lind", "Two.")]),
        ("ANNA BERG. One bus.\nBO LIND. Two.", [("Anna Berg", "One bus."), ("Bo Lind", "Two.")]),
        ("HON. A. BERG.- One bus.\nHON. B. LIND.- Two.", [("A. Berg", "One bus."), ("B. Lind", "Two.")]),
        ("Mr. McBERG. One bus.\nMs. DE LIND. Two.", [("Mr. McBerg", "One bus."), ("Ms. De Lind", "Two.")]),
        (
            "The SPEAKER pro tempore. Order.\nMr. LIND. Two.",
            [("The Speaker pro tempore", "Order."), ("Mr. Lind", "Two.")],
        ),
        ("Q  How many buses?\nANNA: Twelve.", [("Question", "How many buses?"), ("Anna", "Twelve.")]),
        ("Q. How many buses?\nA. Twelve.", [("Question", "How many buses?"), ("Answer", "Twelve.")]),
        (
            "Q On the buses: how many?\nANNA: Twelve.",
            [("Question", "On the buses: how many?"), ("Anna", "Twelve.")],
        ),
        (
            "Q\u00a0\u00a0 Mr. Berg: how many?\nMR. BERG:\u00a0 Twelve.",
            [("Question", "Mr. Berg: how many?"), ("Mr. Berg", "Twelve.")],
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
        "Quick Question: how many buses did the town buy?",
        "Key Takeaways: the town bought 12 buses.",
        "Prices: they went up by 4 percent last year.",
        "By Mr. BERG (for himself and Mr. LIND):",
        "SEC. 2. SHORT TITLE. This may be cited as the Bus Act.",
        "[Senate] The pages of the day.",
        "Bill Amendments: two were passed.",
        "5:39 P.M. EDT",
        "A. Twelve buses were bought.",
    ],
)
def test_is_no_label(text: str) -> None:
    assert [name for name, _ in speech("We speak of the town and its buses.\n" + text)] == [None]


@pytest.mark.parametrize(
    ("told", "lines", "speakers"),
    [
        ("words written small elsewhere", ["Anna: The trade bridge is new.", "Trade Bridge: it cost $4."], ["Anna"]),
        (
            "a name of words, spoken to",
            ["Bill Long: Ask me.", "Anna: Why so long, Bill, with the bill?", "Bill Long: Why not?"],
            ["Bill Long", "Anna", "Bill Long"],
        ),
        (
            "a note in brackets",
            ["Anna: One.", "[Sound of buses] And two.", "Bo: Two, or three.", "Anna: Three."],
            ["Anna", "Bo", "Anna"],
        ),
        (
            "a heading in capitals",
            ["Mr. BERG. One bus.", "REGIONAL BUSES. In the region.", "Ms. LIND. Two.", "Mr. BERG. Three."],
            ["Mr. Berg", "Ms. Lind", "Mr. Berg"],
        ),
        (
            "a label quoted in what a format gives to others",
            ["**Anna:** We said it.", "Result Text: It is so.", "**Bo:** I see.", "**Anna:** Yes.", "**Bo:** No."],
            ["Anna", "Bo", "Anna", "Bo"],
        ),
    ],
)
def test_the_document_decides(told: str, lines: list[str], speakers: list[str]) -> None:
    name = "talk.md" if "**" in lines[0] else "talk.txt"
    assert [speaker for speaker, _ in speech("\n\n".join(lines), name)] == speakers, told


def test_name_on_a_line_of_its_own() -> None:
    lines = ["Anna Berg - Tram Co.", "Bo Lind - North Bank", "Anna Berg - Tram Co.", "We sold 12 buses."]
    lines += ["Bo Lind - North Bank", "How many trams?", "Anna Berg - Tram Co.", "Two trams."]
    assert speech("\n".join(lines)) == [
        ("Anna Berg", "We sold 12 buses."),
        ("Bo Lind", "How many trams?"),
        ("Anna Berg", "Two trams."),
    ]


def test_lines_of_names_need_more_than_one() -> None:
    text = "The buses of the coast\nBo Lind\nThe buses came in May.\nNorth Coast\nThey are red."
    assert {name for name, _ in speech(text)} == {None}


def test_markdown_lead_is_a_label() -> None:
    assert speech("**Anna Berg:** One *red* bus.\n\nAnd a tram.", "talk.md") == [
        ("Anna Berg", "One red bus.\nAnd a tram.")
    ]


def test_markdown_heading_is_a_label() -> None:
    text = "# Buses\n\n### Anna Berg:\nOne bus.\n\n### Bo Lind:\nTwo.\n"
    assert speech(text, "talk.md") == [("Anna Berg", "One bus."), ("Bo Lind", "Two.")]


@pytest.mark.parametrize(
    ("aside", "goes_on"),
    [
        ("(Laughter.)", True),
        ("[Applause and laughter]", True),
        ("* * *", True),
        ("Question-and-Answer Session", True),
        ("This episode is brought to you by Kestrel Tea, loved by 3 million people.", True),
        ("Break: [12:40]", False),
        ("The clerk read as follows:", False),
        ("There being no objection, the letter was printed, as follows:", False),
    ],
)
def test_asides_are_nobodys_speech(aside: str, goes_on: bool) -> None:
    found = speech(f"Anna Berg: One bus.\n{aside}\nAnd two trams.\nBo Lind: Two.")
    mine = [text for name, text in found if name == "Anna Berg"]
    assert mine == (["One bus.\nAnd two trams."] if goes_on else ["One bus."])


@pytest.mark.parametrize("line", ["(We laughed about it.)", "[It is] a bus.", "The clerk of the town reads well."])
def test_words_in_brackets_are_speech(line: str) -> None:
    assert speech(f"Anna Berg: One bus.\n{line}") == [("Anna Berg", f"One bus.\n{line}")]


def test_turns_map_back_to_the_file() -> None:
    text = "Minutes\nMay 3, 2021\nANNA: One bus.\n(Laughter.)\nAnd a tram.\n\nBO: Two."
    for document in take_turns(read_text("a.txt", text)):
        for turn in document.turns:
            for word in turn.text.split():
                at = turn.text.index(word)
                start, end = turn.in_file(at, at + len(word))
                assert text[start:end] == word
