"""DOCX: the main text as Word shows it, tables too; places are pages, where Word laid them out, and paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.errors import ReadError
from claimcheck.model.document import Block, Document, Landmark, Segment, Stated, TurnKind
from claimcheck.read.docx_package import Package
from claimcheck.read.docx_text import DocxParagraph, Styles, read_paragraphs, read_styles, read_title
from claimcheck.read.landmarks import place_all
from claimcheck.read.printed import given_title, trim_lead
from claimcheck.read.settings import ReadSettings
from claimcheck.read.shaping import Known, shape_documents

MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
CELL = " | "
_HEADING = re.compile(r"heading \d|title|subtitle")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(slots=True)
class _Text:
    """What is gathered: the text, its blocks and its places."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)
    length: int = 0
    paragraphs: Counter[int] = field(default_factory=Counter)

    def add(self, text: str) -> int:
        """Append text and tell where it begins."""
        self.parts.append(text)
        self.length += len(text)
        return self.length - len(text)


def read_docx(name: str, raw: bytes, settings: ReadSettings) -> list[Document]:
    """Read a DOCX document: `Document.text` is its paragraphs, and "**Anna:** 12 buses" has a bold lead."""
    package = Package(raw, settings.max_unpacked)
    main = next((part for part in package.names if MAIN.fullmatch(part)), "")
    if not main:
        raise ReadError("is no docx document: it has no part word/document.xml", hint="save it as .docx")
    styles = read_styles(package.pieces("word/styles.xml")) if "word/styles.xml" in package.names else Styles()
    paragraphs = [one for one in read_paragraphs(package.pieces(main), styles) if one.text.strip()]
    if not paragraphs:
        raise ReadError("holds no text")
    text = _Text()
    laid_out = any(one.page > 1 or one.pages for one in paragraphs)
    for row, members in itertools.groupby(paragraphs, key=lambda one: one.row):
        _add_all(text, list(members), styles, in_row=row > 0, laid_out=laid_out)
    known = Known(title=_title(package, paragraphs[0].text))
    documents = shape_documents(name, "".join(text.parts), "docx", text.blocks, known)
    return place_all(documents, text.landmarks)


def _add_all(text: _Text, members: Sequence[DocxParagraph], styles: Styles, in_row: bool, laid_out: bool) -> None:
    """Add paragraphs, or those of a table row: a paragraph a cell makes one line of it, as in Markdown."""
    if in_row and len({one.cell for one in members}) == len(members) > 1:
        _mark(text, members[0], laid_out)
        start = text.length
        text.add(CELL.join(" ".join(one.text.split()) for one in members))
        body = "".join(text.parts[-1:])
        text.blocks.append(Block(body, (Segment(0, start, len(body)),)))
        text.add("\n")
        return
    for paragraph in members:
        _mark(text, paragraph, laid_out)
        start = text.add(paragraph.text)
        if laid_out:
            for at, page in paragraph.pages:
                text.paragraphs[page] += 1
                text.landmarks.append(Landmark(start + at, f"page {page}, paragraph {text.paragraphs[page]}"))
        text.add("\n")
        text.blocks.extend(_blocks(paragraph, start, styles))


def _mark(text: _Text, paragraph: DocxParagraph, laid_out: bool) -> None:
    page = paragraph.page if laid_out else 0
    text.paragraphs[page] += 1
    number = f"paragraph {text.paragraphs[page]}"
    text.landmarks.append(Landmark(text.length, f"page {page}, {number}" if page else number))


def _blocks(paragraph: DocxParagraph, start: int, styles: Styles) -> Iterator[Block]:
    """The lines of a paragraph, each with its bold beginning."""
    body = paragraph.text
    heading = bool(_HEADING.match(styles.names.get(paragraph.style, paragraph.style.lower())))
    bold = _bold_from_start(paragraph)
    for match in _LINE.finditer(body):
        line = match[0].strip()
        at = match.start() + match[0].index(line)
        block = Block(line, (Segment(0, start + at, len(line)),))
        if heading:
            yield replace(block, kind=TurnKind.HEADING)
            continue
        yield replace(block, lead=trim_lead(line, min(len(line), bold - at)) if bold > at else 0)


def _bold_from_start(paragraph: DocxParagraph) -> int:
    """How far the bold beginning reaches; spaces between bold runs belong to it."""
    length = 0
    for words, bold in paragraph.runs:
        if not bold and words.strip():
            break
        length += len(words)
    return length if any(bold and words.strip() for words, bold in paragraph.runs) else 0


def _title(package: Package, first: str) -> Stated | None:
    """The document's own title, unless Word took it from the first words."""
    part = "docProps/core.xml"
    title = given_title(read_title(package.pieces(part))) if part in package.names else ""
    return Stated(title, "file's title") if title and not first.startswith(title) else None
