"""The unit behind a number, simple or composed: "tons", "%", "km/h", "kg/cm³", "a gallon", "m s−1"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.lexicon import UnitSettings, words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, plain_digits
from claimcheck.quantities.units import Unit, Units

_POWERS = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}
_POWER_WORDS = {"squared": "2", "cubed": "3"}
# How far back an opening quotation mark is looked for, in characters.
_QUOTED = 400
_MINUS = frozenset("-−–⁻")
_DOTS = frozenset("·⋅•*")
_OPENING = {"<": ">", "[": "]", "(": ")"}


class Found(NamedTuple):
    """A unit and the token behind it."""

    unit: Unit
    last: int


def find_unit(tokens: Tokens, numeral: Numeral, table: Units, settings: UnitSettings) -> Found | None:
    """The unit behind a number: "tons" in "five tons", "-year" in "5-year", "an hour" in "half an hour"."""
    at = numeral.last
    token = tokens[at]
    if token.text in HYPHENS:
        singular = not tokens[at + 1].low.endswith("s")
        broken = tokens.attached(at) and tokens[at + 2].text in HYPHENS and tokens[at + 2].text != ""  # "3- year-old"
        if not broken and (tokens.attached(at) != tokens.attached(at + 1) or not (tokens.attached(at) or singular)):
            return None
        if tokens[at + 1].kind != WORD and tokens[at + 1].text != "%":
            return None
        at += 1
    elif numeral.fraction and token.low in ("a", "an", "of") and numeral.in_words:
        at += 2 if token.low == "of" and tokens[at + 1].low in ("a", "an") else 1
        if token.low == "of" and at == numeral.last + 1:
            return None
    elif token.text in _OPENING and tokens[at + 2].text == _OPENING[token.text]:
        inner = table.find_symbol(tokens, at + 1)
        return (
            Found(inner[0], at + 3)
            if inner is not None and inner[1] == at + 2 and len(tokens[at + 1].text) > 1
            else None
        )
    atom = _atom(tokens, at, table, numeral)
    if atom is None:
        return None
    if atom.unit.name == "pound":
        atom = Found(_pounds(tokens, numeral, atom, table, settings), atom.last)
    return _composed(tokens, atom, table)


def find_rate(tokens: Tokens, found: Found, table: Units) -> Found:
    """The unit with what it is per: "$4 a gallon" is dollar per gallon, "four times a week" times per week."""
    at = found.last
    joined = tokens[at].text in HYPHENS and tokens.attached(at)
    if joined:
        at += 1
    word = tokens[at].low
    if tokens[at].text == "/" or word == "per":
        below = _denominator(tokens, at + 1, table, tokens[at].text == "/")
    elif word in ("a", "an", "each", "every"):
        at += 1 if tokens[at + 1].text in HYPHENS else 0
        below = _denominator(tokens, at + 1, table, False)
        if below is None or not _is_rate_noun(tokens, at + 1, below):
            return found
    elif word in ("annually", "daily", "weekly", "monthly", "hourly", "yearly") and found.unit.kind is Kind.MULTIPLE:
        span = {"daily": "day", "annually": "year"}.get(word, word.removesuffix("ly"))
        return Found(_divide(found.unit, table.phrases[span]), at + 1)
    else:
        return found
    if below is None or (not found.unit.name and below.unit.kind is not Kind.DURATION and word != "per"):
        return found
    return Found(_divide(found.unit, below.unit), below.last)


def _is_rate_noun(tokens: Tokens, index: int, below: Found) -> bool:
    """ "a day" makes a rate; in "a day earlier", "a year ago" and "each day of" it does not."""
    if tokens[below.last].low in words_of("not_behind_rates"):
        return False
    if tokens[below.last].low == "from" and tokens[below.last + 1].low in ("now", "today", "then"):
        return False
    return below.unit.kind is Kind.DURATION or tokens[index].low in words_of("rate_nouns")


def _denominator(tokens: Tokens, index: int, table: Units, slash: bool) -> Found | None:
    """What a rate is per: a unit, a round number ("per 100,000"), or a noun ("per share")."""
    if tokens[index].low in words_of("share_adjectives"):
        index += 1
    token = tokens[index]
    if token.kind == NUMBER and not slash and re.fullmatch(r"1?[0,]+0", token.text):
        size = Decimal(token.text.replace(",", ""))
        of = _atom(tokens, index + 1, table, None)
        if of is not None:
            return Found(replace(of.unit, name=f"{size:,} {of.unit.name}", factor=of.unit.factor * size), of.last)
        last = index + 2 if tokens[index + 1].low in ("people", "inhabitants", "residents") else index + 1
        return Found(Unit(f"{size:,}", "", size, Kind.COUNT), last)
    atom = _atom(tokens, index, table, None)
    if atom is not None and atom.unit.kind is not Kind.PERCENT:
        return _powered(tokens, atom, table)
    if token.kind != WORD or token.low in words_of("function_words") or (slash and not tokens.attached(index)):
        return None
    if slash and token.low not in words_of("rate_nouns"):
        return None
    name = "person" if token.low in ("capita", "head") else token.low
    return Found(Unit(_singular(name), _singular(name), Decimal(1), Kind.COUNT), index + 1)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _atom(tokens: Tokens, index: int, table: Units, numeral: Numeral | None) -> Found | None:
    """A unit that is one word, phrase or symbol."""
    symbol, phrase = table.find_symbol(tokens, index), table.find_phrase(tokens, index)
    if symbol is not None and (phrase is None or symbol[1] >= phrase[1]):
        found = Found(*symbol)
    elif phrase is not None:
        found = Found(*phrase)
    else:
        return _quote_marks(tokens, index, table, numeral)
    text = tokens[index].text
    if found.last == index + 1 and (len(text) == 1 or text in words_of("risky_units")):
        if numeral is None:
            return found if text.lower() not in ("in", "as", "at", "us", "no", "a", "am", "pm") else None
        return _risky(tokens, index, table, numeral, found)
    if found.unit.name == "stone" and tokens[found.last].low.endswith("s") and tokens[found.last].kind == WORD:
        return None
    if found.unit.name == "second" and text.lower() == "second" and numeral is not None and numeral.value > 1:
        if tokens[found.last].low in words_of("ordinal_nouns") and tokens[index - 1].text not in HYPHENS:
            return None
    return found


def _risky(tokens: Tokens, index: int, table: Units, numeral: Numeral, found: Found) -> Found | None:
    """A letter or a short word that more often is something else: "m", "C", "in", "us"."""
    token, follower = tokens[index], tokens[index + 1]
    attached = tokens.attached(index)
    if follower.text in ("'", "’", "-", "/") and tokens.attached(index + 1) and follower.text != "/":
        if follower.text == "-" and tokens[index + 2].kind == WORD and tokens.attached(index + 2):
            return None
        if follower.text in "'’":
            return None
    if (
        follower.text == "."
        and tokens.attached(index + 1)
        and tokens[index + 2].kind == WORD
        and tokens.attached(index + 2)
    ):
        return None
    low = token.low
    if follower.kind == NUMBER and tokens.attached(index + 1) and token.text.isalpha():
        return None
    if low == "in" and (numeral.in_words or follower.text in ("'", "’", "‘")):
        return None
    if low == "in":
        closes = (
            (follower.kind != WORD and follower.kind != NUMBER)
            or follower.low in words_of("sizes")
            or follower.low == "in"
        )
        return (
            Found(table.phrases["inch"], index + (2 if follower.text == "." and tokens[index + 2].text else 1))
            if closes
            else None
        )
    if low in ("x", "×"):
        return found if attached and follower.kind != NUMBER and not numeral.in_words else None
    if low in ("am", "pm"):
        return found if numeral.step < Decimal("0.01") else None
    if low == "won":
        return None if not numeral.scaled and follower.low in words_of("function_words") else found
    if low in ("us", "as", "at", "no", "so", "ma", "pa"):
        return found if attached else None
    if numeral.in_words:
        return None
    if token.text in "%°‰¢円元" or len(token.text) > 1:
        return found
    if token.text in "ABTNJV" and not attached:
        return None if follower.kind == WORD and follower.low not in ("of", "and", "at", "in", "with", "to") else found
    if token.text == "C":
        return Found(table.phrases["celsius"], index + 1)
    if token.text == "F":
        stored = words_of("capacitance") & set(tokens.lows(max(0, index - 12), min(tokens.size, index + 12)))
        return Found(table.symbols["F"] if stored else table.phrases["fahrenheit"], index + 1)
    if token.text == "K" and attached:
        return None
    if token.text in "bB":
        return found if numeral.scaled or not attached else None
    return found


def _quote_marks(tokens: Tokens, index: int, table: Units, numeral: Numeral | None) -> Found | None:
    """Feet and inches by their marks, where these close no quotation: 8", 5'', 30'."""
    mark = tokens[index].text
    if numeral is None or numeral.in_words or mark not in ('"', "'", "″", "′", "”", "’"):
        return None
    if not tokens.attached(index) and not (mark == '"' and tokens[index + 1].spaced):
        return None
    doubled = mark in "'’′" and tokens[index + 1].text == mark and tokens.attached(index + 1)
    last = index + 2 if doubled else index + 1
    if mark in "'’" and not doubled and tokens[index + 1].kind == WORD and tokens.attached(index + 1):
        return None
    start = max(0, tokens[index].start - _QUOTED)
    line = tokens.text[max(start, tokens.text.rfind("\n", start, tokens[index].start) + 1) : tokens[index].start]
    if (mark == '"' and line.count('"') % 2) or (mark == "”" and line.count("“") > line.count("”")):
        return None
    if mark in "'’" and not doubled and re.search(r"(?:^|[\s(])['‘](?!\d)[^'’]*$", line):
        return None
    inches = doubled or mark in '"″”'
    return Found(table.phrases["inch" if inches else "foot"], last)


