"""A number of things, what each comes to, and the product: "8,000 users at $100 each comes to $800,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import behind, between, hedge_doubts, is_usable, pattern
from claimcheck.links.words import stem
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_NOUN = r"\s*(?:[a-z’'-]+\s+){0,5}?"
_AT = rf"{_NOUN}[a-z’'-]*,?\s*<at_each>\s+(?:<leads>\s*)*"
_EACH = re.compile(r"^\s*(?:[a-z-]+\s+){0,3}?(?:each|apiece|a piece|per\s+[a-z]+|every)\b")
_RESULT = (
    r"[^.;:\d]{0,30}?(?:,|—|–|--|-)?\s*(?:(?:and|so|which|that|this|it|for)\s+)*<results>\s+"
    r"(?:(?:you|us|up to|<leads>|a total of)\s*)*"
)
# "$24 million for 12 schools at $2 million each" gives the product first.
_FOR = r"\s*(?:[a-z’'-]+\s+){0,4}?(?:for|on|,|:|=)\s+(?:<leads>\s*)*"


def link_products(turn: Sequence[Aspect]) -> Iterator[Link]:
    """A count, a rate of each and a product, side by side in one sentence."""
    for at in range(len(turn) - 2):
        three = turn[at : at + 3]
        found = _roles_of(three)
        if found is None:
            continue
        product, number, rate = found
        claims = (product.claim, number.claim, rate.claim)
        if product.claim.quantity.is_range or number.claim.quantity.is_range or rate.claim.quantity.is_range:
            continue
        yield Link(
            LinkKind.PRODUCT_OF,
            claims,
            ("product", "factor", "factor"),
            1.0,
            ("a number of things at so much each",),
            hedge_doubts(claims),
        )


def _roles_of(three: Sequence[Aspect]) -> tuple[Aspect, Aspect, Aspect] | None:
    first, second, third = (one.claim for one in three)
    if len({one.where for one in (first, second, third)}) != 1 or not all(is_usable(one) for one in three):
        return None
    if any(one.claim.role is Role.CHANGE for one in three):
        return None
    near, far = between(first, second), between(second, third)
    if is_number(three[0]) and is_each(three[1], three[0]):
        if pattern(_AT).fullmatch(near) and pattern(_RESULT).fullmatch(_EACH.sub("", far)):
            return (three[2], three[0], three[1]) if _is_product(three[2], three[1]) else None
    if is_number(three[1]) and is_each(three[2], three[1]):
        if pattern(_FOR).fullmatch(near) and pattern(_AT).fullmatch(far):
            return (three[0], three[1], three[2]) if _is_product(three[0], three[2]) else None
    return None


def is_number(aspect: Aspect) -> bool:
    """Whether a figure counts things or units of time: "8,000 users", "12 weeks"."""
    return aspect.claim.quantity.kind in (Kind.COUNT, Kind.DURATION)


def is_each(rate: Aspect, number: Aspect) -> bool:
    """Whether a figure is for each of the things counted: "$100 each", "$100 per user" of users."""
    quantity = rate.claim.quantity
    if quantity.kind in (Kind.PERCENT, Kind.POINT, Kind.MULTIPLE, Kind.AGE):
        return False
    per = quantity.unit.rpartition(" per ")[2] if " per " in quantity.unit else ""
    said = re.match(r"\s*(?:[a-z-]+\s+){0,3}?(?:per|every)\s+([a-z]+)", behind(rate.claim))
    per = per or (said[1] if said else "")
    if per:
        own = {
            stem(word) for word in (*number.claim.measure, *number.claim.counted.split(), number.claim.quantity.unit)
        }
        return stem(per) in own
    return _EACH.match(behind(rate.claim)) is not None and number.claim.quantity.kind is Kind.COUNT


def _is_product(product: Aspect, rate: Aspect) -> bool:
    """Whether a figure has the unit that the product must have: dollars, of dollars per user."""
    own, unit = product.claim.quantity, rate.claim.quantity.unit.partition(" per ")[0]
    if own.kind in (Kind.PERCENT, Kind.POINT, Kind.MULTIPLE, Kind.RATE):
        return False
    return own.unit.partition(" per ")[0] == unit or (not own.unit and not unit)
