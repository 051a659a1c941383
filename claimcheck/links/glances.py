"""Figures that are worth a look side by side, though too little is said to accuse anyone: they make notes."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import Comparison, have_one_name, measure_one_noun
from claimcheck.links.conflict import GROUPS, STAGES, rate_of
from claimcheck.links.deeds import deed_of, have_one_deed
from claimcheck.links.homes import Homes
from claimcheck.links.occasion import name_other_times
from claimcheck.links.phrases import before, pattern
from claimcheck.links.weights import weights
from claimcheck.links.words import weight_of
from claimcheck.model.claim import Role
from claimcheck.model.slip import share_an_end

_FEW = 10
_HOLDS = r"\b(?:<holders>)\s+(?:[a-z]+\s+){0,2}?(?:have|has|had)\s+(?:(?:<leads>|[a-z]+ly|now|short|of)\s*)*$"


def is_worth_a_look(left: Aspect, right: Aspect, comparison: Comparison, homes: Homes) -> bool:
    """Whether two people, or two talks of one time, count one noun in one relation, and come to other figures.

    "We have 10,000 ladders", says one; "we have just short of 7,000 ladders in the national store", says the other.
    The relation is one deed, one name, one rate, a holding, or a range that has one end in common.
    """
    one, two = left.claim, right.claim
    if comparison.conflict not in ("", STAGES, GROUPS) or not _are_two_voices(left, right, homes):
        return False
    if share_an_end(one.quantity, two.quantity):
        return any(weight_of(word) == 1 for word in left.zones.every & right.zones.every)
    if not _can_differ(left, right):
        return False
    if one.document != two.document and (homes.gives(one.document, right) or homes.gives(two.document, left)):
        return False
    if not measure_one_noun(left, right) and not deed_of(left, right, False):
        return False
    if comparison.is_likely or (_is_held(left) and _is_held(right)):
        return True
    one_rate = rate_of(one) != "" and rate_of(one) == rate_of(two)
    return one_rate or have_one_deed(left, right) or have_one_name(left, right)


def _can_differ(left: Aspect, right: Aspect) -> bool:
    """Whether both are numbers of one size that stand still: no percentages, durations, changes, small counts."""
    if left.dimension in ("percent", "time", "multiple") or Role.CHANGE in (left.claim.role, right.claim.role):
        return False
    small, large = sorted(abs(aspect.claim.quantity.size) for aspect in (left, right))
    return small != large and small >= _FEW and large <= small * Decimal(weights().far_ratio)


def _are_two_voices(left: Aspect, right: Aspect, homes: Homes) -> bool:
    one, two = left.claim, right.claim
    if one.document == two.document:
        return one.speaker is not None and two.speaker is not None and one.speaker.name != two.speaker.name
    if not homes.have_one_cast(left, right) or name_other_times(one.document, two.document):
        return False
    return (one.day, one.month_day) == (two.day, two.month_day)


def _is_held(aspect: Aspect) -> bool:
    """Whether a figure is what somebody has: "we do have currently more than 8,000"."""
    return pattern(_HOLDS).search(before(aspect.claim)) is not None
