"""Numbers in digits and in words: their value, and the value of their last digit."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from claimcheck.quantities.lexicon import numbers

_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u2009\u202f\u00a0'’]\d{3})+|\d{1,3}(?: \d{3})+(?![\d,.]*\d)|\d+"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
DIGITS = re.compile(
    rf"(?P<sign>(?<![\w.%)])[-−])?(?:(?P<whole>{_GROUPED})(?P<decimals>\.\d+)?|(?P<bare>(?<!\d)\.\d+))"
    rf"(?:[eE](?P<exponent>[+-]?\d{{1,3}})(?!\w)|\s?[x×]\s?10(?:\^|\*\*)?(?P<power>[-−]?\d{{1,2}}))?"
    rf"(?P<fraction>[ -]?[{_VULGAR}]|(?:[ -]\d{{1,2}})?[/⁄]\d{{1,2}}(?![\d/]))?"
)
VULGAR = re.compile(f"[{_VULGAR}]")


class Numeral(NamedTuple):
    """A number as read: its value, where it ends, the value of its last digit, and how it was written.

    `scaled` says that a scale word belongs to it, `in_words` that it has no digits.
    """

    value: Decimal
    end: int
    step: Decimal
    scaled: bool
    in_words: bool
    scale: Decimal = Decimal(1)


def read_digits(match: re.Match[str]) -> Numeral | None:
    """The number of a match of DIGITS: "1,790,000", "2.5", "5⅞", "1.2e6"."""
    whole = re.sub(r"[^\d]", "", match["whole"] or "0")
    decimals = match["decimals"] or match["bare"] or ""
    try:
        value = Decimal(whole + decimals) if len(whole) < 30 else Decimal(0)
    except InvalidOperation:
        return None
    if len(whole) >= 30:
        return None
    step = Decimal(1).scaleb(-max(0, len(decimals) - 1))
    power = match["exponent"] or match["power"]
    if power:
        scale = Decimal(10) ** int(power.replace("−", "-"))
        value, step = value * scale, step * scale
    if match["fraction"]:
        part = _fraction(match["fraction"], value)
        if part is None:
            return None
        value, step = part, Decimal("0.01")
    if match["sign"]:
        value = -value
    return Numeral(value, match.end(), step, bool(power), False)


def _fraction(text: str, whole: Decimal) -> Decimal | None:
    """ "5⅞" is 5.875, "3/4" is 0.75, "2 1/2" is 2.5; None where a slash parts no fraction."""
    body = text.strip(" -")
    if VULGAR.fullmatch(body):
        return whole + Decimal(str(unicodedata.numeric(body)))
    top, bottom = re.split(r"[/⁄]", body)
    divisor = int(bottom)
    if divisor == 0:
        return None
    if top:
        return whole + Decimal(int(top)) / divisor
    return whole / divisor if whole < divisor and divisor in (2, 3, 4, 5, 6, 8, 10, 16) else None


@cache
def word_pattern() -> re.Pattern[str]:
    """Words that may begin a number: "twenty", "a" (hundred), "half"; as a compiled pattern."""
    table = numbers()
    starts = [*table.ones, *table.tens, "half", "a", "an", *table.vague, *table.multiples]
    starts += ["three-quarters", "two-thirds", "quarter"]
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, starts), key=len, reverse=True)) + r")\b", re.I)


_TOKEN = re.compile(r"[ \-\u00a0]?(?:(and)[ \u00a0])?(a |an )?([A-Za-z]+)")


def read_words(text: str, start: int) -> Numeral | None:
    """The number in words that begins at `start`: "one and a half billion", "five thousand three hundred and twelve".

    "a" and "an" begin a number only before a scale ("a billion"), "half" only before "a" and a scale.
    """
    table = numbers()
    low = text[start : start + 140].lower()
    lead = re.match(r"(?:an?|half(?: of)?(?: an?)?|quarter(?: of)?(?: an?)?)[ -](?:half[ -])?", low)
    total = Decimal(0)
    group: Decimal | None = None
    position, scale, step = 0, Decimal(1), Decimal(1)
    if lead and not low.startswith(tuple(table.ones)):
        behind = re.match(r"[a-z]+", low[lead.end() :])
        if not behind or behind[0] not in table.scales:
            return None
        group = Decimal(1)
        if "half" in lead[0]:
            group, step = Decimal("0.5"), Decimal("0.1")
        elif lead[0].startswith("quarter"):
            group = Decimal("0.25")
        position = lead.end()
    end = position
    scaled = False
    while True:
        match = (
            re.match(r"([ \-]?)(?:(and)[ ])?([a-z]+)", low[position:])
            if position or end
            else re.match(r"()()([a-z]+)", low)
        )
        if match is None:
            break
        word, joined = match[3], match[2]
        if word in table.ones or word in table.tens:
            value = table.ones.get(word, table.tens.get(word, Decimal(0)))
            if joined and not scaled:
                break
            if group is None:
                group = value
            elif _may_follow(group, value):
                group += value
            else:
                break
        elif word in table.scales and group is not None and not joined:
            size = table.scales[word]
            if size == 100:
                group *= 100
            elif size == 12:
                group *= 12
            else:
                total, group = total + group * size, None
                scale, step = max(scale, size), size if total % size == 0 and not end else step
            scaled = True
        elif word == "and" or joined:
            half = re.match(r"[ ]and (?:an? )?(half|quarter|third|three[ -]quarters)\b[ ]?", low[position:])
            if half is None or group is None:
                break
            group += {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}.get(
                half[1], Decimal("0.75")
            )
            position += len(half[0].rstrip())
            end = position
            step = Decimal("0.1")
            continue
        elif word == "point" and group is not None:
            digits = re.match(r"[ ]point((?:[ -](?:" + "|".join(list(table.ones)[:10]) + r"|oh))+)\b", low[position:])
            if digits is None:
                break
            places = [table.ones.get(w, Decimal(0)) for w in re.findall(r"[a-z]+", digits[1])]
            for index, digit in enumerate(places, start=1):
                group += digit.scaleb(-index)
            step = Decimal(1).scaleb(-len(places))
            position += len(digits[0])
            end = position
            continue
        else:
            break
        position += match.end()
        end = position
    if group is None and total == 0 and not scaled:
        if not low.startswith("zero"):
            return None
    value = total + (group or 0)
    last = scale if scaled and (group is None) else step
    if scale > 1 and step < 1:
        last = step * scale
    return Numeral(value, start + end, last, scaled, True, scale)


def _may_follow(group: Decimal, value: Decimal) -> bool:
    """Whether a number word goes on the one before: "twenty" + "eight", "hundred" + "twelve"."""
    if group % 100 == 0 and group:
        return value < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10
