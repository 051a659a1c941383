"""Names on lines of their own: "Anna Berg - Tram Co.", and below it what she says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.document import Block, TurnKind
from claimcheck.turns.evidence import Vocabulary, name_words
from claimcheck.turns.forms import LONGEST_LABEL, Label, looks_like_name

# "Q - Bo Lind", "Bo Lind  0:12", "Bo Lind (00:12):".
_ASKED = re.compile(r"[QA]\s[-–—]\s")
_CLOCK = re.compile(r"\s+[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?:?$")
_DASH = re.compile(r"\s[-–—]+\s")
_LONGEST_TAIL = 120
# A document that labels so does it throughout.
_LEAST_USES = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may name a speaker: the label as it stands there, and the name alone."""

    label: str
    name: str


def find_own_lines(blocks: Sequence[Block], found: Sequence[Label | None], words: Vocabulary) -> dict[int, Label]:
    """The labels on lines of their own, by the index of their block; none where the document has no such manner."""
    lines = [
        _name_line(block) if one is None or (one.style == "query" and _ASKED.match(block.text)) else None
        for block, one in zip(blocks, found, strict=True)
    ]
    followed = {at: line for at, line in enumerate(lines) if line and _may_be_followed(blocks, lines, at)}
    counts = Counter(line.name for at, line in followed.items() if _reads_as_speech(blocks[at + 1]))
    uses = sum(count for name, count in counts.items() if count > 1 and _is_whole(name))
    dense = uses > 1 and counts.total() > 2 and 3 * counts.total() >= len(blocks)
    if uses < _LEAST_USES and not dense:
        return {}
    return {
        at: Label(line.label, "own line", len(blocks[at].text))
        for at, line in followed.items()
        if _is_speaker(line.name, counts, words) and (counts[line.name] > 1 or _reads_as_speech(blocks[at + 1]))
    }


def _is_speaker(name: str, counts: Counter[str], words: Vocabulary) -> bool:
    if _is_whole(name):
        return counts[name] > 1 or not words.is_ordinary(name)
    return counts[name] > 1 and not words.is_ordinary(name) and words.mentions(name)


def _is_whole(name: str) -> bool:
    """Whether it is more than a first name: "Anna Berg", "Operator"; "Outlook" may be a heading."""
    return " " in name or not name_words(name)


def find_cast(blocks: Sequence[Block], labels: Sequence[Label | None]) -> dict[int, str]:
    """The lines of a list of participants above the first label, by the index of their block.

    "Anna Berg - Tram Co." in such a list tells for whom she speaks; it opens no turn.
    """
    first = next((at for at, one in enumerate(labels) if one), 0)
    if not labels or not first:
        return {}
    lines = {at: line.label for at in range(first) if (line := _name_line(blocks[at], alone=False))}
    return lines if len(lines) > 1 else {}


def _name_line(block: Block, *, alone: bool = True) -> _Line | None:
    text = block.text.strip()
    if block.label or block.lead or len(text) > LONGEST_LABEL + _LONGEST_TAIL or (alone and text[-1:] in "!?;,…"):
        return None
    if block.kind is TurnKind.METADATA and alone:
        return None
    label = _CLOCK.sub("", text)
    asked = _ASKED.match(label)
    name, *tail = _DASH.split(label[asked.end() :] if asked else label, maxsplit=1)
    name = name.strip().rstrip(":")
    if not tail and label[-1:] in ".:" and not re.search(r"\b(?:[A-Z]|Jr|Sr|Inc|Co)\.$", label):
        return None
    if not looks_like_name(name):
        return None
    return _Line(label.rstrip(":"), name)


def _may_be_followed(blocks: Sequence[Block], lines: Sequence[_Line | None], at: int) -> bool:
    """Whether what stands below a line may be speech, and not the next line of a list."""
    if at + 1 >= len(blocks) or lines[at + 1] is not None or blocks[at + 1].kind is not TurnKind.PROSE:
        return False
    return not blocks[at + 1].text.lstrip("\"“‘'([.…—–- ")[:1].islower()


def _reads_as_speech(block: Block) -> bool:
    return bool(re.search(r"[.?!…—–\-\])\"”]$", block.text.strip())) or len(block.text.split()) > 6
