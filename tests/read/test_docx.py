"""DOCX: what Word shows is read, what it hides is not, and every figure has a paragraph."""

from __future__ import annotations

import pytest

from claimcheck.errors import ReadError
from claimcheck.model.document import Document, TurnKind
from claimcheck.read import ReadSettings
from claimcheck.read.docx import read_docx
from tests.read.sample_docx import MAIN, make_docx, paragraph, run, table

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def read(*paragraphs: str, title: str = "", **parts: bytes) -> Document:
    (document,) = read_docx("talk.docx", make_docx(*paragraphs, title=title), ReadSettings())
    return document


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (paragraph("We bought **12** trams."), "We bought 12 trams."),
        (f"<w:p>{run('12 ')}<w:ins>{run('new ')}</w:ins>{run('trams')}</w:p>", "12 new trams"),
        (f"<w:p>{run('12 ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del>{run('trams')}</w:p>", "12 trams"),
        (f"<w:p>{run('12 ')}{run('secret ', '<w:vanish/>')}{run('trams')}</w:p>", "12 trams"),
        (f"<w:p><w:r><w:instrText>PAGE 7</w:instrText></w:r>{run('12 trams')}</w:p>", "12 trams"),
        (f"<w:p><w:hyperlink>{run('12 trams')}</w:hyperlink></w:p>", "12 trams"),
        (f"<w:sdt><w:sdtContent><w:p>{run('12 trams')}</w:p></w:sdtContent></w:sdt>", "12 trams"),
        (f"<w:p>{run('12')}<w:r><w:tab/></w:r>{run('trams')}</w:p>", "12\ttrams"),
        (f"<w:p>{run('twenty')}<w:r><w:noBreakHyphen/></w:r>{run('two')}</w:p>", "twenty-two"),
    ],
)
def test_text_is_what_word_shows(written: str, shown: str) -> None:
    document = read("Minutes.", written, "The end is near, and it costs 3 euros.")
    assert document.blocks[1].text == shown
    segment = document.blocks[1].segments[0]
    assert document.text[segment.start : segment.start + segment.length] == shown


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ("**Anna Berg:** We bought 12 trams.", "Anna Berg:"),
        ("**Anna Berg: W**e bought 12 trams.", "Anna Berg:"),
        ("**Anna** **Berg** We bought 12 trams.", "Anna Berg"),
        ("**A RECORDED VOTE** was taken on 12 trams.", ""),
        ("**All of this is bold**", ""),
        ("Anna Berg: We bought **12** trams.", ""),
    ],
)
def test_bold_beginnings_lead(written: str, lead: str) -> None:
    block = read("First of all, something else.", written).blocks[1]
    assert block.text[: block.lead] == lead


def test_bold_comes_from_styles_too() -> None:
    bold = run("Anna Berg:", '<w:rStyle w:val="Strong"/>')
    block = read("First of all.", f"<w:p>{bold}{run(' We bought 12 trams.')}</w:p>").blocks[1]
    assert block.lead == len("Anna Berg:")


def test_headings_are_told_by_their_style() -> None:
    document = read("We bought 12 trams.", paragraph("New Business", "H2"), "We bought 13 trams.")
    assert [block.kind for block in document.blocks] == [TurnKind.PROSE, TurnKind.HEADING, TurnKind.PROSE]


def test_a_table_row_is_a_line_and_a_cell_of_paragraphs_is_not() -> None:
    rows = table(
        (paragraph("Trams"), paragraph("12")), (paragraph("Anna Berg:"), paragraph("Yes.") + paragraph("All 12."))
    )
    assert [block.text for block in read("The fleet, as of today.", rows).blocks[1:]] == [
        "Trams | 12",
        "Anna Berg:",
        "Yes.",
        "All 12.",
    ]


def test_a_text_box_follows_its_paragraph_and_stands_there_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Box of 7')}</w:p></w:txbxContent>"
    drawing = f"<w:r><mc:A xmlns:mc='urn:mc'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:A></w:r>"
    document = read(f"<w:p>{run('Before')}{drawing}{run(' and after')}</w:p>", "We bought 12 trams.")
    assert [block.text for block in document.blocks] == ["Before and after", "Box of 7", "We bought 12 trams."]


