"""Figures read in the light of another: "$6.2 trillion, because it is 2.2 plus 4" names trillions."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import behind
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Kind, Quantity

_SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_SMALL = 1000
_ALONE = re.compile(r"\s*(?:plus\b|and\b|[,.;!?)]|$)")


def borrow_scale(aspect: Aspect, lender: Aspect) -> Aspect:
    """A bare small figure in the scale and unit of another: beside "$6.2 trillion" a "4" is 4 trillion dollars."""
    claim, lent = aspect.claim, lender.claim.quantity
    scale = _scale_of(lent)
    bare = claim.quantity.kind is Kind.COUNT and claim.quantity.high < _SMALL and not claim.counted
    if scale is None or not bare or not _ALONE.match(behind(claim)):
        return aspect
    return replace(aspect, claim=_scaled(claim, scale, lent), dimension=lender.dimension)


def share_scale(first: Claim, second: Claim) -> Claim:
    """The first end of "from $8 to $11.8 billion" in the scale of the second."""
    own, scale = first.quantity, _scale_of(second.quantity)
    if scale is None or _scale_of(own) is not None or own.high >= _SMALL or own.dimension != second.quantity.dimension:
        return first
    return _scaled(first, scale, second.quantity)


def pin_hedge(claim: Claim) -> Claim:
    """A figure like "over 45 tons" read no wider than a listener takes it: from 45 to 55."""
    quantity = claim.quantity
    if quantity.bound not in (Bound.OVER, Bound.AT_LEAST):
        return claim
    return replace(claim, quantity=replace(quantity, strict=quantity.plain))


def _scale_of(quantity: Quantity) -> Decimal | None:
    return next((value for word, value in _SCALES.items() if word in quantity.text.lower()), None)


def _scaled(claim: Claim, scale: Decimal, like: Quantity) -> Claim:
    own = claim.quantity
    exponent = own.low.as_tuple().exponent
    # A whole number of billions was rounded to whole billions: "4" is 3.5 to 4.5.
    step = own.step or (Decimal(1) if isinstance(exponent, int) and exponent >= 0 else Decimal(0))
    half = step * scale / 2
    strict = own.strict.scaled(scale) if own.step else replace(own.strict.scaled(scale), low=own.low * scale - half)
    quantity = replace(
        own,
        low=own.low * scale,
        high=own.high * scale,
        unit=like.unit,
        kind=like.kind,
        dimension=like.dimension,
        factor=like.factor,
        step=step * scale,
        strict=strict,
        plain=strict,
    )
    return replace(claim, quantity=quantity, unit=like.unit)
