"""Text whose line breaks count, inside of a page: it is read as a plain text file is."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.document import Block, Segment, TurnKind
from claimcheck.read.cells import Cell
from claimcheck.read.text import read_plain_text

_BRACKETED = re.compile(r"\s*(\[(?!\[)[^\[\]\n]*\])[ \t]*\r?\n")


def preformatted_blocks(cell: Cell) -> list[Block]:
    """The paragraphs of preformatted text, with the places of its pieces in the file."""
    starts, length = [], 0
    for piece in cell.pieces:
        starts.append(length)
        length += len(piece.text)
    text, blocks = cell.text, []
    # Lines in brackets at the top tell of which record this is a page: "[Senate]", "[Page S8503]".
    begin = 0
    while line := _BRACKETED.match(text, begin):
        segments = tuple(_move(Segment(0, line.start(1), len(line[1])), cell, starts))
        blocks.append(Block(line[1], segments, TurnKind.METADATA))
        begin = line.end()
    for document in read_plain_text("", re.sub(r"[^\n]", " ", text[:begin]) + text[begin:]):
        for block in document.blocks:
            segments = tuple(one for segment in block.segments for one in _move(segment, cell, starts))
            # What is header and what is trailer is told of the whole page.
            kind = TurnKind.PROSE if block.kind is TurnKind.METADATA else block.kind
            blocks.append(replace(block, segments=segments, kind=kind))
    return blocks


def _move(segment: Segment, cell: Cell, starts: list[int]) -> Iterator[Segment]:
    """The segment in terms of the file: one for each piece that it touches."""
    index = bisect.bisect_right(starts, segment.start) - 1
    end = segment.start + segment.length
    while index < len(starts) and starts[index] < end:
        piece = cell.pieces[index]
        first = max(segment.start, starts[index])
        last = min(end, starts[index] + len(piece.text))
        if last > first:
            at = segment.at + first - segment.start
            start = piece.start if piece.escaped else piece.start + first - starts[index]
            yield Segment(at, start, 1 if piece.escaped else last - first)
        index += 1
