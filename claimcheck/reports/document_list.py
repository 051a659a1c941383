"""What is known of each document, as text to read: title, date, place, and who speaks."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.document import Document
from claimcheck.reports.columns import speakers
from claimcheck.reports.safe import printable


def describe_documents(documents: Iterable[Document]) -> str:
    """The documents that were read, each in a few lines, with the source of every statement."""
    ordered = sorted(documents, key=lambda document: document.name)
    return "\n".join(_described(document) for document in ordered)


def _described(document: Document) -> str:
    lines = [f"{printable(document.name)} ({document.format}, {len(document.turns):,} turns)"]
    for name, stated in (("title", document.title), ("date", document.date), ("place", document.place)):
        told = f"{stated.value} ({stated.source})" if stated else "not found"
        lines.append(f"  {name + ':':<10}{printable(told)}")
    lines.append(f"  {'speakers:':<10}{printable(', '.join(speakers(document))) or 'none named'}")
    return "\n".join(lines) + "\n"
