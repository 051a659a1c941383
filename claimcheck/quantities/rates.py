"""What a unit is per, and units made of several: "$4 a gallon", "kg/cm³", "m s−1", "four times a week"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.quantity import Kind
from claimcheck.quantities.algebra import divide_units, invert_unit, multiply_units, raise_unit
from claimcheck.quantities.atoms import read_atom
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, plain_digits
from claimcheck.quantities.units import Found, Unit, Units

_POWERS = frozenset("23²³")
_POWER_WORDS = {"squared": "2", "cubed": "3"}
_FREQUENCIES = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
    "yearly": "year",
    "annually": "year",
}
_ROUND = re.compile(r"1?[0,]+0")
_MINUS = frozenset("-−–⁻")
_DOTS = frozenset("·⋅•*")
_MOST_FACTORS = 4


def find_rate(tokens: Tokens, found: Found, table: Units) -> Found:
    """The unit with what it is per: "$4 a gallon" is dollar per gallon, "four times a week" times per week."""
    at = found.last
    joined = tokens[at].text in HYPHENS and tokens.attached(at)
    if joined:
        at += 1
    word = tokens[at].low
    apart = tokens[at].text == "/" and tokens[at + 1].spaced and tokens[at + 1].low in words_of("rate_nouns")
    if apart:
        below = _denominator(tokens, at + 1, table, False)
    elif tokens[at].text == "/" or word == "per":
        below = _denominator(tokens, at + 1, table, tokens[at].text == "/")
    elif word in words_of("rate_articles"):
        at += 1 if tokens[at + 1].text in HYPHENS else 0
        below = _denominator(tokens, at + 1, table, False)
        if below is None or not _is_rate_noun(tokens, at + 1, below):
            return found
    elif word in _FREQUENCIES and found.unit.kind is Kind.MULTIPLE:
        return Found(divide_units(found.unit, table.phrases[_FREQUENCIES[word]]), at + 1)
    else:
        return found
    if below is None or (tokens[at].text == "/" and below.unit.kind is Kind.COUNT and not below.unit.dimension):
        return found
    if not found.unit.name and below.unit.kind is not Kind.DURATION and word != "per":
        return found
    return Found(divide_units(found.unit, below.unit), below.last)


def find_rate_behind(tokens: Tokens, found: Found, table: Units) -> Found:
    """The unit with what it is per behind the thing measured: "40,000 tons of ore a year" is tonne per year."""
    for at in range(found.last + 2, found.last + 4):
        if tokens[at - 1].kind != WORD or tokens[at - 1].low in words_of("function_words"):
            break
        if tokens[at].low in ("a", "per"):
            below = _denominator(tokens, at + 1, table, False)
            timed = below is not None and below.unit.kind is Kind.DURATION and _is_rate_noun(tokens, at + 1, below)
            return Found(divide_units(found.unit, below.unit), found.last) if below is not None and timed else found
    return found


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
    if token.kind == NUMBER and _ROUND.fullmatch(token.text):
        size = Decimal(token.text.replace(",", ""))
        of = read_atom(tokens, index + 1, table, None)
        if of is not None:
            return Found(replace(of.unit, name=f"{size:,} {of.unit.name}", factor=of.unit.factor * size), of.last)
        last = index + 2 if tokens[index + 1].low in words_of("heads") else index + 1
        return Found(Unit(f"{size:,}", "", size, Kind.COUNT), last)
    atom = read_atom(tokens, index, table, None)
    if atom is not None and atom.unit.kind is not Kind.PERCENT:
        return _powered(tokens, atom, table, below=True)
    if token.kind != WORD or token.low in words_of("function_words") or (slash and not tokens.attached(index)):
        return None
    if slash and token.low not in words_of("rate_nouns"):
        return None
    name = "person" if token.low in ("capita", "head") else token.low
    return Found(Unit(_singular(name), _singular(name), Decimal(1), Kind.COUNT), index + 1)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def read_composed(tokens: Tokens, found: Found, table: Units) -> Found:
    """An atom with the powers, products and divisions behind it: "kg/cm³", "m s−1", "km squared"."""
    found = _powered(tokens, found, table)
    for _ in range(_MOST_FACTORS):
        at = found.last
        token = tokens[at]
        if token.text == "/" and tokens.attached(at) and tokens.attached(at + 1):
            below = _denominator(tokens, at + 1, table, True)
            if below is None:
                break
            found = Found(divide_units(found.unit, below.unit), below.last)
            continue
        dotted = token.text in _DOTS and tokens.attached(at) and tokens.attached(at + 1)
        follower = table.find_symbol(tokens, at + 1 if dotted else at)
        if follower is None or not (dotted or token.kind == WORD):
            break
        inverse = _inverse(tokens, follower.last)
        if inverse is not None:
            power, last = inverse
            found = Found(divide_units(found.unit, raise_unit(follower.unit, power)), last)
        elif dotted:
            found = Found(multiply_units(found.unit, follower.unit), follower.last)
        else:
            break
    return found


def _inverse(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """ "−1", "-3", "⁻²" right behind a unit: the power and the token behind it."""
    if not tokens.attached(index) or tokens[index].text not in _MINUS:
        return None
    power = plain_digits(tokens[index + 1].text)
    return (power, index + 2) if tokens.attached(index + 1) and power in ("1", "2", "3") else None


def _powered(tokens: Tokens, found: Found, table: Units, below: bool = False) -> Found:
    """A unit with its power: "km²", "m^2", "meters squared"; "s−1" is per second."""
    at = found.last
    token = tokens[at]
    inverse = _inverse(tokens, at)
    if inverse is not None and tokens[at - 1].text in table.symbols:
        return Found(invert_unit(raise_unit(found.unit, inverse[0])), inverse[1])
    if token.low in _POWER_WORDS and found.unit.dimension == "length":
        return Found(_named(table, raise_unit(found.unit, _POWER_WORDS[token.low])), at + 1)
    if token.text == "^" and tokens.attached(at):
        at, token = at + 1, tokens[at + 1]
    written = tokens.attached(at) and token.text in _POWERS and tokens[found.last - 1].kind == WORD
    if written and (below or found.unit.dimension == "length"):
        return Found(_named(table, raise_unit(found.unit, plain_digits(token.text))), at + 1)
    return found


def _named(table: Units, unit: Unit) -> Unit:
    """The table's own unit of a name, where it has one."""
    return table.phrases.get(unit.name, unit)
