"""Claims: a quantity together with what it measures, when, of whom, and how firmly it is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from claimcheck.model.document import Speaker
from claimcheck.model.quantity import Quantity


class Role(StrEnum):
    """How the figure stands to its measure: "trade reached $9 billion" is a level, "grew 40%" a change."""

    LEVEL = "level"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    PART = "part"
    TOTAL = "total"
    TARGET = "target"


class Modality(StrEnum):
    """How firmly it is said; only asserted and forecast figures can clash."""

    ASSERTED = "asserted"
    DENIED = "denied"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"
    QUOTED = "quoted"
    CORRECTED = "corrected"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure is for: "last year", "the third quarter of 2019", "over the last five years".

    `start` and `end` are inclusive days when they could be resolved; `text` is what was said. `per` marks a
    figure for each such period ("a year", "yearly"). `kind` is "during" (a span: "last year"), "at" (a moment:
    "today", "at year-end"), "since" (an open start) or "by" (an open end). `stated` is False when the period
    was carried over from before.
    """

    text: str
    start: date | None = None
    end: date | None = None
    per: str = ""
    kind: str = "during"
    stated: bool = True

    @property
    def is_resolved(self) -> bool:
        """Whether both ends are known days."""
        return self.start is not None and self.end is not None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure with all that was understood about it.

    "Trade with Norway has come to $28 million today": quantity 28,000,000 dollar; measure
    ("trade",), event "come", period today, role level, modality asserted.

    `measure` holds the head noun first, then its modifiers, all lemmatised lower-case words, and last the
    `holders`: whose it is, by the verb ("the clinic has performed 700 transplants" measures transplants, of the
    clinic). `unit` is the quantity's unit or, for a bare count, the counted noun ("drug crime"). `trend` is the
    direction of a figure that is the amount of a rise or fall, and None for levels. `entities` are proper names
    the figure is about, `scope` the words that widen or narrow it ("our countries", "adjusted", "export"),
    `signals` the passage words that relate it to others ("another", "these", "of them"). `heads` are all nouns
    that are measured together ("integration and trade have reached ..."), the first of `measure` among them.
    `quantity.start` and `.end` count in the file's decoded text; `line` and `column` (from 1) are its place;
    `sentence` is the sentence it stands in, `sentence_start` that sentence's offset in the turn's text and
    `at` the quantity's offset in `sentence`. `day` is the document's, and `month_day` ("--04-13") where its year is not
    known.
    """

    id: str
    quantity: Quantity
    measure: tuple[str, ...]
    unit: str
    document: str
    file: str
    line: int
    column: int
    turn: int
    sentence: str
    sentence_index: int
    at: int
    speaker: Speaker | None = None
    event: str = ""
    subject: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    context_entities: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    period: Period | None = None
    role: Role = Role.LEVEL
    modality: Modality = Modality.ASSERTED
    trend: str | None = None
    signals: frozenset[str] = field(default_factory=frozenset)
    counted: str = ""
    heads: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    day: date | None = None
    month_day: str = ""

    @property
    def where(self) -> tuple[str, int, int]:
        """The sentence it stands in: its document, turn and number in the turn."""
        return self.document, self.turn, self.sentence_index

    @property
    def head(self) -> str:
        """The noun that is measured, or "" when none was found."""
        return self.measure[0] if self.measure and self.measure[0] not in self.holders else ""

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words of the measure that narrow its head, without whose it is."""
        return tuple(word for word in self.measure[1:] if word not in self.holders)
