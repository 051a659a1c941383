"""Calendar dates: "June 23, 2005", "4 May 2010", "the 4th of July", "April 2018"."""

from __future__ import annotations

import re

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import HYPHENS, NUMBER, Tokens

_LAST_DAY = 31


def calendar_date(tokens: Tokens, index: int) -> Special | None:
    """ "June 23, 2005", "4 May 2010", "the 4th of July", "April 2018", "oct . 7"."""
    text = tokens[index].text
    if not text.isdecimal() or len(text) > 4:
        return None
    first = _month_before(tokens, index)
    if first is not None and ((len(text) == 4 and text[:2] in ("18", "19", "20")) or 1 <= int(text) <= _LAST_DAY):
        last = index + 1
        if len(text) < 4:
            if tokens[last].text in HYPHENS and tokens[last + 1].kind == NUMBER and int(text) < _day(tokens, last + 1):
                last += 2
            last = _past_year(tokens, past_suffix(tokens, last))
        return Special(Kind.DATE, first, last) if not _is_measured(tokens, last) else None
    if len(text) <= 2 and 1 <= int(text) <= _LAST_DAY:
        at = past_suffix(tokens, index + 1)
        if tokens[at].low == "of":
            at += 1
        if tokens[at].text in HYPHENS and tokens.attached(at):
            at += 1
        if tokens[at].low in words_of("months") and (tokens[at].text[0].isupper() or len(tokens[at].low) > 3):
            plain = tokens[at].low in words_of("month_homonyms") and not tokens[at].text[0].isupper()
            return None if plain else Special(Kind.DATE, index, _past_year(tokens, at + 1))
    return None


def _day(tokens: Tokens, index: int) -> int:
    text = tokens[index].text
    return int(text) if text.isdecimal() and int(text) <= _LAST_DAY else 0


def _month_before(tokens: Tokens, index: int) -> int | None:
    at = index - 1
    if tokens[at].text in (".", ",") and tokens[at - 1].low in words_of("months"):
        at -= 1
    if tokens[at].low not in words_of("months"):
        return None
    if tokens[at].low in words_of("month_homonyms") and not tokens[at].text[0].isupper():
        if tokens[at - 1].low not in words_of("before_months"):
            return None
    return at


def past_suffix(tokens: Tokens, index: int) -> int:
    """The token behind the ending of an ordinal in digits: "th" in "4th"."""
    return index + 1 if tokens.attached(index) and tokens[index].low in words_of("ordinal_endings") else index


def _past_year(tokens: Tokens, index: int) -> int:
    """The token behind a year that may follow a day or month: ", 2005"."""
    at = index
    if tokens[at].text == "." and tokens.attached(at) and tokens[at + 1].kind == NUMBER:
        at += 1
    if tokens[at].text == ",":
        at += 1
    text = tokens[at].text
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text) and not _is_measured(tokens, at + 1):
        return at + 1
    return index


def _is_measured(tokens: Tokens, index: int) -> bool:
    return tokens[index].text == "%" or tokens[index].low in words_of("behind_amounts")
