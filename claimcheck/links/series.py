"""What talks of one series say a few days apart: "we built 2,900 rooms", and then "we have 2,500 rooms"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import Comparison, compare, have_one_code, have_one_name, measure_one_noun
from claimcheck.links.conflict import GROUPS, STAGES
from claimcheck.links.deeds import have_one_deed
from claimcheck.links.homes import Homes
from claimcheck.links.lexicon import lexicon
from claimcheck.links.occasion import days_between
from claimcheck.links.words import WORD, weight_of
from claimcheck.model.claim import Modality, Role
from claimcheck.model.slip import share_an_end

_FEW = 10
# What was told before is seldom more than so many times what is told now.
_FAR = 2
# Talks this many days apart are of one matter, and in so few days a thing keeps its size.
_NEAR, _WEEK = 31, 7
_TELLING = 3
_MOVING = ("percent", "time", "multiple")


def part_in_a_series(left: Aspect, right: Aspect, homes: Homes) -> Comparison | None:
    """How figures compare, across periods, of two talks of a series that part where they should not; else None.

    What was sent, built or granted does not shrink, a thing of one name keeps its size for a week, and two ranges that
    have one end in common are of one thing. That a figure has grown is no wonder. Such figures are worth a look.
    """
    days = days_between(left.claim, right.claim)
    # Few pairs are of one series, and only those are compared once more.
    if not days or abs(days) > _NEAR or not homes.have_one_cast(left, right):
        return None
    comparison = compare(left, right, across_periods=True)
    if not _part(left, right, comparison, homes, days):
        return None
    return replace(comparison, doubts=(*comparison.doubts, "they are said on two days"))


def is_sure_in_a_series(left: Aspect, right: Aspect, comparison: Comparison) -> bool:
    """Whether one speaker contradicts himself within a week about what cannot have moved.

    "The centre has 2,900 beds" and, of the same centre, "we have 2,500 beds"; "$350 million in direct farm payments"
    and then "$300 million in direct farm payments". More may be granted, and other things than beds come and go.
    """
    one, two = left.claim, right.claim
    days = days_between(one, two)
    if one.speaker is None or one.speaker.anonymous or two.speaker is None or one.speaker.name != two.speaker.name:
        return False
    if not days or abs(days) > _WEEK or not comparison.is_same or "including" in one.signals | two.signals:
        return False
    if any(map(_passes, (left, right))):
        return False
    if _stand(left, right):
        return bool(left.heads & right.heads & lexicon().fixtures)
    earlier, later = (left, right) if days > 0 else (right, left)
    label = left.zones.label
    telling = sum(weight_of(word) == 1 for word in label)
    alike = left.heads == right.heads and label == right.zones.label and telling >= _TELLING
    return alike and left.dimension.startswith("money") and _is_smaller(later, earlier)


def _passes(aspect: Aspect) -> bool:
    """Whether its sentence tells of what comes and goes: "12 beds are free", "$3 million is still owed"."""
    return not lexicon().passing.isdisjoint(WORD.findall(aspect.claim.sentence.lower()))


def _part(left: Aspect, right: Aspect, comparison: Comparison, homes: Homes, days: int) -> bool:
    if share_an_end(left.claim.quantity, right.claim.quantity):
        shares = any(weight_of(word) == 1 for word in left.zones.every & right.zones.every)
        return shares and comparison.conflict in ("", STAGES, GROUPS)
    if comparison.conflict or any(map(_may_move, (left, right))) or _are_two_kinds(left, right):
        return False
    if homes.gives(left.claim.document, right) or homes.gives(right.claim.document, left):
        return False
    if comparison.is_same and abs(days) <= _WEEK and _stand(left, right):
        return True
    earlier, later = (left, right) if days > 0 else (right, left)
    return _is_smaller(later, earlier) and (comparison.is_likely or _are_told_alike(left, right))


def _may_move(aspect: Aspect) -> bool:
    claim = aspect.claim
    return (
        aspect.dimension in _MOVING
        or claim.role in (Role.CHANGE, Role.SHARE)
        or claim.modality is not Modality.ASSERTED
        or abs(claim.quantity.size) < _FEW
    )


def _are_two_kinds(left: Aspect, right: Aspect) -> bool:
    """Whether each is narrowed by a word that the other lacks: "red lanterns", "green lanterns"."""
    return bool(left.modifiers - right.modifiers and right.modifiers - left.modifiers)


def _are_told_alike(left: Aspect, right: Aspect) -> bool:
    """Whether both count one noun, of one name or in one deed; things of one type may have two nouns."""
    return (measure_one_noun(left, right) and have_one_name(left, right)) or (
        have_one_deed(left, right) and (measure_one_noun(left, right) or have_one_code(left, right))
    )


def _stand(left: Aspect, right: Aspect) -> bool:
    """Whether both tell how large a thing of one name is, and nothing that goes on: "the centre, which is 29 rooms"."""
    done = any(aspect.claim.event or aspect.claim.trend for aspect in (left, right))
    return not done and have_one_name(left, right) and _is_close(left, right)


def _is_close(left: Aspect, right: Aspect) -> bool:
    small, large = sorted(abs(aspect.claim.quantity.size) for aspect in (left, right))
    return large <= small * _FAR


def _is_smaller(later: Aspect, earlier: Aspect) -> bool:
    """Whether a listener takes a smaller figure from the later talk, though not one of another size."""
    one, two = later.claim.quantity, earlier.claim.quantity
    return _is_close(later, earlier) and one.in_base(one.plain).below(two.in_base(two.plain))
