"""A figure that is said again at once: "5,000 kilograms ... Five tons!", "42 kilometres, or 26 miles"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import between, is_usable
from claimcheck.links.scale import pin_hedge
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound

_FRAGMENT = 9
_AGAIN = re.compile(
    r"\s*(?:of [a-z -]{1,30})?(?:long|wide|high|deep|tall|away)?"
    r"(?:,|\(|–|—|--|or|that is|i\.e\.|in other words|[\s])+"
    r"(?:about|over|around|some|nearly|almost|roughly|more than)?\s*"
)
_JOINS = re.compile(r"[,(–—]|--|\b(?:or|that is|i\.e\.|in other words)")


def link_restated(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """The figure before, when the words of this one say it again in another unit."""
    again = turn[index]
    if index == 0 or not is_usable(again) or "of them" in again.claim.signals:
        return
    first = turn[index - 1]
    distance = again.claim.sentence_index - first.claim.sentence_index
    if (
        first.dimension != again.dimension
        or first.dimension in ("count", "percent", "time", "")
        or not is_usable(first)
    ):
        return
    same_unit = first.claim.quantity.unit == again.claim.quantity.unit
    gap = between(first.claim, again.claim)
    if distance == 1 and _is_fragment(again.claim) and (not same_unit or _echoes(first.claim, again.claim)):
        yield _again(first, again, "a short sentence says the figure again")
    elif distance == 0 and not same_unit and _AGAIN.fullmatch(gap) and _JOINS.search(gap):
        yield _again(first, again, "the figure is given again in another unit")


def _is_fragment(claim: Claim) -> bool:
    return len(claim.sentence.split()) <= _FRAGMENT and not claim.event


def _echoes(first: Claim, again: Claim) -> bool:
    """Whether a fragment opens with the figure under the same hedge: "over 5 tons were seized. Over 5 tons!"."""
    opens = len(again.sentence[: again.at].split()) <= 2
    return opens and again.sentence.endswith("!") and first.quantity.hedge == again.quantity.hedge


def _again(first: Aspect, again: Aspect, reason: str) -> Link:
    claims = (first.claim, again.claim)
    if all(claim.quantity.bound in (Bound.OVER, Bound.AT_LEAST) for claim in claims):
        # "Over 5 ... over 5!" names one amount twice: each hedge reaches to the next step of its size only.
        claims = (pin_hedge(first.claim), pin_hedge(again.claim))
    return Link(LinkKind.RESTATES, claims, ("first", "second"), 1.0, (reason,))
