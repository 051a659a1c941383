"""What was read, without any judgement: the figures, or the documents, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from claimcheck.model.document import Document
from claimcheck.model.mention import Mention
from claimcheck.reports.claims_table import render_table
from claimcheck.reports.columns import DOCUMENT_COLUMNS, MENTION_COLUMNS, Column
from claimcheck.reports.document_list import describe_documents
from claimcheck.reports.parquet import render_parquet
from claimcheck.reports.rows import render_rows
from claimcheck.reports.view import View

Item = TypeVar("Item")


def render_mentions(mentions: Iterable[Mention], format: str, view: View | None = None) -> bytes:
    """The figures in the order of the texts, as "table", "csv", "json", "jsonl" or "parquet"."""
    ordered = sorted(mentions, key=lambda mention: mention.order)
    if format == "table":
        return render_table(ordered, view or View()).encode()
    return _data(MENTION_COLUMNS, ordered, format)


def render_documents(documents: Iterable[Document], format: str) -> bytes:
    """The documents that were read, in the same formats: what is known of them, and from where."""
    ordered = sorted(documents, key=lambda document: document.name)
    if format == "table":
        return describe_documents(ordered).encode()
    return _data(DOCUMENT_COLUMNS, ordered, format)


def _data(columns: Sequence[Column[Item]], items: Sequence[Item], format: str) -> bytes:
    if format == "parquet":
        return render_parquet(columns, items)
    return render_rows(columns, items, format).encode()
