"""Periods: the time a figure is for, resolved against the document's date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from claimcheck.claims.days import (
    NUMBERS,
    ago_span,
    back_from,
    count_of,
    day_or_month,
    quarter_span,
    relative_span,
    units_span,
)
from claimcheck.claims.reported import Quarter, span_of
from claimcheck.model.claim import Period

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "(?P<month>" + "|".join(_MONTHS) + ")"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(NUMBERS) + ")"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"
_WHICH = r"(?P<which>last|previous|prior|past|this|current|next|coming|same|year-ago|following)"
_FISCAL = r"(?:(?:fiscal|financial|calendar|full)[- ]?(?:year)?[- ]?)?(?:FY)?[- ]?"
_QUARTER = r"(?:Q(?P<digit>[1-4])|(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter)"

# Each pattern with the pieces of text, in lower case, of which one must be there: most sentences have hardly any.
_QUARTERS = ("quarter", "q1", "q2", "q3", "q4")
_UNITS = ("day", "week", "month", "quarter", "year", "decade", "period")
_CENTURIES = ("19", "20")
_PATTERNS: tuple[tuple[str, Collection[str], str], ...] = (
    (
        "ended",
        ("ended", "ending"),
        rf"\b(?:{_COUNT}[- ](?P<unit>month|week)s?(?:\s+period)?|(?P<whole>quarter|year|half))\s+(?:ended|ending)"
        rf"\s+(?:on\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?!\d)(?:,?\s+{_YEAR}\b)?",
    ),
    (
        "quarter_year",
        _QUARTERS,
        rf"\b{_QUARTER}(?:'s)?,?\s+(?:results\s+)?(?:of\s+|in\s+|for\s+)?(?:the\s+)?{_FISCAL}(?:year\s+)?{_YEAR}\b",
    ),
    (
        "year_ago",
        _UNITS,
        r"\b(?:(?:prior|previous|last)[- ]year(?:['’]s)?|year[- ](?:ago|earlier))\s+"
        r"(?:(?P<ordinal>first|second|third|fourth)[- ]|\w+\s+)?"
        r"(?P<span>quarter|period|month)\b"
        r"|\b(?:same|comparable|corresponding|equivalent)\s+(?P<span2>quarter|period|month)\s+(?:(?:in|of)\s+)?"
        r"(?:the\s+)?(?:(?:last|prior|previous)\s+year|a year (?:ago|earlier|before))\b",
    ),
    ("quarter_which", _QUARTERS, rf"\b{_QUARTER}\s+(?:of|in)?\s*(?:the\s+)?{_WHICH}\s+(?:fiscal\s+)?year\b"),
    (
        "half_year",
        ("half",),
        rf"\b(?P<ordinal>first|second)[- ]half(?:\s+(?:of\s+)?(?:the\s+)?(?:{_FISCAL}{_YEAR}|(?:fiscal\s+)?year))?\b",
    ),
    (
        "first_units",
        ("first", "last", "past", "trailing"),
        rf"\b(?:the\s+)?(?P<ordinal>first|last|past|trailing)[- ]{_COUNT}[- ]{_UNIT}"
        rf"(?:\s+of\s+(?:the\s+)?(?:{_FISCAL}{_YEAR}|{_WHICH}\s+year|year))?",
    ),
    (
        "over_units",
        _UNITS,
        rf"\b(?:over|in|during|for|within|across|throughout)\s+(?:the\s+)?"
        rf"(?:(?:last|past|previous|preceding)\s+{_COUNT}|(?:last|past)\s+(?!quarter)|(?:two|three|four|five|six|seven|eight|nine|ten))\s*{_UNIT}\b",
    ),
    ("ago", ("ago", "earlier"), rf"\b(?:a|an|one|{_COUNT})\s+{_UNIT}\s+(?:ago|earlier)\b"),
    ("day_month_year", _MONTHS, rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b"),
    ("month_day_year", _MONTHS, rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+{_YEAR}\b)?"),
    (
        "month_year",
        _MONTHS,
        rf"\b(?:(?P<lead>in|by|since|until|during|for|of|end of|last|this|next|our|the)\s+)"
        rf"{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?\b",
    ),
    ("month_year", _MONTHS, rf"\b(?P<lead>){_MONTH},?\s+{_YEAR}\b"),
    (
        "year_end",
        ("end",),
        rf"\b(?:at\s+|by\s+)?(?:the\s+)?(?:year[- ]end|end\s+of\s+(?:the\s+)?year|"
        rf"end\s+of(?=\s+{_FISCAL}(?:19|20)\d\d))\s*(?:{_FISCAL}{_YEAR})?\b",
    ),
    (
        "years",
        _CENTURIES,
        rf"\b(?:from\s+|between\s+)?{_YEAR}\s*(?:[-–/]|to|through|and)\s*(?P<until>(?:19|20)?\d\d)\b",
    ),
    ("since_year", _CENTURIES, rf"\b(?:since|from)\s+(?:{_FISCAL})?{_YEAR}\b"),
    ("by_year", _CENTURIES, rf"\b(?:by|until|through|before)\s+(?:{_FISCAL})?{_YEAR}\b"),
    ("year", _CENTURIES, rf"(?<![-–\w])(?:{_FISCAL}){_YEAR}\b"),
    ("quarter", _QUARTERS, rf"\b{_QUARTER}\b"),
    (
        "which_unit",
        _UNITS,
        rf"\b(?:{_WHICH})\s+(?:fiscal\s+|financial\s+|calendar\s+)?(?P<unit>day|week|month|quarter|year)(?!-)\b",
    ),
    ("full_year", ("year", "annual"), r"\b(?:full[- ]year|for the year|the fiscal year|annual)\b"),
    ("the_quarter", ("quarter",), r"\b(?:for|in|during|of)\s+the\s+quarter\b|\bquarterly\b"),
    (
        "day_word",
        ("day", "tomorrow", "tonight", "morning", "overnight"),
        r"\b(?P<day_word>today|yesterday|tomorrow|tonight|this morning|overnight)\b",
    ),
    ("year_to_date", ("year",), r"\b(?:so far this year|this year so far|year[- ]to[- ]date|year to date)\b"),
    (
        "to_date",
        ("so far", "to date", "now", "at present", "currently", "moment"),
        r"\b(?:so far|to date|as of now|right now|at present|currently|at the moment)\b",
    ),
)
_PER = re.compile(
    r"\b(?:per|a|an|each|every)\s+(?P<unit>day|week|month|quarter|year)\b(?!-|\s+(?:ago|earlier|before|and|old|later))"
    r"|(?<!average )\b(?P<adverb>daily|weekly|monthly|quarterly|yearly|annually|annual|per annum)\b",
    re.IGNORECASE,
)
# "as of September 30", said in May, was last September.
_BALANCE = re.compile(r"\b(?:as of|as at|ended|ending)\s+$", re.IGNORECASE)
_SAID = {-1: "last", 0: "this", 1: "next"}
_PER_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A period with its place in the sentence."""

    period: Period
    start: int
    end: int


