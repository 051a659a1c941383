"""PDF: the speech in paragraphs, without what only print needs, and a page and paragraph for every figure."""

from __future__ import annotations

import contextlib
import zlib

import pytest

from claimcheck.errors import ReadError
from claimcheck.model.document import Document, TurnKind
from claimcheck.read import ReadSettings
from claimcheck.read.pdf import read_pdf
from tests.read.sample_pdf import Put, assemble, lines, make_pdf

TALK = (
    "**Anna Berg:** We bought twelve trams in May, and we will need",
    "many more of them, as all of you who wait for one in the",
    "morning will know.",
    "",
    "**Bo Lind:** How many of them are on the road, and how many of",
    "them stand in the depot?",
)


def read(*pages: list[Put], title: str = "", settings: ReadSettings | None = None) -> Document:
    (document,) = read_pdf("talk.pdf", make_pdf(*pages, title=title), settings or ReadSettings())
    return document


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_lines_become_paragraphs_with_bold_beginnings() -> None:
    document = read(lines(*TALK))
    assert [block.text[: block.lead] for block in document.blocks] == ["Anna Berg:", "Bo Lind:"]
    assert texts(document)[0].endswith("who wait for one in the morning will know.")
    assert document.text == "\n".join(texts(document))


@pytest.mark.parametrize(
    "page",
    [
        [
            *["   We bought twelve trams in May and more", "in June, as you know from the letter I"],
            *["wrote to you"] * 2,
        ],
        [
            "Q  We bought twelve trams in May and some more",
            *["      and in June and in July and in August"] * 3,
            "A  No, we did not.",
        ],
        [
            "We bought twelve trams in May and more",
            "in June, as you know.",
            "Then came July, and with it the heat, and",
        ],
        ["QUESTION. And how many trams are on the road?", "ANSWER. It is all of them, or so I have been told."],
        ["Q. And how many trams are on the road, sir?", "A. It is all of them, or so I have been told."],
    ],
    ids=["indent", "hanging", "short last line", "capitals", "letters"],
)
def test_what_begins_a_paragraph(page: list[str]) -> None:
    assert len(read(lines(*page)).blocks) == 2


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("we will have over-", "lapping lines", "overlapping lines"),
        ("there are thirty-", "five trams", "thirty-five trams"),
        ("a self-", "made man", "self-made man"),
        ("from 2013-", "2014 on", "from 2013-2014 on"),
        ("the north-", "south line, a north-south line", "the north-south line, a north-south line"),
        ("the Hudson-", "Bergen line", "the Hudson-Bergen line"),
        ("it cost 40 -", "no, 50 euros", "it cost 40 - no, 50 euros"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    assert joined in read(lines(f"We all know that {first}", second)).text


def test_running_heads_and_page_numbers_are_dropped() -> None:
    def page(number: int, *texts: str) -> list[Put]:
        head = [Put("City Council", 72, 770), Put("3 May 2021", 400, 770), Put(f"Page {number} of 5", 280, 30)]
        return head + lines(*texts, top=720)

    bodies = [f"ANNA: We bought {number} trams on that day, and" for number in (21, 20, 24, 30, 27)]
    document = read(*(page(number, body) for number, body in enumerate(bodies, start=1)))
    assert "Council" not in document.text
    assert "Page" not in document.text
    assert all(str(number) in document.text for number in (21, 20, 24, 30, 27))
    assert document.title is not None


def test_what_is_said_at_the_edge_of_two_pages_stays() -> None:
    first, second = ("**Anna:** Thank you.", "**Bo:** We bought 12."), ("**Cy:** And 13.", "**Bo:** We bought 14.")
    document = read(lines(*first), lines(*second))
    assert [figure in document.text for figure in ("12", "13", "14")] == [True] * 3


def test_numbers_of_lines_are_no_figures() -> None:
    body = [f"{number}   {'Q.' if number % 2 else 'A.'} It was {number + 40} trams then?" for number in range(1, 26)]
    page = [
        put
        for number, text in enumerate(body)
        for put in (Put(text.split()[0], 60, 740 - 24 * number), Put(text.split(maxsplit=1)[1], 100, 740 - 24 * number))
    ]
    document = read(page)
    assert document.text.startswith("Q. It was 41 trams then?\nA. It was 42 trams then?")


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = read(
        lines("We bought 12 trams in May, and if all goes well", "we will in the coming year have bought as many as"),
        lines("13 more of them, or even somewhat more than that.", "", "Then there are 14 buses."),
    )
    assert len(document.blocks) == 2
    assert [document.landmark(document.text.index(figure)) for figure in ("12", "13", "14")] == [
        "page 1, paragraph 1",
        "page 2, paragraph 1",
        "page 2, paragraph 2",
    ]


def test_title_and_date_have_their_sources() -> None:
    document = read(lines("**Budget Debate**", "**June 3, 2021**", "", *TALK), title="Other")
    assert document.blocks[0].kind is TurnKind.HEADING
    assert (document.title and document.title.source) == "page 1, paragraph 1"
    assert (document.date and (document.date.value, document.date.source)) == ("2021-06-03", "page 1, paragraph 2")
    assert [stated and stated.source for stated in (read(lines(*TALK), title="Tram debate").title,)] == ["file's title"]
    assert [stated and stated.source for stated in (read(lines(*TALK), title="talk.docx").title,)] == ["file name"]


def broken(raw: bytes) -> bytes:
    return raw.replace(b"/Type /Page ", b"/Type /Cage ")


LOOP = assemble(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>",
        b"<< >>",
        b"<< >>",
        b"<< >>",
    ]
)
TRAMS = zlib.compress(b"BT /F1 11 Tf 72 700 Td " + b"(tram) Tj 0 -14 Td " * 100_000 + b"ET", 9)
HOSTILE = {
    "head only": b"%PDF-1.7\n",
    "cut off": make_pdf(lines(*TALK))[:400],
    "pages in a loop": LOOP,
    "no pages": make_pdf(),
    "no words": make_pdf([]),
    "pages of no kind": broken(make_pdf(lines(*TALK))),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_or_read_but_never_hang(raw: bytes) -> None:
    with contextlib.suppress(ReadError):
        assert read_pdf("bad.pdf", raw, ReadSettings(pdf_seconds=20))


def test_what_takes_too_long_is_refused() -> None:
    with pytest.raises(ReadError, match="takes longer than"):
        read_pdf("slow.pdf", make_pdf(lines(*TALK)), ReadSettings(pdf_seconds=0.001))


def test_what_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(ReadError):
        read_pdf("big.pdf", make_pdf(lines(*TALK)), ReadSettings(pdf_memory=20_000_000))


def test_more_text_than_may_be_read_is_refused() -> None:
    with pytest.raises(ReadError, match="more text than may be read"):
        read_pdf("big.pdf", make_pdf(lines(*TALK)), ReadSettings(max_bytes=100))


def test_a_stream_that_unpacks_to_much_is_bounded() -> None:
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(TRAMS), TRAMS)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 7 0 R /Resources << >> >>"
    kids = b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"
    raw = assemble([b"<< /Type /Catalog /Pages 2 0 R >>", kids, b"<< >>", b"<< >>", b"<< >>", page, stream])
    with pytest.raises(ReadError):
        read_pdf("bomb.pdf", raw, ReadSettings(max_bytes=100_000, pdf_seconds=20))


def test_scanned_pages_are_told() -> None:
    with pytest.raises(ReadError, match="holds no text on its 2 pages"):
        read_pdf("scan.pdf", make_pdf([], []), ReadSettings())
