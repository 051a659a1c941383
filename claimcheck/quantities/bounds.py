"""Hedges around a figure: "over", "at least", "about", "or more"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.model.quantity import Bound
from claimcheck.quantities.lexicon import hedges

_REACH = 32


@cache
def _left() -> re.Pattern[str]:
    words = sorted(hedges().left, key=len, reverse=True)
    body = "|".join(rf"\b{re.escape(w)}" if w[0].isalpha() else re.escape(w) for w in words)
    return re.compile(rf"(?:{body})(?:\s+(?:an?\s+|the\s+|of\s+)?|(?<=[~≈<>=≥≤])\s?)$", re.IGNORECASE)


@cache
def _right() -> re.Pattern[str]:
    words = sorted(hedges().right, key=len, reverse=True)
    body = "|".join(rf"\s?{re.escape(w)}" if w == "+" else rf"[\s-]{re.escape(w)}\b" for w in words)
    return re.compile(rf"(?:{body})", re.IGNORECASE)


def find_bound(text: str, start: int, end: int) -> tuple[str, str]:
    """The sign and the word of a figure's hedge: (">", "more than"), ("~<", "almost"), or ("=", "")."""
    before = _left().search(text[max(0, start - _REACH) : start])
    if before:
        word = " ".join(re.sub(r"\s+(?:an?|the|of)\s*$", " ", before.group().lower()).split())
        sign = hedges().left.get(word) or hedges().left.get(" ".join(before.group().lower().split()), "=")
        if sign != "=":
            return sign, word
    behind = _right().match(text[end : end + _REACH])
    if behind and not (behind.group().strip().lower() == "plus" and re.match(r"\s*[$\d]", text[end + behind.end() :])):
        word = behind.group().strip(" -").lower()
        return hedges().right.get(word, "="), word
    return "=", ""


def bound_of(sign: str) -> Bound:
    """The bound of a sign; "~<" ("almost") is approximate, and reaches below only."""
    return Bound.ABOUT if sign.startswith("~") else Bound(sign)
