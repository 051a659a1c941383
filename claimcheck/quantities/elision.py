"""Units that were said once for several figures: "45 and 50 mg", "5% and 7", "of which half a billion"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.quantity import Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import is_change, words_of
from claimcheck.quantities.rates import find_rate
from claimcheck.quantities.tokens import HYPHENS, WORD, Tokens
from claimcheck.quantities.units import Found, Units

_REACH = 30
_SEPARATORS = frozenset([",", "and", "or", "&", "/", "nor", "x", "×"])


def share_units(tokens: Tokens, figures: Sequence[Figure], units: Units) -> list[Figure]:
    """The figures of a text, in order, with the units that they leave out; each keeps its own span."""
    shared = list(figures)
    for index in range(1, len(shared)):
        shared[index] = _as_millions(tokens, shared[index - 1], shared[index])
    for index in range(len(shared) - 2, -1, -1):
        listed = index + 1 < len(shared) - 1 and figures[index + 1].is_bare
        shared[index] = _from_behind(tokens, shared[index], shared[index + 1], listed)
    for index in range(1, len(shared)):
        aside = index > 1 and tokens[shared[index - 1].first - 1].text == "("
        shared[index] = _from_before(tokens, shared[index - 2 if aside else index - 1], shared[index])
        shared[index] = _as_points(tokens, shared[:index], shared[index])
        shared[index] = _converted(tokens, shared[index - 1], shared[index])
    for index in range(len(shared) - 1):
        shared[index] = _with_rate_behind(tokens, shared[index], shared[index + 1], units)
    return shared


def _from_behind(tokens: Tokens, figure: Figure, following: Figure, listed: bool) -> Figure:
    """ "100, 500 and 1500 m", "9.8 and 3.4%", "a 7- or 8-inch screen", "from 3 to 5 percent".

    `listed` says that the following figure had no unit of its own either; a comma alone joins only such lists.
    """
    if not figure.is_bare or figure.vague or not following.unit.name:
        return figure
    at = figure.last
    if tokens[at].text in HYPHENS and tokens[at].text and tokens[at + 1].spaced:
        at += 1
    between = tokens.lows(at, following.first)
    joined = 0 < len(between) <= 3 and all(
        word in _SEPARATORS or word in words_of("hedges_in_ranges") for word in between
    )
    if between in (("up",), ("down",)) and following.unit.name == "point" and figure.step < 1:
        return figure.measured_in(following.unit)  # "the index stood at 6,309.03, up 58.06 points"
    moved = between == ("to",)
    if following.kind is Kind.MULTIPLE and not moved:
        return figure
    if not ((joined and between[0] in _SEPARATORS) or moved) or (following.prefixed and not moved):
        return figure
    if figure.in_words and not following.in_words:
        return figure
    ratio = abs(following.low / figure.low) if figure.low else Decimal(0)
    alone = [word for word in between if word in _SEPARATORS] == [","]
    near = ratio < 1000 if listed else Decimal("0.4") < ratio < Decimal("2.5")
    if alone and not near:
        return figure
    unscaled = not figure.scaled and following.scaled and figure.low < 1000
    scale = following.scale if unscaled else 1
    return replace(
        figure.measured_in(following.unit), kind=following.kind,
        low=figure.low * scale, high=figure.high * scale, step=figure.step * scale, scale=figure.scale * scale,
    )  # fmt: skip


def _from_before(tokens: Tokens, previous: Figure, figure: Figure) -> Figure:
    """ "5% in May and 4 in June", "208 pounds to 193", "$1.5 billion, of which half a billion"."""
    if (
        not figure.is_bare
        or (figure.vague and not figure.scaled)
        or not previous.unit.name
        or (figure.fraction and not figure.scaled)
    ):
        return figure
    between = tokens.lows(previous.last, figure.first)
    if len(between) > _REACH or _ends_sentence(tokens, previous.last, figure.first) or not _closes(tokens, figure):
        return figure
    if previous.kind is Kind.MONEY and figure.scaled and figure.low >= 10**6:
        if len(between) > 4 and any(is_change(word) for word in between):
            return figure  # "... $301 million as passenger numbers rose to 2.9 million"
        return figure.measured_in(previous.unit)
    if previous.kind in (Kind.RATE, Kind.DURATION, Kind.AGE, Kind.MULTIPLE) or figure.in_words or figure.scaled:
        return figure
    if not previous.low or not 0.05 < abs(figure.low / previous.low) < 20:
        return figure
    if not between or not _links(between, previous, figure):
        return figure
    return figure.measured_in(previous.unit)


def _as_points(tokens: Tokens, before: Sequence[Figure], figure: Figure) -> Figure:
    """ "The index rose 2.1% to 463.87 points, the small caps 0.4% to 318.2": points, said once for both."""
    if len(before) < 3 or not figure.is_bare or figure.step >= 1 or before[-1].kind is not Kind.PERCENT:
        return figure
    level = before[-2]
    if level.unit.name != "point" or tokens.lows(before[-1].last, figure.first) not in (("to",), ("at",)):
        return figure
    return figure if _ends_sentence(tokens, level.last, figure.first) else figure.measured_in(level.unit)


def _converted(tokens: Tokens, previous: Figure, figure: Figure) -> Figure:
    """ "more than 100 kilometers (60 miles)": a conversion in parentheses is bounded as what it converts."""
    if (
        previous.sign == "="
        or figure.sign != "="
        or tokens[figure.first - 1].text != "("
        or previous.last + 1 != figure.first
    ):
        return figure
    money = previous.kind is Kind.MONEY and figure.kind is Kind.MONEY
    if not money and (previous.unit.dimension != figure.unit.dimension or previous.is_bare):
        return figure
    return replace(figure, sign=previous.sign, hedge=previous.hedge)


def _links(between: tuple[str, ...], previous: Figure, figure: Figure) -> bool:
    """Whether the words between two figures compare or list them, so that the second has the first's unit."""
    last = between[-1]
    if last in words_of("hedges_in_ranges") and len(between) > 1:
        last = between[-2]
    if len(between) <= 2 and last in ("to", "from"):
        return previous.kind is not Kind.PERCENT or last == "from" or figure.step == previous.step
    if len(between) <= 2 and last in (",", "and", "or", "versus", "vs", "than", "against"):
        return figure.step < 1 or previous.kind in (Kind.PERCENT, Kind.POINT)
    decimal = figure.step < 1 and previous.step < 1
    if last in ("and", ",", "from", "to", "versus", "than", "against", "with"):
        return decimal or (previous.kind is Kind.PERCENT and len(between) <= 6 and last in ("and",))
    return last == "by" and previous.kind is Kind.PERCENT and any(is_change(word) for word in between)


