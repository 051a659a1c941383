"""Captions and recognised words, joined to the paragraphs they were cut from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model.document import Block
from claimcheck.read.cells import Cell, add_cell
from claimcheck.read.pieces import Gatherer

# Silence that parts paragraphs: after a sentence, and where nothing shows sentences.
PAUSE = 2.0
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
# "Anna Berg: ", as captions without voices name who speaks; whether it is a name is decided later.
_LABEL = re.compile(r"[^\W\d_][^:\n?!]{0,88}:(?:\s|$)|\[[^\W\d_][^\]\n]{0,88}\]\s*\S")


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption, a recognised segment or word: what is said, by which voice, from which second on.

    `glued` follows the words before without a space, as a comma does; `opens` begins a new turn.
    """

    cell: Cell
    label: str = ""
    start: float | None = None
    end: float | None = None
    glued: bool = False
    opens: bool = False


def join_cues(cues: Iterable[Cue]) -> list[Block]:
    """The paragraphs of captions: "We sold 12" and "million litres." of one voice are one sentence."""
    return list(_join(cues))


def _join(cues: Iterable[Cue]) -> Iterator[Block]:
    gatherer = Gatherer()
    label, until = "", None
    new_turn, runs_on = True, False
    for cue in cues:
        tail = gatherer.parts[-1] if gatherer.parts else ""
        ended = not tail or _SENTENCE_END.search(tail[-8:]) is not None
        silence = cue.start - until if cue.start is not None and until is not None else 0.0
        other = cue.label != label or cue.opens
        labelled = _LABEL.match(cue.cell.text.lstrip()) is not None and not cue.label
        parted = other or (silence >= PAUSE and (ended or silence >= 2 * PAUSE))
        if gatherer.length and (parted or labelled):
            block = gatherer.block(label=label, new_turn=new_turn, runs_on=runs_on)
            if block:
                yield block
            gatherer, new_turn, runs_on = Gatherer(), other, not parted and not ended
        if not gatherer.length and other:
            new_turn = True
        label = cue.label
        if not cue.glued:
            gatherer.break_word()
        add_cell(gatherer, cue.cell)
        until = cue.end if cue.end is not None else cue.start
    block = gatherer.block(label=label, new_turn=new_turn, runs_on=runs_on)
    if block:
        yield block


def name_voices(voices: Iterable[str]) -> dict[str, str]:
    """Labels for voices that are no names: F_S12 and F_S10 are "Speaker 1" and "Speaker 2", in their order."""
    distinct = list(dict.fromkeys(voice for voice in voices if voice))
    numbered = [voice for voice in distinct if _is_number(voice)]
    return {voice: f"Speaker {numbered.index(voice) + 1}" if voice in numbered else voice for voice in distinct}


def voice_notes(names: dict[str, str]) -> tuple[str, ...]:
    """What to say of numbered voices: "voices without names: F_S12 is Speaker 1"."""
    renamed = [f"{voice} is {name}" for voice, name in names.items() if voice != name]
    return (f"voices without names: {', '.join(renamed)}",) if renamed else ()


def clock(seconds: float) -> str:
    """Seconds as players show them: 3725.5 is "1:02:05"."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def moments(cues: Sequence[Cue]) -> list[tuple[int, str]]:
    """Where each cue stands in the file and when it is said, for whoever opens the recording."""
    return [(cue.cell.start, clock(cue.start)) for cue in cues if cue.start is not None and cue.cell.pieces]


def _is_number(voice: str) -> bool:
    if re.match(r"(?i)(?:spk|speaker)\b|(?:spk|speaker)[ _-]?\d", voice):
        return False
    return re.fullmatch(r"[A-Za-z]|[A-Za-z]{0,8}(?:[_-][A-Za-z]{0,8})?\d+|[0-9a-f-]{16,}", voice) is not None
