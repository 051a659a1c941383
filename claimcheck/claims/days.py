"""The days of a time phrase: quarters, months, spans back from a day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}


def quarter_span(year: int, number: int) -> tuple[date, date]:
    """The days of a quarter: the second of 2021 is April to June."""
    month = number * 3
    return date(year, month - 2, 1), date(year, month, calendar.monthrange(year, month)[1])


def day_or_month(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    """A day, or all days of a month when `day` is None; None for a day that the month has not."""
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= int(day) <= last:
        return None
    return date(year, month, int(day)), date(year, month, int(day))


def count_of(word: str | None) -> int:
    """The number that a count says: 3 for "three" and "3", 1 for none, as in "last year"."""
    if not word:
        return 1
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def back_from(day: date, count: int, unit: str) -> date | None:
    """The day so many units before another: three months before the 31st of May is the last of February."""
    if unit in ("day", "week"):
        return day - timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def units_span(groups: dict[str, str | None], year: int | None, day: date | None) -> tuple[date, date] | None:
    """The span of "the first nine months of 2020" or "the last five years"."""
    count, unit = count_of(groups.get("count")), (groups["unit"] or "").lower()
    if (groups.get("ordinal") or "").lower() == "first":
        if day is not None and year is None:
            year = day.year
        months = count * {"month": 1, "quarter": 3}.get(unit, 99)
        if year is None or months > 12:
            return None
        return date(year, 1, 1), date(year, months, calendar.monthrange(year, months)[1])
    start = back_from(day, count, unit) if day is not None else None
    return (start, day) if start is not None and day is not None else None


def ago_span(groups: dict[str, str | None], day: date | None) -> tuple[date, date] | None:
    """The day of "three weeks ago"."""
    there = back_from(day, count_of(groups.get("count")), (groups["unit"] or "").lower()) if day else None
    return (there, there) if there else None


def relative_span(unit: str, shift: int, day: date | None) -> tuple[date, date] | None:
    """The span of "last year", "this month", "next week", seen from a day."""
    if day is None:
        return None
    if unit == "year":
        return date(day.year + shift, 1, 1), date(day.year + shift, 12, 31)
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
        return day_or_month(year, month + 1, None)
    if unit == "quarter":
        index = day.year * 4 + (day.month - 1) // 3 + shift
        return quarter_span(index // 4, index % 4 + 1)
    length = 7 if unit == "week" else 1
    start = day + timedelta(shift * length - (day.weekday() if unit == "week" else 0))
    return start, start + timedelta(length - 1)
