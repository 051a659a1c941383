"""Whether two claims speak of the same time."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.model.claim import Claim, Period


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
        return _match(one, two)
    if left.day is not None and right.day is not None and left.day != right.day:
        return PeriodMatch.DIFFERENT
    return PeriodMatch.UNKNOWN if (one is None) != (two is None) else PeriodMatch.SAME


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
    return PeriodMatch.SAME if one.text == two.text else PeriodMatch.DIFFERENT
