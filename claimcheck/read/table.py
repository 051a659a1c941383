"""CSV and TSV: a row is what one person says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.errors import ReadError
from claimcheck.model.document import Document, Stated
from claimcheck.read.cells import Cell
from claimcheck.read.columns import choose
from claimcheck.read.decoding import decode
from claimcheck.read.records import Record, record_documents, stated_date
from claimcheck.read.settings import Columns
from claimcheck.read.table_scan import find_delimiter, scan_table

# Speech is longer than what other columns hold.
SHORTEST_SPEECH = 20
_NO_TEXT = 'declare the column that holds the speech, as "text=said"'


def read_csv(name: str, raw: bytes, columns: Columns | None = None) -> list[Document]:
    """Read CSV: under "speaker,text", the row "Anna,We sold 12 buses." is a turn of Anna's."""
    return _read(name, raw, "csv", columns or Columns())


def read_tsv(name: str, raw: bytes, columns: Columns | None = None) -> list[Document]:
    """Read a table whose columns are parted by tabs."""
    return _read(name, raw, "tsv", columns or Columns())


@dataclass(frozen=True, slots=True)
class _Roles:
    """Which column holds what; -1 where none does. `header` is the number of rows above the first record."""

    text: int
    speaker: int = -1
    date: int = -1
    title: int = -1
    place: int = -1
    document: int = -1
    header: int = 1
    names: tuple[str, ...] = ()


def _read(name: str, raw: bytes, format_name: str, columns: Columns) -> list[Document]:
    text, notes = decode(raw)
    rows, unclosed = scan_table(text, "\t" if format_name == "tsv" else find_delimiter(text))
    if unclosed:
        notes += (f"a quote that opens in line {unclosed} is never closed",)
    roles = _roles(rows, columns)
    if roles is None:
        raise ReadError(f"has no column of text to read as {format_name}", hint=_NO_TEXT)
    records = [_record(row, roles) for row in rows[roles.header :] if len(row) > roles.text and row[roles.text].text]
    return record_documents(name, text, format_name, records, notes)


def _record(row: Sequence[Cell], roles: _Roles) -> Record:
    def field(at: int) -> str:
        return row[at].text.strip() if 0 <= at < len(row) else ""

    def stated(at: int) -> Stated | None:
        return Stated(field(at), f'column "{roles.names[at]}"') if field(at) else None

    return Record(
        cell=row[roles.text],
        speaker=field(roles.speaker),
        date=stated_date(field(roles.date), f'column "{roles.names[roles.date]}"') if roles.date >= 0 else None,
        # A title beside a speaker may be an office.
        title=stated(roles.title) if roles.speaker < 0 else None,
        place=stated(roles.place),
        document=field(roles.document),
    )


def _roles(rows: Sequence[Sequence[Cell]], columns: Columns) -> _Roles | None:
    """The columns by their names, or by their content where no name is known."""
    if not rows:
        return None
    names = tuple(cell.text.strip() for cell in rows[0])

    def named(wanted: Sequence[str]) -> int:
        name = choose((one for one in names if one), wanted)
        return names.index(name) if name is not None else -1

    text = named(columns.text)
    if text < 0 or not _holds_speech(rows[1:], text):
        speech = _longest(rows[1:])
        # A short column that has the right name is still the right one.
        text = text if text >= 0 and speech < 0 else speech
    if text >= 0:
        found = _Roles(
            text,
            named(columns.speaker),
            named(columns.date),
            named(columns.title),
            named(columns.place),
            named(columns.document),
            names=names,
        )
        if found.speaker >= 0 or named(columns.text) >= 0 or not _is_speech(names[text] if text < len(names) else ""):
            return found
    text = _longest(rows)
    return _Roles(text, 0 if text > 0 else -1, header=0, names=names) if text >= 0 else None


def _longest(rows: Sequence[Sequence[Cell]]) -> int:
    """The column whose cells are longest, if they read as speech."""
    width = max((len(row) for row in rows), default=0)
    lengths = [sum(len(row[at].text) for row in rows if at < len(row)) / max(1, len(rows)) for at in range(width)]
    best = max(range(width), key=lengths.__getitem__, default=-1)
    return best if best >= 0 and _holds_speech(rows, best) else -1


def _holds_speech(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    cells = [row[at].text for row in rows if at < len(row)]
    return 2 * sum(map(_is_speech, cells)) >= max(1, len(cells))


def _is_speech(text: str) -> bool:
    words = text.split()
    return len(text) >= SHORTEST_SPEECH and len(words) > 2 and sum(word[0].isalpha() for word in words) > len(words) / 2
