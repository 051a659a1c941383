"""A change and its two levels: "up 21% to $650 million, compared to $509 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.frames import Placed, Slot, place_figures
from claimcheck.links.phrases import behind, pattern, word_count
from claimcheck.model.claim import Claim, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

# The orders in which speech gives a move; D the difference, C its relative size.
_ORDERS = re.compile(
    r"(?:(?<=[DC])F|L)(?:DC|CD|C|D)F"
    r"|(?:DC|CD|C|D)TF|(?:DC|CD|C|D)FT|FT(?:DC|CD|C|D)|L(?:DC|CD)|(?:DC|CD)T|TF(?:DC|CD|C|D)|LF(?:DC|CD|C|D)"
)
LEVELS = frozenset({Slot.FROM, Slot.TO, Slot.LEVEL})
# Between a level and its size no other subject comes in: " for the quarter, which was an increase of ".
_SIZED = (
    r"^[^,;:]{0,70}?(?:,|\(|–|—|-)?\s*(?:and\s+)?(?:(?:or|which|that|this|it)\s+)?(?:(?:is|was|were|are|has|have|had)\s+)?"
    r"(?:been\s+)?(?:[a-z]+ly\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+)?<moving>\s*(?:(?:by|of|an?|in|about|over|<moving>|<leads>)\s*)*$"
)
_AND_A_MOVE = r",?\s*(?:and|or)\s+(?:is\s+|was\s+)?(?:an?\s+)<change_nouns>\s+of\s+(?:<leads>\s*)*"
# Between a level and its size a ratio may be named: "$650 million, a book-to-bill of 1.3 and a rise of 21%".
_RATIO = re.compile(r"\s*(?:,|of|with|at|for|and|\s)*(?:a|an|the)\s+[a-z-]+(?:\s[a-z-]+)?\s+of\s+")
_LONGEST = 18
_NEXT = 8
_RATIO_LIMIT = 10
TIMES = frozenset({Kind.DURATION, Kind.AGE})


def link_changes(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The changes that a turn gives together with their levels.

    Which size belongs to which levels is told by their order: the figures of a move stand side by side. A size
    with a basis of its own ("organic growth of 4%") and "respectively" are left alone.
    """
    sentences = [
        [aspect.claim for aspect in said if aspect.claim.modality in COMPARABLE]
        for _, said in groupby(turn, key=lambda aspect: aspect.claim.sentence_index)
    ]
    for at, claims in enumerate(sentences):
        if not claims:
            continue
        following = sentences[at + 1] if at + 1 < len(sentences) else []
        placed = place_figures(claims)
        earlier = _said_next(claims[-1], following)
        if earlier is not None and placed[-1].slot is not Slot.FROM:
            placed.append(Placed(earlier, Slot.FROM, " compared to "))
        yield from _moves([one for at, one in enumerate(placed) if not _is_aside(placed, at)])


def _moves(placed: Sequence[Placed]) -> Iterator[Link]:
    for found in _ORDERS.finditer("".join(one.slot for one in placed)):
        figures = placed[found.start() : found.end()]
        rest = behind(figures[-1].claim)
        if _is_one_move(figures, rest):
            roles = {Slot.FROM: "from", Slot.TO: "to", Slot.LEVEL: "to", Slot.SIZE: "change", Slot.DIFFERENCE: "change"}
            named = sorted(figures, key=lambda one: ("from", "to", "change").index(roles[one.slot]))
            yield Link(
                LinkKind.CHANGE_OF,
                tuple(one.claim for one in named),
                tuple(roles[one.slot] for one in named),
                1.0,
                ("a rise or fall with its levels" if len(named) > 2 else "a rise or fall", "figures side by side"),
            )


def _is_aside(placed: Sequence[Placed], at: int) -> bool:
    """Whether a figure is none of a move: a duration, or a ratio named between a level and its size."""
    one = placed[at]
    if one.slot is not Slot.LEVEL or at == 0 or at + 1 == len(placed):
        return one.slot is Slot.OTHER
    sized = placed[at - 1].slot is Slot.LEVEL and placed[at + 1].slot is Slot.SIZE
    bare = (
        one.claim.quantity.kind is Kind.COUNT
        and one.claim.quantity.dimension != placed[at - 1].claim.quantity.dimension
    )
    return sized and bare and one.claim.quantity.high < _RATIO_LIMIT and _RATIO.fullmatch(one.gap) is not None


