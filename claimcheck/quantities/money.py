"""Currencies before and behind an amount: "US$1.2bn", "HK $5.4m", "10k$", "30 MUSD"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import NUMBER, WORD, Tokens
from claimcheck.quantities.units import Unit, Units

_MILLIONS = {"M": Decimal(10) ** 6, "k": Decimal(10) ** 3, "T": Decimal(10) ** 3, "B": Decimal(10) ** 9}


class Currency(NamedTuple):
    """A currency by an amount, the token where it begins (before) or ends (behind), and a scale in its code."""

    unit: Unit
    edge: int
    scale: Decimal = Decimal(1)


def find_before(tokens: Tokens, index: int, floor: int, table: Units) -> Currency | None:
    """The currency before the number at `index`, not reaching back over token `floor`."""
    at = index - 1
    if at >= floor and tokens[at].text in "-−–" and tokens[at].text and tokens.attached(index):
        at -= 1
    if at < floor:
        return None
    token = tokens[at]
    if token.text in table.marks and table.marks[token.text].name != "cent":
        return _marked(tokens, at, floor, table)
    if token.kind != WORD and token.text not in ".=":
        return None
    attached = tokens.attached(index)
    if attached and token.kind == WORD and at - 1 >= floor and tokens[at - 1].text == "$" and tokens.attached(at):
        if token.text.upper() in table.dollars:
            return Currency(table.dollars[token.text.upper()], at - 1)
    if token.text in ".=" and tokens.attached(at) and at - 1 >= floor:
        letters = tokens[at - 1].text + ("=" if token.text == "=" else "")
        return Currency(table.prefixes[letters], at - 1) if letters in table.prefixes else None
    if token.text == "R" and not (
        len(tokens[index].text) > 2 or tokens[index + 1].low in ("bn", "m", "billion", "million")
    ):
        return None
    if token.text in table.prefixes and (attached or len(token.text) > 1 or token.text == "R"):
        return Currency(table.prefixes[token.text], at)
    coded = _code(token.text, table, lower=True)
    if coded is not None and not (at - 1 >= floor and tokens.attached(at)):
        return Currency(coded[0], at, coded[1])
    return _named(tokens, at, floor, table)


def _marked(tokens: Tokens, at: int, floor: int, table: Units) -> Currency:
    """A mark with the letters that tell which dollar it is: "US$", "c $", "$"."""
    unit = table.marks[tokens[at].text]
    before = tokens[at - 1]
    if tokens[at].text != "$" or at - 1 < floor:
        return Currency(unit, at)
    letters, first = before.text, at - 1
    if before.text == "." and tokens[at - 2].text == "S" and tokens[at - 4].text == "U" and at - 4 >= floor:
        letters, first = "U.S", at - 4
    country = table.dollars.get(letters.upper())
    if country is None or before.kind == NUMBER:
        return Currency(unit, at)
    if tokens.attached(at):
        fits = letters.isupper() or letters[0].isupper() or letters in ("c", "us", "cad", "hk", "nz", "au")
    else:
        fits = letters in ("US", "U.S", "HK", "NZ", "AU", "S", "C", "NT", "SG", "us", "hk", "c", "nz", "au")
        fits = fits and tokens[first - 1].text not in ("'", "’", "`")
    return Currency(country, first) if fits else Currency(unit, at)


def _named(tokens: Tokens, at: int, floor: int, table: Units) -> Currency | None:
    """A currency by name before a bare amount: "ringgit 42", "malaysian ringgit 42"."""
    behind = tokens[at + 2]
    if (behind.kind == WORD and behind.low not in table.codes) or at + 1 >= tokens.size:
        return None
    for first in (at - 1, at):
        if first < floor:
            continue
        found = table.find_phrase(tokens, first)
        if found is not None and found[1] == at + 1 and found[0].kind is Kind.MONEY:
            plain = found[0].name in ("dollar", "euro") or tokens[first].low in words_of("currency_homonyms")
            return None if plain else Currency(found[0], first)
    return None


def find_behind(tokens: Tokens, index: int, table: Units) -> Currency | None:
    """The currency whose mark or code begins at `index`, behind an amount: "€", "US$", "EGP", "MUSD"."""
    token = tokens[index]
    if token.text in table.marks:
        follower = tokens[index + 1]
        if follower.kind == NUMBER and tokens.attached(index + 1) and tokens[index].spaced:
            return None
        if token.text == "$" and tokens.attached(index + 1) and follower.text.upper() in table.dollars:
            return Currency(table.dollars[follower.text.upper()], index + 2)
        return Currency(table.marks[token.text], index + 1)
    if token.kind != WORD:
        return None
    if tokens[index + 1].text == "$" and tokens.attached(index + 1) and token.text.upper() in table.dollars:
        if tokens[index + 2].kind != NUMBER:
            return Currency(table.dollars[token.text.upper()], index + 2)
    if token.text in table.letters:
        ends = tokens[index + 1].kind != WORD or tokens[index + 1].low in words_of("behind_coin_letters")
        dotted = tokens[index + 1].text == "." and tokens.attached(index + 2) and tokens[index + 2].kind == WORD
        if (
            (tokens.attached(index) or ends or len(token.text) > 1)
            and tokens[index + 1].text not in ("'", "’")
            and not dotted
        ):
            return Currency(table.letters[token.text], index + 1)
        return None
    if tokens.lows(index, index + 4) == ("l", ".", "e", "."):
        return Currency(table.letters["LE"], index + 4)
    coded = _code(token.text, table, lower=tokens[index + 1].kind != WORD)
    if coded is None or (tokens[index + 1].kind == NUMBER and tokens.attached(index + 1)):
        return None
    return Currency(coded[0], index + 1, coded[1])


def _code(text: str, table: Units, lower: bool) -> tuple[Unit, Decimal] | None:
    """The currency of a code with the scale that a letter before it gives: "USD", "MUSD", "kEUR"."""
    if text in table.codes:
        return table.codes[text], Decimal(1)
    if len(text) == 4 and text[0] in _MILLIONS and text[1:] in table.codes and text[1:] not in table.shouted:
        return table.codes[text[1:]], _MILLIONS[text[0]]
    if lower and text.islower() and text.upper() in table.codes and text in words_of("lower_codes"):
        return table.codes[text.upper()], Decimal(1)
    return None
