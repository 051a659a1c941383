"""Figures in two units that are one: "6 feet 2 inches", "five dollars and fifty cents", "12 stone 4"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.quantity import Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import WORD, Tokens
from claimcheck.quantities.units import Units

_JOINED = frozenset(["length", "mass", "volume", "time"])
# Years and months are no fixed number of days, so "21 years and six months" stays two figures.
_CALENDAR = frozenset(["day", "week", "month", "year", "decade", "century", "fortnight"])
# What a number without a unit counts behind these: "12 stone 4", "5'11".
# Units whose smaller one may follow behind a comma.
_LISTED = frozenset(["foot", "stone", "pound"])
_NEXT = {"stone": "pound", "foot": "inch", "hour": "minute", "pound": "ounce"}


def read_compound(tokens: Tokens, figure: Figure, read: Callable[[int, int], Figure | None], units: Units) -> Figure:
    """The figure with the smaller units that belong to it; `read` reads the figure at a token."""
    figure = _with_half(tokens, _with_margin(tokens, figure, read))
    for _ in range(3):
        longer = _longer(tokens, figure, read, units)
        if longer is None:
            return figure
        figure = longer
    return figure


def _with_margin(tokens: Tokens, figure: Figure, read: Callable[[int, int], Figure | None]) -> Figure:
    """A figure with its margin of error: "12.3 ± 0.8 µm" is 12.3 µm, one figure."""
    at = figure.last
    if tokens[at].text == "+" and tokens.lows(at + 1, at + 3) == ("/", "-"):
        at += 2
    elif tokens[at].text != "±":
        return figure
    margin = read(at + 1, at + 1)
    if margin is None or not (figure.is_bare or margin.is_bare or margin.unit.name == figure.unit.name):
        return figure
    unit = figure.unit if margin.is_bare else margin.unit
    return replace(figure, last=margin.last, unit=unit, kind=unit.kind)


def _with_half(tokens: Tokens, figure: Figure) -> Figure:
    """A fraction behind the unit: "two miles and a half"."""
    parts = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
    at = figure.last
    if (
        not figure.unit.name
        or figure.scaled
        or tokens.lows(at, at + 2) != ("and", "a")
        or tokens[at + 2].low not in parts
    ):
        return figure
    if tokens[at + 3].kind == WORD and tokens[at + 3].low not in words_of("after_part"):
        return figure
    value = figure.low + parts[tokens[at + 2].low]
    return replace(figure, last=at + 3, low=value, high=value, step=Decimal("0.1"))


def _longer(tokens: Tokens, figure: Figure, read: Callable[[int, int], Figure | None], units: Units) -> Figure | None:
    if figure.low != figure.high or (figure.low != figure.low.to_integral_value() and figure.step >= 1):
        return None
    money = figure.kind is Kind.MONEY and "/" not in figure.unit.dimension
    angle = figure.unit.name == "degree"
    if not money and not angle and (figure.unit.dimension not in _JOINED or figure.unit.name in _CALENDAR):
        return None
    at = figure.last
    hyphened = tokens[at].text == "-" and tokens.attached(at) and figure.unit.name == "foot"
    if hyphened or (tokens[at].text == "," and figure.unit.name in _LISTED):  # "six foot, eight inches"
        at += 1
    joined = tokens[at].low in ("and", "&")
    if joined:
        at += 1
    second = read(at, at)
    if second is None or second.first != at or second.low != second.high or second.low <= 0 or second.vague:
        return None
    if second.is_bare:
        if tokens[figure.last].text == ",":
            return None
        return _bare(tokens, figure, second, joined, money, units)
    if figure.unit.name == "hour" and tokens[second.last - 1].text == "m":
        return _sum(figure, second, Decimal(1) / 60)
    if figure.unit.name == "degree" and tokens[second.last - 1].text in "′″'\"’”":
        return _sum(figure, second, Decimal(1) / (60 if second.unit.name == "foot" else 3600))
    if money and second.unit.name.startswith("cent per ") and not second.prefixed and not figure.scaled:
        per = second.unit.name.removeprefix("cent")
        whole = replace(second.unit, name=figure.unit.name + per, factor=second.unit.factor * 100)
        return replace(_sum(figure, second, Decimal("0.01")), unit=whole, kind=whole.kind)
    if second.unit.dimension != figure.unit.dimension or second.prefixed:
        if not (money and second.unit.name in ("cent", "penny", "sen") and not second.prefixed):
            return None
        ratio = Decimal("0.01")
    elif second.unit.factor >= figure.unit.factor or second.unit.name in _CALENDAR:
        return None
    else:
        ratio = second.unit.factor / figure.unit.factor
    if money and (figure.scaled or second.low >= 100):
        return None
    return _sum(figure, second, ratio)


def _bare(tokens: Tokens, figure: Figure, second: Figure, joined: bool, money: bool, units: Units) -> Figure | None:
    """A smaller unit left out: "15 dollars 50", "US$3 and fourteen", "5'11", "12 stone 4"."""
    whole = second.low == second.low.to_integral_value() and second.step == 1 and not second.fraction
    follower = tokens[second.last]
    if not whole or "between" in tokens.lows(max(0, figure.first - 3), figure.first):
        return None
    ends = (follower.kind != WORD and follower.text not in "%-–$£€/") or follower.low in (
        "more",
        "less",
        "per",
        "for",
        "a",
        "each",
        "and",
    )
    ends = ends or follower.kind == "" or (figure.in_words and follower.low in words_of("after_part"))
    if money:
        fits = 10 <= second.low < 100 and not figure.scaled and ends and figure.step == 1
        if figure.prefixed and not joined:
            return None
        return _sum(figure, second, Decimal("0.01")) if fits and figure.low < 10**5 else None
    if figure.unit.name == "pound" and 16 <= second.low < 100 and ends and not joined and figure.in_words:
        sterling = units.marks["£"]
        return replace(_sum(figure, second, Decimal("0.01")), unit=sterling, kind=sterling.kind)
    smaller = _NEXT.get(figure.unit.name)
    if smaller is None or joined:
        return None
    limit = {"stone": 14, "foot": 12, "hour": 60, "pound": 16}[figure.unit.name]
    marked = (
        tokens[figure.last - 1].text in "'’′"
        or tokens[figure.last].text == "-"
        or figure.unit.name == "stone"
        or tokens[figure.last - 1].low == "h"
    )
    if second.low >= limit or not (marked or (figure.unit.name == "foot" and ends)):
        return None
    return _sum(figure, second, units.phrases[smaller].factor / figure.unit.factor)


def _sum(figure: Figure, second: Figure, ratio: Decimal) -> Figure:
    value = figure.low + second.low * ratio if figure.low >= 0 else figure.low - second.low * ratio
    return replace(figure, last=second.last, low=value, high=value, step=second.step * ratio)
