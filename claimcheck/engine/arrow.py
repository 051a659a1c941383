"""Plain functions on rows, as Spark calls them on batches of Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema, Table

Row = tuple[Any, ...]
# Rows that are handed on at once.
_AT_ONCE = 5_000


def in_batches(
    work: Callable[[Mapping[str, Any]], Iterable[Row]], columns: str, at_once: int = _AT_ONCE
) -> Callable[[Iterator[RecordBatch]], Iterator[RecordBatch]]:
    """What makes rows of one row, for `mapInArrow`; `columns` are those of the new rows, as "number long"."""

    def apply(batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        made = (row for batch in batches for one in _rows(batch) for row in work(one))
        while chunk := list(islice(made, at_once)):
            yield from make_table(chunk, columns).to_batches()

    return apply


def make_table(rows: Sequence[Row], columns: str) -> Table:
    """A table of Arrow, with columns as Spark's SQL names their types."""
    import pyarrow

    schema = _schema(columns)
    return pyarrow.table(
        [pyarrow.array([row[at] for row in rows], field.type) for at, field in enumerate(schema)], schema=schema
    )


def _rows(batch: RecordBatch) -> Iterator[Mapping[str, Any]]:
    """The rows of a batch one by one, so that no more than one large cell is held in Python."""
    for at in range(batch.num_rows):
        yield {name: batch.column(name)[at].as_py() for name in batch.schema.names}


def _schema(columns: str) -> Schema:
    import pyarrow

    types: dict[str, DataType] = {
        "long": pyarrow.int64(),
        "int": pyarrow.int32(),
        "string": pyarrow.string(),
        "binary": pyarrow.binary(),
        "boolean": pyarrow.bool_(),
        "array<long>": pyarrow.list_(pyarrow.int64()),
    }
    named = (column.split() for column in columns.split(", "))
    return pyarrow.schema([(name, types[kind]) for name, kind in named])
