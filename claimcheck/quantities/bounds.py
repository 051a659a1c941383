"""Hedges around a figure: "over", "at least", "about", "or more"."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.quantity import Bound, Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import Hedges, hedges, is_change, words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

_LONGEST = 6
_MOST_SKIPPED = 2
# "6% over $42 million" and "3 points below 40%" compare with a level.
_PLACES = (("over",), ("above",), ("below",), ("under",))
_OR_EQUAL = {">": ">=", "<": "<="}


class Hedge(NamedTuple):
    """The sign of a figure's hedge, its words, and the tokens where it begins and ends around the figure."""

    sign: str
    words: str
    first: int
    last: int


def find_hedge(tokens: Tokens, figure: Figure, floor: int) -> Hedge:
    """The hedge of a figure: (">", "more than"), ("~<", "almost"), or ("=", "") without one."""
    table = hedges()
    left = _left(tokens, figure, floor, table)
    right = _right(tokens, figure.last, table)
    if right is not None and tokens.lows(figure.last, figure.last + 3) == ("or", "equal", "to"):
        right = None
    if left is not None:
        if tokens.lows(figure.last, figure.last + 3) == ("or", "equal", "to") and left.sign in _OR_EQUAL:
            return Hedge(_OR_EQUAL[left.sign], left.words, left.first, figure.last)
        if right is None or left.sign[0] in "<>" or right.sign[0] == "~":
            return left
    return right or Hedge("=", "", figure.first, figure.last)


def bound_of(sign: str) -> Bound:
    """The bound of a sign; "~<" ("almost") is approximate, and reaches below only."""
    return Bound.ABOUT if sign.startswith("~") else Bound(sign)


def _left(tokens: Tokens, figure: Figure, floor: int, table: Hedges) -> Hedge | None:
    at = figure.first
    if figure.kind is Kind.AGE or tokens[at - 1].low in ("age", "ages", "aged"):
        while tokens[at - 1].low in words_of("before_ages"):
            at -= 1
    for _ in range(_MOST_SKIPPED + 1):
        if at <= floor:
            return None
        before = tokens[at - 1]
        if (
            before.text in HYPHENS and before.text and tokens.attached(at) and tokens.attached(at - 1)
        ) or before.text == "(":
            at -= 1
            before = tokens[at - 1]
        if before.low in table.lasts or before.text == ".":
            for size in range(min(_LONGEST, at - floor), 0, -1):
                phrase = tokens.lows(at - size, at)
                if phrase in table.left:
                    first = at - size
                    if not _is_hedge(tokens, first, phrase, figure, floor):
                        return None
                    return Hedge(table.left[phrase], " ".join(phrase), first, figure.last)
        if before.low not in table.skipped:
            return None
        at -= 1
    return None


def _is_hedge(tokens: Tokens, first: int, phrase: tuple[str, ...], figure: Figure, floor: int) -> bool:
    """Whether a hedging word hedges here: not "5% higher than 3%", "talk about 5", "over three years"."""
    before = tokens[first - 1]
    if phrase[-1] == "than" and (before.kind == NUMBER or before.low in words_of("before_comparison")):
        return False
    if phrase == ("about",):
        return before.low not in words_of("about_verbs")
    if phrase == ("over",) and figure.kind is Kind.DURATION:
        follower = tokens[figure.last].low
        if before.low in words_of("aged_people"):
            return figure.unit.name == "year"
        return before.low in words_of("before_over_duration") or follower in words_of("behind_over_duration")
    if phrase == ("up", "to") and (before.low in words_of("before_up_to") or is_change(before.low)):
        return False
    if phrase in _PLACES and (before.kind == NUMBER or before.low in words_of("before_comparison")):
        return False
    if phrase == ("over",) and before.low in words_of("over_verbs"):
        return False
    if phrase[0] == "as" and before.low in words_of("before_as_many"):
        return False
    if phrase == ("some",):
        return (not figure.fraction and before.low not in ("in", "at")) or figure.scaled
    if phrase == ("say",):
        return before.kind != WORD
    if phrase in (("max",), ("maximum",), ("minimum",), ("near",), ("rough",)):
        return before.low != "the"
    return True


def _right(tokens: Tokens, last: int, table: Hedges) -> Hedge | None:
    at = last
    hyphened = tokens[at].text in HYPHENS and tokens[at].text != "" and tokens.attached(at)
    if hyphened:
        if tokens[at + 1].low not in words_of("hyphened_hedges"):
            return None
        at += 1
    elif tokens[at].kind == WORD and tokens[at].low.endswith("s") and tokens[at + 1].low in ("or", "and"):
        phrase = tokens.lows(at + 1, at + 3)
        counted = table.right.get(phrase) if phrase[-1:] != ("some",) and tokens[at + 3].low != "than" else None
        return None if counted is None else Hedge(counted, " ".join(phrase), last, at + 3)
    elif tokens[at].low in (
        "odd",
        "ish",
        "something",
        "some",
        "max",
        "tops",
        "maximum",
        "minimum",
        "approximately",
        "roughly",
    ):
        if tokens[at].low in words_of("hedges_before_only") or tokens[at + 1].kind == NUMBER:
            return None
    if tokens[at].low not in table.firsts:
        return None
    for size in range(4, 0, -1):
        phrase = tokens.lows(at, at + size)
        if phrase in table.right and tokens[at + size].low != "than":
            adds = tokens[at + size]
            if phrase in (("plus",), ("+",)) and (
                adds.kind == NUMBER or (adds.text in "$£€(" and adds.text) or not (hyphened or _ends(tokens, at))
            ):
                return None
            return Hedge(table.right[phrase], " ".join(phrase), last, at + size)
    return None


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether "plus" closes a figure ("20 plus people", "100+"): not "pay plus a bonus"."""
    follower = tokens[at + 1]
    return (
        tokens[at].text == "+"
        or follower.kind != WORD
        or follower.low.endswith("s")
        or follower.low in words_of("irregular_plurals")
    )
