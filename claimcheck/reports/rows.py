"""Rows for machines, one an item: CSV, JSON and JSON lines; the same items give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from claimcheck.errors import ConfigError
from claimcheck.reports.columns import Column, Type, Value
from claimcheck.reports.safe import escape_json, for_sheet

Item = TypeVar("Item")
Rows = Iterable[Sequence[Value]]

# Words of ours that begin as a formula does ("=", ">="): no spreadsheet takes a lone sign for one.
OUR_OWN = frozenset({"bound"})
BETWEEN = "; "


def render_rows(columns: Sequence[Column[Item]], items: Iterable[Item], format: str) -> str:
    """The items as "csv", "json" or "jsonl": numbers in plain digits, none lost ("9000000000.10").

    Raises ConfigError when there is no such format.
    """
    try:
        writer = WRITERS[format]
    except KeyError:
        raise ConfigError(f'unknown format "{format}"', hint=f"the formats are {', '.join(WRITERS)}") from None
    return writer(columns, ([column.cell(item) for column in columns] for item in items))


def _csv(columns: Sequence[Column[Item]], rows: Rows) -> str:
    """A line a row, whatever stands in the texts; no text is a formula, and numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    for row in rows:
        writer.writerow(_sheet_cell(column, value) for column, value in zip(columns, row, strict=True))
    return out.getvalue()


def _sheet_cell(column: Column[Item], value: Value) -> str:
    plain = plain_value(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    text = BETWEEN.join(plain) if isinstance(plain, list) else str(plain)
    is_text = column.type in (Type.TEXT, Type.TEXTS) and column.name not in OUR_OWN
    return for_sheet(text) if is_text else text


def _jsonl(columns: Sequence[Column[Item]], rows: Rows) -> str:
    return "".join(f"{line}\n" for line in _objects(columns, rows))


def _json(columns: Sequence[Column[Item]], rows: Rows) -> str:
    """An array with an object a line, so that two listings can be compared line by line."""
    lines = ",\n".join(_objects(columns, rows))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _objects(columns: Sequence[Column[Item]], rows: Rows) -> Iterable[str]:
    names = [column.name for column in columns]
    for row in rows:
        yield escape_json(json.dumps(dict(zip(names, map(plain_value, row), strict=True)), ensure_ascii=False))


def plain_value(value: Value) -> str | int | float | bool | list[str] | None:
    """The value in JSON's types; a decimal number stays text, because JSON's readers would round it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


WRITERS: Mapping[str, Callable[[Sequence[Column[Item]], Rows], str]] = MappingProxyType(
    {"csv": _csv, "json": _json, "jsonl": _jsonl}
)
