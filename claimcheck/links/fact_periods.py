"""Whether a figure is for the period of a fact, in a document that may be dated or report on a quarter."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from claimcheck.links.fact_settings import Home, Quarter
from claimcheck.links.periods import PeriodMatch, match_periods
from claimcheck.model.claim import Claim, Period

# Results are told within about a quarter of the end of their period.
_MONTH = timedelta(days=31)
_LAG = timedelta(days=100)
_DECEMBER = 12
_THIS_QUARTER = re.compile(r"(?:the |this |current )?quarter(?:ly)?|for the quarter")
_NUMBERED = re.compile(r"q([1-4])(?: ([+-]1))?")


class FactPeriod(StrEnum):
    """SAME: the claim states the fact's period; OPEN: it may be the fact's; OTHER: it is another one."""

    SAME = "same"
    OPEN = "open"
    OTHER = "other"


def match_fact_period(fact: Claim, claim: Claim, home: Home) -> tuple[FactPeriod, str]:
    """How the period of a figure stands to that of a fact, and what is left open, in words.

    "In the first quarter", in a document that reports on Q1 2021, is the fact's Q1 2021; so may be a figure there
    without a period, and one that is said within a hundred days of a fact's end.
    """
    if fact.period is None:
        return FactPeriod.OPEN, "the fact states no period"
    stated = claim.period if claim.period is not None and claim.period.stated and _is_span(claim.period) else None
    if stated is not None:
        placed = _place(stated, home.quarter)
        if placed is None:
            return FactPeriod.OTHER, f'its period, "{stated.text}", is not placed in time'
        return _compare(fact, replace(claim, period=placed))
    carried = _place(claim.period, home.quarter) if claim.period is not None and _is_span(claim.period) else None
    # In a dated text "today" and "last week" are the time of their own sentences only.
    if carried is not None and (claim.day is None or not _is_short(carried)):
        found, doubt = _compare(fact, replace(claim, period=replace(carried, stated=True)))
        return (found, doubt) if found is FactPeriod.OTHER else (FactPeriod.OPEN, _UNSTATED)
    return _by_document(fact.period, claim.day, home)


_UNSTATED = "the period of the figure is not stated"


def _compare(fact: Claim, claim: Claim) -> tuple[FactPeriod, str]:
    one, two = fact.period, claim.period
    if one is not None and two is not None and {one.kind, two.kind} & {"since", "by"} and one.kind != two.kind:
        return FactPeriod.OTHER, f"it is for {two.text}"
    match match_periods(fact, claim):
        case PeriodMatch.SAME:
            return FactPeriod.SAME, ""
        case PeriodMatch.UNKNOWN if one is not None and two is not None and _is_near(one, two):
            return FactPeriod.OPEN, "the period of the figure is not quite the fact's"
        case _:
            return FactPeriod.OTHER, f"it is for {two.text if two else 'another time'}"


def _is_near(fact: Period, said: Period) -> bool:
    """Whether a moment is the end of a fact's span, as December 31 of a year, or a fact's day is in a short span."""
    return fact.end == said.end if said.kind == "at" else _is_short(said)


def _is_short(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.end - period.start <= _MONTH


def _by_document(period: Period, day: date | None, home: Home) -> tuple[FactPeriod, str]:
    """How a figure that states no period stands to a fact's, by what its document is for."""
    start, end = period.start, period.end
    if start is None or end is None:
        return FactPeriod.OPEN, _UNSTATED
    if home.quarter is not None:
        fits = (start, end) == home.quarter.span or (start == end and end == home.quarter.span[1])
        return (FactPeriod.OPEN, _UNSTATED) if fits else (FactPeriod.OTHER, "its document reports on another quarter")
    if day is not None:
        near = start <= day <= end + (_LAG if start != end else timedelta(0))
        return (FactPeriod.OPEN, _UNSTATED) if near else (FactPeriod.OTHER, "it was said at another time")
    if home.is_quarterly or (home.years and end.year not in home.years):
        return FactPeriod.OTHER, "its document may be for another time"
    return FactPeriod.OPEN, _UNSTATED


def _is_span(period: Period) -> bool:
    """Whether a period says when, and not only how often: "a day" does not."""
    return period.is_resolved or period.text != period.per


def _place(period: Period, quarter: Quarter | None) -> Period | None:
    """A period with its days, by the quarter of its document where it names no year; None where that does not tell."""
    if period.is_resolved:
        return period
    if quarter is None:
        return None
    text = period.text
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        number, shift = int(numbered[1]), int(numbered[2] or 0)
        # A later quarter of the year is not over yet, and one of last year is another.
        return _with(period, Quarter(quarter.year + shift, number)) if number <= quarter.number else None
    if _THIS_QUARTER.fullmatch(text):
        return _with(period, quarter)
    if text in ("last quarter", "previous quarter", "prior quarter"):
        previous = quarter.year * 4 + quarter.number - 2
        return _with(period, Quarter(previous // 4, previous % 4 + 1))
    if text in ("prior-year quarter", "prior-year period"):
        return _with(period, Quarter(quarter.year - 1, quarter.number))
    if text in ("full year", "full-year", "year", "the year", "this year") and quarter.number == 4:
        return replace(period, start=date(quarter.year, 1, 1), end=date(quarter.year, 12, 31))
    if _is_last_day(text, quarter.span[1]):
        return replace(period, start=quarter.span[1], end=quarter.span[1], kind="at")
    if text == "last year":
        return replace(period, start=date(quarter.year - 1, 1, 1), end=date(quarter.year - 1, 12, 31))
    return None


def _is_last_day(text: str, end: date) -> bool:
    """Whether words name the day on which a quarter ends: "june 30", "march 31st", "year-end" of a fourth quarter."""
    day = f"{calendar.month_name[end.month].lower()} {end.day}"
    return text.removesuffix("st").removesuffix("th") == day or (text == "year-end" and end.month == _DECEMBER)


def _with(period: Period, quarter: Quarter) -> Period:
    start, end = quarter.span
    return replace(period, start=start, end=end)
