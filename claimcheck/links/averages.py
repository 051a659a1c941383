"""An average with what it is the average of: "the five plants made 500 tons, an average of 100 tons each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, list_before
from claimcheck.links.phrases import between, hedge_doubts, is_usable, pattern, word_count
from claimcheck.links.products import is_each, is_number
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_AVERAGE = (
    r"[^.;:]*?(?:,|—|–|--|\(|\bor|\bwhich is|\bthat is|\bthat[’']s|\bfor)\s*(?:<leads>\s*)*"
    r"<averages>\s*,?\s*(?:<leads>\s*)*"
)
_LONGEST = 12


def link_averages(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The averages of a turn, each with its total and number, or with the list that it is the average of."""
    for at in range(2, len(turn)):
        average = turn[at]
        gap = between(turn[at - 1].claim, average.claim)
        if not is_usable(average) or average.claim.quantity.is_range or average.claim.role is Role.CHANGE:
            continue
        if turn[at - 1].claim.where != average.claim.where or not pattern(_AVERAGE).fullmatch(gap):
            continue
        if pattern("<breaks>").search(re.sub(r"\baverage\b|\beach\b|\bwhich\b|\bthat\b", "", gap)):
            continue
        claims = _of_total(turn[at - 2 : at], average)
        if claims is not None:
            roles: tuple[str, ...] = ("average", "total", "number")
        else:
            parts = list_before(turn, at - 1)
            if len(parts) < 2 or any(not _alike(part, average) for part in parts):
                continue
            claims, roles = (average, *parts), ("average", *["part"] * len(parts))
        said = tuple(one.claim for one in claims)
        yield Link(LinkKind.AVERAGE_OF, said, roles, 1.0, ("it is said to be their average",), hedge_doubts(said))


def _of_total(two: Sequence[Aspect], average: Aspect) -> tuple[Aspect, ...] | None:
    """The average, the total and the number, when one of two figures is the number of things that each is for."""
    for number, total in (two, reversed(two)):
        if total.claim.where != number.claim.where != average.claim.where:
            continue
        if not (is_number(number) and is_each(average, number) and is_usable(number) and is_usable(total)):
            continue
        own, of = total.claim.quantity, average.claim.quantity
        if own.is_range or number.claim.quantity.is_range or total.claim.role is Role.CHANGE:
            continue
        if own.unit == of.unit.partition(" per ")[0] and own.kind not in (Kind.PERCENT, Kind.RATE, Kind.MULTIPLE):
            if word_count(between(*sorted((number.claim, total.claim), key=lambda claim: claim.at))) <= _LONGEST:
                return average, total, number
    return None


def _alike(part: Aspect, average: Aspect) -> bool:
    return part.dimension == average.dimension and alike(part, average)