def _composed(tokens: Tokens, found: Found, table: Units) -> Found:
    """An atom with the powers, products and divisions behind it: "kg/cm³", "m s−1", "km squared"."""
    found = _powered(tokens, found, table)
    for _ in range(4):
        at = found.last
        token = tokens[at]
        if token.text == "/" and tokens.attached(at) and tokens.attached(at + 1):
            below = _denominator(tokens, at + 1, table, True)
            if below is None:
                break
            found = Found(_divide(found.unit, below.unit), below.last)
            continue
        dotted = token.text in _DOTS and tokens.attached(at) and tokens.attached(at + 1)
        follower = table.find_symbol(tokens, at + 1 if dotted else at)
        if follower is None or not (dotted or token.kind == WORD):
            break
        inverse = _inverse(tokens, follower[1])
        if inverse is not None:
            power, last = inverse
            found = Found(_divide(found.unit, _raise(follower[0], power)), last)
        elif dotted:
            found = Found(_multiply(found.unit, follower[0]), follower[1])
        else:
            break
    return found


def _inverse(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """ "−1", "-3", "⁻²" right behind a unit: the power and the token behind it."""
    if not tokens.attached(index) or tokens[index].text not in _MINUS:
        return None
    power = plain_digits(tokens[index + 1].text)
    return (power, index + 2) if tokens.attached(index + 1) and power in ("1", "2", "3") else None


def _powered(tokens: Tokens, found: Found, table: Units) -> Found:
    """A unit with its power: "km²", "m^2", "meters squared"; "s−1" is per second."""
    at = found.last
    token = tokens[at]
    inverse = _inverse(tokens, at)
    if inverse is not None and len(tokens[at - 1].text) <= 4 and tokens[at - 1].kind == WORD:
        return Found(_invert(_raise(found.unit, inverse[0])), inverse[1])
    if token.low in _POWER_WORDS and found.unit.dimension == "length":
        return Found(_named(table, _raise(found.unit, _POWER_WORDS[token.low])), at + 1)
    if token.text == "^" and tokens.attached(at):
        at, token = at + 1, tokens[at + 1]
    if tokens.attached(at) and token.text in _POWERS and found.unit.dimension == "length":
        return Found(_named(table, _raise(found.unit, plain_digits(token.text))), at + 1)
    return found


def _named(table: Units, unit: Unit) -> Unit:
    """The table's own unit of a name, where it has one."""
    return table.phrases.get(unit.name, unit)


def _raise(unit: Unit, power: str) -> Unit:
    if power == "1":
        return unit
    dimension = {"2": "area", "3": "volume"}[power] if unit.dimension == "length" else f"{unit.dimension}^{power}"
    return replace(unit, name=f"{_POWERS[power]} {unit.name}", dimension=dimension, factor=unit.factor ** int(power))


def _multiply(one: Unit, other: Unit) -> Unit:
    dimension = f"{one.dimension}*{other.dimension}"
    return replace(one, name=f"{one.name} {other.name}", dimension=dimension, factor=one.factor * other.factor)


def _divide(above: Unit, below: Unit) -> Unit:
    """ "dollar" by "gallon" is "dollar per gallon"; what is per year stays a percentage."""
    if above.kind in (Kind.PERCENT, Kind.POINT):
        return replace(above, name=f"{above.name} per {below.name}")
    joint = f"{above.name} per {below.name}" if above.name else f"per {below.name}"
    dimension = f"{above.dimension or 'count'}/{below.dimension or below.name}"
    return Unit(joint, dimension, above.factor / below.factor, Kind.RATE)


def _invert(unit: Unit) -> Unit:
    """ "s−1" is per second, "fb−1" an inverse femtobarn."""
    name = f"per {unit.name}" if unit.dimension == "time" else f"inverse {unit.name}"
    return Unit(name, f"1/{unit.dimension}", 1 / unit.factor, Kind.RATE)


def _pounds(tokens: Tokens, numeral: Numeral, atom: Found, table: Units, settings: UnitSettings) -> Unit:
    """Money or mass: "ten pounds on fuel" is money where prices are spoken of; "lb" is always mass."""
    sterling = table.marks["£"]
    if tokens[atom.last - 1].low not in ("pound", "pounds"):
        return atom.unit
    if numeral.scale >= 10**6 or tokens[atom.last].low in ("sterling", "note", "coin", "notes"):
        return sterling
    weight, price = (_nearest(tokens, numeral.first, atom.last, name) for name in ("weights", "prices"))
    if weight < price:
        return atom.unit
    if price < weight or (settings.pound == "money" and tokens[atom.last].low != "of"):
        return sterling
    return atom.unit


def _nearest(tokens: Tokens, first: int, last: int, name: str) -> int:
    """How many tokens from a figure the nearest word of a class stands, up to 12."""
    words = words_of(name)
    for distance in range(1, 13):
        if tokens[first - distance].low in words or tokens[last + distance - 1].low in words:
            return distance
    return 13
