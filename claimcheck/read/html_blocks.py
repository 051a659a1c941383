"""The paragraphs of a page, each with the part of the page it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimcheck.model.document import Block, TurnKind
from claimcheck.read.cells import Cell, Piece
from claimcheck.read.columns import speech_columns
from claimcheck.read.html_words import html_words, is_around, names_speaker
from claimcheck.read.markup import Close, Data, Event, Open
from claimcheck.read.pieces import Gatherer
from claimcheck.read.preformatted import preformatted_blocks

DEEPEST = 512
LONGEST_LABEL = 90
# "Q   How many?" with spaces that a browser does not fold.
_SET_OFF = re.compile(r"\s*[^\W\d_]{1,2}[.:]?\xa0[\s\xa0]*")
# An element of these ends where the next one begins.
_ENDED_BY_ITSELF = ("li", "dt", "dd", "tr", "td", "th", "option", "p")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph and where it stands: in the main part, in an article, around the content, as an item of links."""

    block: Block
    main: bool = False
    article: bool = False
    around: bool = False
    links: bool = False


@dataclass(slots=True)
class Page:
    """What a page holds: its paragraphs in order, its own title, what its meta elements say."""

    blocks: list[PageBlock] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Frame:
    tag: str
    hidden: bool = False
    around: bool = False
    main: bool = False
    article: bool = False
    speaker: bool = False
    heading: bool = False
    item: bool = False


def read_page(events: Iterable[Event]) -> Page:
    """The page that the events tell of."""
    builder = _Builder()
    for event in events:
        if isinstance(event, Open):
            builder.open(event)
        elif isinstance(event, Close):
            builder.close(event.tag)
        else:
            builder.add(event)
    builder.flush()
    return builder.page


@dataclass(slots=True)
class _Table:
    """The columns of a table whose header names a speaker and a text; `at` is the cell being read."""

    header: list[str] = field(default_factory=list)
    at: int = -1
    speaker: int = -1
    text: int = -1
    rows: int = 0


