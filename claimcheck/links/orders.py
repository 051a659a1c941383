"""Two figures of which one is said to be the greater: "fell from 15 to 12", "45 trees, more than last year's 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.frames import FILLER, RELATIVE, Placed, Slot, place_figures
from claimcheck.links.phrases import pattern, word_count
from claimcheck.model.claim import Claim, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

# "down slightly from", "fell for the third month from": the move, then its first level.
_MOVE = r"\b(?:(<rising>)|(<falling>))(?:\s+[a-z-]+){0,4}?\s+from\s+(?:(?:<leads>|<named>)\s*)*$"
_BEHIND = r"^\s*(?:[a-z’'-]+\s+){0,4}?[a-z’'-]*\s*"
# ", up from last year's": the later level stands before.
_UP_FROM = (
    _BEHIND + r"(?:,|\(|—|–|--)\s*(?:<linking>\s+)*(?:[a-z]+ly\s+)?(?:(<rising>)|(<falling>))"
    r"(?:\s+(?:[a-z]+ly|a bit|a little|only|just))?\s+from\s+(?:(?:<leads>|<named>|year[’']s)\s*)*$"
)
_THAN = (
    _BEHIND + r"(?:,|\(|—|–|--)?\s*(?:<linking>\s+)*(?:[a-z]+ly\s+|much\s+|far\s+|well\s+|even\s+)?"
    rf"(?:(<above>)|(<below>))\s+<named>\s+{FILLER}{{0,5}}$"
)
_EXTREME = r"\b(?:(<highest>)|(<lowest>))\s+(?:[a-z]+\s+){0,2}?(?:of|was|is|at|being)\s+$"
_NEAR = 12
# Figures that lie further apart are of two things.
_FURTHEST = Decimal(4)
# "Anywhere from 5 to 10" is a range, and so may "down from 70% to 90%" be.
_RANGE = re.compile(r"\b(?:anywhere|range[sd]?|ranging|by|between)\s+(?:[a-z]+\s+)?from\s+$")
_MAY_BE_RANGE = frozenset({"up", "down", "higher", "lower"})
_UNORDERED = frozenset({Kind.POINT, Kind.DURATION, Kind.AGE})


def link_orders(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The pairs of figures of one sentence of which its words say which is the greater."""
    for _, said in groupby(turn, key=lambda aspect: aspect.claim.sentence_index):
        claims = [aspect.claim for aspect in said if aspect.claim.modality in COMPARABLE]
        if not claims or pattern(r"\b(?:respectively|<taken_back>)\b").search(claims[0].sentence.lower()):
            continue
        placed = place_figures(claims)
        for at, (left, right) in enumerate(pairwise(placed)):
            found = _moved(left, right) or _compared(placed, at) or _extremes(left, right)
            if found and _may_be_one(left.claim, right.claim) and not _is_of_an_earlier(placed, at):
                greater, lesser, word = found
                yield Link(
                    LinkKind.ORDER_OF,
                    (greater, lesser),
                    ("greater", "lesser"),
                    1.0,
                    (f'"{word}" says which is greater',),
                )


def _moved(left: Placed, right: Placed) -> tuple[Claim, Claim, str] | None:
    """ "Fell from 15 to 12": the first is the greater."""
    if left.slot is not Slot.FROM or right.gap.split() != ["to"]:
        return None
    found = pattern(_MOVE).search(left.gap)
    if found is None or _RANGE.search(left.gap) or (found[1] or found[2]) in _MAY_BE_RANGE:
        return None
    if pattern("<rising>").search(left.gap) and pattern("<falling>").search(left.gap):
        return None  # "we cut the growth of costs from 3.9% to 3.7%"
    return _pair(right.claim, left.claim, found)


def _compared(placed: Sequence[Placed], at: int) -> tuple[Claim, Claim, str] | None:
    """ "45 trees, up from 40", "45 trees, more than last year's 40": the first is the greater."""
    left, right = placed[at], placed[at + 1]
    found = pattern(_UP_FROM).search(right.gap) or pattern(_THAN).search(right.gap)
    if found is None or left.claim.role is Role.CHANGE or left.claim.trend or left.slot is Slot.FROM:
        return None
    if left.claim.quantity.kind in RELATIVE and pattern(r"^\s*(?:<above>|<below>)").match(right.gap):
        return None  # "10% above our target of 20%"
    return _pair(left.claim, right.claim, found)


def _extremes(left: Placed, right: Placed) -> tuple[Claim, Claim, str] | None:
    """ "Between a low of 40 and a high of 55": the second is the greater."""
    one, other = pattern(_EXTREME).search(left.gap), pattern(_EXTREME).search(right.gap)
    if one is None or other is None or bool(one[1]) == bool(other[1]) or word_count(right.gap) > _NEAR:
        return None
    greater, lesser = (left, right) if one[1] else (right, left)
    return greater.claim, lesser.claim, (one if one[1] else other)[1]


def _pair(later: Claim, earlier: Claim, found: re.Match[str]) -> tuple[Claim, Claim, str]:
    return (later, earlier, found[1]) if found[1] else (earlier, later, found[2])


def _may_be_one(left: Claim, right: Claim) -> bool:
    """Whether two figures may be levels of one thing: of one unit, noun and size."""
    one, other = left.quantity, right.quantity
    if Role.CHANGE in (left.role, right.role) or one.is_range or other.is_range or one.vague or other.vague:
        return False
    if one.kind is not other.kind or one.dimension != other.dimension or one.kind in _UNORDERED:
        return False
    if one.low <= 0 or other.low <= 0:
        return False
    if one.kind is Kind.COUNT and left.counted and right.counted and left.counted != right.counted:
        return False
    low, high = sorted((one.size, other.size))
    return high <= low * _FURTHEST


def _is_of_an_earlier(placed: Sequence[Placed], at: int) -> bool:
    """Whether the second figure may go with one before: "500 shops in 440 towns, up from 450 last year"."""
    if placed[at].slot is Slot.FROM:
        return False
    later = placed[at + 1].claim.quantity
    kinds = [(one.claim.quantity.kind, one.claim.quantity.dimension) for one in placed[:at]]
    return (later.kind, later.dimension) in kinds
