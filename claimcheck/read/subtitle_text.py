"""What a caption says: without tags and escapes, parted where another voice begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from claimcheck.read.cells import Cell, Piece
from claimcheck.read.subtitle_cues import Line

_MARK = re.compile(
    r"""<v(?:\.[^\s<>]*)?[ \t]+(?P<voice>[^<>]{1,200})>
      | (?P<end></v\s*>)
      | </?(?:[a-zA-Z][^<>]{0,200})?>
      | <[\d:.]{1,20}>
      | \{\\[^{}]{0,200}\}
      | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)""",
    re.VERBOSE,
)
# ">> " before another speaker's words, "- " before each of two in one caption.
_CHANGE = re.compile(r"\s*(?:(?P<change>(?:>|&gt;){2,})|[-–—])\s*(?=[\w\"“'‘\[(¿¡])")
_NAMED = re.compile(r"\s*(?:[^\W\d_][^:\n?!]{0,60}:(?:\s|$)|\[[^\W\d_][^\]\n]{0,88}\])")


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line, or the part of it that one voice says.

    `opens` begins a turn, `changes` is True for ">>", `named` where the words themselves may name the speaker.
    """

    cell: Cell
    voice: str = ""
    opens: bool = False
    changes: bool = False
    named: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.cell.text.strip()


def read_spoken(lines: Sequence[Line]) -> Iterator[SpokenLine]:
    """The lines of a caption: "<v Anna>Yes." is "Yes." in Anna's voice; a voice lasts to the caption's end."""
    voice = ""
    dashes = sum(bool(re.match(r"\s*[-–—]\s*\S", line.text)) for line in lines)
    for line in lines:
        begin, opens, changes = 0, False, False
        change = _CHANGE.match(line.text)
        if change and (change["change"] or dashes > 1):
            begin, opens, changes = change.end(), True, bool(change["change"])
        pieces: list[Piece] = []
        for mark in _MARK.finditer(line.text, begin):
            if mark.start() > begin:
                pieces.append(Piece(line.text[begin : mark.start()], line.start + begin))
            begin = mark.end()
            if mark["entity"]:
                pieces.append(Piece(unescape(mark["entity"]), line.start + mark.start(), True))
            elif mark["voice"] or mark["end"]:
                yield from _spoken(pieces, voice, opens, changes)
                pieces, opens, changes = [], False, False
                voice = unescape(mark["voice"] or "").strip()
        if begin < len(line.text):
            pieces.append(Piece(line.text[begin:], line.start + begin))
        yield from _spoken(pieces, voice, opens, changes)


def _spoken(pieces: list[Piece], voice: str, opens: bool, changes: bool) -> Iterator[SpokenLine]:
    cell = Cell(tuple(pieces))
    text = cell.text
    if text.strip():
        yield SpokenLine(cell, voice, opens, changes, _NAMED.match(text) is not None)
