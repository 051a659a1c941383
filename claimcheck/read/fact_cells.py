"""The cells of a table of facts, whatever its format, with the place of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from claimcheck.errors import FactError, Place


@dataclass(frozen=True, slots=True)
class FactCell:
    """A cell: its text, where it stands, and its offset in the text of the table.

    `row` is what a file without lines calls its row, as "row 3".
    """

    text: str
    place: Place
    start: int = 0
    row: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its text, the names of its columns, and its rows by these names; `head` is where it begins."""

    text: str
    names: tuple[str, ...]
    rows: tuple[Mapping[str, FactCell], ...]
    head: Place
    errors: tuple[FactError, ...] = ()


def sheet_of_rows(file: str, rows: Iterable[Mapping[str, object]]) -> Sheet:
    """Rows without lines as a table: they are told as "facts.parquet, row 3"."""
    found, names, text, position = [], dict[str, None](), [], 0
    for number, values in enumerate(rows, start=1):
        row = {}
        for name, value in values.items():
            cell = FactCell(say_cell(value), Place(f"{file}, row {number}"), position, f"row {number}")
            row[name] = cell
            text.append(cell.text)
            position += len(cell.text) + 1
        names.update(dict.fromkeys(row))
        found.append(row)
    return Sheet("\t".join(text), tuple(names), tuple(found), Place(file))


def say_cell(value: object) -> str:
    """A value as it would be written: 17.6 without the noise of a double, a day as 2020-04-06."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