@dataclass(slots=True)
class _Builder:
    page: Page = field(default_factory=Page)
    stack: list[_Frame] = field(default_factory=lambda: [_Frame("")])
    gatherer: Gatherer = field(default_factory=Gatherer)
    lead: int = 0
    bold_from: int | None = None
    linked: int = 0
    in_link: int = 0
    pre: list[Piece] | None = None
    label: str = ""
    fresh: bool = False
    broken: bool = False
    tables: list[_Table] = field(default_factory=list)

    def open(self, event: Open) -> None:
        words, tag = html_words(), event.tag
        if tag == "meta":
            key = event.attributes.get("property") or event.attributes.get("name") or event.attributes.get("itemprop")
            if key:
                self.page.meta.setdefault(key.lower(), event.attributes.get("content", ""))
        if tag in words.block or (tag == "time" and self.stack[-1].tag in words.block - {"p", "li"}):
            self._end_paragraphs(tag)
            self.flush()
        elif tag == "br":
            self._break(event.start)
        if tag in words.void or event.closed:
            return
        if tag in _ENDED_BY_ITSELF and self.stack[-1].tag == tag:
            self.close(tag)
        self._open_cell(tag, event.start)
        frame = self._frame(event)
        if frame.speaker and not self.stack[-1].speaker:
            self.flush()
        if tag in words.bold and self.gatherer.length <= self.lead + 1:
            self.bold_from = self.gatherer.length
        elif tag == "a":
            self.in_link += 1
        elif tag == "pre" and self.pre is None:
            self.pre = []
        if len(self.stack) < DEEPEST:
            self.stack.append(frame)

    def close(self, tag: str) -> None:
        words = html_words()
        depth = next((at for at in range(len(self.stack) - 1, 0, -1) if self.stack[at].tag == tag), 0)
        if tag in words.bold and self.bold_from is not None:
            self.lead, self.bold_from = self.gatherer.length, None
        elif tag == "a":
            self.in_link = max(0, self.in_link - 1)
        elif tag == "pre":
            self._end_pre()
        if not depth:
            if tag in words.block:
                self.flush()
            return
        if tag in words.block or tag == "time" or self.stack[depth].speaker:
            self.flush()
        del self.stack[depth:]
        self._close_cell(tag)

    def add(self, data: Data) -> None:
        frame = self.stack[-1]
        if frame.tag == "title" and not any(one.tag in ("svg", "body") for one in self.stack):
            self.page.title += data.text
            return
        if frame.hidden:
            return
        if self.pre is not None:
            self.pre.append(Piece(data.text, data.start, data.escaped))
            return
        before = self.gatherer.length
        self._gather(data)
        if self.in_link:
            self.linked += self.gatherer.length - before

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        frame = self.stack[-1]
        gatherer, self.gatherer = self.gatherer, Gatherer()
        lead, self.lead, self.bold_from = self.lead, 0, None
        linked, self.linked = self.linked, 0
        broken, self.broken = self.broken, False
        kind = TurnKind.HEADING if frame.heading else TurnKind.PROSE
        block = gatherer.block(kind, lead=0 if frame.heading else lead)
        if block is None:
            return
        if (frame.speaker and len(block.text) <= LONGEST_LABEL) or self._is_label_cell():
            self.label, self.fresh = block.text.strip(" :"), True
            return
        if (frame.tag == "time" and self.label) or self._is_other_cell():
            kind = TurnKind.METADATA
        label = self.label if kind is TurnKind.PROSE else ""
        runs_on = broken and not _SENTENCE_END.search(self._text_before()) and block.text[:1].islower()
        new_turn, self.fresh = self.fresh or not label, self.fresh and not label
        made = Block(block.text, block.segments, kind, label, new_turn, block.lead, runs_on)
        links = frame.item and linked >= 0.9 * len(block.text) and not _SENTENCE_END.search(block.text)
        self.page.blocks.append(PageBlock(made, frame.main, frame.article, frame.around, links))

    def _frame(self, event: Open) -> _Frame:
        words, above = html_words(), self.stack[-1]
        role = event.attributes.get("role", "").lower()
        return _Frame(
            event.tag,
            hidden=above.hidden or event.tag in words.hidden,
            around=above.around or is_around(event.tag, event.attributes),
            main=above.main or event.tag == "main" or role == "main",
            article=above.article or event.tag == "article" or role == "article",
            speaker=above.speaker or (names_speaker(event.tag, event.attributes) and self.gatherer.length == 0),
            heading=above.heading or event.tag in words.heading,
            item=above.item or event.tag == "li",
        )

    def _end_paragraphs(self, tag: str) -> None:
        while self.stack[-1].tag == "p" and tag != "time":
            self.flush()
            self.stack.pop()

    def _break(self, start: int) -> None:
        if self.pre is not None:
            self.pre.append(Piece("\n", start, True))
        elif any(one.tag in ("td", "th") for one in self.stack[-3:]):
            self.gatherer.break_word()
        else:
            self.flush()
            self.broken = True

    def _gather(self, data: Data) -> None:
        """Add text; a space that a browser would not fold is kept where it may set off a label: "Q  ..."."""
        begins = self.gatherer.length <= 2
        if data.escaped and begins and self.gatherer.length and data.text == "\xa0":
            self.gatherer.add_exactly(data.text, data.start)
        elif data.escaped:
            self.gatherer.add_decoded(data.text, data.start)
        elif begins and (marks := _SET_OFF.match(data.text)) and not self.gatherer.length:
            skipped = len(data.text) - len(data.text.lstrip())
            self.gatherer.add_exactly(data.text[skipped : marks.end()], data.start + skipped)
            self.gatherer.add(data.text[marks.end() :], data.start + marks.end())
        else:
            self.gatherer.add(data.text, data.start)

    def _end_pre(self) -> None:
        pieces, self.pre = self.pre, None
        if not pieces:
            return
        frame = self.stack[-1]
        for block in preformatted_blocks(Cell(tuple(pieces))):
            self.page.blocks.append(PageBlock(block, frame.main, frame.article, frame.around))

    def _text_before(self) -> str:
        return self.page.blocks[-1].block.text if self.page.blocks else "."

    def _open_cell(self, tag: str, start: int) -> None:
        if tag == "table":
            self.tables.append(_Table())
        elif self.tables and tag in ("td", "th"):
            table = self.tables[-1]
            table.at += 1
            if table.text >= 0:
                self.flush()
            elif self.gatherer.length and not self.gatherer.parts[-1].endswith(":"):
                self.gatherer.break_word()
                self.gatherer.add_decoded("|", start)
            self.gatherer.break_word()

    def _close_cell(self, tag: str) -> None:
        if not self.tables:
            return
        table = self.tables[-1]
        if tag == "table":
            self.tables.pop()
            self.label = "" if table.text >= 0 else self.label
        elif tag == "tr":
            if table.rows == 0 and self.page.blocks:
                table.speaker, table.text = speech_columns(self.page.blocks[-1].block.text.split(" | "))
                if table.text >= 0:
                    self.page.blocks.pop()
            table.rows, table.at = table.rows + 1, -1
        elif tag in ("td", "th") and table.text >= 0:
            self.flush()

    def _is_label_cell(self) -> bool:
        return bool(self.tables) and self.tables[-1].text >= 0 and self.tables[-1].at == self.tables[-1].speaker

    def _is_other_cell(self) -> bool:
        return bool(self.tables) and self.tables[-1].text >= 0 and self.tables[-1].at != self.tables[-1].text
