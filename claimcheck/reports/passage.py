"""Passages: the sentences of a finding, each quoted once with all of its figures marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from claimcheck.model.document import say_date
from claimcheck.model.finding import Evidence, Finding
from claimcheck.reports.safe import one_line, printable

# Two figures of one measure are "first" and "second" by their place only, which tells a reader nothing.
PLACE_ROLES = frozenset({"first", "second", "growth", "share"})
CUT = "…"
LEAST_GAP = 8
# A sentence is quoted whole, unless nothing ended it for pages.
LONGEST_QUOTE = 4000


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in a passage: `at` its offset in the quote, `label` what to write beside it."""

    at: int
    figure: str
    label: str
    is_primary: bool

    @property
    def end(self) -> int:
        """The offset after the figure's last character."""
        return self.at + len(self.figure)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its figures, its place and its speaker: "29 ... another 13 ... 43" is one passage."""

    quote: str
    marks: tuple[Mark, ...]
    file: str
    line: int
    column: int
    speaker: str
    date: str
    landmark: str = ""

    @property
    def place(self) -> str:
        """Where the first figure stands: "docs/press.txt:30:64", or "docs/press.pdf, page 3, paragraph 2"."""
        return f"{self.file}, {self.landmark}" if self.landmark else f"{self.file}:{self.line}:{self.column}"

    @property
    def source(self) -> str:
        """Who says it and when, as "Nursultan Nazarbayev, 2005-06-23"."""
        return one_line((self.speaker, self.date))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt: a figure with its mark, or the words between."""

    text: str
    mark: Mark | None = None


def passages(finding: Finding) -> list[Passage]:
    """The sentences of a finding in the order of its evidence, figures of one sentence together."""
    together: list[list[Evidence]] = []
    for item in finding.evidence:
        home = next((group for group in together if _same_sentence(group, item)), None)
        if home is None:
            together.append([item])
        else:
            home.append(item)
    return [_passage(group, finding.evidence[0]) for group in together]


def single_passages(finding: Finding) -> list[Passage]:
    """Each figure of a finding in its own passage, in the order of its evidence."""
    return [_passage([item], finding.evidence[0]) for item in finding.evidence]


def excerpt(passage: Passage, width: int) -> list[Piece]:
    """The passage in `width` cells, cut at words but never in a figure, so that all figures are seen."""
    gaps, position = [], 0
    for mark in passage.marks:
        gaps.append(passage.quote[position : mark.at])
        position = mark.end
    gaps.append(passage.quote[position:])
    room = width - sum(cell_len(mark.figure) for mark in passage.marks)
    budgets = _shared(max(room, LEAST_GAP * len(gaps)), [cell_len(gap) for gap in gaps])
    pieces = []
    for index, (gap, budget) in enumerate(zip(gaps, budgets, strict=True)):
        shown = _cut(gap, budget, keep_start=index > 0, keep_end=index < len(gaps) - 1)
        pieces += [Piece(shown)] if shown else []
        pieces += [Piece(mark.figure, mark) for mark in passage.marks[index : index + 1]]
    return pieces


def whole(passage: Passage) -> list[Piece]:
    """The whole passage in pieces; of one that goes on and on, what stands around its figures."""
    return excerpt(passage, LONGEST_QUOTE)


def _same_sentence(group: Sequence[Evidence], item: Evidence) -> bool:
    """Whether the figure stands in the group's very sentence, and apart from its other figures."""
    first = group[0]
    if (first.file, first.quote, first.speaker) != (item.file, item.quote, item.speaker):
        return False
    if abs((first.start - first.quote_at) - (item.start - item.quote_at)) >= max(1, len(item.quote)):
        return False
    ends = item.quote_at + len(item.figure)
    return all(ends <= other.quote_at or other.quote_at + len(other.figure) <= item.quote_at for other in group)


def _passage(group: Sequence[Evidence], primary: Evidence) -> Passage:
    ordered = sorted(group, key=lambda item: item.quote_at)
    first = ordered[0]
    marks = tuple(Mark(item.quote_at, printable(item.figure), label_of(item), item is primary) for item in ordered)
    return Passage(
        quote=printable(first.quote),
        marks=marks,
        file=printable(first.file),
        line=first.line,
        column=first.column,
        speaker=printable(first.speaker),
        date=printable(say_date(first.date)),
        landmark=printable(first.landmark),
    )


def label_of(item: Evidence) -> str:
    """What to write beside a figure: its part in the finding and what it allows, "whole: $27.5–29 million"."""
    role = "" if item.role in PLACE_ROLES else item.role
    return printable(one_line((role, item.reading or item.figure), between=": "))


def said_at(item: Evidence) -> str:
    """A figure's place in a line: "whole: $28 million. Ilse Brandt, 2019-03-02: “Cargo through ...”"."""
    who = one_line((item.speaker, say_date(item.date)))
    return printable(f"{label_of(item)}. {who}{': ' if who else ''}“{item.quote}”")


def _shared(room: int, needs: Sequence[int]) -> list[int]:
    """The room shared out evenly, what one does not need going to the others: 20 for (4, 30) is (4, 16)."""
    budgets = [0] * len(needs)
    waiting = sorted(range(len(needs)), key=lambda index: needs[index])
    for position, index in enumerate(waiting):
        budgets[index] = min(needs[index], room // (len(waiting) - position))
        room -= budgets[index]
    return budgets


def _cut(text: str, cells: int, *, keep_start: bool, keep_end: bool) -> str:
    """The text in so many cells, keeping the side (or both) that touches a figure."""
    if cell_len(text) <= cells:
        return text
    if keep_start and keep_end:
        half = (cells - 3) // 2
        return f"{_start(text, half)} {CUT} {_end(text, half)}"
    if keep_start:
        return f"{_start(text, cells - 2)} {CUT}"
    return f"{CUT} {_end(text, cells - 2)}"


def _start(text: str, cells: int) -> str:
    """The words that fit, from the start; where words are not spaced, the characters that fit."""
    fitting = _fitting(text, cells)
    return (fitting.rpartition(" ")[0] if " " in text else fitting).rstrip()


def _end(text: str, cells: int) -> str:
    """The words that fit, to the end; a combining mark is not torn from its letter."""
    fitting = _fitting(text[::-1], cells)[::-1]
    kept = fitting.partition(" ")[2] if " " in text else fitting
    while kept and cell_len(kept[0]) == 0:
        kept = kept[1:]
    return kept.lstrip()


def _fitting(text: str, cells: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:index]
    return text
