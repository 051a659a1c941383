"""The paragraphs of a DOCX document as Word shows them: insertions in, deletions and hidden text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from claimcheck.errors import ReadError

# What Word does not show, or shows elsewhere: deleted and moved text, field codes, the older copy of a drawing.
_NOT_SHOWN = frozenset({"del", "delText", "moveFrom", "instrText", "Fallback", "rt"})
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
TITLE = ("end", "title")
HINT = "open it and save it anew"
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a document mean: their names by id, and which of them are bold."""

    names: dict[str, str] = field(default_factory=dict)
    bold: frozenset[str] = frozenset()


@dataclass(slots=True)
class DocxParagraph:
    """A paragraph: its runs with their boldness, its style, the page it was on when Word last laid it out.

    `row` is the table row it stands in (0 for none) and `cell` the number of its cell there. `pages` tells at
    which offset in the text a later page begins.
    """

    page: int
    style: str = ""
    runs: list[tuple[str, bool]] = field(default_factory=list)
    row: int = 0
    cell: int = 0
    pages: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of all runs, as they stand."""
        return "".join(text for text, _ in self.runs)


@dataclass(slots=True)
class _Reader:
    styles: Styles
    page: int = 1
    rows: int = 0
    table: list[tuple[int, int]] = field(default_factory=list)
    open: list[DocxParagraph] = field(default_factory=list)
    not_shown: int = 0
    bold: bool = False
    hidden: bool = False
    properties: list[str] = field(default_factory=list)


def read_styles(pieces: Iterable[bytes]) -> Styles:
    """The styles part: {"Heading2": "heading 2"}, and the ids of those that are bold."""
    names: dict[str, str] = {}
    bold: set[str] = set()
    id = ""
    for event, name, element in _events(pieces):
        if event == "start" and name == "style":
            id = _attribute(element, "styleId")
        elif event == "end" and name == "name":
            names[id] = _attribute(element, "val").lower()
        elif event == "end" and name == "b" and _is_on(element):
            bold.add(id)
    return Styles(names, frozenset(bold))


def read_title(pieces: Iterable[bytes]) -> str:
    """The title among a document's own properties, "" for none."""
    return next((element.text or "" for event, name, element in _events(pieces) if (event, name) == TITLE), "")


def read_paragraphs(pieces: Iterable[bytes], styles: Styles) -> Iterator[DocxParagraph]:
    """The paragraphs of the main part, in their order; those of a text box follow the paragraph it is in."""
    reader = _Reader(styles)
    waiting: list[DocxParagraph] = []
    for event, name, element in _events(pieces):
        if event == "start":
            _start(reader, name)
            continue
        _end(reader, name, element)
        if name == "p" and reader.open and not reader.not_shown:
            waiting.append(reader.open.pop())
            if not reader.open:
                # The outer paragraph ends last, and stands first.
                yield waiting.pop()
                yield from waiting
                waiting = []


def _start(reader: _Reader, name: str) -> None:
    if name in _NOT_SHOWN:
        reader.not_shown += 1
    elif reader.not_shown:
        return
    elif name == "p":
        row, cell = reader.table[-1] if reader.table else (0, 0)
        reader.open.append(DocxParagraph(reader.page, row=row, cell=cell))
    elif name == "tbl":
        reader.table.append((0, 0))
    elif name == "tr" and reader.table:
        reader.rows += 1
        reader.table[-1] = (reader.rows, 0)
    elif name == "tc" and reader.table:
        row, cell = reader.table[-1]
        reader.table[-1] = (row, cell + 1)
    elif name == "r":
        style = reader.open[-1].style if reader.open else ""
        reader.bold, reader.hidden = style in reader.styles.bold, False
    elif name in ("rPr", "pPr"):
        reader.properties.append(name)


def _end(reader: _Reader, name: str, element: etree._Element) -> None:
    if name in _NOT_SHOWN:
        reader.not_shown -= 1
    elif reader.not_shown:
        return
    elif name in ("rPr", "pPr"):
        reader.properties.pop()
    elif reader.properties:
        _apply(reader, name, element)
    elif name == "tbl" and reader.table:
        reader.table.pop()
    elif name == "lastRenderedPageBreak":
        _turn_page(reader)
    elif name == "br" and _attribute(element, "type") == "page":
        # Where Word laid the page out, it says so itself, right behind this break.
        _add(reader, "\n")
    elif name in _MARKS:
        _add(reader, _MARKS[name])
    elif name == "t":
        _add(reader, element.text or "")


def _apply(reader: _Reader, name: str, element: etree._Element) -> None:
    """Take in a property of the run or paragraph; a paragraph's own mark (rPr within pPr) is no text."""
    within_paragraph = reader.properties[0] == "pPr"
    if within_paragraph and len(reader.properties) > 1:
        return
    if name == "pStyle" and reader.open:
        reader.open[-1].style = _attribute(element, "val")
    elif within_paragraph:
        return
    elif name == "rStyle":
        reader.bold = reader.bold or _attribute(element, "val") in reader.styles.bold
    elif name == "b":
        reader.bold = _is_on(element)
    elif name in ("vanish", "webHidden"):
        reader.hidden = _is_on(element)


def _add(reader: _Reader, text: str) -> None:
    if text and reader.open and not reader.hidden:
        reader.open[-1].runs.append((text.replace("\xad", ""), reader.bold))


def _turn_page(reader: _Reader) -> None:
    reader.page += 1
    if reader.open:
        paragraph = reader.open[-1]
        if paragraph.text.strip():
            paragraph.pages.append((len(paragraph.text), reader.page))
        else:
            paragraph.page = reader.page


def _events(pieces: Iterable[bytes]) -> Iterator[tuple[str, str, etree._Element]]:
    """The elements of an XML part as they begin ("start") and end; each is forgotten when it has ended.

    Without `huge_tree`, the library refuses endless nesting and entities that grow.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    first = True
    try:
        for piece in pieces:
            parser.feed(piece)
            for event, element in parser.read_events():
                if first and element.getroottree().docinfo.doctype:
                    raise ReadError("declares XML entities, which no word processor does", hint=HINT)
                first = False
                yield event, _local(element), element
                if event == "end":
                    _forget(element)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ReadError(f"is damaged docx: {error.msg}", hint=HINT) from error


def _forget(element: etree._Element) -> None:
    """Free an element's content and its elder sisters, so that a part of any size takes little memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _is_on(element: etree._Element) -> bool:
    return _attribute(element, "val").lower() not in _OFF
