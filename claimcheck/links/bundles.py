"""What two kinds of things hold together, and each alone: "two barns and three sheds with 90 cows"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike
from claimcheck.links.phrases import between, hedge_doubts, is_usable, pattern
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Kind

_THING = r"\s*((?:[a-z’'-]+\s+){0,5}?[a-z’'-]+)"
_AND = re.compile(rf"{_THING}\s+and\s+")
_HOLD = rf"{_THING}\s*(?:,|—|–|--|:|<holding>)\s*(?:<leads>\s*)*"


@dataclass(frozen=True, slots=True)
class _Held:
    """A number of things and what they hold: "four small stations, 250 beds"."""

    number: Aspect
    thing: str
    amount: Aspect


def link_bundles(turn: Sequence[Aspect]) -> Iterator[Link]:
    """What two kinds of things hold in all, with what each of them is said to hold in other sentences of the turn.

    The kinds are known by the very words and the number of both; where one is named twice nothing is known.
    """
    held = [one for left, right in pairwise(turn) if (one := _held(left, right)) is not None]
    for at in range(len(turn) - 2):
        first, second, whole = turn[at : at + 3]
        both = _held(second, whole)
        if both is None or first.claim.where != whole.claim.where or not _is_number(first):
            continue
        joined = _AND.fullmatch(between(first.claim, second.claim))
        if joined is None or joined[1] == both.thing:
            continue
        alone = [one for one in held if one.amount is not whole and _is_like(one.amount, whole)]
        parts = [_only(alone, *kind) for kind in ((first, joined[1]), (second, both.thing))]
        if None not in parts:
            claims = (whole.claim, *(part.amount.claim for part in parts if part is not None))
            reason = f"all that {joined[1]} and {both.thing} hold, and what each of them does"
            yield Link(LinkKind.TOTAL_OF, claims, ("total", "part", "part"), 1.0, (reason,), hedge_doubts(claims))


def _held(number: Aspect, amount: Aspect) -> _Held | None:
    if not _is_number(number) or number.claim.where != amount.claim.where:
        return None
    if not is_usable(amount) or amount.claim.quantity.is_range or amount.claim.role is Role.CHANGE:
        return None
    found = pattern(_HOLD).fullmatch(between(number.claim, amount.claim))
    return _Held(number, found[1], amount) if found else None


def _is_number(aspect: Aspect) -> bool:
    quantity = aspect.claim.quantity
    return is_usable(aspect) and quantity.kind is Kind.COUNT and quantity.bound is Bound.EXACT and not quantity.is_range


def _is_like(one: Aspect, other: Aspect) -> bool:
    if one.dimension != other.dimension or one.dimension in ("percent", "multiple", "time") or not alike(one, other):
        return False
    return one.dimension != "count" or bool(one.heads & other.heads)


def _only(held: Sequence[_Held], number: Aspect, thing: str) -> _Held | None:
    """The one place where so many of a thing are said to hold something."""
    size = number.claim.quantity.low
    found = [one for one in held if one.thing == thing and one.number.claim.quantity.low == size]
    return found[0] if len(found) == 1 and found[0].number is not number else None
