"""JSON and JSON Lines: speech recognition, exports of councils, courts and calls, data sets of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.errors import ReadError
from claimcheck.model.document import Document, Landmark
from claimcheck.read.cues import join_cues, moments
from claimcheck.read.decoding import decode
from claimcheck.read.json_records import describe, find_records
from claimcheck.read.json_scan import JsonDamage, Value, scan_json, scan_value
from claimcheck.read.json_speech import Recognised, read_speech
from claimcheck.read.records import Record, differing_dates, record_documents
from claimcheck.read.settings import Columns
from claimcheck.read.shaping import Known, make_document

_NO_TEXT = 'declare the field that holds the speech, as "text=said"'


def read_json(name: str, raw: bytes, columns: Columns | None = None) -> list[Document]:
    """Read JSON: {"speaker": "Anna", "text": "We sold 12 buses."} is a turn of Anna's."""
    text, notes = decode(raw)
    try:
        roots = list(_values(text))
    except JsonDamage as damage:
        raise damage.told(text) from damage
    if len(roots) == 1 and columns in (None, Columns()):
        speech = read_speech(text, roots[0])
        if speech:
            return [_speech_document(name, text, roots[0], speech, notes)]
    return _record_documents(name, text, "json", roots, columns or Columns(), notes)


def read_jsonl(name: str, raw: bytes, columns: Columns | None = None) -> list[Document]:
    """Read JSON Lines, a value a line; a line that is damaged is said and left out."""
    text, notes = decode(raw)
    roots: list[Value] = []
    damaged: list[str] = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                roots.append(scan_json(text, start, start + len(line)))
            except JsonDamage as damage:
                damaged.append(f"line {number}, column {damage.position - start + 1} {damage.what}")
        start += len(line) + 1
    if damaged and len(damaged) >= len(roots):
        # Values that take several lines each are JSON all the same.
        if text.lstrip()[:1] in ("{", "["):
            return read_json(name, raw, columns)
        raise ReadError(f"is damaged jsonl: {damaged[0]}", hint="export it again")
    if damaged:
        notes += (f"{len(damaged)} damaged lines were left out: {'; '.join(damaged[:3])}",)
    return _record_documents(name, text, "jsonl", roots, columns or Columns(), notes)


def _values(text: str) -> Iterator[Value]:
    """The values of a file: mostly one, sometimes several written one behind the other."""
    position = 0
    while True:
        value, position = scan_value(text, position, len(text))
        yield value
        if not text[position:].strip():
            return
        if text[position:].lstrip()[:1] not in ("{", "["):
            # Says where the file goes on behind its end.
            scan_json(text)


def _speech_document(name: str, text: str, root: Value, speech: Recognised, notes: tuple[str, ...]) -> Document:
    title, date, place = describe(root, Columns())
    notes += (*speech.notes, *differing_dates(name, [date]))
    document = make_document(name, text, "json", join_cues(speech.cues), Known(title, date, place), notes)
    landmarks = [Landmark(start, moment) for start, moment in moments(speech.cues)]
    return replace(document, landmarks=tuple(sorted(landmarks, key=lambda one: one.start)))


def _record_documents(
    name: str, text: str, format_name: str, roots: Sequence[Value], columns: Columns, notes: tuple[str, ...]
) -> list[Document]:
    records: list[Record] = [record for root in roots for record in find_records(text, root, columns)]
    if not records:
        raise ReadError(f"has no text to read as {format_name}", hint=_NO_TEXT)
    return record_documents(name, text, format_name, records, notes)
