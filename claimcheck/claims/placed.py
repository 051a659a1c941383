"""A figure that is no count or measure, as a claim at its place: a date, an anniversary, a list."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.claims.sentences import Sentence
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Turn
from claimcheck.model.quantity import Quantity


def place_claim(document: Document, turn: Turn, sentence: Sentence, figure: Quantity) -> Claim:
    """The figure, whose offsets count in its turn, as a claim that measures nothing yet, with those of the file."""
    start, end = turn.in_file(figure.start, figure.end)
    line, column = document.locate(start)
    return Claim(
        id=f"{document.name}:{start}",
        quantity=replace(figure, start=start, end=end),
        measure=(),
        unit="",
        document=document.name,
        file=document.file,
        line=line,
        column=column,
        turn=turn.index,
        sentence=sentence.text,
        sentence_index=sentence.index,
        at=figure.start - sentence.start,
        speaker=turn.speaker,
        day=document.day(),
        month_day=document.month_day(),
    )
