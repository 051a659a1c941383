"""Whether two claims speak of the same time."""

from __future__ import annotations

import re
from enum import StrEnum

from claimcheck.links.when import MONTHS
from claimcheck.model.claim import Claim, Period

# Quarters and years differ by as many days.
_LEAP = 3
_UNITS = frozenset({"day", "week", "month", "quarter", "half", "year", "decade"})
_EMPTY = frozenset({"the", "of", "in", "for", "this", "current", "full", "fiscal", "during", "over"})
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_PRESENT = frozenset(
    {"today", "now", "right now", "currently", "at present", "at the moment", "this morning", "as of now"}
)


class PeriodMatch(StrEnum):
    """SAME: equal spans; DIFFERENT: spans that cannot be one; UNKNOWN: one of them is not stated."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def match_periods(left: Claim, right: Claim) -> PeriodMatch:
    """Compare the periods of two claims: "in 2019" and "last year", said in 2020, are the same.

    Claims without a stated period are of unknown time; in documents of different days a level without a
    period is of a different time, since levels move.
    """
    one, two = _stated(left), _stated(right)
    if one is not None and two is not None:
        match = _match(one, two)
        return _told_apart(left, right) if match is PeriodMatch.SAME and _floats(one) else match
    if left.day is not None and right.day is not None and left.day != right.day:
        return PeriodMatch.DIFFERENT
    return PeriodMatch.UNKNOWN if (one is None) != (two is None) else PeriodMatch.SAME


def are_of_one_day(left: Claim, right: Claim) -> bool:
    """Whether both are said on one day: in one document, or in two of the same known day."""
    return left.document == right.document or (left.day is not None and left.day == right.day)


def same_length(left: Claim, right: Claim) -> bool:
    """Whether both figures are for periods of one length: two quarters, two dates, but not a date and a year."""
    one, two = left.period, right.period
    if one is None or two is None:
        return False
    if one.kind == two.kind and one.start and one.end and two.start and two.end:
        return abs((one.end - one.start).days - (two.end - two.start).days) <= _LEAP
    return _parts(one.text)[0] == _parts(two.text)[0]


def _told_apart(left: Claim, right: Claim) -> PeriodMatch:
    """What one wording for a time says in two documents: "the quarter" of two days is two quarters."""
    if are_of_one_day(left, right):
        return PeriodMatch.SAME
    return PeriodMatch.UNKNOWN if left.day is None or right.day is None else PeriodMatch.DIFFERENT


def _floats(period: Period) -> bool:
    """Whether a period hangs on the day it is said, and that day does not settle it: "the quarter", "this year"."""
    return not period.is_resolved and _parts(period.text)[0] in _UNITS | {"now"}


def _stated(claim: Claim) -> Period | None:
    period = claim.period
    if period is None or not period.stated or (not period.is_resolved and period.text == period.per):
        return None
    return period


def _match(one: Period, two: Period) -> PeriodMatch:
    if one.start and one.end and two.start and two.end:
        if (one.start, one.end) == (two.start, two.end):
            return PeriodMatch.SAME
        within = (one.start <= two.start and two.end <= one.end) or (two.start <= one.start and one.end <= two.end)
        if within and (one.kind == "at" or two.kind == "at"):
            return PeriodMatch.UNKNOWN
        return PeriodMatch.DIFFERENT
    if one.is_resolved != two.is_resolved:
        return PeriodMatch.UNKNOWN
    if one.text == two.text:
        return PeriodMatch.SAME
    # "The quarter" may be "the second quarter", but neither is "the full year" or "the third quarter".
    (unit, which), (other_unit, other_which) = _parts(one.text), _parts(two.text)
    if unit != other_unit:
        return PeriodMatch.DIFFERENT
    return PeriodMatch.DIFFERENT if which and other_which and which != other_which else PeriodMatch.UNKNOWN


def _parts(text: str) -> tuple[str, str]:
    """The unit of an unresolved period and which one it is: ("quarter", "2") for "q2" and "the second quarter"."""
    if quarter := re.fullmatch(r"q([1-4])", text):
        return "quarter", quarter[1]
    words = [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _EMPTY]
    if words and words[0] in MONTHS:
        return "month", " ".join(words)
    unit = next((word.removesuffix("s") for word in words if word.removesuffix("s") in _UNITS), "")
    if text in _PRESENT:
        return "now", ""
    rest = [_ORDINALS.get(word, word) for word in words if word.removesuffix("s") != unit]
    return unit or text, " ".join(rest)
