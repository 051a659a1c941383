"""Comments that are addressed to claimcheck are no speech, and tell what they are about."""

import pytest

from claimcheck.read import read_text

ASKED = "claimcheck: ignore core/sum -- why 99"
MARKED = f"<!-- {ASKED} -->"
CUE = "00:00:0{0}.000 --> 00:00:0{0}.900\n"


@pytest.mark.parametrize(
    ("name", "text", "said", "covered"),
    [
        ("a.txt", f"ANNA: We sold 12 buses. # {ASKED}\nBO: Yes.\n", ["ANNA: We sold 12 buses.", "BO: Yes."], "ANNA"),
        ("a.txt", f"ANNA: No.\n# {ASKED}\n\nBO: 13 buses.\n", ["ANNA: No.", "BO: 13 buses."], "BO: 13 buses."),
        ("a.txt", f"ANNA: No.\r\n{MARKED}\r\nBO: 13 buses.\r\n", ["ANNA: No.", "BO: 13 buses."], "BO: 13 buses."),
        ("a.txt", f"ANNA: We sold {MARKED} 12 buses.\n", ["ANNA: We sold 12 buses."], "ANNA"),
        (
            "wrapped.txt",
            f"We sold twelve buses and the\n# {ASKED}\nrest of them went to the\n"
            "north, where people are glad of\nthem.\n",
            ["We sold twelve buses and the rest of them went to the north, where people are glad of them."],
            "rest of them went to the",
        ),
        (
            "a.md",
            f"# Title\n{MARKED}\n**ANNA:** We sold *12*\nbuses.\n\nNo.\n",
            ["Title", "ANNA: We sold 12 buses.", "No."],
            "**ANNA:** We sold *12*\nbuses.",
        ),
        ("a.md", f"{MARKED} **BO:** 13 buses.\n", ["BO: 13 buses."], "<!--"),
        ("a.md", f"- one 1\n{MARKED}\n- two 2\n- three 3\n", ["one 1", "two 2", "three 3"], "- two 2"),
        ("a.md", f"| a | b |\n|---|---|\n{MARKED}\n| 5 | 6 |\n| 7 | 8 |\n", ["a | b", "5 | 6", "7 | 8"], "| 5 | 6 |"),
        ("a.md", f"# {ASKED}\n\nANNA: 12 buses.\n", ["ANNA: 12 buses."], "ANNA: 12 buses."),
        (
            "a.html",
            f"<html><body>\n{MARKED}\n<p>Anna: 12 buses.</p>\n<p>No.</p></body></html>",
            ["Anna: 12 buses.", "No."],
            "<p>Anna: 12 buses.</p>",
        ),
        (
            "a.vtt",
            f"WEBVTT\n\n{CUE.format(1)}<v Bo>No.\n\nNOTE {ASKED}\n\n"
            f"{CUE.format(4)}<v Anna>12 buses\nof ours.\n\n{CUE.format(7)}<v Bo>Yes.\n",
            ["No.", "12 buses of ours.", "Yes."],
            f"{CUE.format(4)}<v Anna>12 buses\nof ours.",
        ),
        (
            "a.srt",
            f"1\n{CUE.format(1)}Anna: No.\n\nNOTE {ASKED}\n\n2\n{CUE.format(4)}Bo: 13 buses\n# {ASKED}\nof ours.\n",
            ["Anna: No.", "Bo: 13 buses of ours."],
            f"2\n{CUE.format(4)}Bo: 13 buses",
        ),
    ],
)
def test_a_comment_is_no_speech(name: str, text: str, said: list[str], covered: str) -> None:
    [document] = read_text(name, text)
    assert [block.text for block in document.blocks] == said
    assert document.text == text
    for block in document.blocks:
        for one in block.segments:
            assert " ".join(block.text[one.at : one.at + one.length].split()) == " ".join(
                text[one.start : one.start + one.length].split()
            )
    first = document.remarks[0]
    assert first.text == "ignore core/sum -- why 99"
    assert text[first.start : first.end].strip("\n").endswith(("99", "-->"))
    assert text[slice(*first.covers)].startswith(covered)
    assert text.split("\n")[first.line - 1][first.column - 1 :].startswith(("#", "<!--", "NOTE"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "ANNA: We sold #12 of claimcheck: ignore it.\n"),
        ("a.txt", "ANNA: <!-- a note --> 12 buses.\n"),
        ("a.srt", f"1\n{CUE.format(1)}Anna: we say # {ASKED}\n"),
        ("a.json", '[{"speaker": "Anna", "text": "12 buses # claimcheck: ignore core/sum -- no"}]'),
    ],
)
def test_what_is_no_comment_stays(name: str, text: str) -> None:
    [document] = read_text(name, text)
    assert document.remarks == ()
    assert "claimcheck" in document.blocks[0].text or "a note" in document.blocks[0].text


def test_two_comments_are_about_the_same_line() -> None:
    [document] = read_text("a.txt", f"# {ASKED}\n# {ASKED}\nANNA: 12 buses.\n")
    assert [document.text[slice(*one.covers)] for one in document.remarks] == ["ANNA: 12 buses."] * 2


def test_each_transcript_of_a_file_has_its_own() -> None:
    part = "Budget Debate\nJune 3, 2021\n\nANNA BERG: We sold 12 buses to the town.\n"
    text = f"{part}# {ASKED}\n\n{part.replace('3', '4')}"
    assert sum(len(document.remarks) for document in read_text("a.txt", text)) == 1
