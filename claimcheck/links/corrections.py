"""Figures that a speaker puts right: "we have 400 -- excuse me, 500 -- beds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import behind, between, pattern, word_count
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.slip import digits_of

_NEAR = 8
_PAUSE = re.compile(r"\s*(?:,|—|–|--|\.\.\.|…)\s*")
# "Three layers, excuse me, two of which are new": the second figure is of another thing.
_OF_THEM = re.compile(r"\s*of (?:which|them|these|those|whom)\b")


def link_corrections(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Two figures of one kind, side by side, with the words of a correction between them or one that is taken back."""
    for wrong, right in pairwise(turn):
        if is_taken_back(wrong, right):
            yield Link(
                LinkKind.CORRECTS, (wrong.claim, right.claim), ("wrong", "right"), 1.0, ("the speaker takes one back",)
            )
            continue
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


def is_taken_back(wrong: Aspect, right: Aspect) -> bool:
    """Whether a speaker says in the sentences of two figures that one was wrong: "I said 40, it is 4, I misspoke".

    Of more figures it is not clear which one is meant. "Sixty cents, sixty dollars" puts right without a word.
    """
    one, two = wrong.claim, right.claim
    if wrong.dimension != right.dimension or two.sentence_index - one.sentence_index > 1:
        return False
    if _is_put_right_at_once(one, two):
        return True
    if not any(pattern("<taken_back>").search(claim.sentence.lower()) for claim in (one, two)):
        return False
    others = {(wrong.dimension, claim.quantity.size) for claim in (one, two)}
    return all(figure in others for figure in wrong.beside | right.beside if figure[0] == wrong.dimension)


def _is_put_right_at_once(one: Claim, two: Claim) -> bool:
    """Whether a figure is followed at once by its own digits in another unit or scale."""
    if one.where != two.where or _PAUSE.fullmatch(between(one, two)) is None:
        return False
    digits = digits_of(one.quantity)
    # "5 percent, 50 percent" is a list.
    return len(digits) > 1 and digits == digits_of(two.quantity) and one.quantity.size != two.quantity.size
