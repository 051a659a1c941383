"""Letters, marks and words that are units only in some company: "m", "C", "in", "8\"", "pounds"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.model.settings import UnitSettings
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from claimcheck.quantities.units import Found, Unit, Units

# How far back an opening quotation mark is looked for, in characters, and a telling word, in tokens.
_QUOTED, _NEAR = 400, 12
_APOSTROPHES = frozenset("'’‘")
_MARKS = frozenset(['"', "'", "″", "′", "”", "’"])
_MILLION = 10**6


def read_risky(tokens: Tokens, index: int, table: Units, numeral: Numeral, found: Found) -> Found | None:
    """The unit that a letter or short word is behind a number, or None: "5 C" is, "5 C. Smith" is not."""
    token, follower = tokens[index], tokens[index + 1]
    if _goes_on(tokens, index + 1):
        return None
    if token.text == "in":
        return _inch(tokens, index, table, numeral)
    if token.text in ("x", "×", "X"):
        counted = numeral.in_words or follower.kind == NUMBER
        return found if tokens.attached(index) and not counted else None
    if token.text in ("am", "pm"):  # attometers and picometers, where no clock shows so many digits
        return found if numeral.step < Decimal("0.01") else None
    if token.text == "won":
        return found if numeral.scaled or follower.low not in words_of("function_words") else None
    if token.text in words_of("tight_units"):
        return found if tokens.attached(index) else None
    if numeral.in_words or len(token.text) > 1:
        return None if numeral.in_words else found
    return _letter(tokens, index, table, numeral, found)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether what seems a unit is the head of something longer: "m's", "C-suite", "E.T.", "N95"."""
    token = tokens[index]
    if not tokens.attached(index):
        return False
    if token.kind == NUMBER:
        return tokens[index - 1].text.isalpha()
    tied = tokens[index + 1].kind == WORD and tokens.attached(index + 1)
    return token.text in _APOSTROPHES or (token.text in ("-", ".") and tied)


def _inch(tokens: Tokens, index: int, table: Units, numeral: Numeral) -> Found | None:
    """ "2 in." and "3/8 in wide" are inches; "5 in the" is not."""
    follower = tokens[index + 1]
    if numeral.in_words or follower.text in _APOSTROPHES or follower.kind == NUMBER:
        return None
    if follower.kind == WORD and follower.low not in words_of("sizes"):
        return None
    dotted = follower.text == "." and tokens[index + 2].text != ""
    return Found(table.phrases["inch"], index + (2 if dotted else 1))


def _letter(tokens: Tokens, index: int, table: Units, numeral: Numeral, found: Found) -> Found | None:
    """A single letter behind digits: degrees for "C" and "F", kelvins and bits only in some company."""
    letter, follower, attached = tokens[index].text, tokens[index + 1], tokens.attached(index)
    if letter in "ABTNJV" and not attached and follower.kind == WORD:
        return found if follower.low in words_of("behind_unit_letters") else None
    if letter == "C":
        return Found(table.phrases["celsius"], index + 1)
    if letter == "F":
        near = tokens.lows(max(0, index - _NEAR), min(tokens.size, index + _NEAR))
        stored = not words_of("capacitance").isdisjoint(near)
        return Found(table.symbols["F"] if stored else table.phrases["fahrenheit"], index + 1)
    if letter == "M":  # "0.1 M NaOH", not "5 M of them"
        return found if follower.kind == WORD and sum(map(str.isupper, follower.text)) > 1 and not attached else None
    if letter == "K":
        return None if attached else found
    return found if letter not in "bB" or numeral.scaled or not attached else None


def read_quote_marks(tokens: Tokens, index: int, table: Units, numeral: Numeral) -> Found | None:
    """Feet and inches by their marks, where these close no quotation: 8", 5'', 30'."""
    mark, follower = tokens[index].text, tokens[index + 1]
    if numeral.in_words or mark not in _MARKS:
        return None
    if not tokens.attached(index) and not (mark == '"' and follower.spaced):
        return None
    doubled = mark in "'’′" and follower.text == mark and tokens.attached(index + 1)
    if mark in "'’" and not doubled and follower.kind == WORD and tokens.attached(index + 1):
        return None
    if _closes_quotation(tokens, index, doubled):
        return None
    inches = doubled or mark in '"″”'
    return Found(table.phrases["inch" if inches else "foot"], index + 2 if doubled else index + 1)


def _closes_quotation(tokens: Tokens, index: int, doubled: bool) -> bool:
    mark, end = tokens[index].text, tokens[index].start
    start = max(0, end - _QUOTED)
    line = tokens.text[max(start, tokens.text.rfind("\n", start, end) + 1) : end]
    if mark == '"':
        return line.count('"') % 2 == 1
    if mark == "”":
        return line.count("“") > line.count("”")
    return mark in "'’" and not doubled and re.search(r"(?:^|[\s(])['‘](?!\d)[^'’]*$", line) is not None


def choose_pounds(tokens: Tokens, numeral: Numeral, atom: Found, table: Units, settings: UnitSettings) -> Unit:
    """Money or mass: "ten pounds on fuel" is money where prices are spoken of; "lb" is always mass."""
    sterling, behind = table.marks["£"], tokens[atom.last].low
    if tokens[atom.last - 1].low not in ("pound", "pounds"):
        return atom.unit
    if numeral.scale >= _MILLION or behind in words_of("behind_sterling"):
        return sterling
    weight, price = (_nearest(tokens, numeral.first, atom.last, name) for name in ("weights", "prices"))
    if weight < price:
        return atom.unit
    return sterling if price < weight or (settings.pound == "money" and behind != "of") else atom.unit


def _nearest(tokens: Tokens, first: int, last: int, name: str) -> int:
    """How many tokens from a figure the nearest word of a class stands; one more than the reach for none."""
    words = words_of(name)
    for distance in range(1, _NEAR + 1):
        if tokens[first - distance].low in words or tokens[last + distance - 1].low in words:
            return distance
    return _NEAR + 1


def is_other_word(tokens: Tokens, index: int, found: Found, numeral: Numeral) -> bool:
    """Whether a unit's word means something else here: "2 stone lions", "two second-half goals"."""
    follower = tokens[found.last]
    if found.unit.name == "stone":
        return follower.kind == WORD and follower.low.endswith("s")
    if tokens[index].low != "second" or found.last != index + 1 or numeral.value <= 1:
        return False
    named = tokens[found.last + 1] if follower.text in HYPHENS and follower.text else follower
    return named.low in words_of("ordinal_nouns") and tokens[index - 1].text not in HYPHENS
