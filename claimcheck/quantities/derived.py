"""Words that are numbers by their form: "doubled", "tenfold", "one in five", "tens of thousands", "a pair of"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.quantity import Kind
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.figure import Figure, Lexicon
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.measuring import find_unit
from claimcheck.quantities.numerals import read_numeral
from claimcheck.quantities.rates import find_rate
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from claimcheck.quantities.units import Found

_HUNDREDTH = Decimal("0.01")
_RATIO_WORDS = frozenset(["in", "out", "over"])
_GROUPING = frozenset(["several", "few", "many"])


def read_derived(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """The figure that a word or phrase is by its form, or None where an ordinary number may begin."""
    return (
        _multiple(tokens, index, lexicon)
        or _vague(tokens, index, lexicon)
        or _ratio(tokens, index, lexicon)
        or _group(tokens, index, lexicon)
        or _every_other(tokens, index, lexicon)
        or _article(tokens, index, lexicon)
        or _absolute_zero(tokens, index, lexicon)
    )


def _multiple(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "twice the", "doubled", "tenfold", "half as many"."""
    word, times = tokens[index].low, lexicon.units.phrases["times"]
    value = lexicon.numbers.multiples.get(word)
    if value is None and word.endswith("fold"):
        stem = read_numeral(Tokens(word[:-4]), 0, lexicon.numbers)
        value = stem.value if stem is not None else None
    if value is None:
        if word == "half" and tokens[index + 1].low == "as" and _compares(tokens, index):
            return Figure(
                index, index + 1, Decimal("0.5"), Decimal("0.5"), _HUNDREDTH, times, times.kind, in_words=True
            )
        return None
    if word in words_of("bare_multiples") and not _is_multiplying(tokens, index):
        return None
    found = (
        find_rate(tokens, Found(times, index + 1), lexicon.units)
        if word in ("twice", "thrice")
        else Found(times, index + 1)
    )
    return Figure(index, found.last, value, value, Decimal(1), found.unit, found.unit.kind, in_words=True)


def _compares(tokens: Tokens, index: int) -> bool:
    """ "half as many" compares; "in the back half as we go" does not."""
    named = tokens[index - 1].low in words_of("before_half_of_time")
    return not named and tokens[index + 2].low not in words_of("function_words")


def _is_multiplying(tokens: Tokens, index: int) -> bool:
    """ "double the price", "to triple by May": not "a double room", "double-digit"."""
    follower, before = tokens[index + 1], tokens[index - 1]
    if (follower.text in HYPHENS and tokens.attached(index + 1)) or (before.text in HYPHENS and tokens.attached(index)):
        return False
    if follower.low in words_of("multiplied"):
        return True
    return before.low in words_of("before_multiples") and (
        follower.kind != WORD or follower.low in words_of("function_words")
    )


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "several hundred" is 200 to 900, "tens of thousands" 10,000 to 100,000, "millions" 1 to 10 million."""
    table, at = lexicon.numbers, index
    if tokens[at].kind == NUMBER:
        return _plural_digits(tokens, index)
    if tokens[at].low == "a":
        if tokens[at + 1].low not in ("few", "couple"):
            return None
        at += 1
    word = tokens[at].low
    if word == "couple":
        bounds = (Decimal(2), Decimal(2))
        at += 2 if tokens[at + 1].low == "of" else 1
    elif word in table.vague:
        bounds, at = table.vague[word], at + 1
    else:
        return None
    size, last = _scale_of(tokens, at, lexicon)
    if word in _GROUPING or word == "couple":
        if size == 1:
            return None
    elif word in ("tens", "scores") and tokens[at].low != "of":
        return None
    low, high = bounds[0] * size, bounds[1] * size
    behind = last + 1 if tokens[last].low == "of" else last
    found = find_unit(tokens, Numeral(low, index, behind, in_words=True, scale=size), lexicon.units, lexicon.settings)
    unit = found.unit if found is not None else lexicon.units.phrases["times"]
    if found is None:
        return Figure(index, last, low, high, Decimal(0), scale=low, vague=low != high, in_words=True)
    return Figure(index, found.last, low, high, Decimal(0), unit, unit.kind, low, vague=low != high, in_words=True)


def _plural_digits(tokens: Tokens, index: int) -> Figure | None:
    """ "100s of people" are hundreds."""
    size = tokens[index].text.replace(",", "")
    if not re.fullmatch(r"10{2,9}", size) or tokens[index + 1].text != "s" or not tokens.attached(index + 1):
        return None
    return Figure(index, index + 2, Decimal(size), Decimal(size) * 10, Decimal(0), scale=Decimal(size), vague=True)


def _scale_of(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """The scale that a vague count counts, and the token behind it: "hundred" in "several hundred"."""
    at = index + 1 if tokens[index].low == "of" else index
    word, size = tokens[at].low, Decimal(1)
    while True:
        if word.removesuffix("s") in ("hundred", "dozen"):
            size *= 100 if word.startswith("hundred") else 12
        elif word in lexicon.numbers.scales:
            size *= lexicon.numbers.scales[word]
        else:
            break
        at += 1
        if tokens[at].low == "of" and tokens[at + 1].low in lexicon.numbers.scales:
            at += 1
        word = tokens[at].low
    return size, at if size != 1 else index


def _ratio(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "one in five", "three out of ten", "1 over 20"."""
    near = tokens.lows(index + 1, index + (3 if tokens[index].kind == NUMBER else 8))
    top = read_numeral(tokens, index, lexicon.numbers) if _RATIO_WORDS & set(near) else None
    if top is None or top.fraction or top.value != top.value.to_integral_value():
        return None
    at = top.last
    word = tokens[at].low
    if word == "out" and tokens[at + 1].low == "of":
        at += 2
    elif word == "in" or (word == "over" and tokens[index - 1].text not in ("$", "£", "€")):
        at += 1
    else:
        return None
    if tokens[at].low in ("every", "each"):
        at += 1
    bottom = read_numeral(tokens, at, lexicon.numbers)
    if bottom is None or bottom.fraction or bottom.value <= 0 or bottom.value != bottom.value.to_integral_value():
        return None
    follower = tokens[bottom.last]
    if word == "over":
        if follower.kind == WORD or follower.text == "%" or tokens[index - 1].low in ("from", "by", "to"):
            return None
    elif (
        top.value >= bottom.value
        or follower.low in words_of("not_behind_ratios")
        or follower.text in ("%", "-")
        or (follower.text == "," and word == "in")
        or (
            word == "in"
            and (
                top.value > 9
                or (bottom.value > 1000 and bottom.value % 1000)
                or re.match(r"(?:19|20)\d\d$", tokens[at].text)
            )
        )
    ):
        return None
    value = top.value / bottom.value
    return Figure(index, bottom.last, value, value, _HUNDREDTH, in_words=top.in_words, fraction=True)


