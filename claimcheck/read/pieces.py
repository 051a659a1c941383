"""Gathering a block's text piece by piece, so that every character is still known in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.model.document import Block, Segment, TurnKind

_RUN = re.compile(r"\S+(?: \S+)*")


@dataclass(slots=True)
class Gatherer:
    """Collects the pieces of one paragraph: whitespace becomes single spaces, each piece keeps its place.

    Pieces "Tom " at 10 and "& Ann" at 20 give the text "Tom & Ann" with two segments.
    """

    parts: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0
    space: bool = False

    def add(self, text: str, start: int) -> None:
        """Add text that stands at `start` in the file, word for word."""
        if not text:
            return
        end = 0
        for match in _RUN.finditer(text):
            if match.start() > end or self.space:
                self._gap()
            self._append(match[0], start + match.start())
            end = match.end()
        if end < len(text):
            self.space = True

    def add_exactly(self, text: str, start: int) -> None:
        """Add text with its line breaks, as a quoted CSV field has them."""
        if text:
            self._append(text, start)

    def add_decoded(self, text: str, start: int) -> None:
        """Add what an escape at `start` stands for, as "&" for "&amp;"."""
        if text.isspace():
            self.space = True
        elif text:
            if self.space:
                self._gap()
            self._append(text, start, 1)

    def break_word(self) -> None:
        """Part what comes from what was, as a line break does."""
        self.space = True

    def block(
        self,
        kind: TurnKind = TurnKind.PROSE,
        *,
        label: str = "",
        new_turn: bool = True,
        lead: int = 0,
        runs_on: bool = False,
    ) -> Block | None:
        """The gathered block, or None when there is no text in it."""
        if not self.length:
            return None
        return Block("".join(self.parts), tuple(self.segments), kind, label, new_turn, lead, runs_on)

    def _gap(self) -> None:
        self.space = False
        if self.length:
            self.parts.append(" ")
            self.length += 1

    def _append(self, text: str, start: int, length: int | None = None) -> None:
        last = self.segments[-1] if self.segments else None
        # Neighbours in both texts grow together; a paragraph of plain words is one segment.
        if last and length is None and start - last.start == self.length - last.at:
            self.segments[-1] = Segment(last.at, last.start, self.length - last.at + len(text))
        else:
            self.segments.append(Segment(self.length, start, len(text) if length is None else length))
        self.parts.append(text)
        self.length += len(text)


def plain_block(
    text: str, start: int, kind: TurnKind = TurnKind.PROSE, *, label: str = "", runs_on: bool = False
) -> Block:
    """A block that stands word for word in the file."""
    return Block(text, (Segment(0, start, len(text)),), kind, label, runs_on=runs_on)


def cut_block(block: Block, at: int) -> tuple[Block, Block]:
    """The block in two parts, as where two lines were run together ("Text versionEvents")."""
    first = tuple(Segment(one.at, one.start, min(one.length, at - one.at)) for one in block.segments if one.at < at)
    second = tuple(
        Segment(max(0, one.at - at), one.start + max(0, at - one.at), one.length - max(0, at - one.at))
        for one in block.segments
        if one.at + one.length > at
    )
    return (
        Block(
            block.text[:at],
            first,
            block.kind,
            block.label,
            block.new_turn,
            min(block.lead, at),
            block.runs_on,
        ),
        Block(block.text[at:], second, block.kind, runs_on=False),
    )