@cache
def _compiled() -> tuple[tuple[str, Collection[str], re.Pattern[str]], ...]:
    return tuple((name, pieces, re.compile(pattern, re.IGNORECASE)) for name, pieces, pattern in _PATTERNS)


def find_periods(text: str, day: date | None, quarter: Quarter | None = None) -> list[TimePhrase]:
    """The time phrases of a sentence, in order: "last year", "Q2 2021", "over the last five years".

    `day` is the document's date; without it relative phrases keep their words and have no start and end.
    `quarter` is the one that a call reports on, which settles "the quarter" and "the first half".
    """
    taken: list[TimePhrase] = []
    low = text.lower()
    for name, pieces, pattern in _compiled():
        if not any(piece in low for piece in pieces):
            continue
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            period = _resolve(name, match, day)
            if quarter is not None and period is not None and (period.start is None or name == "quarter"):
                span = span_of(name, _parts(name, match), quarter)
                period = replace(period, start=span[0], end=span[1]) if span is not None else period
            if period is not None:
                taken.append(TimePhrase(period, match.start(), match.end()))
    return sorted(taken, key=lambda phrase: phrase.start)


def find_rates(text: str) -> list[tuple[str, int, int]]:
    """Where a sentence says how often: ("year", start, end) for "yearly" or "a year"."""
    return [
        (match["unit"] or _PER_ADVERBS.get(match["adverb"].lower(), "year"), match.start(), match.end())
        for match in _PER.finditer(text)
    ]


def _parts(name: str, match: re.Match[str]) -> dict[str, str | None]:
    """The parts of a phrase; "annual" is a kind of figure and no certain year."""
    return {**match.groupdict(), "year": "0"} if match.group().lower() == "annual" else match.groupdict()


