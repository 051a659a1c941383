"""HTML: the transcript without the site around it, whatever the mistakes of the page."""

from __future__ import annotations

import random

import pytest

from claimcheck.read import read_paths, read_text
from claimcheck.read.html_events import read_events
from claimcheck.read.markup import Close, Data, Open
from tests.read.readings import check_places, place_of, read_one, said

ANNA = ("Anna Berg", "We sold 12 buses.")
BO = ("Bo Lind", "I counted 13.")
SITE = """<!DOCTYPE html><html><head><title>Bus Board | Norville</title><style>p { top: 14px }</style>
<script>var fares = "15 <p>buses</p>";</script></head><body class="has-sidebar">
<header><a href="/">Norville</a></header><nav><ul><li><a href="/a">16 ways to pay</a><li><a>News</a></ul></nav>
<main><h1>Bus Board</h1><p>June 3, 2021</p>{}<div class="share-links"><p>Share: 17 times shared.</p></div>
<ul><li><a href="/x">18 more boards</a></li></ul></main><aside><p>Related: 19 buses burnt down.</p></aside>
<footer><p>Norville has 20,000 people.</p></footer></body></html>"""


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Anna Berg:</b> We sold 12 buses.</p><p><b>Bo Lind:</b> I counted 13.</p>",
        "<p><strong>Anna Berg</strong>: We sold 12 buses.<p><strong>Bo Lind</strong>: I counted 13.",
        "<p>Anna Berg: We <em>sold</em> 12\nbuses.<br><br>Bo Lind: I counted 13.</p>",
        "<div>Anna Berg: We sold 12 buses.</div><!-- Bo: 14 --><div>Bo Lind: I counted 13.</div>",
        "<cite>Anna Berg:</cite><time>0:00</time><p>We sold 12 buses.</p><cite>Bo Lind:</cite><p>I counted 13.</p>",
        '<div class="speaker-name">Anna Berg</div><p>We sold 12 buses.<p class="speaker">Bo Lind</p><p>I counted 13.',
        "<table><tr><td>Anna Berg:</td><td>We sold 12 buses.</td></tr><tr><td>Bo Lind:<td>I counted 13.</table>",
        "<table><tr><th>Time</th><th>Speaker</th><th>Text</th></tr><tr><td>0:01</td><td>Anna Berg</td>"
        "<td>We sold 12 buses.</td></tr><tr><td>0:05</td><td>Bo Lind</td><td>I counted 13.</td></tr></table>",
        "<pre>\n  Anna Berg: We sold 12 buses.\n\n  Bo Lind: I counted 13.\n</pre>",
    ],
)
def test_finds_who_says_what(body: str) -> None:
    document = read_one("a.html", SITE.replace("{}", body))
    assert said(document) == [ANNA, BO]
    assert [one.value for one in (document.title, document.date) if one] == ["Bus Board", "2021-06-03"]


def test_a_page_without_marked_parts_is_read_whole() -> None:
    text = "<div class=menu><a href=/>Home</a></div><p>Anna Berg: We sold 12 buses.</p><p>Bo Lind: I counted 13.</p>"
    assert said(read_one("a.html", text)) == [ANNA, BO]


def test_a_transcript_in_a_hidden_part_is_still_read() -> None:
    text = f'<p>Watch!</p><div class="transcript" hidden><p>Anna Berg: {"We sold 12 buses. " * 9}</p></div>'
    assert said(read_one("a.html", text))[-1][0] == "Anna Berg"


def test_escapes_keep_their_places() -> None:
    document = read_one("a.html", "<p>Anna Berg: Q&amp;A: it&#8217;s &lt; 5&nbsp;km, or 3 &unreal; 4&pound.</p>")
    assert said(document) == [("Anna Berg", "Q&A: it’s < 5 km, or 3 &unreal; 4£.")]
    assert place_of(document, "5 km") == "5&nbsp;km"


def test_answers_set_off_by_hard_spaces_are_labels() -> None:
    asked, answered = "<p>Q\xa0\xa0 How many?</p>", "<p>A&nbsp;&nbsp;&nbsp;We sold 12.</p>"
    text = f"{asked}{answered}<p>Q\xa0\xa0 And trams?</p><p>A&nbsp;&nbsp; None.</p>"
    assert [text for _, text in said(read_one("a.html", text))] == ["How many?", "We sold 12.", "And trams?", "None."]


def test_a_line_goes_on_behind_a_break_within_a_sentence() -> None:
    document = read_one("a.html", "<p>Anna Berg: We sold 12<br>buses.<br>All were old.</p>")
    assert said(document) == [("Anna Berg", "We sold 12 buses.\nAll were old.")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("a < b", [Data("a < b", 0)]),
        ('<A HREF="x>y">z</A >', [Open("a", 0, {"href": "x>y"}), Data("z", 14), Close("a", 15)]),
        ("<br/>x", [Open("br", 0, {}, True), Data("x", 5)]),
        ("<script>if (a<b) </p></script>x", [Open("script", 0), Close("script", 21), Data("x", 30)]),
        ("<!-- <b> -->x<!-- y", [Data("x<!-- y", 12)]),
        ("<p title='a>x</p>", [Open("p", 0, {"title": "a"}), Data("x", 12), Close("p", 13)]),
    ],
)
def test_events(text: str, events: list[object]) -> None:
    found = [event for event in read_events(text) if not (isinstance(event, Data) and not event.text)]
    joined = [event for event in found if not isinstance(event, Open)]
    assert joined == [event for event in events if not isinstance(event, Open)]
    opened = [(event.tag, event.start) for event in found if isinstance(event, Open)]
    assert opened == [(event.tag, event.start) for event in events if isinstance(event, Open)]


@pytest.mark.parametrize(
    "text",
    [
        "<a " * 100_000,
        "<a b='" * 100_000 + "> '",
        "<!--" * 100_000 + ">",
        "<script>" * 50_000,
        "<div>" * 100_000 + "Anna: 12 buses.",
        "<b>x" * 50_000,
        "&amp" * 100_000 + "<p>",
        "<table><tr><td>" * 20_000 + "x",
        "</p>" * 100_000 + "x",
        '<p a="' + "\"b='c'" * 50_000 + ">x",
    ],
)
def test_no_page_takes_longer_than_its_length_asks_for(text: str) -> None:
    # Each of these took minutes where a search began anew at every sign.
    assert sum(1 for _ in read_events(text)) <= len(text)
    for document in read_text("a.html", text) if "x" in text or "Anna" in text else []:
        assert document.blocks


def test_damage_never_ends_the_run(tmp_path) -> None:  # type: ignore[no-untyped-def]
    whole = SITE.replace("{}", "<p><b>Anna Berg:</b> We sold 12 buses.<pre>Bo: 13 &amp; 14</pre>").encode()
    rng = random.Random(11)
    for _ in range(200):
        raw = bytearray(whole[rng.randrange(60) : rng.randrange(len(whole))])
        for _ in range(rng.randrange(9)):
            if raw:
                raw[rng.randrange(len(raw))] = rng.choice(b"<>/'\"=&!- a1")
        (tmp_path / "a.html").write_bytes(bytes(raw))
        documents, skipped = read_paths([str(tmp_path)])
        assert documents or skipped
        for document in documents:
            check_places(document)


def test_a_declared_encoding_is_believed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    page = '<html><meta charset="windows-1251"><p>Анна Берг: Мы продали 12 автобусов.</p>'
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    ((document,), _) = read_paths([str(tmp_path)])
    assert "Мы продали" in document.text
