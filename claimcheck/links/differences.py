"""What is left of one figure after another: "$541 million, with $643 million from sales less $102 million spent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, is_relative
from claimcheck.links.phrases import between, is_usable, pattern, word_count
from claimcheck.links.totals import total_of
from claimcheck.model.claim import Role
from claimcheck.model.link import Link

_LONGEST = 12


def link_differences(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """The rest that is named with a figure and what is taken from it; the first figure is what both add up to."""
    if index + 1 >= len(turn):
        return
    first, taken = turn[index], turn[index + 1]
    if not _is_pair(first, taken) or not _ends(between(first.claim, taken.claim), "less"):
        return
    if (
        index
        and _is_pair(turn[index - 1], first)
        and _ends(between(turn[index - 1].claim, first.claim), "difference_openers")
    ):
        yield total_of(first, (turn[index - 1], taken), "the second figure less the third is the first")
    elif index + 2 < len(turn):
        rest = turn[index + 2]
        if _is_pair(taken, rest) and _ends(between(taken.claim, rest.claim), "leaving"):
            yield total_of(first, (taken, rest), "the first figure less the second leaves the third")


def _is_pair(left: Aspect, right: Aspect) -> bool:
    return (
        left.dimension == right.dimension
        and left.claim.sentence_index == right.claim.sentence_index
        and is_usable(left)
        and is_usable(right)
        and not is_relative(left)
        and Role.CHANGE not in (left.claim.role, right.claim.role)
        and alike(left, right)
    )


def _ends(gap: str, row: str) -> bool:
    found = pattern(rf"<{row}>\s*(?:<leads>\s*)*(?:[a-z-]+\s+){{0,2}}$").search(gap)
    return found is not None and word_count(gap) <= _LONGEST
