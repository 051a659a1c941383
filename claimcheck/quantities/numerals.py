"""Numbers, however they are written or said, as one value.

"28,600", "twenty-eight thousand six hundred", "2.5 million", "3 hundred and 21", "one and a half billion" all
go through the same small grammar: groups below a thousand, each with its scale, then a fraction.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.quantities.digits import Numeral, read_power
from claimcheck.quantities.fractions import read_added_part, read_counted_parts, read_mixed, read_part, read_vulgar
from claimcheck.quantities.groups import JOINERS, read_group
from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

_HUNDREDTH = Decimal("0.01")
_MILLION = 10**6
_MOST_SCALES = 3


def read_numeral(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """The longest number that begins at a token, without its sign: "three million two hundred thousand"."""
    token = tokens[index]
    if token.kind == NUMBER:
        power = read_power(tokens, index)
        if power is not None:
            return power
        mixed = read_mixed(tokens, index)
    elif token.kind == WORD:
        mixed = None
    else:
        mixed = read_vulgar(tokens, index)
    if mixed is not None:
        return _with_scale(tokens, Numeral(mixed.value, index, mixed.last, _HUNDREDTH, fraction=True), table)
    numeral = _sum_of_groups(tokens, index, table)
    if numeral is None and token.kind == WORD:
        part = read_part(tokens, index, table)
        if part is not None:
            return Numeral(part.value, index, part.last, _HUNDREDTH, in_words=True, fraction=True)
    return numeral


def _sum_of_groups(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """Groups with falling scales: "three million two hundred thousand"; then a fraction, if any."""
    total, limit, at = Decimal(0), Decimal("Infinity"), index
    result: Numeral | None = None
    while True:
        group = read_group(tokens, at, table)
        if group is None or not (limit == Decimal("Infinity") or _may_follow(tokens, at, group, limit)):
            break
        scaled = _with_scale(tokens, group, table)
        if scaled.value >= limit:
            break
        total += scaled.value
        words = group.in_words and (result is None or result.in_words)
        step = scaled.step if scaled.scaled or result is None else min(group.step, result.step)
        scale = scaled.scale if result is None else max(scaled.scale, result.scale)
        result = Numeral(total, index, scaled.last, step, scale, words, scaled.fraction)
        if not scaled.scaled:
            return _with_tail(tokens, result, table, Decimal(1))
        if scaled.scale >= _MILLION and group.in_words and _is_spoken_tenth(tokens, group, scaled.last, table):
            tenth = scaled.scale / 10  # "a billion two" is 1.2 billion
            value = total + table.ones[tokens[scaled.last].low] * tenth
            return replace(result, value=value, last=scaled.last + 1, step=tenth)
        limit, at = scaled.scale, scaled.last
        tail = _with_tail(tokens, result, table, limit)
        if tail.last != result.last:
            return tail
        if tokens[at].low in JOINERS or (tokens[at].text == "," and _is_group_with_hundred(tokens, at + 1, table)):
            at += 1
        if not group.in_words and tokens[at].kind != NUMBER and scaled.scale >= 1000 and at == scaled.last:
            break
    return result


def _is_spoken_tenth(tokens: Tokens, group: Numeral, index: int, table: Numbers) -> bool:
    """Whether a digit word behind "a billion" stands alone, and so for tenths of it."""
    follower = tokens[index + 1]
    alone = group.value < 10 and (follower.kind != WORD or follower.low in words_of("function_words"))
    return table.ones.get(tokens[index].low, 0) > 0 and alone and follower.text not in HYPHENS


def _is_group_with_hundred(tokens: Tokens, index: int, table: Numbers) -> bool:
    """ "three million, two hundred and forty" goes on behind its comma."""
    return tokens[index].low in table.ones and tokens[index + 1].low == "hundred"


def _may_follow(tokens: Tokens, index: int, group: Numeral, limit: Decimal) -> bool:
    """Whether a group goes on a number: "5 million 300 thousand" does, "5 million 300" does not without "and"."""
    if group.in_words:
        return group.value < limit
    joined = tokens[index - 1].low in JOINERS
    followed = tokens[group.last].low in ("thousand", "million", "lakh") and not joined
    return followed and group.value < limit


def _with_scale(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """The number with the scale words behind it: "9 billion", "four hundred thousand", "2.2. million"."""
    at = numeral.last
    if tokens[at].text in HYPHENS and tokens.attached(at) and tokens[at + 1].low in table.scales:
        at += 1
    elif tokens[at].text == "." and tokens.attached(at) and "." in tokens[at - 1].text:
        at += tokens[at + 1].low in table.scales  # a slip of the pen: "2.2. million"
    scale, behind = Decimal(1), numeral.last
    for _ in range(_MOST_SCALES):
        word = tokens[at].low
        size = table.scales.get(word)
        if size is None and scale == 1:
            size = table.scales_behind.get(word) if _is_scale_behind(tokens, at, numeral) else None
        if size is None:
            break
        scale, at = scale * size, at + 1
        behind = at
        if tokens[at].text in HYPHENS and tokens.attached(at) and tokens[at + 1].low in table.scales:
            at += 1
    if scale == 1:
        return numeral
    return replace(numeral, value=numeral.value * scale, step=numeral.step * scale, scale=scale, last=behind)


def _is_scale_behind(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """ "three cr", "1.2 bn", "four score"; but a "12 score" is none."""
    if tokens[index].low in ("score", "gross"):
        return numeral.in_words and numeral.value < 10
    word, follower = tokens[index], tokens[index + 1]
    if word.low == "grand":
        return follower.kind != WORD or follower.low in words_of("function_words")
    written = word.text == word.low or word.text[:1].isupper()  # "mN" is a unit
    return written and word.kind == WORD and not (word.low == "kr" and not numeral.in_words)


def _with_tail(tokens: Tokens, numeral: Numeral, table: Numbers, scale: Decimal) -> Numeral:
    """The number with its fraction: "two and a half", "a million and a half", "5⅞", "twenty-three fifths".

    Behind a scale word the fraction is one of the scale: "three million and a half" is 3,500,000.
    """
    at = numeral.last
    if tokens[at].low in JOINERS:
        part = read_added_part(tokens, at + 1, table)
        if part is None:
            return numeral
        inner = _with_scale(tokens, Numeral(part.value, at, part.last, Decimal("0.1")), table)
        if scale != 1:  # "one billion and a half million", "a million and a half"
            added = inner if inner.scaled else replace(inner, value=inner.value * scale, step=scale / 10)
            return replace(numeral, value=numeral.value + added.value, last=added.last, step=added.step)
        whole = replace(numeral, value=numeral.value + part.value, last=part.last, step=Decimal("0.1"), fraction=True)
        return _with_scale(tokens, whole, table)
    part = read_vulgar(tokens, at) if scale == 1 else None
    if part is not None and numeral.value == numeral.value.to_integral_value():
        whole = replace(numeral, value=numeral.value + part.value, last=part.last, step=_HUNDREDTH, fraction=True)
        return _with_scale(tokens, whole, table)
    small = tokens[at].low in words_of("small_parts")
    part = read_counted_parts(tokens, at, table, numeral.value) if numeral.in_words or small else None
    if part is not None:
        whole = replace(numeral, value=part.value, last=part.last, step=_HUNDREDTH, scale=Decimal(1), fraction=True)
        return _with_scale(tokens, whole, table)
    return numeral
