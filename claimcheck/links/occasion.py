"""Whether figures of two documents may be of one time."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.periods import PeriodMatch, match_periods
from claimcheck.links.retelling import retells
from claimcheck.links.words import weight_of
from claimcheck.model.claim import Claim

# Two texts that tell nearly the same share this many words of their sentences, and this share of the shorter's.
_LEAST_WORDS = 2
_LEAST_SHARE = 0.5
_LEAP_YEAR, _HALF_A_YEAR = 2000, 183
_TIME_IN_NAME = re.compile(r"(?<![a-z0-9])(?:q[1-4]|[1-4]q|fy\d+|h[12]|(?:19|20)\d\d)(?![a-z0-9])")


def same_occasion(left: Aspect, right: Aspect, is_slip: bool = False) -> bool:
    """Whether two figures may be of one time: one document, a known day, a stated period, or like wording.

    A level moves from one day to the next, though what happened in a past year stays; speeches without dates are
    compared only where they name one thing and one time, and other texts only where the sentences tell nearly
    the same. A slip ("$1.4 billion", "$4.1 billion") is told from a move by its digits.
    """
    one, two = left.claim, right.claim
    if one.document == two.document or retells(left, right):
        return True
    if one.day is not None and two.day is not None:
        return one.day == two.day or is_slip or _is_past(one, two)
    planned = lexicon().planned & (left.zones.every | right.zones.every)
    if left.names & right.names and has_one_stated_period(one, two) and not planned:
        return True
    if one.speaker is not None or two.speaker is not None:
        return False
    common = sum(map(weight_of, left.zones.every & right.zones.every))
    least = min(sum(map(weight_of, aspect.zones.every)) for aspect in (left, right))
    return common >= _LEAST_WORDS or common >= _LEAST_SHARE * least


def days_between(one: Claim, two: Claim) -> int | None:
    """The days from the one talk to the other, negative when that came first; None where either day is not known.

    Of "April-13" and "April-16" the year is not known; that it is one year is taken for granted for half a year.
    """
    if one.day is not None and two.day is not None:
        return (two.day - one.day).days
    if not one.month_day or not two.month_day:
        return None
    first, second = (date.fromisoformat(f"{_LEAP_YEAR}{claim.month_day[1:]}") for claim in (one, two))
    days = (second - first).days
    return days if abs(days) <= _HALF_A_YEAR else None


def name_other_times(one: str, two: str) -> bool:
    """Whether the names of two documents tell their quarters or years apart: "call_q3_2020", "call_q1_2021"."""
    times, others = _times_in(one), _times_in(two)
    return bool(times and others) and times != others


@lru_cache(maxsize=4096)
def _times_in(name: str) -> frozenset[str]:
    """The quarters and years in a document's name, which is asked for with every pair of its figures."""
    return frozenset(_TIME_IN_NAME.findall(name.lower()))


def _is_past(one: Claim, two: Claim) -> bool:
    """Whether both are for one stated period that was over on either day."""
    days = [claim.day for claim in (one, two) if claim.day is not None]
    ends = [claim.period.end for claim in (one, two) if claim.period is not None]
    return has_one_stated_period(one, two) and all(end is not None and end < min(days) for end in ends)


def has_one_stated_period(one: Claim, two: Claim) -> bool:
    """Whether both say one time that needs no day to be known: "in 2019", "last year" of one dated talk."""
    periods = (one.period, two.period)
    stated = all(period is not None and period.stated and period.is_resolved for period in periods)
    return stated and match_periods(one, two) is PeriodMatch.SAME
