"""Text that a format wraps in quotes and escapes, as paragraphs that know their place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.model.document import Block, TurnKind
from claimcheck.read.pieces import Gatherer


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell's text: word for word in the file at `start`, or what an escape there stands for."""

    text: str
    start: int
    escaped: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    r"""A field of a table or a string of JSON: "Tom\u2019s" is three pieces, the middle one escaped."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The cell's text, unescaped."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def start(self) -> int:
        """Where the cell's text begins in the file."""
        return self.pieces[0].start if self.pieces else 0


def add_cell(gatherer: Gatherer, cell: Cell) -> None:
    """Add a cell to a paragraph; its line breaks become spaces."""
    for piece in cell.pieces:
        add_piece(gatherer, piece)


def add_piece(gatherer: Gatherer, piece: Piece) -> None:
    """Add a piece to a paragraph, as what it is."""
    if piece.escaped:
        gatherer.add_decoded(piece.text, piece.start)
    else:
        gatherer.add(piece.text, piece.start)


def cell_blocks(cell: Cell, label: str = "", kind: TurnKind = TurnKind.PROSE) -> list[Block]:
    """The paragraphs of a cell, one a line; the first opens a turn of `label`, the others go on in it."""
    blocks: list[Block] = []
    for gatherer in _lines(cell.pieces):
        block = gatherer.block(kind, label=label, new_turn=not blocks)
        if block:
            blocks.append(block)
    return blocks


def _lines(pieces: Iterable[Piece]) -> Iterator[Gatherer]:
    gatherer = Gatherer()
    for piece in pieces:
        at = 0
        for line in piece.text.splitlines(keepends=True):
            body = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            if body:
                start = piece.start if piece.escaped else piece.start + at
                add_piece(gatherer, Piece(body, start, piece.escaped))
            if body != line:
                yield gatherer
                gatherer = Gatherer()
            at += len(line)
    yield gatherer
