"""Tables in Markdown: a row is a line of cells, or a turn where the header names a speaker and a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.model.document import Block, Segment, TurnKind
from claimcheck.read.columns import speech_columns
from claimcheck.read.pieces import Gatherer


@dataclass(slots=True)
class MarkdownTable:
    """Gathers the rows of a table; under "| Speaker | Text |" the row "| Anna | Yes. |" is a turn of Anna's."""

    cells: list[Gatherer] = field(default_factory=list)
    end: int = 0
    rows: int = 0
    speaker: int = -1
    text: int = -1

    def open_row(self) -> None:
        """Begin a row."""
        self._keep_end()
        self.cells = []

    def open_cell(self) -> Gatherer:
        """What the next cell of the row is to be gathered in."""
        self._keep_end()
        self.cells.append(Gatherer())
        return self.cells[-1]

    def close_row(self) -> Iterator[Block]:
        """The blocks of the row that ends."""
        self._keep_end()
        self.rows += 1
        blocks = [gatherer.block() for gatherer in self.cells]
        texts = [block.text if block else "" for block in blocks]
        if self.rows == 1:
            self.speaker, self.text = speech_columns(texts)
        if self.text < 0:
            if joined := _join([block for block in blocks if block]):
                yield joined
        elif self.rows > 1 and self.text < len(blocks) and (said := blocks[self.text]):
            label = texts[self.speaker] if self.speaker < len(texts) else ""
            yield Block(said.text, said.segments, TurnKind.PROSE, label)

    def _keep_end(self) -> None:
        if self.cells and self.cells[-1].segments:
            last = self.cells[-1].segments[-1]
            self.end = max(self.end, last.start + last.length)


def _join(cells: list[Block]) -> Block | None:
    """The cells of a row in one paragraph, parted as in the file."""
    text = ""
    segments: list[Segment] = []
    for cell in cells:
        if text:
            text += " | "
        segments.extend(Segment(len(text) + one.at, one.start, one.length) for one in cell.segments)
        text += cell.text
    return Block(text, tuple(segments)) if text else None
