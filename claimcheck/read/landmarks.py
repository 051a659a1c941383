"""Places in files that are no text: a document's pages and paragraphs instead of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.document import Document, Landmark, Stated, line_starts

_PAGE_TOP = re.compile(r"page \d+, paragraph 1")
_LINE = re.compile(r"line (\d+)")


def place_all(documents: Sequence[Document], landmarks: Sequence[Landmark]) -> list[Document]:
    """The documents of one file with their places; within a page no new one begins, whatever stands there in bold."""
    placed: list[Document] = []
    for document in documents:
        document = add_landmarks(document, landmarks)
        begin = document.landmark(document.start)
        if placed and begin.startswith("page") and not _PAGE_TOP.fullmatch(begin):
            last = placed[-1]
            placed[-1] = replace(last, end=document.end, blocks=last.blocks + document.blocks)
            continue
        name = document.file if not placed else f"{document.file}#{len(placed) + 1}"
        placed.append(replace(document, name=name))
    return placed


def add_landmarks(document: Document, landmarks: Sequence[Landmark]) -> Document:
    """The document with its places, also as sources: a date from "line 2" is from "page 1, paragraph 2"."""
    placed = replace(document, landmarks=tuple(landmarks))
    starts = line_starts(document.text)

    def named(match: re.Match[str]) -> str:
        line = int(match[1])
        return (placed.landmark(starts[line - 1]) if 0 < line <= len(starts) else "") or match[0]

    def moved(stated: Stated | None) -> Stated | None:
        return replace(stated, source=_LINE.sub(named, stated.source)) if stated else None

    return replace(
        placed,
        title=moved(document.title),
        date=moved(document.date),
        place=moved(document.place),
        notes=tuple(_LINE.sub(named, note) for note in document.notes),
    )
