"""Markdown: headings, paragraphs, lists and tables; emphasis and escapes are not part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.model.document import Block, Document, TurnKind, line_starts
from claimcheck.read.comments import hide_comments
from claimcheck.read.decoding import decode
from claimcheck.read.markdown_table import MarkdownTable
from claimcheck.read.pieces import Gatherer
from claimcheck.read.shaping import Known, shape_documents

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_LONE_RETURN = re.compile(r"\r(?!\n)")
# Marks that stand around words: emphasis, code, links, images, escapes. Each is bounded in length, so that a line of
# nothing but openings is read in linear time.
_MARKUP = re.compile(
    r"""(?P<escape>\\(?P<char>[!-/:-@\[-`{-~]))
      | !?\[(?P<link>(?:\\.|[^\]\\]){0,500})\]\((?:[^()\s]|\([^()]{0,500}\)){0,2000}(?:\s{1,9}"[^"]{0,500}")?\)
      | (?P<strong>\*\*|__)
      | (?P<em>(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*]))
      | (?P<tick>`+)
      | (?P<tag></?[a-zA-Z][^<>]{0,200}>)
      | (?P<entity>&(?:amp|lt|gt|quot|nbsp|\#39);)""",
    re.VERBOSE,
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " ", "&#39;": "'"}


def read_markdown(name: str, raw: bytes) -> list[Document]:
    """Read Markdown: "**Anna:** We sold *12* buses." is "Anna: We sold 12 buses.", its lead bold."""
    text, notes = decode(raw)
    return read_markdown_text(name, text, notes)


def read_markdown_text(name: str, text: str, notes: tuple[str, ...] = ()) -> list[Document]:
    """The same for text that is already decoded."""
    front = _FRONT_MATTER.match(text)
    # Blanked, not cut, so that line numbers stay.
    body = re.sub(r"[^\n]", " ", front[0]) + text[front.end() :] if front else text
    # The parser ends lines at a lone carriage return, too.
    body = hide_comments(_LONE_RETURN.sub("\n", body), "markdown")
    starts = line_starts(body)
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    blocks = list(_blocks(parser.parse(body), body, starts))
    return shape_documents(name, text, "markdown", blocks, Known(), notes)


def _blocks(tokens: list[Token], text: str, starts: tuple[int, ...]) -> Iterator[Block]:
    kind = TurnKind.PROSE
    table: MarkdownTable | None = None
    quoted = 0
    for token in tokens:
        if token.type == "heading_open":
            kind = TurnKind.HEADING
        elif token.type == "heading_close":
            kind = TurnKind.PROSE
        elif token.type in ("blockquote_open", "blockquote_close"):
            quoted += 1 if token.type.endswith("open") else -1
        elif token.type == "table_open":
            table = MarkdownTable()
        elif token.type == "tr_open" and table:
            table.open_row()
        elif token.type == "tr_close" and table:
            yield from table.close_row()
        elif token.type == "table_close":
            table = None
        elif token.type == "inline" and token.map:
            if table:
                # All cells of a row stand on one line: go on behind the last one.
                cell = table.open_cell()
                _add_lines(token, cell, text, max(starts[token.map[0]], table.end))
            else:
                yield from _inline(token, kind, text, starts)
        elif token.type in ("fence", "code_block") and token.map:
            yield from _lines(token.map, text, starts)


def _inline(token: Token, kind: TurnKind, text: str, starts: tuple[int, ...]) -> Iterator[Block]:
    assert token.map is not None
    gatherer = Gatherer()
    lead = _add_lines(token, gatherer, text, starts[token.map[0]])
    block = gatherer.block(kind, lead=lead)
    if block:
        yield block


def _add_lines(token: Token, gatherer: Gatherer, text: str, position: int) -> int:
    """Add what an inline token holds, found again in the file; returns the length of the bold beginning."""
    lead = 0
    for line in token.content.split("\n"):
        at = text.find(line.strip(), position)
        if at < 0:
            continue
        gatherer.break_word()
        lead = _gather(gatherer, text, at, at + len(line.strip()), lead)
        position = at + len(line.strip())
    return lead


def _gather(gatherer: Gatherer, text: str, start: int, end: int, lead: int) -> int:
    """Add a line without its marks; returns the length of the bold beginning."""
    at = start
    bold_from: int | None = None
    for mark in _MARKUP.finditer(text, start, end):
        gatherer.add(text[at : mark.start()], at)
        at = mark.end()
        if mark["escape"]:
            gatherer.add(mark["char"], mark.start() + 1)
        elif mark["link"] is not None:
            gatherer.add(mark["link"], mark.start("link"))
        elif mark["entity"]:
            gatherer.add_decoded(_ENTITIES[mark["entity"]], mark.start())
        elif mark["strong"]:
            if bold_from is None:
                bold_from = gatherer.length
            else:
                lead = gatherer.length if bold_from == 0 else lead
                bold_from = None
    gatherer.add(text[at:end], at)
    return lead


def _lines(span: list[int], text: str, starts: tuple[int, ...]) -> Iterator[Block]:
    for number in range(span[0], min(span[1], len(starts))):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
        gatherer = Gatherer()
        gatherer.add(text[starts[number] : end], starts[number])
        block = gatherer.block()
        if block and not block.text.startswith(("```", "~~~")):
            yield block