def _group(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "a pair of", "a couple", "a score of"; "a score of 57" is a rating."""
    at = index + 1 if tokens[index].low in ("a", "an") else index
    word = tokens[at].low
    if at == index or word not in ("pair", "couple", "score"):
        return None
    if tokens[at + 1].low == "of" and tokens[at + 2].kind != NUMBER:
        value = Decimal(lexicon.numbers.groups[word])
        found = find_unit(tokens, Numeral(value, index, at + 2, in_words=True), lexicon.units, lexicon.settings)
        figure = Figure(index, at + 1, value, value, Decimal(1), in_words=True, sign="~" if word == "couple" else "=")
        return figure if found is None else replace(figure, last=found.last, unit=found.unit, kind=found.unit.kind)
    if word == "couple" and tokens[at + 1].kind == "" and not tokens[index - 1].text:
        return Figure(index, at + 1, Decimal(2), Decimal(2), Decimal(1), in_words=True)
    return None


def _every_other(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "every third household" is one in three."""
    word = tokens[index].low
    if word not in lexicon.numbers.ordinals or tokens[index - 1].low != "every" or word == "first":
        return None
    follower = tokens[index + 1]
    if follower.kind != WORD or follower.low in words_of("function_words") | words_of("not_behind_every"):
        return None
    value = Decimal(1) / lexicon.numbers.ordinals[word]
    return Figure(index - 1, index + 1, value, value, _HUNDREDTH, in_words=True, fraction=True)


def _article(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    """ "a day or two", "an hour and a half", "a kilogram of rice"; a mere "a year ago" is no figure."""
    if tokens[index].low not in ("a", "an"):
        return None
    found = lexicon.units.find_phrase(tokens, index + 1)
    if found is None or found[0].kind not in (Kind.MEASURE, Kind.DURATION):
        return None
    unit, last = found
    if tokens.lows(last, last + 2) == ("or", "two") and tokens[last + 2].low != "more":
        return Figure(index, last + 2, Decimal(1), Decimal(2), Decimal(1), unit, unit.kind, in_words=True)
    if tokens.lows(last, last + 3) == ("and", "a", "half"):
        value = Decimal("1.5")
        return Figure(index, last + 3, value, value, Decimal("0.1"), unit, unit.kind, in_words=True)
    metric = unit.name.endswith(("gram", "liter", "meter", "byte", "gallon")) or unit.name in words_of("article_units")
    behind = tokens[last].low in ("of", "is", "equals") or (tokens[last].kind != WORD and unit.name != "pound")
    if metric and behind and tokens[index - 1].kind != NUMBER:
        return Figure(index, last, Decimal(1), Decimal(1), Decimal(0), unit, unit.kind, in_words=True)
    return None


def _absolute_zero(tokens: Tokens, index: int, lexicon: Lexicon) -> Figure | None:
    if tokens[index].low != "absolute" or tokens[index + 1].low != "zero":
        return None
    kelvin = lexicon.units.phrases["kelvin"]
    return Figure(index, index + 2, Decimal(0), Decimal(0), Decimal(0), kelvin, Kind.MEASURE, in_words=True)
