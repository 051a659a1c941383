"""A figure said to be a multiple of another: "40 cars, more than twice last year's 25"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.frames import FILLER
from claimcheck.links.lists import alike, is_relative
from claimcheck.links.phrases import behind, between, is_usable, pattern
from claimcheck.links.scale import pin_hedge
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_IS = (
    r"\s*(?:[a-z’'-]+\s+){0,4}?[a-z’'-]*\s*(?:,|\(|—|–|--|\bis|\bwas|\bwere|\bare|\bor)\s*"
    r"(?:<linking>\s+)*(?:<leads>\s*)*"
)
_OF = rf"\s*(?:<that_of>\s+)?<named>\s+{FILLER}{{0,5}}$"
_THAT_OF = r"^\s*(?:the|our|its|their)\s+(?:number|amount|volume)\s+of\b[^.;]{0,60}?\b(?:year|quarter|month|week|day)\b"
_TIME = re.compile(r"\b(year|quarter|month|week|day)\b")
_BACK = 4


def link_multiples(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Two levels with a factor between them, in one sentence: later level, factor, earlier level.

    Or in three: "in a year 900 are born. In the next ten days 400 came. That is, in the next ten days, half the number
    of a year".
    """
    yield from filter(None, (_told_before(turn, at) for at in range(2, len(turn))))
    for at in range(len(turn) - 2):
        later, factor, earlier = turn[at : at + 3]
        claims = (earlier.claim, later.claim, factor.claim)
        if factor.claim.quantity.kind is not Kind.MULTIPLE or len({claim.where for claim in claims}) != 1:
            continue
        if not all(is_usable(one) for one in (later, factor, earlier)) or is_relative(later) or is_relative(earlier):
            continue
        if later.dimension != earlier.dimension or not alike(later, earlier):
            continue
        if Role.CHANGE in (later.claim.role, earlier.claim.role):
            continue
        if not pattern(_IS).fullmatch(between(later.claim, factor.claim)):
            continue
        if pattern(_OF).fullmatch(between(factor.claim, earlier.claim)):
            yield Link(
                LinkKind.CHANGE_OF,
                claims,
                ("from", "to", "change"),
                1.0,
                ("one is said to be a multiple of the other",),
            )


def _told_before(turn: Sequence[Aspect], at: int) -> Link | None:
    """A factor between two figures of the sentences before: what is made in a year, and in ten days.

    One of them is for each such time, and beside the other stands the same length of time as beside the factor.
    """
    factor = turn[at]
    found = pattern(_THAT_OF).match(behind(factor.claim))
    if factor.claim.quantity.kind is not Kind.MULTIPLE or found is None or not is_usable(factor):
        return None
    near = [one for one in turn[:at] if 0 < factor.claim.sentence_index - one.claim.sentence_index <= _BACK]
    unit = _TIME.findall(found[0])[-1]
    bases = [
        one
        for one in near
        if one.heads & factor.heads
        and is_usable(one)
        and pattern(rf"\b(?:each|per|every|an?)\s+{unit}\b").search(behind(one.claim))
    ]
    if len(bases) != 1:
        return None
    spans = {_span(one) for one in turn if one.claim.where == factor.claim.where} - {None}
    told = {one.claim.where for one in near if _span(one) in spans}
    levels = [
        one
        for one in near
        if one.claim.where in told and one.dimension == bases[0].dimension and one is not bases[0] and is_usable(one)
    ]
    if len(levels) != 1 or levels[0].claim.quantity.is_range or bases[0].claim.quantity.is_range:
        return None
    claims = (bases[0].claim, pin_hedge(levels[0].claim), factor.claim)
    return Link(
        LinkKind.CHANGE_OF,
        claims,
        ("from", "to", "change"),
        1.0,
        ("one is said to be a multiple of the other", "the same length of time is named with both"),
        ("the two figures are named in the sentences before",),
    )


def _span(aspect: Aspect) -> object:
    quantity = aspect.claim.quantity
    return (quantity.low, quantity.unit) if quantity.kind is Kind.DURATION else None
