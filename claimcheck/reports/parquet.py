"""Rows as a Parquet file, written by DuckDB, which is loaded only here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TypeVar

from claimcheck.reports.columns import Column, Type, Value

Item = TypeVar("Item")

SQL_TYPES: Mapping[Type, str] = MappingProxyType(
    {
        Type.TEXT: "VARCHAR",
        Type.TEXTS: "VARCHAR[]",
        Type.WHOLE: "BIGINT",
        Type.NUMBER: "DOUBLE",
        Type.TRUTH: "BOOLEAN",
        Type.DAY: "DATE",
    }
)
# One thread and nothing fetched: the same rows give the same bytes, offline.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
CHUNK = 4096


def render_parquet(columns: Sequence[Column[Item]], items: Iterable[Item]) -> bytes:
    """The items as a Parquet file: numbers as doubles to reckon with, and exactly, as `low_text` for `low`."""
    import duckdb

    typed = list(_typed(columns))
    unnested = ", ".join(f"unnest(?::{sql_type}[])" for _, sql_type in typed)
    rows = iter(items)
    with TemporaryDirectory(prefix="claimcheck-") as folder, duckdb.connect(":memory:", config=SETTINGS) as database:
        database.execute("CREATE TABLE rows ({})".format(", ".join(f'"{name}" {kind}' for name, kind in typed)))
        while chunk := list(islice(rows, CHUNK)):
            values = [cells for column in columns for cells in _cells(column, [column.cell(item) for item in chunk])]
            database.execute(f"INSERT INTO rows SELECT {unnested}", values)
        file = Path(folder, "rows.parquet")
        database.execute("COPY rows TO '{}' (FORMAT parquet, COMPRESSION zstd)".format(str(file).replace("'", "''")))
        return file.read_bytes()


def _typed(columns: Iterable[Column[Item]]) -> Iterator[tuple[str, str]]:
    """The names and SQL types of the columns, with a column of text beside each of decimal numbers."""
    for column in columns:
        yield column.name, SQL_TYPES[column.type]
        if column.type is Type.NUMBER:
            yield f"{column.name}_text", SQL_TYPES[Type.TEXT]


def _cells(column: Column[Item], values: Sequence[Value]) -> Iterator[list[object]]:
    """The values of one column of items, as one or two columns of the table."""
    if column.type is not Type.NUMBER:
        yield [list(value) if isinstance(value, tuple) else value for value in values]
        return
    numbers = [value if isinstance(value, Decimal) else None for value in values]
    yield [None if number is None else float(number) for number in numbers]
    yield [None if number is None else f"{number:f}" for number in numbers]
