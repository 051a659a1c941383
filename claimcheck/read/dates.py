"""Dates as headers and file names write them: "June 23, 2005", "23 June 2005", "2005-06-23"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimcheck.read.lexicon import header_words


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date and where it stands: "June 23, 2005" is value 2005-06-23."""

    value: date
    start: int
    end: int


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date in a line; a date without a year ("April 6") is none."""
    for match in _patterns().finditer(text):
        found = _to_date(match)
        if found is not None:
            yield FoundDate(found, match.start(), match.end())


def find_doubtful_dates(text: str) -> Iterator[str]:
    """What cannot be as a line has it: a weekday that the date does not fall on, a day that may be a month.

    "Monday, June 3, 2021" was a Thursday; "03/04/2021" is March or April.
    """
    for match in _patterns().finditer(text):
        found = _to_date(match)
        if found is None:
            if match["a4"] and int(match["a4"]) <= 12 and int(match["b4"]) <= 12:
                yield f"date not taken: {match[0]} may be {_either(match)}"
            continue
        weekdays = header_words().weekdays
        before = re.search(rf"\b({'|'.join(weekdays)})\W{{1,3}}$", text[: match.start()], re.IGNORECASE)
        behind = re.match(rf"\W{{1,3}}({'|'.join(weekdays)})\b", text[match.end() :], re.IGNORECASE)
        said = next((one[1] for one in (before, behind) if one), None)
        if said and weekdays.index(said.lower()) != found.weekday():
            yield f"dates differ: {found.isoformat()} is a {weekdays[found.weekday()].title()}, not a {said.title()}"


def _either(match: re.Match[str]) -> str:
    first, second = int(match["a4"]), int(match["b4"])
    days = (_day(match["y4"], first, second), _day(match["y4"], second, first))
    return " or ".join(day.isoformat() for day in days if day)


def date_in_name(name: str) -> date | None:
    """The date a file name holds, as "talk-2021-03-09", "April-24-2020" or "call20110427"."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    found = next(find_dates(re.sub(r"[_\-.]+", "-", stem)), None) or next(
        find_dates(re.sub(r"[_\-.]+", " ", stem)), None
    )
    if found is not None:
        return found.value
    for match in re.finditer(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", stem):
        packed = _day(match[1], match[2], match[3])
        if packed is not None:
            return packed
    return None


def month_day_in_name(name: str) -> str:
    """The day of an unknown year that a file name holds, as ISO 8601 writes it: "briefing_April-24" is "--04-24"."""
    stem = re.sub(r"[_\-.]+", " ", name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
    found = [_to_month_day(match) for match in _month_days().finditer(stem)]
    return found[0] if len(found) == 1 else ""


def without_dates(text: str) -> str:
    """What a header line says besides dates, weekdays and times: "June 3, 2005, Town Hall" is "Town Hall"."""
    for found in reversed(list(find_dates(text))):
        text = text[: found.start] + " \x1f " + text[found.end :]
    text = _clock().sub(" \x1f ", text)
    text = re.sub(r"[\s,;()\[\]–—|-]*\x1f[\s,;()\[\]–—|-]*", "\x1f", text).strip("\x1f \t")
    return text.replace("\x1f", "; ").strip()


def is_time(text: str) -> bool:
    """Whether a line is a time of day: "20:33", "5:39 P.M. EDT"."""
    return bool(text.strip()) and not re.sub(r"[\s\-–—,.()]+", "", _clock().sub("", text))


@cache
def _patterns() -> re.Pattern[str]:
    words = header_words()
    # "september" is cut to four letters as often as to three.
    month = "|".join(
        f"{name[:3]}(?:{name[3:]})?" if name != "september" else "sept?(?:ember)?" for name in words.months
    )
    return re.compile(
        rf"""(?<![\w])(?:
            (?P<m1>{month})\.?[\s\-]+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?[\s\-]+(?P<y1>(?:19|20)\d\d)
          | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s\-]+(?:of\s+)?
            (?P<m2>{month})\.?,?[\s\-]+(?P<y2>(?:19|20)\d\d)
          | (?P<y3>(?:19|20)\d\d)(?P<mark>[\-/.])(?P<n3>\d{{1,2}})(?P=mark)(?P<d3>\d{{1,2}})
          | (?P<a4>\d{{1,2}})[/.](?P<b4>\d{{1,2}})[/.](?P<y4>(?:19|20)\d\d)
        )(?!\w)""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _clock() -> re.Pattern[str]:
    words = header_words()
    weekdays = "|".join(words.weekdays)
    zones = "|".join(words.zones)
    return re.compile(
        rf"""\b(?:{weekdays})\b
          | (?<![\d:])\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*\(?(?:{zones})\b\)?)?(?![\d%])
          | \b\d{{1,2}}\s*[ap]\.?m\b\.?(?:\s*(?:{zones})\b)?""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _month_days() -> re.Pattern[str]:
    month = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in header_words().months)
    return re.compile(
        rf"(?<!\w)(?:(?P<m1>{month})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{month}))(?!\w)", re.IGNORECASE
    )


def _to_month_day(match: re.Match[str]) -> str:
    month, day = _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    # A leap year has every day.
    return f"--{month:02}-{day:02}" if _day(2000, month, day) else ""


def _to_date(match: re.Match[str]) -> date | None:
    if match["m1"]:
        return _day(match["y1"], _month(match["m1"]), match["d1"])
    if match["m2"]:
        return _day(match["y2"], _month(match["m2"]), match["d2"])
    if match["y3"]:
        return _day(match["y3"], match["n3"], match["d3"])
    # "03/04/2021" could be March or April; only a number above 12 tells the day from the month.
    first, second = int(match["a4"]), int(match["b4"])
    if first > 12 >= second:
        return _day(match["y4"], second, first)
    if second > 12 >= first:
        return _day(match["y4"], first, second)
    return _day(match["y4"], first, second) if first == second else None


def _month(name: str) -> int:
    short = name[:3].lower()
    return next(number for number, month in enumerate(header_words().months, 1) if month.startswith(short))


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
