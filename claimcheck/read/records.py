"""Rows of tables and records of JSON as documents: who says what, on which day, in which event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimcheck.model.document import Block, Document, Stated
from claimcheck.read.cells import Cell, cell_blocks
from claimcheck.read.cues import name_voices
from claimcheck.read.dates import date_in_name, find_dates
from claimcheck.read.shaping import Known, make_document

UNKNOWN = "Unidentified speaker"
WHOLE_TRANSCRIPT = 1500
_ISO = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Record:
    """What one person says, as a row or an object tells it; `document`, `date` and `title` are what it is part of."""

    cell: Cell
    speaker: str = ""
    date: Stated | None = None
    title: Stated | None = None
    place: Stated | None = None
    document: str = ""


def record_documents(
    name: str, text: str, format_name: str, records: Sequence[Record], notes: tuple[str, ...] = ()
) -> list[Document]:
    """The documents that records belong to: those of one document name, day and title are one."""
    records = _named(records)
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        key = (
            record.document,
            record.date.value if record.date else "",
            record.title.value if record.title else "",
        )
        groups.setdefault(key, []).append(record)
    single = len(groups) == 1
    return [
        _document(name, number, text, format_name, group, single, notes)
        for number, group in enumerate(groups.values(), start=1)
    ]


def _named(records: Sequence[Record]) -> list[Record]:
    """Records of which some have speakers: the others are of somebody unknown, not of whoever spoke before."""
    names = name_voices(record.speaker for record in records)
    if names:
        return [replace(record, speaker=names.get(record.speaker, UNKNOWN)) for record in records]
    # Without speakers, long texts are whole transcripts of their own.
    long = sum(len(record.cell.text) > WHOLE_TRANSCRIPT for record in records) > len(records) / 2
    return [
        replace(record, document=record.document or f"#{number}") if long else record
        for number, record in enumerate(records)
    ]


def stated_date(value: str, source: str) -> Stated | None:
    """The day a field tells: "2021-03-09T10:00:00Z", "March 9, 2021"; None for "10:32" or 1615282800."""
    iso = _ISO.match(value)
    found = next(find_dates(iso[1] if iso else value[:200]), None)
    return Stated(found.value.isoformat(), source) if found else None


def differing_dates(name: str, stated: Iterable[Stated | None]) -> tuple[str, ...]:
    """A note when the fields and the file's name tell different days."""
    named = date_in_name(name)
    known = [one for one in (*stated, Stated(named.isoformat(), "file name") if named else None) if one]
    if len({one.value for one in known}) < 2:
        return ()
    return ("dates differ: " + ", ".join(f"{one.value} ({one.source})" for one in known),)


def _document(
    name: str,
    number: int,
    text: str,
    format_name: str,
    group: Sequence[Record],
    single: bool,
    notes: tuple[str, ...],
) -> Document:
    first = group[0]
    blocks: list[Block] = [block for record in group for block in cell_blocks(record.cell, record.speaker)]
    place = next((record.place for record in group if record.place), None)
    if single:
        notes += differing_dates(name, [first.date])
    made = make_document(name, text, format_name, blocks, Known(first.title, first.date, place), notes)
    if single:
        return made
    ends = [block.segments[-1].start + block.segments[-1].length for block in blocks if block.segments]
    starts = [block.segments[0].start for block in blocks if block.segments]
    unique = name if number == 1 else f"{name}#{number}"
    return replace(made, name=unique, start=min(starts, default=0), end=max(ends, default=0))
