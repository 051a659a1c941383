"""Lengths of time and the years they are between: "from 1999 to 2004, six years", "in 1985, 30 years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import before, behind, is_usable, pattern
from claimcheck.model.claim import Claim
from claimcheck.model.link import Given, Link, LinkKind
from claimcheck.model.quantity import Bound, Kind, strict_reading

_UNITS = frozenset({"year", "decade", "century"})
_YEAR = r"((?:1[5-9]|20)\d\d)"
_MONTH = r"(?:[a-z]+\s+)?(?:\d{1,2},?\s+)?"
_JOINT = r"\s*(?:,|\(|—|–|--)?\s*"
_SPAN = rf"(?:from|between)\s+{_MONTH}{_YEAR}\s+(?:to|until|till|through|and)\s+{_MONTH}{_YEAR}"
# The years stand on either side of the length, with hardly a word between.
_SPAN_BEFORE = rf"\b{_SPAN}{_JOINT}(?:(?:<long>|<said_again>)\s+)?$"
_SPAN_BEHIND = re.compile(rf"^{_JOINT}{_SPAN}\b")
_AGO_BEFORE = rf"\b<dated>\s+{_MONTH}{_YEAR}{_JOINT}(?:(?:<said_again>|<leads>|now|so|exactly)\s*)*$"
_AGO_BEHIND = re.compile(rf"^\s+ago{_JOINT}(?:back\s+)?in\s+{_MONTH}{_YEAR}\b")
_AGO = re.compile(r"^\s+ago\b")
_SINCE_BEHIND = re.compile(rf"^{_JOINT}since\s+{_MONTH}{_YEAR}\b")
_BORN = re.compile(rf"\bborn\s+(?:on [a-z0-9 ]{{1,20}},?\s+)?(?:in\s+){_MONTH}{_YEAR}\b")
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_NOW = r"<of_today>[^.;]{0,40}$"


def link_dates(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The lengths of time and ages that stand beside the years they are between."""
    for aspect in turn:
        claim = aspect.claim
        quantity = claim.quantity
        if quantity.kind not in (Kind.DURATION, Kind.AGE) or quantity.unit not in _UNITS or not is_usable(aspect):
            continue
        if quantity.is_range:
            continue
        found = _years_of(claim)
        if found is None:
            continue
        first, last, says = found
        if first < last:
            given = (Given("from", Decimal(first), str(first)), Given("to", Decimal(last), str(last)))
            yield Link(LinkKind.TIME_OF, (_with_over(claim),), ("length",), 1.0, (says,), given=given)


def _with_over(claim: Claim) -> Claim:
    """ "Over 30 years" beside the years it lies between is more than 30, and not during 30."""
    own = claim.quantity
    if own.bound is not Bound.EXACT or not before(claim).rstrip().endswith("over"):
        return claim
    return replace(
        claim, quantity=replace(own, bound=Bound.OVER, strict=strict_reading(own.low, own.high, Bound.OVER, own.step))
    )


def _years_of(claim: Claim) -> tuple[int, int, str] | None:
    """The years a length is between, and how the words tie them to it."""
    lead, tail = claim.sentence[: claim.at].lower(), behind(claim)
    if claim.quantity.kind is Kind.AGE:
        return _years_of_age(claim)
    if span := pattern(_SPAN_BEFORE).search(lead) or _SPAN_BEHIND.match(tail):
        return int(span[1]), int(span[2]), "the years it runs from and to stand beside it"
    if claim.day is None:
        return None
    ago = (pattern(_AGO_BEFORE).search(lead) if _AGO.match(tail) else None) or _AGO_BEHIND.match(tail)
    if ago:
        return int(ago[1]), claim.day.year, "it is counted back from the day of speaking"
    since = _SINCE_BEHIND.match(tail)
    if since and pattern("<counted_up>").search(lead):
        return int(since[1]), claim.day.year, "it is counted up to the day of speaking"
    return None


def _years_of_age(claim: Claim) -> tuple[int, int, str] | None:
    text = claim.sentence.lower()
    born = _BORN.search(text)
    if born is None:
        return None
    others = [int(one[1]) for one in _ANY_YEAR.finditer(text) if one.start(1) != born.start(1)]
    if len(others) == 1:
        return int(born[1]), others[0], "the years of birth and of the age stand beside it"
    if not others and claim.day and pattern(_NOW).search(text[: claim.at]):
        return int(born[1]), claim.day.year, "it is counted up to the day of speaking"
    return None
