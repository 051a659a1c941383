"""JSON of any make: wherever an object has a field of text, somebody says it.

The speaker is a field beside the text, or of an object around it, as in {"speaker": {...}, "text_blocks": [...]}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.model.document import Stated
from claimcheck.read.columns import choose, column_key
from claimcheck.read.json_paths import text_of
from claimcheck.read.json_scan import Text, Value, cell_of
from claimcheck.read.records import Record, stated_date
from claimcheck.read.settings import Columns

# Lists of single words stand beside the text they make up.
_WORD_LISTS = ("words", "tokens", "word_segments", "entitymap")
# What a speaker that is an object calls itself, and its key in a list of speakers.
_NAMES = ("name", "full_name", "display_name", "label")
_KEYS = ("id", "@id", "key", "speaker", "speaker_id")
_DIRECTORIES = ("speaker", "participant", "people", "person")
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Around:
    """What the objects around a value have said of it."""

    speaker: str = ""
    date: Stated | None = None
    title: Stated | None = None
    place: Stated | None = None
    document: str = ""


@dataclass(slots=True)
class _Search:
    text: str
    columns: Columns
    people: dict[str, str]
    records: list[Record] = field(default_factory=list)


def find_records(text: str, root: Value, columns: Columns) -> list[Record]:
    """Every text of a JSON value with its speaker, day, title and document."""
    search = _Search(text, columns, _people(root))
    _visit(search, root, _Around())
    return search.records


def describe(root: Value, columns: Columns) -> tuple[Stated | None, Stated | None, Stated | None]:
    """The title, date and place that the outermost objects state."""
    around = _look(root, _Around(), _Search("", columns, {}), speech=False) if isinstance(root, dict) else _Around()
    return around.title, around.date or _date_of(around.title), around.place


def _visit(search: _Search, value: Value, around: _Around) -> None:
    if isinstance(value, list):
        for one in value:
            _visit(search, one, around)
    elif isinstance(value, dict):
        said = _said(value, search.columns)
        around = _look(value, around, search, speech=said is not None)
        before = len(search.records)
        for key, inner in value.items():
            if isinstance(inner, dict | list) and key.lower() not in _WORD_LISTS:
                _visit(search, inner, around)
        # A text that its parts tell again, with their speakers, is said once.
        if said is not None and len(search.records) == before:
            cell = cell_of(search.text, said)
            date = around.date or _date_of(around.title)
            search.records.append(Record(cell, around.speaker, date, around.title, around.place, around.document))


def _said(value: dict[str, Value], columns: Columns) -> Text | None:
    strings = {key: one for key, one in value.items() if isinstance(one, Text) and re.search(r"[^\W\d_]", one)}
    name = choose(strings, columns.text)
    return strings[name] if name is not None else None


def _look(value: dict[str, Value], around: _Around, search: _Search, *, speech: bool) -> _Around:
    """What is known inside of an object: its own fields come before those of the objects around it."""
    columns = search.columns
    speaker = _speaker(value, search, speech)
    found = replace(
        around,
        speaker=speaker if speaker is not None else around.speaker,
        date=_field_date(value, columns.date) or around.date,
        place=around.place or _field_text(value, columns.place),
        document=_document(value, columns) or around.document,
    )
    if speaker is not None:
        return found
    # The title of who speaks is an office; that of a section is none of the whole.
    found = replace(found, title=around.title or _field_text(value, columns.title))
    if speech:
        return found
    for key, inner in value.items():
        if isinstance(inner, dict) and not column_key(key).startswith(_DIRECTORIES):
            found = replace(
                found,
                title=found.title or _field_text(inner, columns.title),
                date=found.date or _field_date(inner, columns.date),
                place=found.place or _field_text(inner, columns.place),
            )
    return found


def _speaker(value: dict[str, Value], search: _Search, speech: bool) -> str | None:
    """Who speaks in an object; "" where its field is empty, None where it has no such field."""
    # "name" and "role" name a speaker only beside a text: elsewhere they name meetings and files.
    wanted = [name for name in search.columns.speaker if speech or column_key(name).startswith("speaker")]
    held = [key for key, one in value.items() if not isinstance(one, list)]
    name = choose(held, wanted)
    if name is None:
        return None
    found = value[name]
    if isinstance(found, dict):
        named = choose((key for key, one in found.items() if text_of(one)), _NAMES)
        return text_of(found[named]) if named is not None else ""
    label = text_of(found)
    return search.people.get(label, label)


def _people(root: Value) -> dict[str, str]:
    """The names of speakers by their keys, where a list or an object of them stands apart."""
    people: dict[str, str] = {}
    for _, value in _directories(root):
        entries = list(value.items()) if isinstance(value, dict) else [("", one) for one in value]
        for key, one in entries:
            if isinstance(one, Text) and key:
                people[key] = one.strip()
            elif isinstance(one, dict):
                name = choose((at for at, inner in one.items() if text_of(inner)), _NAMES)
                own = choose((at for at, inner in one.items() if text_of(inner)), _KEYS)
                if name is not None and (key or own is not None):
                    people[key or text_of(one[own or ""])] = text_of(one[name])
    return people


def _directories(root: Value) -> Iterator[tuple[str, dict[str, Value] | list[Value]]]:
    if isinstance(root, dict):
        for key, value in root.items():
            if isinstance(value, dict | list) and column_key(key).startswith(_DIRECTORIES):
                yield key, value
            elif isinstance(value, dict):
                yield from _directories(value)


def _field_text(value: dict[str, Value], wanted: Sequence[str]) -> Stated | None:
    name = choose((key for key, one in value.items() if isinstance(one, Text) and one.strip()), wanted)
    if name is None:
        return None
    found = text_of(value[name])
    return Stated(found, f'field "{name}"') if len(found) <= LONGEST_TITLE else None


def _field_date(value: dict[str, Value], wanted: Sequence[str]) -> Stated | None:
    dates = {
        key: date
        for key, one in value.items()
        if isinstance(one, Text) and len(one) < LONGEST_TITLE and (date := stated_date(one, f'field "{key}"'))
    }
    name = choose(dates, wanted)
    return dates[name] if name is not None else None


def _document(value: dict[str, Value], columns: Columns) -> str:
    name = choose((key for key, one in value.items() if text_of(one)), columns.document)
    return text_of(value[name])[:LONGEST_TITLE] if name is not None else ""


def _date_of(title: Stated | None) -> Stated | None:
    return stated_date(title.value, title.source) if title else None
