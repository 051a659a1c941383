"""PDF: the speech without running heads, page numbers and line-end hyphens; places are pages and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.errors import ReadError
from claimcheck.model.document import Block, Document, Landmark, Segment, Stated, TurnKind
from claimcheck.read.landmarks import place_all
from claimcheck.read.pdf_edges import without_edges
from claimcheck.read.pdf_pages import read_pages
from claimcheck.read.pdf_paragraphs import Paragraph, find_paragraphs, iterate_pages
from claimcheck.read.printed import given_title
from claimcheck.read.settings import ReadSettings
from claimcheck.read.shaping import Known, shape_documents


def read_pdf(name: str, raw: bytes, settings: ReadSettings) -> list[Document]:
    """Read a PDF: `Document.text` is its paragraphs, a line each, and a finding points at page and paragraph."""
    found = read_pages(raw, settings)
    pages, dropped = without_edges(found.pages)
    paragraphs = find_paragraphs(pages)
    if not paragraphs:
        raise ReadError(f"holds no text on its {len(pages)} pages", hint="scanned pages need text recognition first")
    starts = _starts(paragraphs)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    blocks = [_block(paragraph, start) for paragraph, start in zip(paragraphs, starts, strict=True)]
    title = given_title(found.title)
    head = next((line for line in dropped if not any(map(str.isdigit, line))), "")
    known = Known(title=Stated(title, "file's title") if title else Stated(head, "running head") if head else None)
    documents = shape_documents(name, text, "pdf", blocks, known, found.notes)
    landmarks = [
        Landmark(starts[index] + at, f"page {page}, paragraph {number}")
        for index, at, page, number in iterate_pages(paragraphs)
    ]
    return place_all(documents, landmarks)


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    starts, position = [], 0
    for paragraph in paragraphs:
        starts.append(position)
        position += len(paragraph.text) + 1
    return starts


def _block(paragraph: Paragraph, start: int) -> Block:
    kind = TurnKind.HEADING if paragraph.heading else TurnKind.PROSE
    whole = (Segment(0, start, len(paragraph.text)),)
    return Block(paragraph.text, whole, kind, lead=paragraph.lead)
