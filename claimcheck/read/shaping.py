"""From paragraphs to documents: the header above a transcript, its trailer, the next one glued on.

A transcript is a header (title, date, time, place), speech, and a trailer (publication notes). The header is
a run of short lines that are no sentences; a second header within the file begins a second document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.model.document import Block, Document, Stated, TurnKind, line_starts
from claimcheck.read.conflicts import find_date_conflicts
from claimcheck.read.dates import date_in_name, month_day_in_name
from claimcheck.read.header import header_length, read_header, trailer_start
from claimcheck.read.parting import part_documents


@dataclass(frozen=True, slots=True)
class Known:
    """What a format's own fields say of a document: an HTML title, a JSON date."""

    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None


def shape_documents(
    name: str,
    text: str,
    format_name: str,
    blocks: Sequence[Block],
    known: Known | None = None,
    notes: tuple[str, ...] = (),
) -> list[Document]:
    """The documents in a file of paragraphs, each with header and trailer marked, title, date and place."""
    starts = line_starts(text)
    documents = []
    for number, part in enumerate(part_documents(blocks), 1):
        document = _shape(name, text, format_name, part, starts, known or Known())
        begin = part[0].segments[0].start if number > 1 and part[0].segments else 0
        unique = name if number == 1 else f"{name}#{number}"
        documents.append(replace(document, name=unique, start=begin, notes=notes + document.notes))
    ends = [document.start for document in documents[1:]] + [len(text)]
    return [replace(document, end=end) for document, end in zip(documents, ends, strict=True)]


def make_document(
    name: str,
    text: str,
    format_name: str,
    blocks: Sequence[Block],
    known: Known | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """One document whose format leaves nothing to guess; the file name tells what it does not state."""
    known = known or Known()
    named = date_in_name(name)
    day = named.isoformat() if named else month_day_in_name(name)
    return Document(
        name=name,
        file=name,
        text=text,
        start=0,
        end=len(text),
        format=format_name,
        title=known.title or Stated(_stem(name), "file name"),
        date=known.date or (Stated(day, "file name") if day else None),
        place=known.place,
        blocks=tuple(blocks),
        notes=notes,
        _lines=line_starts(text),
    )


def _shape(
    name: str,
    text: str,
    format_name: str,
    blocks: list[Block],
    starts: tuple[int, ...],
    known: Known,
) -> Document:
    header = header_length(blocks)
    trailer = trailer_start(blocks, header)
    found = read_header(blocks[:header], blocks[trailer:], starts)
    marked = [
        *(_mark(block, found.title) for block in blocks[:header]),
        *blocks[header:trailer],
        *(replace(block, kind=TurnKind.METADATA) for block in blocks[trailer:]),
    ]
    whole = Known(found.title or known.title, found.date or known.date, found.place or known.place)
    notes = tuple(find_date_conflicts(name, blocks[:header], found, known.date))
    return make_document(name, text, format_name, marked, whole, notes)


def _mark(block: Block, title: Stated | None) -> Block:
    is_title = title is not None and title.value in block.text
    return replace(block, kind=TurnKind.HEADING if is_title else TurnKind.METADATA)


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.partition(".")[0] or last
