"""Spots: the places in files that a user names, and the figures that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.errors import ConfigError, Place, ReadError
from claimcheck.model.document import Document
from claimcheck.model.mention import Mention

# "talk.srt, 00:01:12" is a moment of a talk, and no line 12.
_LINE = re.compile(r"(?P<file>.+?)(?<!, \d)(?<!, \d\d):(?P<line>\d+)(?::(?P<column>\d+))?")
_LANDMARK = re.compile(r"(?P<file>.+?), (?P<landmark>\S.*)")
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file, or one character in it: "talk.txt:12" and "talk.txt:12:40", as reports write them.

    Files that are not opened by lines have a `landmark` instead: "talk.pdf, page 3, paragraph 2".
    """

    file: str
    line: int = 0
    column: int = 0
    landmark: str = ""

    @staticmethod
    def parse(text: str) -> Spot:
        """The spot that a text names, as "talk.txt:12:40"; raises ConfigError when it names none."""
        if match := _LINE.fullmatch(text):
            line, column = int(match["line"]), int(match["column"] or 0)
            if line and (column or match["column"] is None):
                return Spot(match["file"], line, column)
            raise ConfigError(f'"{text}" is no place', hint="lines and columns count from 1")
        if match := _LANDMARK.fullmatch(text):
            return Spot(match["file"], landmark=match["landmark"])
        raise ConfigError(f'"{text}" is no place', hint="write it as FILE:LINE or FILE:LINE:COLUMN, talk.txt:12")

    @property
    def place(self) -> Place:
        """The spot as errors tell it."""
        return Place(f"{self.file}, {self.landmark}" if self.landmark else self.file, self.line, self.column)

    def check(self, documents: Iterable[Document]) -> None:
        """Raise ReadError when the file has no such line; `documents` are those of the file."""
        lines = max((_count_lines(document.text) for document in documents), default=0)
        if self.line > lines:
            count = f"{lines:,} line" if lines == 1 else f"{lines:,} lines"
            raise ReadError(f"there is no line {self.line:,}", self.place, f"the file has {count}")

    def pick(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The figures at the spot, of all in its file; raises ReadError, with the nearest ones, when there is none."""
        here = [mention for mention in mentions if self._is_at(mention)]
        if not here:
            raise ReadError(
                "no figure stands here" if self.landmark else "no figure on this line", self.place, self._near(mentions)
            )
        found = [mention for mention in here if self._holds(mention)]
        if not found:
            begins = _nearest((mention.column for mention in here if mention.line == self.line), self.column)
            raise ReadError(
                "no figure at this column", self.place, f"the nearest on this line begin at column {begins}"
            )
        return found

    def _is_at(self, mention: Mention) -> bool:
        if self.landmark:
            return mention.landmark == self.landmark
        return mention.line <= self.line <= mention.line + mention.quantity.text.count("\n")

    def _holds(self, mention: Mention) -> bool:
        """Whether the figure takes in the column; one that runs on from the line before does."""
        if not self.column or mention.line != self.line:
            return True
        first_line = mention.quantity.text.partition("\n")[0]
        return mention.column <= self.column < mention.column + len(first_line)

    def _near(self, mentions: Sequence[Mention]) -> str:
        if not mentions:
            return "there is none in the whole file"
        if self.landmark:
            first = next((mention.landmark for mention in mentions if mention.landmark), "")
            return f'places are told as "{first}"' if first else "name the line instead: FILE:LINE"
        lines = _nearest((mention.line for mention in mentions), self.line)
        return f"the nearest {'lines with figures are' if ' ' in lines else 'line with figures is'} {lines}"


def _nearest(numbers: Iterable[int], wanted: int) -> str:
    """The few numbers next to one that is wanted, in words: "2, 5 and 7"."""
    by_distance = sorted(set(numbers), key=lambda number: (abs(number - wanted), number))
    *others, last = (str(number) for number in sorted(by_distance[:_MOST_NEAR]))
    return f"{', '.join(others)} and {last}" if others else last


def _count_lines(text: str) -> int:
    return text.count("\n") + (not text.endswith("\n"))
