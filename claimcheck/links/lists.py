"""Lists of figures: "$52 million of cash and $350 million of credit", as far as they go on."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import between, is_usable, pattern, word_count
from claimcheck.model.claim import Role
from claimcheck.model.quantity import Kind

_LONGEST_ITEM = 16
_RELATIVE = frozenset({Kind.PERCENT, Kind.POINT, Kind.MULTIPLE})


def list_after(turn: Sequence[Aspect], first: int) -> list[Aspect]:
    """The figures of the list that begins at `first`: each joined to the one before, all of one dimension."""
    found = [turn[first]]
    for item in turn[first + 1 :]:
        if not follows(found[-1], item):
            break
        found.append(item)
    return found


def list_before(turn: Sequence[Aspect], last: int) -> list[Aspect]:
    """The figures of the list that ends at `last`, in text order."""
    found = [turn[last]]
    for item in reversed(turn[:last]):
        if not follows(item, found[0]):
            break
        found.insert(0, item)
    return found


def follows(left: Aspect, right: Aspect) -> bool:
    """Whether a figure is the next of a list: " of cash and roughly " lies between them."""
    if left.dimension != right.dimension or not is_usable(left) or not is_usable(right):
        return False
    if Role.CHANGE in (left.claim.role, right.claim.role) or left.claim.quantity.is_range:
        return False
    distance = right.claim.sentence_index - left.claim.sentence_index
    gap = between(left.claim, right.claim)
    if distance > 1 or (distance == 1 and not left.claim.sentence.rstrip().endswith(";")):
        return False
    if word_count(gap) > _LONGEST_ITEM or pattern("<breaks>").search(gap):
        return False
    return bool(pattern(r"<joins>\s*(?:(?:<leads>|,)\s*)*$").search(gap)) and ":" not in gap


def alike(left: Aspect, right: Aspect) -> bool:
    """Whether two figures are of one size class: "$0.33" and "$16 million" are not, one is for a share."""
    low, high = sorted((abs(left.claim.quantity.high), abs(right.claim.quantity.high)))
    return not left.dimension.startswith("money") or high < 100_000 or low >= 10_000


def is_relative(aspect: Aspect) -> bool:
    """Whether a figure is a percentage, points or a factor."""
    return aspect.claim.quantity.kind in _RELATIVE
