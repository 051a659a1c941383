"""Totals that only grow: "so far 1,200 homes have been rebuilt ... to date 1,100 homes have been rebuilt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import before, behind, is_usable, pattern, word_count
from claimcheck.links.words import stem, weight_of
from claimcheck.model.claim import Claim, Modality, Period, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_KINDS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
# Of what either figure's part of its sentence says, so much must be said by both.
_LIKE = 0.4
_FAR = 12
# A total is held against so many that follow it in time.
_NEXT = 3


def link_running(aspects: Sequence[Aspect]) -> Iterator[Link]:
    """Pairs of one running total at two times, the earlier first."""
    groups: dict[tuple[object, ...], list[Aspect]] = {}
    for aspect in aspects:
        if _is_running(aspect):
            groups.setdefault(_key(aspect), []).append(aspect)
    for _, group in sorted(groups.items(), key=lambda item: str(item[0])):
        group.sort(key=lambda one: (_day_of(one.claim) or date.min, one.claim.document, one.claim.quantity.start))
        for at, one in enumerate(group):
            for other in group[at + 1 : at + 1 + _NEXT]:
                pair = _in_time(one, other)
                if pair and _is_one_total(*pair):
                    earlier, later = pair
                    yield Link(
                        LinkKind.RUNNING_OF,
                        (earlier.claim, later.claim),
                        ("earlier", "later"),
                        1.0,
                        ("both are totals up to their day",),
                    )


def _is_running(aspect: Aspect) -> bool:
    claim = aspect.claim
    if not is_usable(aspect) or claim.modality is not Modality.ASSERTED or claim.role is not Role.LEVEL:
        return False
    if (
        claim.quantity.kind not in _KINDS
        or claim.quantity.is_range
        or claim.trend
        or not aspect.heads
        or not claim.event
    ):
        return False
    lead, tail = before(claim), behind(claim)
    opens = pattern(r"^\W*(?:(?:and|but|so)\W+)?<so_far>").match(lead) and word_count(lead) <= _FAR
    near = pattern(r"<so_far>(?:\s+[a-z’'-]+){0,3}\s*$").search(lead)
    return bool(opens or near or pattern(r"^[^.,;:\d]{0,60}\b<so_far>").match(tail))


def _key(aspect: Aspect) -> tuple[object, ...]:
    claim = aspect.claim
    words = aspect.heads | {f"-{word}" for word in aspect.modifiers}
    return aspect.dimension, tuple(sorted(words)), stem(claim.event), tuple(sorted(aspect.names)), _start(claim.period)


def _start(period: Period | None) -> object:
    return period.start if period is not None and period.kind == "since" else None


def _in_time(one: Aspect, other: Aspect) -> tuple[Aspect, Aspect] | None:
    day, next_day = _day_of(one.claim), _day_of(other.claim)
    if day is None or next_day is None or day == next_day:
        return None
    return (one, other) if day < next_day else (other, one)


def _day_of(claim: Claim) -> date | None:
    """The day up to which a total goes: "by the end of May", or the day it was said."""
    period = claim.period
    if period is not None and period.stated and period.kind in ("by", "at") and period.end is not None:
        return period.end
    return claim.day


def _is_one_total(earlier: Aspect, later: Aspect) -> bool:
    one, other = (aspect.zones.close for aspect in (earlier, later))
    shared, every = one & other, one | other
    weight = sum(weight_of(word) for word in shared)
    return weight >= 1 and weight >= _LIKE * sum(weight_of(word) for word in every)
