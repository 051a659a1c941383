"""The quarter that a call reports on, as its title, its opening words or its file's name tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimcheck.claims.days import count_of, quarter_span
from claimcheck.model.document import Document, TurnKind

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NUMBER = r"(?:Q(?P<{0}digit>[1-4])|(?P<{0}ordinal>first|second|third|fourth)[- ]quarter)"
_YEAR = r"(?P<{0}year>(?:20|['’])\d\d)"
# Between a quarter and its year: "fourth quarter and full-year fiscal 2019", "second quarter ended June 30, 2021".
_BETWEEN = (
    r"(?:['’]s)?,?(?:\s+(?:and|of|for|the|full|fiscal|calendar|financial|year|year[- ]end|full[- ]year|FY|results|"
    r"earnings|conference|call|(?:ended|ending)(?:\s+on)?\s+[A-Z][a-z]+\s+\d{1,2},?))*\s+(?:FY)?"
)
_NAMED = re.compile(
    _NUMBER.format("a")
    + _BETWEEN
    + _YEAR.format("a")
    + r"\b|\b(?:20|['’])(?P<byear>\d\d)(?:['’]s)?,?\s+(?:fiscal\s+|FY\s*)?"
    + _NUMBER.format("b"),
    re.IGNORECASE,
)
_SESSION = re.compile(r"\b(?:call|webcast|results|earnings|conference|presentation|release)\b", re.IGNORECASE)
_FILE = re.compile(
    r"(?:^|[_\W])(?:q(?P<adigit>[1-4])[-_ ]?(?:fy)?(?P<ayear>20\d\d)|(?P<byear>20\d\d)[-_ ]?q(?P<bdigit>[1-4]))(?!\d)",
    re.IGNORECASE,
)
_EARLIER = ("last", "prior", "previous", "past")
_OPENING = 3000
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter as it was named, the third of 2021: no more is known of a fiscal year than its number."""

    year: int
    number: int

    def moved(self, quarters: int) -> Quarter:
        """The quarter so many later, or earlier."""
        index = self.year * 4 + self.number - 1 + quarters
        return Quarter(index // 4, index % 4 + 1)

    def named(self, number: int) -> Quarter:
        """The quarter meant by its number alone: the last such one, but the next one when it comes next.

        In a call on the second quarter of 2021, "the third quarter" is that of 2021 and "the fourth quarter" that of
        2020.
        """
        coming = self.moved(1)
        return coming if coming.number == number else Quarter(self.year - (number > self.number), number)


def find_reported(document: Document) -> Quarter | None:
    """The quarter that a document reports on: "welcome to the third quarter 2021 earnings call", "ACME_q3_2021.txt"."""
    title = document.title.value if document.title is not None else ""
    for match in _NAMED.finditer(title):
        return _quarter(match)
    opening = "\n".join(turn.text for turn in document.turns if turn.kind is not TurnKind.METADATA)[:_OPENING]
    for match in _NAMED.finditer(opening):
        near = opening[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if _SESSION.search(near) or _SESSION.search(match.group()):
            return _quarter(match)
    named = _FILE.search(document.file.rsplit("/", 1)[-1])
    return _quarter(named) if named is not None else None


def span_of(name: str, groups: Mapping[str, str | None], quarter: Quarter) -> tuple[date, date] | None:
    """The days of a time phrase that was said of a quarter: "the quarter", "last quarter", "the first half".

    `name` is the phrase's pattern and `groups` its parts. What means one time in a call's report and another in its
    outlook ("this quarter", "this year" in the last quarter's call) has none.
    """
    which = (groups.get("which") or "").lower()
    unit = (groups.get("unit") or groups.get("span") or groups.get("span2") or "").lower()
    number = int(groups.get("digit") or _ORDINALS.get((groups.get("ordinal") or "").lower(), 0))
    first = not which and groups.get("year") is None and quarter.number < 4
    match name:
        case "quarter" if number:
            return _days(quarter.named(number))
        case "quarter_which" if which in _EARLIER and number:
            return _days(Quarter(quarter.year - 1, number))
        case "quarter_which" if which in ("this", "current") and number:
            return _days(Quarter(quarter.year, number))
        case "the_quarter":
            return _days(quarter)
        case "year_ago" if unit == "quarter":
            return _days(Quarter(quarter.year - 1, number) if number else quarter.moved(-4))
        case "which_unit" if unit == "quarter" and which in ("next", *_EARLIER):
            return _days(quarter.moved(1 if which == "next" else -1))
        case "which_unit" if unit == "quarter" and which == "year-ago":
            return _days(quarter.moved(-4))
        case "which_unit" if unit == "year" and (which in ("prior", "previous") or quarter.number < 4):
            shift = -1 if which in _EARLIER else 0 if which in ("this", "current") else None
            return _year(quarter.year + shift) if shift is not None else None
        case "full_year" if first:
            return _year(quarter.year)
        case "half_year" if first and number:
            return date(quarter.year, 6 * number - 5, 1), _days(Quarter(quarter.year, 2 * number))[1]
        case "first_units" if first and number == 1 and unit in ("month", "quarter"):
            quarters = count_of(groups.get("count")) // (3 if unit == "month" else 1)
            return (date(quarter.year, 1, 1), _days(Quarter(quarter.year, quarters))[1]) if 0 < quarters < 5 else None
        case "year_to_date":
            return date(quarter.year, 1, 1), _days(quarter)[1]
    return None


def _days(quarter: Quarter) -> tuple[date, date]:
    return quarter_span(quarter.year, quarter.number)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _quarter(match: re.Match[str]) -> Quarter:
    groups = match.groupdict()
    year = re.sub(r"\D", "", groups.get("ayear") or groups.get("byear") or "")
    digit = groups.get("adigit") or groups.get("bdigit")
    ordinal = groups.get("aordinal") or groups.get("bordinal") or ""
    return Quarter(int(year[-2:]) + 2000, int(digit) if digit else _ORDINALS[ordinal.lower()])
