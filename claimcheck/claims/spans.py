"""Periods as tables write them: "2020-04-06", "2021-Q1", "1Q21", "H1 2020", "2020-01-01/2020-03-31"."""

from __future__ import annotations

import calendar
import re
from datetime import date

from claimcheck.model.claim import Period

_DAY = r"((?:19|20)\d\d)-(\d\d)-(\d\d)"
_FORMS = (
    ("days", re.compile(rf"{_DAY}(?:[T ]\d.*)?")),
    ("between", re.compile(rf"{_DAY}\s*(?:/|to|–|\.\.)\s*{_DAY}")),
    ("month", re.compile(r"((?:19|20)\d\d)-(\d\d)")),
    ("quarter", re.compile(r"(?:FY)?((?:19|20)\d\d)[-\s]?Q([1-4])", re.IGNORECASE)),
    ("quarter_first", re.compile(r"(?:Q([1-4])|([1-4])Q)[-\s'’]*(?:FY)?((?:19|20)?\d\d)", re.IGNORECASE)),
    ("half", re.compile(r"((?:19|20)\d\d)[-\s]?H([12])", re.IGNORECASE)),
    ("half_first", re.compile(r"(?:H([12])|([12])H)[-\s'’]*((?:19|20)?\d\d)", re.IGNORECASE)),
    ("short_month", re.compile(r"([a-z]{3})\.?\s+((?:19|20)\d\d)", re.IGNORECASE)),
)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}


def read_span(text: str) -> Period | None:
    """The period that a table's way of writing names, "2021-Q1" being January to March; None for other ways.

    A month by its three letters is read too; whatever else people say in words is left to `find_periods`.
    """
    said = text.strip()
    for name, form in _FORMS:
        match = form.fullmatch(said)
        if match:
            groups = [group for group in match.groups() if group is not None]
            try:
                span = _span(name, groups)
            except (ValueError, KeyError):
                return None
            kind = "at" if span[0] == span[1] else "during"
            return Period(said.lower(), *span, kind=kind) if span[0] <= span[1] else None
    return None


def _span(name: str, groups: list[str]) -> tuple[date, date]:
    match name:
        case "days":
            day = date(*map(int, groups))
            return day, day
        case "between":
            return date(*map(int, groups[:3])), date(*map(int, groups[3:]))
        case "month":
            return _months(int(groups[0]), int(groups[1]), 1)
        case "short_month":
            return _months(int(groups[1]), _MONTHS[groups[0].lower()], 1)
        case "quarter" | "half":
            year, part = groups
        case _:
            part, year = groups
    length = 6 if name.startswith("half") else 3
    return _months(_year(year), (int(part) - 1) * length + 1, length)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
