"""Sentences of a turn, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

import sentencex

from claimcheck.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a turn: its text, its offset in the turn's text, its number there, its paragraph."""

    text: str
    start: int
    index: int
    paragraph: int

    @property
    def end(self) -> int:
        """The offset behind its last character, in the turn's text."""
        return self.start + len(self.text)


def split_sentences(text: str, quantities: tuple[Quantity, ...] = ()) -> list[Sentence]:
    """The sentences of a turn; a boundary inside a quantity is no boundary.

    "We shipped 2.2. million masks. More will follow." has two sentences.
    """
    starts = [quantity.start for quantity in quantities]
    found: list[tuple[int, int, int]] = []
    offset = 0
    for paragraph, line in enumerate(text.split("\n")):
        position = 0
        for piece in _pieces(line):
            at = line.find(piece, position)
            if at < 0:
                continue
            begin, end = offset + at, offset + at + len(piece)
            position = at + len(piece)
            before = bisect_left(starts, begin)
            split_number = found and before > 0 and begin < quantities[before - 1].end
            if split_number or (found and found[-1][2] == paragraph and not piece.strip(" .!?…")):
                begin = found.pop()[0]
            found.append((begin, end, paragraph))
        offset += len(line) + 1
    return [
        Sentence(text[begin:end].rstrip(), begin, index, paragraph)
        for index, (begin, end, paragraph) in enumerate(_trim(text, begin, end, p) for begin, end, p in found)
    ]


def _pieces(line: str) -> list[str]:
    """The sentences of a paragraph, cut at semicolons too: each side of one is a sentence of its own."""
    if not line.strip():
        return []
    return [part for piece in sentencex.segment("en", line) for part in re.split(r"(?<=;)\s", piece) if part]


def _trim(text: str, begin: int, end: int, paragraph: int) -> tuple[int, int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    return begin, end, paragraph
