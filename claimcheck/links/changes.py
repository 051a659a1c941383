"""A change and its two levels: "up 21% to $650 million, compared to $509 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.model.claim import Claim, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_RELATIVE = frozenset({Kind.PERCENT, Kind.MULTIPLE, Kind.POINT})
_FROM = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|against|up from|down from|from|over (?:the|its|our|last|a))"
    r"\s*(?:the\s+)?(?:[a-z]+\s+){0,3}$"
)
_TO = re.compile(r"\b(?:to|totaled|totalled|reached|was|were|of|at|came to|hit|is)\s*(?:[a-z]+\s+){0,2}$")
_BY = re.compile(
    r"(?:\bby|\bincrease of|"
    r"\bdecrease of|\bgrowth of|\bdecline of|\brise of|\bup|\bdown|\bor|\(|,)\s*(?:an?\s+)?(?:\w+\s+)?$"
)
_SOFT = re.compile(
    r"\b(?:respectively|both|excluding|organic(?:ally)?|constant currency|pro forma|on average|sequentially)\b"
)


def link_changes(sentence: Sequence[Aspect]) -> Iterator[Link]:
    """The changes that one sentence gives together with their levels.

    Sentences with two relative changes, "respectively" or another basis ("organic growth of 4%") are left
    alone: which change belongs to which level is not said by their order alone.
    """
    claims = [aspect.claim for aspect in sentence if aspect.claim.modality in COMPARABLE]
    changes = [c for c in claims if c.quantity.kind in _RELATIVE and c.trend and c.role is Role.CHANGE]
    if len(changes) != 1 or _SOFT.search(claims[0].sentence.lower()):
        return
    change = changes[0]
    levels = [c for c in claims if c.quantity.kind not in _RELATIVE and c.quantity.kind is not Kind.DURATION]
    if change.quantity.kind is Kind.POINT:
        levels = [c for c in claims if c.quantity.kind is Kind.PERCENT and c is not change]
    before = [c for c in levels if _FROM.search(_left(c))]
    after = [c for c in levels if c not in before and not _BY.search(_left(c))]
    moved = [c for c in levels if c not in before and c not in after and c.role is Role.CHANGE]
    for start in before[:1]:
        ends = [c for c in after if c.quantity.dimension == start.quantity.dimension and _same_noun(c, start)]
        if len(before) == 1 and len(ends) == 1 and not _other_between(ends[0], change, start, claims):
            yield _link((start, ends[0], change), ("from", "to", "change"), "a rise or fall with both its levels")
    if not before and len(after) == 1 and len(moved) == 1:
        if moved[0].quantity.dimension == after[0].quantity.dimension and _joined(moved[0], change):
            yield _link(
                (after[0], moved[0], change),
                ("to", "change", "change"),
                "a change said as an amount and relatively",
            )


def _link(claims: tuple[Claim, ...], roles: tuple[str, ...], reason: str) -> Link:
    return Link(LinkKind.CHANGE_OF, claims, roles, 1.0, (reason, "one sentence"))


def _left(claim: Claim) -> str:
    return claim.sentence[: claim.at].lower().rstrip("$€£ ") + " "


def _same_noun(left: Claim, right: Claim) -> bool:
    """Whether both levels may be of one thing: equal nouns, or one left out."""
    if left.quantity.kind is not Kind.COUNT:
        return True
    return not left.head or not right.head or left.head == right.head


def _other_between(end: Claim, change: Claim, start: Claim, claims: Sequence[Claim]) -> bool:
    """Whether another figure of the same dimension stands among the three."""
    low, high = min(end.at, change.at, start.at), max(end.at, change.at, start.at)
    return any(
        low < c.at < high and c not in (end, change, start) and c.quantity.dimension == end.quantity.dimension
        for c in claims
    )


def _joined(amount: Claim, change: Claim) -> bool:
    left, right = sorted((amount, change), key=lambda claim: claim.at)
    return bool(
        re.fullmatch(
            r"\s*(?:,|\(|or|,\s*or|,?\s*an increase of|,?\s*a decrease of)\s*(?:about\s+|approximately\s+)?",
            left.sentence[left.at + len(left.quantity.text) : right.at].lower(),
        )
    )
