"""A share with its part and its whole: "12 of the 48 members, or 25%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, is_relative
from claimcheck.links.nouns import counts_alike
from claimcheck.links.phrases import before, behind, between, hedge_doubts, is_usable, pattern
from claimcheck.model.claim import Role
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

# "of the 48", "out of 48", "members out of a total of 48"; no "profit of $48 million".
_OF = (
    r"\s*(?:out )?of\s+(?:(?:<leads>|<these>)\s*)*"
    r"|\s*(?:[a-z’'-]+\s+){1,3}?(?:out of|of <these>)\s+(?:(?:<leads>|a total of)\s*)*"
)
# "members, or about", "members -- that is", "members (": the percentage says the part again.
_SAID_AGAIN = (
    r"\s*(?:[a-z’'-]+\s+){0,5}?[a-z’'-]*\s*(?:,|\(|--|—|–)?\s*"
    r"(?:<said_again>\s*,?\s*(?:<leads>\s*)*(?:another way,?\s*)?|(?<=[(—–-])\s*(?:<leads>\s*)*)"
)
_FIRST_OF = r"(?:^|[,;:(—–]\s*|\b(?:and|so|that|now|but) )(?:of|out of|from among|among)\s+(?:(?:<leads>|<these>)\s*)*$"
_CLAUSE = r"[^.;:]{0,60}?"
_COMES_TO = r"\s*(?:[a-z’'-]+\s+){0,3}?(?:is|are|would be|comes to|makes|equals|gives(?: us| you)?)\s+(?:<leads>\s*)*"
# A percentage that goes on so is of something else: "or 30% more than last year".
_OF_ANOTHER = (
    r"^\s*(?:(?:more|less|higher|lower|fewer|above|below|growth|increase|decrease|up|down|over|than|points?|per)\b|"
    r"of (?!them|those|these|the (?:total|whole|members?)|all|our total|total)|annually|a year|each)"
)
# What the figures are in each order: share, part or whole.
_ORDERS = {
    "pws": ("part", "whole", "share"),
    "psw": ("part", "share", "whole"),
    "wps": ("whole", "part", "share"),
    "spw": ("share", "part", "whole"),
    "swp": ("share", "whole", "part"),
}


def link_ratios(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Three figures side by side of which one is the share that the others make."""
    for at in range(len(turn) - 2):
        three = _with_counts(turn[at : at + 3])
        order = _order_of(three)
        if order is None:
            continue
        roles = _ORDERS[order]
        by_role = dict(zip(roles, three, strict=True))
        share, part, whole = (by_role[role] for role in ("share", "part", "whole"))
        if not _are_part_and_whole(part, whole) or share.claim.quantity.is_range:
            continue
        claims = (share.claim, part.claim, whole.claim)
        yield Link(
            LinkKind.RATIO_OF,
            claims,
            ("share", "part", "whole"),
            1.0,
            ("the percentage says again what part of the whole it is",),
            hedge_doubts(claims),
        )


def _with_counts(three: Sequence[Aspect]) -> list[Aspect]:
    """The figures, where "120, or 25%" is a number of things and a percentage, and not two percentages."""
    return [_as_count(one) if _is_bare(one) else one for one in three]


def _is_bare(aspect: Aspect) -> bool:
    quantity = aspect.claim.quantity
    return quantity.kind is Kind.PERCENT and quantity.text.replace(",", "").isdecimal()


def _as_count(aspect: Aspect) -> Aspect:
    own = aspect.claim.quantity
    exact = Interval(own.low, own.high)
    count = replace(
        own, kind=Kind.COUNT, unit="", dimension="", factor=Decimal(1), step=Decimal(0), strict=exact, plain=exact
    )
    return replace(aspect, claim=replace(aspect.claim, quantity=count), dimension="count")


def _order_of(three: Sequence[Aspect]) -> str | None:
    first, second, third = (one.claim for one in three)
    if len({one.where for one in (first, second, third)}) != 1 or not all(is_usable(one) for one in three):
        return None
    if any(one.claim.role is Role.CHANGE or one.claim.quantity.kind is Kind.MULTIPLE for one in three):
        return None
    shares = [one.claim.quantity.kind is Kind.PERCENT for one in three]
    if sum(shares) != 1:
        return None
    near, far = between(first, second), between(second, third)

    def fits(form: str, text: str) -> bool:
        return pattern(form).fullmatch(text) is not None

    share = three[shares.index(True)].claim
    if share is not first and pattern(_OF_ANOTHER).match(behind(share)) and share is third:
        return None
    if shares[2]:
        if fits(_OF, near) and fits(_SAID_AGAIN, far):
            return "pws"
        if pattern(_FIRST_OF).search(before(first)) and fits(_CLAUSE, near) and fits(_SAID_AGAIN, far):
            return "wps"
    if shares[1] and fits(_SAID_AGAIN, near) and fits(rf"[,)]?(?:{_OF})", far):
        return "psw"
    if shares[0] and fits(_SAID_AGAIN, near) and fits(_OF, far):
        return "spw"
    if shares[0] and fits(_OF, near) and fits(f"{_SAID_AGAIN}|{_COMES_TO}", far):
        return "swp"
    return None


def _are_part_and_whole(part: Aspect, whole: Aspect) -> bool:
    if part.dimension != whole.dimension or is_relative(part) or part.claim.quantity.is_range:
        return False
    if whole.claim.quantity.is_range or not alike(part, whole) or part.dimension == "time":
        return False
    return part.dimension != "count" or counts_alike(whole, part)
