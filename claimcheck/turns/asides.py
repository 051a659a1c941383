"""Lines between what people say: "(Laughter.)", "Break: [12:30]", sponsors, what the clerk did."""

from __future__ import annotations

import re
from enum import Enum

from claimcheck.model.document import Block, TurnKind
from claimcheck.turns.lexicon import label_words, narration

_BRACKETED = re.compile(r"[\[(*_>\s]*[\[(](?P<what>[^\])]{1,80})[\])][.\s*_]*$")
_LONGEST = 160


class Aside(Enum):
    """What a block is to the turn around it."""

    NONE = "speech, or a label"
    WITHIN = "no speech, and the turn goes on below it"
    ENDING = "no speech, and nobody's turn goes on below it"


def judge_block(block: Block) -> Aside:
    """Whether a block without a label is speech: "(Laughter.)" is not, and the speaker goes on."""
    text = block.text.strip()
    if block.label or block.kind is not TurnKind.PROSE:
        return Aside.NONE
    if narration().match(text):
        return Aside.ENDING
    if block.runs_on:
        return Aside.NONE
    if not any(letter.isalnum() for letter in text) or _is_direction(text) or _is_section(text):
        return Aside.WITHIN
    return Aside.WITHIN if text[:_LONGEST].lower().startswith(label_words().sponsors) else Aside.NONE


def _is_section(text: str) -> bool:
    return text.lower().rstrip(".:") in label_words().sections


def _is_direction(text: str) -> bool:
    """Whether a line is a stage direction and no more, as "(Laughter.)" or "[Crosstalk]"."""
    match = _BRACKETED.match(text)
    if not match:
        return False
    words = re.findall(r"[^\W\d_][\w’'-]*", match["what"].lower())
    lexicon = label_words()
    known = sum(word in lexicon.directions for word in words)
    return bool(known) and all(word in lexicon.directions | lexicon.asides or known > 1 for word in words)
