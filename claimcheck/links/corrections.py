"""Figures that a speaker puts right: "we have 400 -- excuse me, 500 -- beds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import behind, between, pattern, word_count
from claimcheck.model.claim import Modality
from claimcheck.model.link import Link, LinkKind

_NEAR = 8
# "Three layers, excuse me, two of which are new": the second figure is of another thing.
_OF_THEM = re.compile(r"\s*of (?:which|them|these|those|whom)\b")


def link_corrections(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Two figures of one kind, side by side, with the words of a correction between them."""
    for wrong, right in pairwise(turn):
        if wrong.claim.where != right.claim.where or wrong.dimension != right.dimension:
            continue
        gap = between(wrong.claim, right.claim)
        alone = pattern(r"[^a-z]*(?:no,?\s+)?<correcting>[^a-z]*(?:<leads>\s*)*").fullmatch(gap)
        if not alone and Modality.CORRECTED not in (wrong.claim.modality, right.claim.modality):
            continue
        found = pattern(r"(?:,|—|–|--|-|\.\.\.|…|\()\s*(?:no,?\s+)?<correcting>\b").search(gap)
        if found and word_count(gap) <= _NEAR and not _OF_THEM.match(behind(right.claim)):
            yield Link(
                LinkKind.CORRECTS, (wrong.claim, right.claim), ("wrong", "right"), 1.0, ("the speaker puts it right",)
            )
