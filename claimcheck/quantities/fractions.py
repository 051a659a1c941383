"""Fractions: "3/4", "5⅞", "two thirds", "and a half", "half of the", "a third of"."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens

VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_SLASHES = frozenset("/⁄∕")


class Part(NamedTuple):
    """A fraction: its value, and the token behind it."""

    value: Decimal
    last: int


def read_vulgar(tokens: Tokens, index: int) -> Part | None:
    """A fraction that is one character: "½"."""
    mark = tokens[index].text
    return Part(Decimal(str(unicodedata.numeric(mark))), index + 1) if mark in VULGAR else None


def read_slashed(tokens: Tokens, index: int) -> Part | None:
    """A fraction in digits, "3/4" or, in tokenised text, "3 / 4"; no date, and nothing over zero."""
    top, slash, bottom = tokens[index], tokens[index + 1], tokens[index + 2]
    if slash.text not in _SLASHES or not (top.text.isdecimal() and bottom.text.isdecimal()):
        return None
    if slash.spaced != bottom.spaced or (tokens[index + 3].text in _SLASHES and tokens.attached(index + 3)):
        return None
    if len(top.text) > 5 or len(bottom.text) > 6 or not int(bottom.text):
        return None
    return Part(Decimal(int(top.text)) / int(bottom.text), index + 3)


def read_mixed(tokens: Tokens, index: int) -> Part | None:
    """A fraction in digits with or without a whole number before it: "3/4", "2 1/4", "10-1/2"."""
    simple = read_slashed(tokens, index)
    if simple is not None:
        return simple
    whole, at = tokens[index], index + 1
    hyphened = tokens[at].text in HYPHENS and tokens.attached(at)
    if hyphened:
        at += 1
    if not (whole.text.isdecimal() and len(whole.text) < 7) or tokens[at].spaced == hyphened:
        return None
    part = read_slashed(tokens, at)
    return Part(int(whole.text) + part.value, part.last) if part is not None and part.value < 1 else None


def read_denominator(tokens: Tokens, index: int, table: Numbers) -> tuple[int, int] | None:
    """What a fraction counts, and the token behind it: "thirds" is 3, "twenty-firsts" 21."""
    at = index + 1 if tokens[index].text in HYPHENS else index
    word = tokens[at].low
    if word in table.tens:
        behind = at + 2 if tokens[at + 1].text in HYPHENS else at + 1
        unit = tokens[behind].low.removesuffix("s")
        small = table.ordinals.get(unit, 99)
        return (table.tens[word] + small, behind + 1) if small < 10 else None
    return (table.denominators[word], at + 1) if word in table.denominators else None


def read_counted_parts(tokens: Tokens, index: int, table: Numbers, count: Decimal) -> Part | None:
    """The value of `count` parts named at a token: 23 + "fifths" is 4.6, 1 + "third of" a third."""
    read = read_denominator(tokens, index, table)
    if read is None or not count:
        return None
    parts, last = read
    word = tokens[last - 1].low
    if word == "quarters" and tokens[index - 2].low in words_of("before_half_of_time") | {"past", "few"}:
        return None
    hyphened = tokens[index].text in HYPHENS
    plural = word in table.plural_denominators or word in ("firsts", "seconds")
    if (count == 1) == plural and not (hyphened and word not in ("half", "quarter")):
        return None
    if parts == 2 and word.startswith("second"):
        return None
    if word.startswith("quarter") and not hyphened and not _is_quartered(tokens, index, last, table):
        return None
    if count == 1 and not hyphened and not _may_follow_part(tokens, last, table):
        return None
    return Part(count / parts, last)


def read_added_part(tokens: Tokens, index: int, table: Numbers) -> Part | None:
    """What is added to a whole number by "and": "a half", "three quarters", "3/5", "½"."""
    token = tokens[index]
    if token.kind == MARK:
        return read_vulgar(tokens, index)
    if token.kind == NUMBER:
        part = read_slashed(tokens, index)
        return part if part is not None and part.value < 1 else None
    if token.low == "half" and tokens[index + 1].low not in ("a", "an", "of", "the"):
        return Part(Decimal("0.5"), index + 1)
    top, at = 1, index + 1
    if token.low in table.below_hundred:
        top = table.below_hundred[token.low]
        behind = at + 1 if tokens[at].text in HYPHENS else at
        if token.low in table.tens and tokens[behind].low in table.ones:
            top, at = top + table.ones[tokens[behind].low], behind + 1
    elif token.low not in ("a", "an"):
        return None
    if tokens[at].low == "and":
        deeper = read_added_part(tokens, at + 1, table)
        return None if deeper is None else Part(top + deeper.value, deeper.last)
    read = read_denominator(tokens, at, table)
    if read is None or top >= read[0]:
        return None
    if tokens[read[1] - 1].low.startswith("quarter") and tokens[read[1]].low in words_of("times_behind"):
        return None
    return Part(Decimal(top) / read[0], read[1])


def read_part(tokens: Tokens, index: int, table: Numbers) -> Part | None:
    """A part of something without a number before it: "half of the", "a third of", "half an hour", "a hundredth"."""
    at = index + 1 if tokens[index].low in ("a", "an") else index
    word = tokens[at].low
    if word == "half":
        return _half(tokens, at)
    if at == index and word != "quarter":
        return None
    if at == index and tokens[at + 1].low == "of" and tokens[at + 2].low in ("a", "an"):
        return Part(Decimal("0.25"), at + 1) if tokens[at + 3].low in words_of("halved_units") else None
    if word != "quarter" and tokens[at + 1].low in words_of("halved_units") and word not in table.plural_denominators:
        return None
    read = read_denominator(tokens, at, table)
    if read is None or tokens[read[1] - 1].low in table.plural_denominators:
        return None
    if not _may_follow_part(tokens, read[1], table) and not _is_unit_hyphened(tokens, read[1]):
        return None
    if at == index and not _is_unit_hyphened(tokens, read[1]) and not _is_scale(tokens, read[1], table):
        return None
    return Part(Decimal(1) / read[0], read[1])


def _half(tokens: Tokens, at: int) -> Part | None:
    if tokens[at - 1].low in words_of("before_half_of_time") or (
        tokens[at - 1].text in HYPHENS and tokens.attached(at)
    ):
        return None
    if tokens[at - 2].low == "and" and tokens[at - 1].low == "a":
        return None
    follower = tokens[at + 1]
    part = Part(Decimal("0.5"), at + 1)
    if tokens[at - 1].low in ("a", "an") and tokens.breaks(at - 1, 0) is False:
        return None
    if follower.text in HYPHENS and tokens.attached(at + 1):
        return part if tokens[at + 2].low in words_of("halved_units") else None
    if follower.low in words_of("behind_half"):
        return part
    if follower.low in words_of("halved_units"):
        return part
    if tokens[at - 1].low in words_of("before_lone_half"):
        return part if follower.kind != WORD or tokens[at - 1].low == "one" else None
    return None


def _is_unit_hyphened(tokens: Tokens, behind: int) -> bool:
    """ "quarter-litre": a part and its unit in one word."""
    return tokens[behind].text in HYPHENS and tokens[behind + 1].low in words_of("halved_units")


def _is_quartered(tokens: Tokens, index: int, behind: int, table: Numbers) -> bool:
    """Whether quarters are parts and no time: "three quarters of the cake", "above one quarter"."""
    parts = tokens[index - 2].low in words_of("before_parts") or (
        tokens[behind].low == "of" and tokens[behind + 1].low in words_of("after_part") | words_of("behind_quarters_of")
    )
    return parts or _is_scale(tokens, behind, table)


def _is_scale(tokens: Tokens, behind: int, table: Numbers) -> bool:
    return tokens[behind].low in table.scales or tokens[behind].low in words_of("halved_units")


def _may_follow_part(tokens: Tokens, behind: int, table: Numbers) -> bool:
    """Whether a fraction, not an ordinal, stands before a token: "one third of", "a quarter mile", "by a fifth."."""
    follower = tokens[behind]
    if follower.kind != WORD:
        return follower.text not in HYPHENS or follower.spaced
    if follower.low == "of":
        return not re.fullmatch(r"(?:19|20)\d\d|last|next|fiscal|this", tokens[behind + 1].low)
    return _is_scale(tokens, behind, table) or follower.low in words_of("after_part")