def _closes(tokens: Tokens, figure: Figure) -> bool:
    """Whether no noun follows that the figure could count."""
    follower = tokens[figure.last]
    if follower.text in HYPHENS and follower.text:
        return follower.spaced
    return follower.kind != WORD or follower.low in words_of("behind_elided_units")


def _ends_sentence(tokens: Tokens, start: int, end: int) -> bool:
    for index in range(start, end):
        if tokens[index].text in (".", "!", "?", ";") and (tokens[index + 1].spaced or index + 1 == end):
            return True
        if tokens.breaks(index + 1, 2):
            return True
    return False


def _as_millions(tokens: Tokens, previous: Figure, figure: Figure) -> Figure:
    """ "£12.4m from 11.9m": the letter of millions, not of meters, beside an amount of money in millions."""
    if previous.kind is not Kind.MONEY or tokens[figure.last - 1].text != "m" or figure.unit.name != "meter":
        return figure
    if previous.scale != 10**6 or _ends_sentence(tokens, previous.last, figure.first):
        return figure
    million = 10**6
    return replace(
        figure.measured_in(previous.unit), low=figure.low * million, high=figure.high * million,
        step=figure.step * million, scale=previous.scale,
    )  # fmt: skip


def _with_rate_behind(tokens: Tokens, figure: Figure, following: Figure, units: Units) -> Figure:
    """ "C$6 (US$4.46) per share": both are per share."""
    at = following.last
    if figure.kind is not Kind.MONEY or tokens[figure.last].text != "(" or figure.last + 1 != following.first:
        return figure
    if tokens[at].text != ")" or tokens[at + 1].low not in ("per", "a", "an"):
        return figure
    rated = find_rate(tokens, Found(figure.unit, at + 1), units)
    return figure.measured_in(rated.unit)
