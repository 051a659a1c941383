"""Documents, turns and speakers: who says what, and where it stands in the file."""

from __future__ import annotations

import bisect
import calendar
import re
from dataclasses import dataclass, field, replace
from datetime import date as Date
from enum import StrEnum

from claimcheck.model.remark import Remark

NO_YEAR = "--"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a turn's text that stands word for word in the file.

    `at` is its offset in the turn's text, `start` its offset in the file's decoded text; both in characters.
    """

    at: int
    start: int
    length: int


class TurnKind(StrEnum):
    """What a turn is: only speech and prose carry claims."""

    SPEECH = "speech"
    PROSE = "prose"
    HEADING = "heading"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person under one canonical name, with every label seen.

    "President Vladimir Putin", "Mr Putin" and "Vladimir Putin" are one speaker named "Vladimir Putin".
    `represents` are countries, companies or offices the text gives to the speaker ("President of Armenia").
    An anonymous speaker ("Question") has `anonymous` set, and two of them are never the same person.
    `known_from` is empty unless several people of a run have one name: then it is the document in which this
    one first speaks.
    """

    name: str
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()
    anonymous: bool = False
    known_from: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go.

    `text` is the speech alone, paragraphs parted by newlines, without label or markup; `segments` map it back
    to the file. `label` is the speaker's label as it stands there, `start` and `end` are offsets in the file.
    `heading` is the section title above it, if any.
    """

    index: int
    text: str
    start: int
    end: int
    segments: tuple[Segment, ...]
    kind: TurnKind = TurnKind.PROSE
    label: str = ""
    speaker: Speaker | None = None
    heading: str = ""

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """The file's offsets of `text[start:end]`.

        Where the piece is not word for word in the file (an escaped character, a cue boundary between the
        two ends) the result still begins and ends at the characters it came from.
        """
        return self._offset(start), self._offset(max(start, end - 1)) + (1 if end > start else 0)

    def _offset(self, position: int) -> int:
        index = bisect.bisect_right(self.segments, position, key=lambda segment: segment.at) - 1
        if index < 0:
            return self.start
        segment = self.segments[index]
        return segment.start + min(position - segment.at, max(0, segment.length - 1))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cue or row as the reader found it, before it is known who speaks.

    `text` has no markup; `segments` map it back to the file. `label` is the speaker's name where the format
    itself gives one (a WebVTT voice, a JSON field), else "". `new_turn` is False where the format says the
    same person goes on. `lead` is the length of a bold beginning, often a speaker's name. `runs_on` is True
    for a line or cue that goes on in the paragraph before it.
    """

    text: str
    segments: tuple[Segment, ...]
    kind: TurnKind = TurnKind.PROSE
    label: str = ""
    new_turn: bool = True
    lead: int = 0
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the source it was taken from, as the date "2005-06-23" from "line 3".

    A date whose year is not known is written as ISO 8601 has it: "--06-23".
    """

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """Where a part begins that its users know by name, as "page 3, paragraph 2" of a file without lines."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Document:
    """One transcript; a file with two transcripts glued together holds two documents.

    `file` is the path as the user gave it (with forward slashes), `name` is unique in a run ("talks.txt",
    "talks.txt#2"); `text` is the whole decoded text of the file, which all offsets count in, and `start` and
    `end` are this document's part of it. The readers fill `blocks`, the turns stage `turns`. `notes` say what
    had to be guessed ("not UTF-8, read as cp1252", "two dates: ..."). Where the file has no lines that a user
    could open, as PDF and DOCX, `text` is what was extracted, and `landmarks` tell its places in their order.
    `remarks` are comments in the file that are addressed to claimcheck; they are in no block and no turn.
    """

    name: str
    file: str
    text: str
    start: int
    end: int
    format: str
    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None
    blocks: tuple[Block, ...] = ()
    turns: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    _lines: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def locate(self, offset: int) -> tuple[int, int]:
        """The line and column (both from 1) of a character offset in the file's decoded text."""
        starts = self._lines or line_starts(self.text)
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def with_lines(self, lines: tuple[int, ...]) -> Document:
        """The document with the starts of its lines known, so that `locate` need not find them again."""
        return replace(self, _lines=lines)

    def landmark(self, offset: int) -> str:
        """The place of an offset as a user finds it, as "page 3, paragraph 2"; "" where that is line and column."""
        index = bisect.bisect_right(self.landmarks, offset, key=lambda landmark: landmark.start) - 1
        return self.landmarks[index].name if index >= 0 else ""

    def kind_at(self, offset: int) -> TurnKind:
        """What stands at an offset: speech, prose, a heading, or the lines around them."""
        turn = next((turn for turn in self.turns if turn.start <= offset < turn.end), None)
        return turn.kind if turn else TurnKind.METADATA

    def day(self) -> Date | None:
        """The document's date, when it is a full one."""
        if self.date is None:
            return None
        try:
            return Date.fromisoformat(self.date.value)
        except ValueError:
            return None

    def month_day(self) -> str:
        """The document's day in a year that is not known, as "--06-23"; "" for a full date, or none."""
        return self.date.value if self.date is not None and self.date.value.startswith(NO_YEAR) else ""


def say_date(value: str) -> str:
    """A date as it is read: "2005-06-23" as it is, and "June 23" for "--06-23", of which the year is not known."""
    found = re.fullmatch(rf"{NO_YEAR}(\d\d)-(\d\d)", value)
    return f"{calendar.month_name[int(found[1])]} {int(found[2])}" if found else value


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why.

    `missing` is True for a path that was named and is not there, `fault` where claimcheck itself failed on the file,
    and `passing` where it might be read another time.
    """

    file: str
    reason: str
    hint: str = ""
    missing: bool = False
    fault: bool = False
    passing: bool = False


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of every line's first character; lines end at newline characters."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return tuple(starts)
