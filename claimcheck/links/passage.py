"""Relations that a passage itself states: parts and their total, parts of a whole, a figure said again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.lexicon import lexicon
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

# Sums are said in one breath: further back than this a "these" points elsewhere.
_REACH = 3
_FRAGMENT = 9
# "12 of those 14 children": here the whole comes behind its part.
_OF_THE_NEXT = re.compile(r"\s*(?:out )?of (?:these|those)\s*")
_OPENER = re.compile(r"\b(?:including|includes|included|of which|of them|of these|of those|of whom)\b")
_SUMMING = frozenset({"these", "total", "sum", "that is"})


def link_passages(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The links that the words of one turn state; `turn` holds its claims in text order."""
    for index, aspect in enumerate(turn):
        yield from _total(turn, index, aspect)
        yield from _parts(turn, index, aspect)
        yield from _restated(turn, index, aspect)


def _total(turn: Sequence[Aspect], index: int, total: Aspect) -> Iterator[Link]:
    """ "29 draft laws ... another 13 ... these 43 laws": what was added up, and the sum that is drawn."""
    if (
        "respectively" in total.claim.sentence
        or not total.claim.signals & _SUMMING
        or "another" in total.claim.signals
        or not _usable(total)
    ):
        return
    parts: list[Aspect] = []
    nearest = next((before for before in reversed(turn[:index]) if _addable(before, total)), None)
    chained = nearest is not None and "another" in nearest.claim.signals
    pointed = "sum" in total.claim.signals or ("these" in total.claim.signals and total.dimension != "count")
    listed = pointed and not chained
    for before in reversed(turn[:index]):
        if listed and (before.claim.role is Role.CHANGE or before.claim.signals & _SUMMING):
            break
        if listed and parts and before.claim.sentence_index != parts[0].claim.sentence_index:
            break
        if total.claim.sentence_index - before.claim.sentence_index > _REACH:
            break
        if not _addable(before, total):
            if parts and before.dimension == total.dimension:
                break
            continue
        parts.append(before)
        if "another" not in before.claim.signals and not listed:
            break
    if len(parts) < 2 or ("another" not in parts[0].claim.signals and not listed):
        return
    if any(part.claim.quantity.low > total.claim.quantity.high for part in parts):
        return
    claims = (total, *reversed(parts))
    yield Link(
        LinkKind.TOTAL_OF,
        tuple(aspect.claim for aspect in claims),
        ("total", *["part"] * len(parts)),
        1.0,
        (
            "the figures before are a list" if listed else '"another" adds to the figure before',
            f'"{min(total.claim.signals & _SUMMING)}" sums them up',
        ),
    )


def _parts(turn: Sequence[Aspect], index: int, part: Aspect) -> Iterator[Link]:
    """ "45 tons of drugs. Of them, 23 tons were heroin": a figure said to be inside the one before."""
    opened = part.claim.signals & {"of them", "including"}
    if not opened or not _usable(part) or index == 0 or part.dimension == "percent":
        return
    if "another" in part.claim.signals:
        return
    siblings = [part]
    whole: Aspect | None = None
    for before in reversed(turn[:index]):
        reach = 1 if "of them" in opened else 0
        if part.claim.sentence_index - before.claim.sentence_index > reach or not _usable(before):
            break
        if before.dimension != part.dimension:
            continue
        same_list = before.claim.sentence_index == part.claim.sentence_index and before.claim.signals & opened
        if same_list and not _OPENER.search(_between(before, part)):
            siblings.append(before)
            continue
        whole = before
        break
    if whole is None or whole.claim.role is Role.CHANGE:
        return
    if _OF_THE_NEXT.fullmatch(_between(whole, part)):
        whole, part = part, whole
        siblings.append(whole)
    elif part.dimension == "count" and not _counts_alike(whole, part):
        return
    yield Link(
        LinkKind.PART_OF,
        (whole.claim, part.claim),
        ("whole", "part"),
        1.0,
        (f'"{min(opened)}" opens a part of it',),
    )
    following = [a for a in turn[index + 1 :] if a.claim.sentence_index == part.claim.sentence_index]
    rest = [a for a in following if a.dimension == part.dimension and _usable(a)]
    if len(rest) == 1 and len(siblings) == 1 and re.search(r"\band\b", _between(part, rest[0])):
        yield Link(
            LinkKind.PART_OF,
            (whole.claim, part.claim, rest[0].claim),
            ("whole", "part", "part"),
            1.0,
            (f'"{min(opened)}" opens a list of its parts',),
        )


def _restated(turn: Sequence[Aspect], index: int, again: Aspect) -> Iterator[Link]:
    """ "Over 5,000 kilograms were seized. Over five tons!": the same figure in another unit or in words."""
    if index == 0 or not _usable(again):
        return
    before = turn[index - 1]
    distance = again.claim.sentence_index - before.claim.sentence_index
    if (
        before.dimension != again.dimension
        or before.dimension in ("count", "percent", "time", "")
        or not _usable(before)
    ):
        return
    short = len(again.claim.sentence.split()) <= _FRAGMENT and not again.claim.event
    same_unit = before.claim.quantity.unit == again.claim.quantity.unit
    if distance == 1 and short and not same_unit:
        yield _again(before, again, "a short sentence says the figure again")
    elif (
        distance == 0
        and not same_unit
        and re.fullmatch(
            r"\s*(?:of [a-z -]{1,30})?(?:long|wide|high|deep|tall|away)?"
            r"(?:,|\(|–|—|--|or|that is|i\.e\.|in other words|[\s])+"
            r"(?:about|over|around|some|nearly|almost|roughly|more than)?\s*",
            _between(before, again),
        )
        and _between(before, again).strip()
    ):
        yield _again(before, again, "the figure is given again in another unit")


def _again(before: Aspect, again: Aspect, reason: str) -> Link:
    return Link(LinkKind.RESTATES, (before.claim, again.claim), ("first", "second"), 1.0, (reason,))


def _usable(aspect: Aspect) -> bool:
    return aspect.claim.modality in COMPARABLE and not aspect.claim.quantity.vague


def _addable(part: Aspect, total: Aspect) -> bool:
    if part.dimension != total.dimension or not _usable(part) or part.claim.quantity.kind is Kind.MULTIPLE:
        return False
    # "Another 6 start in autumn" counts what was counted before, whatever its own words.
    return part.dimension != "count" or "another" in part.claim.signals or _counts_alike(total, part)


def _counts_alike(whole: Aspect, part: Aspect) -> bool:
    """Whether two counts may be of one kind: laws and draft laws, but not laws and presidents."""
    if not part.heads or not whole.heads or part.heads & whole.heads:
        return True
    kin = lexicon().kin
    return bool({kin.get(head, head) for head in part.heads} & {kin.get(head, head) for head in whole.heads})


def _between(left: Aspect, right: Aspect) -> str:
    start = left.claim.at + len(left.claim.quantity.text)
    return left.claim.sentence[start : right.claim.at].lower()