def _is_one_move(figures: Sequence[Placed], rest: str) -> bool:
    """Whether figures in the order of a move are one: of one kind, on one basis, with nothing else between."""
    levels = [one.claim for one in figures if one.slot in (Slot.FROM, Slot.TO, Slot.LEVEL)]
    sizes = [one.claim for one in figures if one.slot is Slot.SIZE]
    amounts = levels + [one.claim for one in figures if one.slot is Slot.DIFFERENCE]
    if len({(claim.quantity.dimension, claim.quantity.unit == "") for claim in amounts}) != 1:
        return False
    if any(claim.quantity.is_range or claim.quantity.kind is Kind.MULTIPLE for claim in levels):
        return False
    if any(
        size.quantity.kind is Kind.POINT and level.quantity.kind is not Kind.PERCENT
        for size in sizes
        for level in levels
    ):
        return False
    if not _same_noun(levels) or not _same_size(levels):
        return False
    lead, gaps = figures[0].gap, [one.gap for one in figures[1:]]
    size_at = next(i for kind in (Slot.SIZE, Slot.DIFFERENCE) for i, one in enumerate(figures) if one.slot is kind)
    clause = re.split(r"[.;:]", lead)[-1]
    around = " ".join([clause if figures[0].slot is not Slot.LEVEL else "", *gaps, _clause_end(rest)])
    if pattern("<other_bases>|<expectations>").search(around) or pattern("<several>").search(clause):
        return False
    if any(
        word_count(gap) > _LONGEST or ";" in gap or (pattern("<turns>").search(gap) and not _goes_on(gap))
        for gap in gaps
    ):
        return False
    for left, right in pairwise(figures):
        sizes_level = left.slot in LEVELS and right.slot not in LEVELS
        if sizes_level and not pattern(_SIZED).search(right.gap):
            return False
    behind_size = gaps[size_at] if size_at < len(gaps) else rest
    if _is_of_another(levels[0], figures[size_at].gap, behind_size):
        return False
    return not _mixes_bases(behind_size, rest)


def _is_of_another(level: Claim, left: str, right: str) -> bool:
    """Whether a size is said to be of another thing: "EPS of $1.13 against $1.05, a 13% rise in income"."""
    found = pattern(r"^\s*(?:[a-z-]+\s+)?<change_nouns>\s+(?:in|of)\s+((?:[\w’'-]+\s*){1,6})").match(right)
    if found is None and pattern(_AND_A_MOVE).fullmatch(left):
        found = re.match(r"^\s*in\s+((?:[\w’'-]+\s*){1,6})", right)
    if found is None:
        return False
    return not {word.rstrip("s") for word in found[1].split()} & {word.rstrip("s") for word in level.measure}


def _goes_on(gap: str) -> bool:
    """Whether words between two figures of a move begin no other thing: " or ", " and an increase of "."""
    return word_count(gap) <= 2 or bool(pattern(_AND_A_MOVE).fullmatch(gap))


def _clause_end(rest: str) -> str:
    return re.split(r"[.;:,]|\band\b", rest)[0]


def _mixes_bases(beside_size: str, rest: str) -> bool:
    """Whether the size is over a year and the earlier level of last quarter: "up 10% from last year ... $88 in Q2"."""
    size = pattern("<from_words>").split(beside_size)[0]
    return bool(
        pattern("<year_ago>").search(size)
        and pattern("^[^.;,]*<quarter_ago>").search(rest)
        and not pattern("^[^.;,]*<year_ago>").search(rest)
    )


def _same_noun(levels: Sequence[Claim]) -> bool:
    """Whether levels may be of one thing: equal nouns, or one left out."""
    if levels[0].quantity.kind is not Kind.COUNT:
        return True
    heads = {level.head for level in levels if level.head}
    return len(heads) < 2


def _same_size(levels: Sequence[Claim]) -> bool:
    """Whether levels are of one size class: "$1.21" of a share is no level beside "$93 million"."""
    low, high = min(abs(level.quantity.low) for level in levels), max(abs(level.quantity.low) for level in levels)
    return not levels[0].quantity.dimension.startswith("money") or high < 100_000 or low >= 10_000


def _said_next(last: Claim, following: Sequence[Claim]) -> Claim | None:
    """The earlier level in the next sentence: "That compares with $509 million last year"."""
    if not following or following[0].sentence_index != last.sentence_index + 1:
        return None
    first = following[0]
    lead = first.sentence[: first.at].lower().rstrip("$€£ ")
    opens = pattern(r"^\W*(?:and\s+)?<next_from>\b").match(lead)
    return (
        first
        if opens and word_count(lead) <= _NEXT and first.role is Role.LEVEL and first.quantity.kind not in TIMES
        else None
    )
