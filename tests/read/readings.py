"""What a reader makes of a text: who says what, and whether every character stands where it is said to."""

from __future__ import annotations

from claimcheck.model.document import Document, TurnKind
from claimcheck.read import read_text
from claimcheck.turns import take_turns

SPOKEN = (TurnKind.SPEECH, TurnKind.PROSE)


def read_one(name: str, text: str) -> Document:
    """The one document of a text, with turns; each segment is held against the file."""
    (document,) = take_turns(read_text(name, text))
    check_places(document)
    return document


def said(document: Document) -> list[tuple[str, str]]:
    """The turns of a document: (speaker, text)."""
    return [(str(turn.speaker or ""), turn.text) for turn in document.turns if turn.kind in SPOKEN]


def check_places(document: Document) -> None:
    """Every segment longer than an escape stands word for word in the file, but for its white space."""
    for turn in document.turns:
        for segment in turn.segments:
            inside = turn.text[segment.at : segment.at + segment.length]
            outside = document.text[segment.start : segment.start + segment.length]
            assert inside.split() == outside.split() or segment.length == 1, (inside, outside)


def place_of(document: Document, words: str) -> str:
    """What stands in the file where the turns say these words."""
    for turn in document.turns:
        at = turn.text.find(words)
        if at >= 0:
            start, end = turn.in_file(at, at + len(words))
            return document.text[start:end]
    raise AssertionError(f"nobody says {words!r}")