def _resolve(name: str, match: re.Match[str], day: date | None) -> Period | None:
    groups = match.groupdict()
    words = re.sub(r"^(?:in|for|of|during|the)\s+", "", " ".join(match.group().lower().split()))
    plain = Period(words, kind=_kind(name, match.group().lower()))
    year = int(groups["year"]) if groups.get("year") else None
    which = _shift(groups.get("which") or groups.get("lead"))
    if year is None and groups.get("which") and day is not None and name != "which_unit":
        year = day.year + which
    span: tuple[date, date] | None = None
    if name == "which_unit" and (which or (groups["which"] or "").lower() in ("this", "current")):
        plain = replace(plain, text=f"{_SAID[which]} {(groups['unit'] or '').lower()}")
    match name:
        case "year_ago":
            return replace(plain, text=f"prior-year {(groups['span'] or groups['span2'] or '').lower()}")
        case "quarter_year" | "quarter_which" | "quarter":
            number = int(groups["digit"]) if groups.get("digit") else _ORDINALS[groups["ordinal"].lower()]
            if year is None and day is not None:
                year = _year_of_quarter(number, day)
            if year is None:
                return replace(plain, text=f"q{number}" if which == 0 else f"q{number} {which:+d}")
            span = quarter_span(year, number)
        case "half_year":
            year = year or (day.year if day else None)
            if year is None:
                return plain
            first = groups["ordinal"].lower() == "first"
            span = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
        case "years":
            last = groups["until"]
            end_year = int(last) if len(last) == 4 else int(str(year)[:2] + last)
            span = (date(year or 1, 1, 1), date(end_year, 12, 31)) if (year or 0) <= end_year else None
        case "year" | "since_year" | "by_year" | "year_end":
            year = year or (day.year if day else None)
            if year is None:
                return plain
            if name == "year_end":
                span = (date(year, 12, 31), date(year, 12, 31))
            elif name == "since_year":
                span = (date(year, 1, 1), day or date(year, 12, 31))
                if span[1] < span[0]:
                    span = (date(year, 1, 1), date(year, 12, 31))
            else:
                span = (date(year, 1, 1), date(year, 12, 31))
        case "month_year" | "day_month_year" | "month_day_year":
            month = _MONTHS[groups["month"].lower()]
            if groups["month"] in ("may", "march") and (groups.get("lead") or "this").lower() in ("this", "our", "the"):
                return None  # "this may cost $5 million"
            if year is None and day is not None:
                year = day.year - (1 if which < 0 and month >= day.month else 0)
            if year is None:
                return plain
            span = day_or_month(year, month, groups.get("day"))
            if span and day and span[1] > day and _BALANCE.search(match.string[: match.start()]) and not groups["year"]:
                span = day_or_month(year - 1, month, groups.get("day"))
        case "ended":
            span = _ended(groups, year, day)
        case "first_units" | "over_units":
            span = units_span(groups, year, day)
        case "ago":
            span = ago_span(groups, day)
        case "which_unit" if _is_attribute(match):
            return None
        case "which_unit":
            span = relative_span(groups["unit"].lower(), which, day)
        case "day_word" if day is not None:
            there = day + timedelta(
                {"yesterday": -1, "overnight": -1, "tomorrow": 1}.get(groups["day_word"].lower(), 0)
            )
            span = (there, there)
        case "year_to_date" if day is not None:
            span = (date(day.year, 1, 1), day)
        case "to_date" if day is not None:
            span = (day, day)
        case _:
            pass
    return plain if span is None else replace(plain, start=span[0], end=span[1])


def _ended(groups: dict[str, str | None], year: int | None, day: date | None) -> tuple[date, date] | None:
    """ "The nine months ended September 30, 2021" are January to September."""
    month = _MONTHS[(groups["month"] or "").lower()]
    last = day_or_month(year or (day.year if day else 1), month, groups["day"])
    if last is None or (year is None and day is None):
        return None
    if year is None and day is not None and last[1] > day:
        last = day_or_month(last[1].year - 1, month, groups["day"])
    unit, whole = (groups["unit"] or "month").lower(), (groups["whole"] or "").lower()
    count = {"quarter": 3, "half": 6, "year": 12}.get(whole) or count_of(groups.get("count"))
    start = back_from(last[1] + timedelta(1), count, unit) if last is not None else None
    return (start, last[1]) if start is not None and last is not None else None


def _is_attribute(match: re.Match[str]) -> bool:
    """Whether "current year" stands before a noun without an article: "a second quarter of current year gains"."""
    return bool(re.search(r"\bof current \w+ [a-z]", match.string[max(0, match.start() - 3) : match.end() + 2].lower()))


def _kind(name: str, words: str) -> str:
    if name in ("since_year",) or words.startswith("since"):
        return "since"
    if name == "by_year" or words.startswith(("by ", "until ")):
        return "by"
    if name in ("day_word", "to_date", "year_end", "ago", "day_month_year", "month_day_year"):
        return "at"
    return "during"


def _shift(which: str | None) -> int:
    word = (which or "").lower()
    if word in ("last", "previous", "prior", "past", "year-ago", "same"):
        return -1
    return 1 if word in ("next", "coming", "following") else 0


def _year_of_quarter(number: int, day: date) -> int:
    """The year of a quarter named without one: the latest that has begun, as calls report the past."""
    return day.year if (number - 1) * 3 + 1 <= day.month else day.year - 1
