"""Units behind and before a number, and the rates they make."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import Unit, Units, units

_LONGEST = 4
_RATE = re.compile(
    r"(?P<how>\s(?:per|an?)\s|\s?/\s?)(?P<what>share|gallon|barrel|ton|tonne|pound|kilogram|ounce|"
    r"day|week|month|quarter|year|hour|"
    r"minute|second|night|head|person|capita|household|mile|kilometer|unit|bushel|acre|hectare|square foot|"
    r"square meter|liter|litre|student|pupil|patient|worker|employee|vehicle|piece|ticket|dose|watt|annum|hr|yr)\b"
    r"(?!\s+(?:earlier|ago|before|later|old)\b)",
    re.IGNORECASE,
)
_INFORMAL = {"hr": "hour", "yr": "year", "annum": "year", "litre": "liter", "ton": "tonne"}
# Letters that are words or names far more often than units: only right behind digits, and not before a word.
_RISKY = frozenset((*"mshlgtkcdbfawvjno", "in", "as", "at", "us", "no", "so", "pa", "ma", "am", "mi", "ha", "hp", "ps"))
_POUND_MONEY = re.compile(
    r"\b(?:cost|pay|paid|price|spend|spent|worth|budget|fund|grant|tax|bill|salary|wage|fine|£)", re.I
)


class Found(NamedTuple):
    """A unit and where it ends in the text."""

    unit: Unit
    end: int


def find_unit(text: str, end: int, ton: str, scaled: bool, in_words: bool) -> Found | None:
    """The unit behind a number that ends at `end`: "tons" in "five tons", "%" in "40%", "-year" in "5-year"."""
    table = units(ton)
    gap = re.match(r"[ \u00a0\u2009\u202f]?(?:-(?=[a-zA-Z]))?|\n", text[end : end + 2])
    attached = gap is None or gap.end() == 0
    start = end + (gap.end() if gap else 0)
    window = text[start : start + 60]
    if not window:
        return None
    best: Found | None = None
    for stop in sorted(set(_ends(window)), reverse=True):
        name = window[:stop]
        unit = _lookup(table, name, attached, in_words, window[stop : stop + 12])
        if unit is not None:
            best = Found(unit, start + stop)
            break
    if best is None:
        return None
    if best.unit.name == "pound" and (scaled or _POUND_MONEY.search(text[max(0, start - 60) : start + 60])):
        best = Found(table.prefixes["£"], best.end)
    return best


def find_rate(text: str, end: int, unit: Unit) -> Found:
    """The unit with what it is per: "$4 a gallon" is dollar per gallon."""
    match = _RATE.match(text, end)
    if match is None or unit.kind not in (Kind.MONEY, Kind.MEASURE) or "/" in unit.dimension:
        return Found(unit, end)
    what = match["what"].lower()
    what = _INFORMAL.get(what, what)
    base = units().words.get(what)
    below = base.dimension if base is not None and base.dimension else what
    factor = unit.factor / base.factor if base is not None and base.dimension else unit.factor
    rate = replace(
        unit,
        name=f"{unit.name} per {what}",
        dimension=f"{unit.dimension}/{below}",
        factor=factor,
        kind=Kind.RATE,
    )
    return Found(rate, match.end())


def find_prefix(text: str, start: int, ton: str) -> tuple[Unit, int] | None:
    """The currency before a number and where it begins: "US$" in "US$1.2bn"."""
    match = _prefix_pattern(ton).search(text[max(0, start - 6) : start])
    if match is None:
        return None
    return units(ton).prefixes[match[1]], start - len(match.group())


@cache
def _prefix_pattern(ton: str) -> re.Pattern[str]:
    names = sorted(units(ton).prefixes, key=len, reverse=True)
    return re.compile(r"(?<![A-Za-z])(" + "|".join(map(re.escape, names)) + r")[ \u00a0]?[-−]?$")


def _ends(window: str) -> list[int]:
    """Where a unit of up to four words may end."""
    ends: list[int] = []
    position = 0
    for _ in range(_LONGEST):
        match = re.compile(
            r"[ \-\u00a0]?(?:[A-Za-zµμ]+(?:['’.](?=[A-Za-z]))?|[°%¢€£¥₹²³]|/(?=[A-Za-z]))+(?:[²³]|\^?[23](?!\d))?"
        ).match(window, position)
        if match is None or match.end() == position:
            break
        position = match.end()
        ends.append(position)
        slash = window.find("/", match.start(), match.end())
        if slash > 0:
            ends.append(slash)
        if window[match.start() : match.end()].lstrip()[:1] == "%":
            ends.append(match.start() + len(match.group()) - len(match.group().lstrip()) + 1)
    return ends


def _lookup(table: Units, name: str, attached: bool, in_words: bool, after: str) -> Unit | None:
    plain = name.replace("\u00a0", " ").replace("’", "'")
    low = plain.lower()
    if (low in _RISKY or len(plain) == 1) and plain.isalpha():
        if in_words or re.match(r"['’]|-[a-z]|\.[A-Za-z]", after):
            return None
        if not attached and (low in ("in", "a", "as", "at", "us", "no", "so", "am") or plain.isupper()):
            return None
        if low == "in":
            return table.words.get("inch") if re.match(r"[.,;)]|$", after) else None
        return table.words.get("x") if low == "x" else table.symbols.get(plain)
    unit = table.symbols.get(plain) or table.words.get(low)
    if unit is None and low.endswith("s"):
        unit = table.words.get(low[:-1])
    if unit is None and "-" in low:
        unit = table.words.get(low.replace("-", " "))
    return unit


def count_unit() -> Unit:
    """What a bare number has for a unit: nothing."""
    return Unit("", "", Decimal(1), Kind.COUNT)
