"""Ages: "a 45-year-old", "aged 30", "three months of age", "Mr Hill, 52, said"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.model.quantity import Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import HYPHENS, WORD, Tokens
from claimcheck.quantities.units import Units

_OLDEST = 125
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def as_age(tokens: Tokens, figure: Figure, units: Units) -> Figure:
    """The figure as an age, where the words around it make it one; else the figure unchanged."""
    year = replace(units.phrases["year"], kind=Kind.AGE)
    group = tokens[figure.first - 2].low in ("over", "under") and tokens[figure.first - 1].text == "-"
    if group and tokens[figure.last - 1].text == "s":  # "over-65s"
        return replace(figure, unit=year, kind=Kind.AGE)
    if figure.unit.dimension == "time":
        last = _old(tokens, figure.last)
        if last is not None:
            return replace(figure, last=last, unit=replace(figure.unit, kind=Kind.AGE), kind=Kind.AGE)
        if _is_aged(tokens, figure.first):
            return replace(figure, unit=replace(figure.unit, kind=Kind.AGE), kind=Kind.AGE)
        return figure
    if not figure.is_bare or not 0 <= figure.low <= _OLDEST or figure.fraction:
        return figure
    at = figure.last
    if tokens[at].text in HYPHENS and tokens.attached(at):
        at += 1
    if tokens[at].low == "yo" or tokens.lows(at, at + 3) == ("y", "/", "o"):
        return replace(figure, last=at + (1 if tokens[at].low == "yo" else 3), unit=year, kind=Kind.AGE)
    if tokens[at].low in ("or", "and") and tokens[at + 1].low in ("older", "younger"):
        return replace(figure, unit=year, kind=Kind.AGE)
    if _is_lived(tokens, figure) or _is_aged(tokens, figure.first) or _is_apposed(tokens, figure):
        return replace(figure, unit=year, kind=Kind.AGE)
    return figure


def life_decade(tokens: Tokens, index: int, units: Units) -> Figure | None:
    """ "in her thirties", "in his early 40s": an age within ten years."""
    word, last = tokens[index].low, index + 1
    if word in words_of("life_decades"):
        begin = 13 if word == "teens" else 10 * (2 + _DECADES.index(word))
    elif word in ("20", "30", "40", "50", "60", "70", "80", "90") and tokens[last].low == "s" and tokens.attached(last):
        begin, last = int(word), last + 1
    else:
        return None
    before = tokens.lows(max(0, index - 3), index)
    if last == index + 2 and set(before[-2:]) & words_of("before_tens") and not words_of("possessives") & set(before):
        return Figure(index, last, Decimal(begin), Decimal(begin + 9), Decimal(1), vague=True)
    if not words_of("possessives") & set(before[-2:]) or "in" not in before:
        return None
    year = replace(units.phrases["year"], kind=Kind.AGE)
    return Figure(index, last, Decimal(begin), Decimal(begin // 10 * 10 + 9), Decimal(1), year, Kind.AGE, vague=True)


def _old(tokens: Tokens, index: int) -> int | None:
    """The token behind "-old", " old", " of age" or "-olds"."""
    at = index
    if tokens[at].text in HYPHENS and tokens[at].text:
        at += 1
    if tokens[at].low in ("old", "olds"):
        return at + 1
    return at + 2 if tokens[at].low == "of" and tokens[at + 1].low == "age" else None


def _is_lived(tokens: Tokens, figure: Figure) -> bool:
    """ "who was 10.", "turned 50 in May", "a life expectancy of around 73"."""
    before = tokens.lows(max(0, figure.first - 12), figure.first)
    follower = tokens[figure.last]
    if follower.kind == WORD and follower.low not in words_of("behind_ages"):
        return False
    said = before[-2:] in (("who", "was"), ("who", "is")) or before[-1:] in (("turned",), ("turns",), ("turning",))
    return said or any(before[at : at + 2] == ("life", "expectancy") for at in range(len(before)))


def _is_aged(tokens: Tokens, first: int) -> bool:
    """ "aged 30", "at age 30", "over the age of 21", "aged between 18 and 25"."""
    before = tokens.lows(max(0, first - 3), first)
    if before[-1:] in (("aged",), ("age",), ("ages",)) or before[-2:] in (("age", "of"), ("ages", "of")):
        return True
    return before[-2:] in (
        ("aged", "between"),
        ("aged", "from"),
        ("aged", "about"),
        ("aged", "over"),
        ("aged", "under"),
    )


def _is_apposed(tokens: Tokens, figure: Figure) -> bool:
    """ "Hill, 52, said": between commas behind a name."""
    at = figure.first
    if tokens[at - 1].text != "," or tokens[figure.last].text not in (",", ".", ";") or figure.in_words:
        return False
    name = tokens[at - 2]
    if not (name.kind == WORD and name.text[0].isupper() and len(name.text) > 1 and figure.low >= 1):
        return False
    named = tokens[at - 3].text[:1].isupper() or tokens[at - 3].text in (".", "")
    return tokens[figure.last].text == "," and named and tokens[figure.last + 1].kind == WORD
