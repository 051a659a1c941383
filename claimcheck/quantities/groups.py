"""Numbers below a thousand, as they are written and said: "two hundred and six", "half a", "one twenty two"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.quantities.digits import Numeral, digits_value, read_parted
from claimcheck.quantities.fractions import read_denominator
from claimcheck.quantities.lexicon import Numbers
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

JOINERS = frozenset(["and", "&"])
_DOZENS = frozenset(["dozen", "dozens"])
_HUNDREDS = frozenset(["hundred", "hundreds"])
_PARTS = frozenset([2, 3, 4, 5, 8, 10])
_MOST_DECIMALS = 12


def read_group(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """A number below a thousand in words, or a literal: "two hundred and six", "3 hundred", "half a", "2.5"."""
    token = tokens[index]
    if token.kind == NUMBER:
        return read_parted(tokens, index) or _literal(tokens, index, table)
    if token.kind != WORD:
        return None
    part = _part_of_scale(tokens, index, table)
    if part is not None:
        return part
    if token.low == "point":
        named = _names_digits(tokens, index + 1, table)
        return _decimals(tokens, Numeral(Decimal(0), index, index, in_words=True), table) if named else None
    small = below_hundred(tokens, index, table) or _implied_one(tokens, index, table)
    if small is None:
        return None
    value, at = small
    numeral = Numeral(Decimal(value), index, at, in_words=True)
    if tokens[at].text in HYPHENS and tokens.attached(at) and tokens[at + 1].low in _HUNDREDS:
        at += 1
    follower = tokens[at].low
    if follower in _DOZENS:
        return replace(numeral, value=numeral.value * 12, last=at + 1)
    if follower in _HUNDREDS and value:
        return _rest_of_hundred(tokens, replace(numeral, value=numeral.value * 100, last=at + 1), table)
    return _decimals(tokens, numeral, table) if follower == "point" else _spoken_hundred(tokens, numeral, table)


def _literal(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """A number in digits with the small words behind it: "3 hundred and 21", "3 dozens", "1 point 1"."""
    read = digits_value(tokens[index].text)
    if read is None:
        return None
    numeral, follower = Numeral(read[0], index, index + 1, read[1]), tokens[index + 1].low
    if follower in _HUNDREDS:
        hundreds = replace(numeral, value=read[0] * 100, step=read[1] * 100, last=index + 2)
        return _rest_of_hundred(tokens, hundreds, table)
    if follower in _DOZENS:
        return replace(numeral, value=read[0] * 12, last=index + 2)
    return _decimals(tokens, numeral, table) if follower == "point" else numeral


def _implied_one(tokens: Tokens, index: int, table: Numbers) -> tuple[int, int] | None:
    """One, where a scale has only an article or stands alone: "a million", "hundred thousand"."""
    token, follower = tokens[index].low, tokens[index + 1].low
    scale = follower in table.bare_scales or (follower in table.scales and not follower.endswith("s"))
    if token in ("a", "an") and scale:
        return 1, index + 1
    return (1, index) if token in table.bare_scales else None


def _names_digits(tokens: Tokens, index: int, table: Numbers) -> bool:
    """Whether decimals follow a "point" at the head of a number: "point five", "point 77"."""
    word = tokens[index].low
    return word in table.ones or word in table.teens or word == "oh" or (tokens[index].kind == NUMBER and index == 1)


def _part_of_scale(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """ "half a billion", "quarter of a million", "three quarters of a billion", "half a dozen": a part of a scale."""
    at = index
    if tokens[at].low in ("a", "an") and tokens[at + 1].low in ("half", "quarter"):
        at += 1
    if tokens[at].low in ("half", "quarter"):
        part = Decimal("0.5") if tokens[at].low == "half" else Decimal("0.25")
        at += 1
    else:
        small = below_hundred(tokens, index, table)
        if small is None:
            return None
        read = read_denominator(tokens, small[1], table)
        if read is None or read[0] not in _PARTS:
            return None
        part, at = Decimal(small[0]) / read[0], read[1]
    if tokens[at].text in HYPHENS and tokens.attached(at):
        at += 1
    if tokens[at].low == "of":
        at += 1
    if tokens[at].low in ("a", "an"):
        at += 1
    if tokens[at].low == "dozen":
        return Numeral(part * 12, index, at + 1, Decimal(1), in_words=True)
    if tokens[at].low in table.scales and not tokens[at].low.endswith("s"):
        return Numeral(part, index, at, Decimal("0.1") if part == Decimal("0.5") else Decimal("0.01"), in_words=True)
    return None


def below_hundred(tokens: Tokens, index: int, table: Numbers) -> tuple[int, int] | None:
    """The value of one or two words: "twenty-eight", "fifty - two", "seventeen"; and the token behind."""
    word = tokens[index].low
    if word in table.tens:
        value, at = table.tens[word], index + 1
        behind = at + 1 if tokens[at].text in HYPHENS else at
        if tokens[behind].low in table.ones and table.ones[tokens[behind].low]:
            return value + table.ones[tokens[behind].low], behind + 1
        return value, at
    if word in table.below_hundred:
        return table.below_hundred[word], index + 1
    return None


def _rest_of_hundred(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """ "two hundred" + "and six": what follows the hundreds."""
    at = numeral.last
    if tokens[at].low in JOINERS:
        at += 1
    if tokens[at].kind == NUMBER and numeral.last != at and not numeral.in_words:
        read = digits_value(tokens[at].text)
        if read is not None and read[0] < 100 and read[1] == 1 and tokens[at + 1].low not in _HUNDREDS:
            return replace(numeral, value=numeral.value + read[0], last=at + 1, step=Decimal(1))
        return numeral
    small = below_hundred(tokens, at, table)
    if small is None or (small[0] == 1 and not _is_counted_one(tokens, small[1])):
        return numeral
    behind = tokens[small[1]].low
    if behind in _HUNDREDS:
        return numeral
    if behind in _DOZENS:
        return replace(numeral, value=numeral.value + small[0] * 12, last=small[1] + 1, step=Decimal(1))
    parts = read_denominator(tokens, small[1], table) if at != numeral.last else None
    if parts is not None and small[0] < parts[0]:
        return numeral
    return replace(numeral, value=numeral.value + small[0], last=small[1], step=Decimal(1))


def _is_counted_one(tokens: Tokens, behind: int) -> bool:
    """ "a hundred and one" ends in a number, "three hundred and one of them" does not."""
    return tokens[behind].low not in ("of", "other", "another")


def _spoken_hundred(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """ "one twenty two" is 122 and "five oh five" 505, as prices and flights are read out."""
    at = numeral.last
    if not (1 <= numeral.value <= 9 and at == numeral.first + 1) or tokens[at].text in HYPHENS:
        return numeral
    if tokens[at].low == "oh" and tokens[at + 1].low in table.ones:
        return replace(numeral, value=numeral.value * 100 + table.ones[tokens[at + 1].low], last=at + 2)
    if tokens[at].low in table.tens:
        small = below_hundred(tokens, at, table)
        if small is not None and tokens[small[1]].text not in HYPHENS and small[1] - at > 1:
            return replace(numeral, value=numeral.value * 100 + small[0], last=small[1])
    return numeral


def _decimals(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """ "two point five", "nought point eleven", "1 point 1": digits named one by one."""
    at = numeral.last + 1
    digits = ""
    while len(digits) < _MOST_DECIMALS:
        word = tokens[at].low
        if tokens[at].kind == NUMBER and not digits and re.fullmatch(r"\d{1,6}", word):
            digits, at = word, at + 1
            break
        if word == "oh":
            digits += "0"
        elif word in table.ones:
            digits += str(table.ones[word])
        elif not digits and below_hundred(tokens, at, table) is not None:
            value, at = below_hundred(tokens, at, table) or (0, at)
            digits = str(value)
            break
        else:
            break
        at += 1
    if not digits:
        return numeral
    step = Decimal(1).scaleb(-len(digits))
    return replace(numeral, value=numeral.value + int(digits) * step, last=at, step=step)
