"""Columns of what machines read: each with its name, its type, and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Document, Stated
from claimcheck.model.mention import Mention
from claimcheck.reports.safe import encodable

Item = TypeVar("Item")
Value = str | int | bool | float | Decimal | date | tuple[str, ...] | None


class Type(StrEnum):
    """What the values of a column are, in words that the documentation uses too."""

    TEXT = "text"
    TEXTS = "list of texts"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    DAY = "date"


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A column, as "low": a number, 5 for "over five tons".

    `value` takes an item's cell from it, None where there is nothing to say. Text is as it stands in the
    document, character for character; a format that cannot hold it so replaces what it has to.
    """

    name: str
    type: Type
    value: Callable[[Item], Value]

    def cell(self, item: Item) -> Value:
        """The item's value as UTF-8 can write it; an empty text is None."""
        value = self.value(item)
        if isinstance(value, tuple):
            return tuple(map(encodable, value))
        return encodable(value) or None if isinstance(value, str) else value


def _of_claim(name: str, type: Type, value: Callable[[Claim], Value]) -> Column[Mention]:
    return Column(name, type, lambda mention: value(mention.claim) if mention.claim else None)


def _of_period(name: str, type: Type, value: Callable[[Period], Value]) -> Column[Mention]:
    return _of_claim(name, type, lambda claim: value(claim.period) if claim.period else None)


# Documented in docs/claims.md. Names and types are a promise: add at the end, and take nothing away.
MENTION_COLUMNS: tuple[Column[Mention], ...] = (
    Column("document", Type.TEXT, lambda mention: mention.document),
    Column("file", Type.TEXT, lambda mention: mention.file),
    Column("line", Type.WHOLE, lambda mention: mention.line),
    Column("column", Type.WHOLE, lambda mention: mention.column),
    Column("start", Type.WHOLE, lambda mention: mention.quantity.start),
    Column("end", Type.WHOLE, lambda mention: mention.quantity.end),
    Column("speaker", Type.TEXT, lambda mention: mention.speaker.name if mention.speaker else None),
    Column("text", Type.TEXT, lambda mention: mention.quantity.text),
    Column("low", Type.NUMBER, lambda mention: mention.quantity.low),
    Column("high", Type.NUMBER, lambda mention: mention.quantity.high),
    Column("unit", Type.TEXT, lambda mention: mention.quantity.unit),
    Column("bound", Type.TEXT, lambda mention: mention.quantity.bound.value),
    Column("kind", Type.TEXT, lambda mention: mention.quantity.kind.value),
    Column("dimension", Type.TEXT, lambda mention: mention.quantity.dimension),
    Column("hedge", Type.TEXT, lambda mention: mention.quantity.hedge),
    Column("vague", Type.TRUTH, lambda mention: mention.quantity.vague),
    Column("measured", Type.TRUTH, lambda mention: mention.quantity.is_measurement),
    _of_claim("measure", Type.TEXTS, lambda claim: claim.measure),
    _of_claim("claim_unit", Type.TEXT, lambda claim: claim.unit),
    _of_claim("trend", Type.TEXT, lambda claim: claim.trend),
    _of_claim("role", Type.TEXT, lambda claim: claim.role.value),
    _of_claim("modality", Type.TEXT, lambda claim: claim.modality.value),
    _of_claim("event", Type.TEXT, lambda claim: claim.event),
    _of_claim("entities", Type.TEXTS, lambda claim: claim.entities),
    _of_period("period", Type.TEXT, lambda period: period.text),
    _of_period("period_start", Type.DAY, lambda period: period.start),
    _of_period("period_end", Type.DAY, lambda period: period.end),
    Column("sentence", Type.TEXT, lambda mention: mention.sentence),
    Column("landmark", Type.TEXT, lambda mention: mention.landmark),
)


def _stated(name: str, stated: Callable[[Document], Stated | None]) -> Iterable[Column[Document]]:
    """What is known of a document, and the place it was taken from."""

    def part(name: str, value: Callable[[Stated], str]) -> Column[Document]:
        return Column(name, Type.TEXT, lambda document: value(found) if (found := stated(document)) else None)

    return part(name, lambda found: found.value), part(f"{name}_source", lambda found: found.source)


DOCUMENT_COLUMNS: tuple[Column[Document], ...] = (
    Column("document", Type.TEXT, lambda document: document.name),
    Column("file", Type.TEXT, lambda document: document.file),
    Column("format", Type.TEXT, lambda document: document.format),
    Column("turns", Type.WHOLE, lambda document: len(document.turns)),
    Column("speakers", Type.TEXTS, lambda document: speakers(document)),
    *_stated("title", lambda document: document.title),
    *_stated("date", lambda document: document.date),
    *_stated("place", lambda document: document.place),
    Column("characters", Type.WHOLE, lambda document: document.end - document.start),
    Column("labels", Type.TEXTS, lambda document: labels(document)),
    Column("notes", Type.TEXTS, lambda document: document.notes),
)


def labels(document: Document) -> tuple[str, ...]:
    """What the speakers are called where they speak, each once as it first comes: "Mayor Berg", "ANNA BERG"."""
    return tuple(dict.fromkeys(turn.label for turn in document.turns if turn.label))


def speakers(document: Document) -> tuple[str, ...]:
    """The speakers of a document in the order in which they first speak."""
    return tuple(dict.fromkeys(turn.speaker.name for turn in document.turns if turn.speaker))
