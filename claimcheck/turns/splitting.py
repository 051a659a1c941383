"""From blocks to turns: paragraphs without a label go on in the turn before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.model.document import Block, Document, Segment, Turn, TurnKind
from claimcheck.turns.asides import Aside, judge_block
from claimcheck.turns.forms import is_break
from claimcheck.turns.labels import Label, find_labels
from claimcheck.turns.own_line import find_cast

_NO_SPEECH = (TurnKind.HEADING, TurnKind.METADATA)


@dataclass(slots=True)
class _Draft:
    kind: TurnKind
    label: str = ""
    heading: str = ""
    text: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0

    def add(self, block: Block, begin: int) -> None:
        piece = block.text[begin:]
        if not piece:
            return
        if self.length:
            self.text.append(" " if block.runs_on else "\n")
            self.length += 1
        for segment in block.segments:
            cut = max(0, begin - segment.at)
            if cut < segment.length:
                self.segments.append(
                    Segment(self.length + max(0, segment.at - begin), segment.start + cut, segment.length - cut)
                )
        self.text.append(piece)
        self.length += len(piece)


def split_turns(document: Document) -> tuple[list[Turn], tuple[str, ...]]:
    """The turns of a document, still without speakers, and its list of participants, if it has one.

    "ANNA: 12 buses" is a turn labelled "ANNA".
    """
    labels = find_labels(document.blocks)
    cast = find_cast(document.blocks, labels)
    drafts = _drafts(document.blocks, labels, cast)
    return [_turn(index, draft) for index, draft in enumerate(drafts)], tuple(cast.values())


def _drafts(blocks: Sequence[Block], labels: Sequence[Label | None], cast: Mapping[int, str]) -> list[_Draft]:
    """One draft a turn, heading or note; what stands between two paragraphs of a turn does not end it."""
    drafts: list[_Draft] = []
    heading = label = ""
    paused = False
    open_turn: _Draft | None = None
    for at, (block, found) in enumerate(zip(blocks, labels, strict=True)):
        if found is not None and is_break(found.name):
            found, paused = None, True
        elif found is not None:
            paused = False
        aside = Aside.WITHIN if paused or at in cast else judge_block(block) if found is None else Aside.NONE
        if found is None and (block.kind in _NO_SPEECH or aside is Aside.WITHIN):
            kind = block.kind if block.kind in _NO_SPEECH else TurnKind.METADATA
            drafts.append(_Draft(kind, heading=heading))
            drafts[-1].add(block, 0)
            if block.kind is TurnKind.HEADING:
                heading = block.text
            if block.kind in _NO_SPEECH:
                open_turn = None
            continue
        if aside is Aside.ENDING:
            label, open_turn = "", None
        same = found is not None and found.style == "format" and not block.new_turn and found.name == label
        if found is not None and not same:
            label, open_turn = found.name, None
        if open_turn is None:
            open_turn = _Draft(TurnKind.SPEECH if label else TurnKind.PROSE, label, heading)
            drafts.append(open_turn)
        open_turn.add(block, found.end if found else 0)
    return [draft for draft in drafts if draft.segments]


def _turn(index: int, draft: _Draft) -> Turn:
    last = draft.segments[-1]
    return Turn(
        index=index,
        text="".join(draft.text),
        start=draft.segments[0].start,
        end=last.start + last.length,
        segments=tuple(draft.segments),
        kind=draft.kind,
        label=draft.label,
        heading=draft.heading,
    )