def test_places_are_paragraphs_and_pages_where_word_laid_them_out() -> None:
    plain = read("One of 7.", "", "Two of 8.")
    assert [plain.landmark(plain.text.index(figure)) for figure in "78"] == ["paragraph 1", "paragraph 2"]
    over = f"<w:p>{run('We bought 12 trams ')}{BREAK}{run('and 13 buses.')}</w:p>"
    paged = read("One of 7.", over, f"<w:p>{BREAK}{run('Then 14 more.')}</w:p>")
    assert [paged.landmark(paged.text.index(figure)) for figure in ("7", "12", "13", "14")] == [
        "page 1, paragraph 1",
        "page 1, paragraph 2",
        "page 2, paragraph 1",
        "page 3, paragraph 1",
    ]


def test_metadata_and_its_sources() -> None:
    document = read("Budget Debate", "June 3, 2021", "**Anna:** We bought 12 trams.", title="Something else")
    assert (document.title.value, document.title.source) == ("Budget Debate", "paragraph 1") if document.title else None
    assert (document.date.value, document.date.source) == ("2021-06-03", "paragraph 2") if document.date else None
    untitled = read("**Anna:** We bought 12 trams, and these are the words of a long answer.", title="Tram debate")
    assert (untitled.title.value, untitled.title.source) == ("Tram debate", "file's title") if untitled.title else None


def test_a_title_that_word_took_from_the_first_words_is_none() -> None:
    document = read("**Anna:** We bought 12 trams, and these are the words of an answer.", title="Anna: We bought")
    assert document.title is not None
    assert document.title.source == "file name"


def whole(xml: str) -> dict[str, bytes]:
    return {"word/document.xml": xml.encode()}


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "entity bomb": (whole(f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}]><d>&a9;</d>'), "is damaged docx"),
    "external entity": (whole('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'), "declares XML"),
    "padded entity": (whole("<!--" + " " * 200_000 + "--><!DOCTYPE d [<!ENTITY x 'y'>]><d>&x;</d>"), "declares XML"),
    "endless nesting": (whole("<a>" * 100_000), "is damaged docx"),
    "no end": (whole(f'<w:document xmlns:w="{MAIN}"><w:body><w:p>'), "is damaged docx"),
    "no xml": (whole("\x00\x01"), "is damaged docx"),
    "nothing": (whole(f'<w:document xmlns:w="{MAIN}"/>'), "holds no text"),
    "bomb": ({"word/media/zeros.bin": bytes(3_000_000)}, "unpacks to more than"),
    "many parts": ({f"word/{n}.xml": b"" for n in range(10_001)}, "has 10,005 parts"),
}


@pytest.mark.parametrize(("parts", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents_are_refused_with_a_reason(parts: dict[str, bytes], reason: str) -> None:
    raw = make_docx("ANNA: We bought 12 trams.", parts=parts)
    with pytest.raises(ReadError) as refused:
        read_docx("bad.docx", raw, ReadSettings(max_unpacked=2_000_000))
    assert refused.value.message.startswith(reason)


def test_a_part_that_lies_about_its_size_is_not_believed() -> None:
    """The archive says that the main part is small; what comes out of it is not."""
    xml = f'<w:document xmlns:w="{MAIN}"><w:body>{paragraph("12 trams " * 400_000)}</w:body></w:document>'.encode()
    raw = bytearray(make_docx(parts={"word/document.xml": xml}))
    true, small = len(xml).to_bytes(4, "little"), (500).to_bytes(4, "little")
    assert true in raw
    raw = raw.replace(true, small)
    with pytest.raises(ReadError) as refused:
        read_docx("bad.docx", bytes(raw), ReadSettings(max_unpacked=2_000_000))
    assert refused.value.message.startswith(("is damaged docx", "unpacks to more"))


def test_no_part_is_read_twice_under_one_name_or_outside() -> None:
    raw = make_docx("ANNA: We bought 12 trams.", parts={"../../word/document.xml": b"<x/>", "/etc/passwd": b"root"})
    (document,) = read_docx("odd.docx", raw, ReadSettings())
    assert document.blocks[0].text == "ANNA: We bought 12 trams."
