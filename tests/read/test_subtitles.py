"""WebVTT and SRT: voices, labels, captions that run on, and their times."""

from __future__ import annotations

import pytest

from claimcheck.read import read_text
from tests.read.readings import place_of, read_one, said


def vtt(*captions: str, head: str = "WEBVTT") -> str:
    times = (f"00:00:{2 * at:02}.000 --> 00:00:{2 * at + 2:02}.000" for at in range(len(captions)))
    return f"{head}\n\n" + "\n\n".join(f"{time}\n{caption}" for time, caption in zip(times, captions, strict=True))


def srt(*captions: str) -> str:
    return "\n\n".join(
        f"{at}\n00:00:{2 * at:02},000 --> 00:00:{2 * at + 2:02},000\n{caption}"
        for at, caption in enumerate(captions, 1)
    )


ANNA = ("Anna Berg", "We sold 12 buses to the town.")
BO = ("Bo Lind", "I counted 13.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vtt", vtt("<v Anna Berg>We sold 12 buses", "<v Anna Berg>to the town.</v>", "<v Bo Lind>I counted 13.")),
        ("a.vtt", vtt("<v.loud Anna Berg>We sold <i>12</i> buses\nto the town.</v>\n<v Bo Lind>I counted 13.</v>")),
        ("a.vtt", vtt("Anna Berg: We sold 12 buses", "to the town.", "Bo Lind: I counted 13.")),
        ("a.srt", srt("Anna Berg: We sold\n12 buses", "to the town.", "Bo Lind: I counted 13.")),
        ("a.srt", srt(">> Anna Berg: We sold 12 buses", "to the town.", ">> Bo Lind: I counted 13.")),
        ("a.srt", srt("- Anna Berg: We sold 12 buses to the town.\n- Bo Lind: I counted 13.")),
        ("a", srt(r"{\an8}Anna Berg: We sold 12 buses", "<b>to the town.</b>", "Bo Lind: I counted 13.")),
        (
            "a.srt",
            srt("Anna Berg: We sold\n\n12 buses", "to the town.", "Bo Lind: I counted 13.").replace("\n", "\r\n"),
        ),
    ],
)
def test_finds_who_says_what(name: str, text: str) -> None:
    assert said(read_one(name, text)) == [ANNA, BO]


def test_a_change_of_speaker_without_a_name_is_somebody_unknown() -> None:
    document = read_one("a.srt", srt("Anna Berg: We sold 12 buses.", ">> How many were old?", ">> Anna Berg: Five."))
    assert [speaker for speaker, _ in said(document)] == ["Anna Berg", "Unidentified speaker", "Anna Berg"]


def test_captions_that_roll_are_taken_once() -> None:
    text = vtt(
        "We<00:00:00.500><c> sold</c>",
        "We sold",
        "We sold\n12<00:00:04.500><c> buses</c>",
        "12 buses",
        "12 buses\nto the town.",
        "to the town.",
    )
    assert said(read_one("a.vtt", text)) == [("", "We sold 12 buses to the town.")]


def test_comments_and_styles_are_not_said() -> None:
    text = vtt(
        "We sold 12 buses.",
        head="WEBVTT - Bus Board\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 3 June 2021",
    )
    document = read_one("a.vtt", text)
    assert said(document) == [("", "We sold 12 buses.")]
    assert document.date is not None
    assert (document.date.value, document.date.source) == ("2021-06-03", "line 7")


def test_escapes_keep_their_places() -> None:
    document = read_one("a.vtt", vtt("<v Tom &amp; Ann>Q&amp;A costs &lt;5&nbsp;km, we said."))
    assert said(document) == [("Tom & Ann", "Q&A costs <5 km, we said.")]
    assert place_of(document, "5 km") == "5&nbsp;km"


def test_a_figure_is_found_at_its_time() -> None:
    document = read_one("a.srt", srt("We sold 12", "buses, not 13."))
    (turn,) = document.turns
    at = turn.text.index("13")
    assert document.landmark(turn.in_file(at, at + 2)[0]) == "0:04"
    assert place_of(document, "12 buses") == "12\n\n2\n00:00:04,000 --> 00:00:06,000\nbuses"


@pytest.mark.parametrize("text", ["WEBVTT\n\n", "WEBVTT", "1\n00:00:01,000 --> 00:00:02,000\n"])
def test_without_words_there_is_nothing(text: str) -> None:
    name = "a.vtt" if text.startswith("WEB") else "a.srt"
    with pytest.raises(Exception, match="holds no text"):
        read_text(name, text)
