"""Numbers in digits and in words: their value, and the value of their last digit.

"28,600", "twenty-eight thousand six hundred", "2.5 million", "3 hundred and 21", "one and a half billion" all
go through the same small grammar: groups below a thousand, each with its scale, then a fraction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from claimcheck.quantities.fractions import (
    read_added_part,
    read_counted_parts,
    read_denominator,
    read_mixed,
    read_part,
    read_vulgar,
)
from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens, plain_digits

_LONGEST = 40
_ONE = Decimal(1)
_HUNDREDTH = Decimal("0.01")
_MOST_POWER = 120
_DOZENS = frozenset(["dozen", "dozens"])
_HUNDREDS = frozenset(["hundred", "hundreds"])
_JOINERS = frozenset(["and", "&"])
_POWER_SIGNS = frozenset(["^", "**"])
_TIMES = frozenset("x×*·")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_POWER_MARKS = _POWER_SIGNS | _TIMES | _SUPERSCRIPTS | {"e"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: its value and the value of its last digit, and the tokens it takes.

    `last` is the token behind it. `scale` is the scale word's value (1 without one), `in_words` says that it has
    no digits, `fraction` that it is a part ("two thirds", "5⅞"), `whole` that it is a plain integer in digits.
    """

    value: Decimal
    first: int
    last: int
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    in_words: bool = False
    fraction: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word or letter belongs to it: "9 billion", "10k"."""
        return self.scale != 1


def read_numeral(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """The longest number that begins at a token, without its sign: "three million two hundred thousand"."""
    token = tokens[index]
    if token.kind == NUMBER:
        power = _power(tokens, index)
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


def digits_value(text: str) -> tuple[Decimal, Decimal] | None:
    """The value and the last digit's value of a number literal: "1,790,000.50", "1.790,5", "1 790"."""
    if text.isdecimal():
        return (Decimal(text), _ONE) if len(text) <= _LONGEST else None
    body = re.sub(r"[\s'’]", "", text).replace("，", ",")
    point = body.rfind(".")
    comma = body.rfind(",")
    if point >= 0 and comma >= 0:
        mark = max(point, comma)
        whole, decimals = body[:mark], body[mark + 1 :]
    elif comma >= 0:
        whole, decimals = (body, "") if re.search(r",\d{3}$", body) else (body[:comma], body[comma + 1 :])
    elif body.count(".") > 1:
        if not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", body):
            return None
        whole, decimals = body, ""
    else:
        whole, _, decimals = body.partition(".")
    whole = re.sub(r"\D", "", whole)
    if len(whole) + len(decimals) > _LONGEST:
        return None
    return Decimal(f"{whole or '0'}.{decimals}" if decimals else whole), Decimal(1).scaleb(-len(decimals))


def _power(tokens: Tokens, index: int) -> Numeral | None:
    """ "1.3e6", "5.5x10-3", "1.99×10⁻³⁰", "10^6", "8x2^10"."""
    at = index + 1
    base = digits_value(tokens[index].text) if tokens[at].low in _POWER_MARKS else None
    if base is None:
        return None
    value, step = base
    foot, exponent = Decimal(10), None
    if tokens.attached(at) and tokens[at].low == "e":
        exponent = _integer(tokens, at + 1)
        if exponent is not None and tokens.attached(exponent[1]) and tokens[exponent[1]].kind == WORD:
            return None
    elif tokens[at].text in _POWER_SIGNS:
        foot, value, step = value, Decimal(1), Decimal(1)
        exponent = _integer(tokens, at + 1)
    elif tokens.attached(at) and value == 10 and tokens[at].text in _SUPERSCRIPTS:
        foot, value, step = value, Decimal(1), Decimal(1)
        exponent = _integer(tokens, at)
    elif tokens[at].low in _TIMES and tokens[at + 1].kind == NUMBER and len(tokens[at + 1].text) < 4:
        foot = Decimal(re.sub(r"\D", "", tokens[at + 1].text))
        if tokens[at + 2].text in _POWER_SIGNS:
            exponent = _integer(tokens, at + 3)
        elif foot == 10 and tokens.attached(at + 2):
            exponent = _integer(tokens, at + 2)
    if exponent is None or abs(exponent[0]) > _MOST_POWER or foot == 0 or foot > 10**6:
        return None
    with localcontext(prec=30):
        factor = foot ** exponent[0]
        return Numeral(value * factor, index, exponent[1], step * factor, factor if factor != 1 else Decimal(10))


def _integer(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A signed whole number in plain or superscript digits, and the token behind it."""
    body, at = "", index
    while at < index + 8:
        token = tokens[at]
        plain = plain_digits(token.text)
        if (at > index and not tokens.attached(at)) or not re.fullmatch(r"[-+]|\d{1,4}", plain):
            break
        if body and body[-1].isdigit() and (not plain.isdigit() or token.kind == NUMBER):
            break
        body, at = body + plain, at + 1
    match = re.fullmatch(r"([-+]*)(\d{1,4})", body)
    if match is None:
        return None
    return (-int(match[2]) if match[1].count("-") % 2 and match[1] != "--" else int(match[2])), at


def _sum_of_groups(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """Groups with falling scales: "three million two hundred thousand"; then a fraction, if any."""
    total, limit, at = Decimal(0), Decimal("Infinity"), index
    result: Numeral | None = None
    while True:
        group = _group(tokens, at, table)
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
        if (
            scaled.scale >= 10**6
            and group.in_words
            and group.value < 10
            and _is_spoken_tenth(tokens, scaled.last, table)
        ):
            tenth = scaled.scale / 10  # "a billion two" is 1.2 billion
            value = total + table.ones[tokens[scaled.last].low] * tenth
            return replace(result, value=value, last=scaled.last + 1, step=tenth)
        limit, at = scaled.scale, scaled.last
        tail = _with_tail(tokens, result, table, limit)
        if tail.last != result.last:
            return tail
        if tokens[at].low in _JOINERS or (tokens[at].text == "," and _is_group_with_hundred(tokens, at + 1, table)):
            at += 1
        if not group.in_words and tokens[at].kind != NUMBER and scaled.scale >= 1000 and at == scaled.last:
            break
    return result


def _is_spoken_tenth(tokens: Tokens, index: int, table: Numbers) -> bool:
    """Whether a digit word behind "a billion" stands alone, and so for tenths of it."""
    follower = tokens[index + 1]
    alone = follower.kind != WORD or follower.low in words_of("function_words")
    return table.ones.get(tokens[index].low, 0) > 0 and alone and follower.text not in HYPHENS


def _is_group_with_hundred(tokens: Tokens, index: int, table: Numbers) -> bool:
    """ "three million, two hundred and forty" goes on behind its comma."""
    return tokens[index].low in table.ones and tokens[index + 1].low == "hundred"


def _may_follow(tokens: Tokens, index: int, group: Numeral, limit: Decimal) -> bool:
    """Whether a group goes on a number: "5 million 300 thousand" does, "5 million 300" does not without "and"."""
    if group.in_words:
        return group.value < limit
    joined = tokens[index - 1].low in _JOINERS
    followed = tokens[group.last].low in ("thousand", "million", "lakh") and not joined
    return followed and group.value < limit


def _group(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """A number below a thousand in words, or a literal: "two hundred and six", "3 hundred", "half a", "2.5"."""
    token = tokens[index]
    if token.kind == NUMBER:
        parted = _parted(tokens, index, table)
        if parted is not None:
            return parted
        read = digits_value(token.text)
        if read is None:
            return None
        numeral = Numeral(read[0], index, index + 1, read[1])
        if tokens[index + 1].low in _HUNDREDS:
            return _rest_of_hundred(
                tokens, replace(numeral, value=read[0] * 100, step=read[1] * 100, last=index + 2), table
            )
        if tokens[index + 1].low in _DOZENS:
            return replace(numeral, value=read[0] * 12, last=index + 2)
        return _decimals(tokens, numeral, table) if tokens[index + 1].low == "point" else numeral
    if token.kind != WORD:
        return None
    part = _part_of_scale(tokens, index, table)
    if part is not None:
        return part
    small = _below_hundred(tokens, index, table)
    if small is None:
        follower = tokens[index + 1].low
        if token.low in ("a", "an") and (
            (follower in table.scales and not follower.endswith("s")) or follower in ("hundred", "dozen")
        ):
            small = (1, index + 1)
        elif token.low in table.bare_scales:
            small = (1, index)
        elif (token.low == "point" and tokens[index + 1].low in (*table.ones, *table.teens, "oh")) or (
            token.low == "point" and tokens[index + 1].kind == NUMBER and index == 0
        ):
            return _decimals(tokens, Numeral(Decimal(0), index, index, in_words=True), table)
        else:
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
    if follower == "point":
        return _decimals(tokens, numeral, table)
    return _spoken_hundred(tokens, numeral, table)


def _parted(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """A number in tokenised text, its marks set apart: "80 , 000", "59 . 2 %"."""
    mark, text = tokens[index + 1], tokens[index].text
    if mark.text not in (",", ".") or not text.isdecimal() or len(text) > 3:
        return None
    if not tokens[index + 2].spaced:  # a slip: "35 ,000"
        slipped = mark.text == "," and mark.spaced and re.fullmatch(r"\d{3}", tokens[index + 2].text)
        return Numeral(Decimal(text + tokens[index + 2].text), index, index + 3) if slipped else None
    if mark.text == ".":
        decimals, behind = tokens[index + 2].text, tokens[index + 3]
        if not (mark.spaced and decimals.isdecimal() and len(decimals) < 5):
            return None
        if (
            behind.text != "%"
            and behind.low not in table.scales
            and behind.low not in ("percent", "per", "points", "point")
        ):
            return None
        step = Decimal(1).scaleb(-len(decimals))
        return Numeral(int(text) + int(decimals) * step, index, index + 3, step)
    at, digits = index + 1, text
    while tokens[at].text == "," and tokens[at + 1].spaced and re.fullmatch(r"\d{3}", tokens[at + 1].text):
        if not (tokens[at].spaced or tokens[at + 1].text == "000"):
            break
        digits, at = digits + tokens[at + 1].text, at + 2
    return Numeral(Decimal(int(digits)), index, at) if at > index + 1 else None


def _part_of_scale(tokens: Tokens, index: int, table: Numbers) -> Numeral | None:
    """ "half a billion", "quarter of a million", "three quarters of a billion", "half a dozen": a part of a scale."""
    at = index
    if tokens[at].low in ("a", "an") and tokens[at + 1].low in ("half", "quarter"):
        at += 1
    if tokens[at].low in ("half", "quarter"):
        part = Decimal("0.5") if tokens[at].low == "half" else Decimal("0.25")
        at += 1
    else:
        small = _below_hundred(tokens, index, table)
        if small is None:
            return None
        read = read_denominator(tokens, small[1], table)
        if read is None or read[0] not in (2, 3, 4, 5, 8, 10):
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


def _below_hundred(tokens: Tokens, index: int, table: Numbers) -> tuple[int, int] | None:
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
    if tokens[at].low in _JOINERS:
        at += 1
    if tokens[at].kind == NUMBER and numeral.last != at and not numeral.in_words:
        read = digits_value(tokens[at].text)
        if read is not None and read[0] < 100 and read[1] == 1 and tokens[at + 1].low not in _HUNDREDS:
            return replace(numeral, value=numeral.value + read[0], last=at + 1, step=Decimal(1))
        return numeral
    small = _below_hundred(tokens, at, table)
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
        small = _below_hundred(tokens, at, table)
        if small is not None and tokens[small[1]].text not in HYPHENS and small[1] - at > 1:
            return replace(numeral, value=numeral.value * 100 + small[0], last=small[1])
    return numeral


def _decimals(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """ "two point five", "nought point eleven", "1 point 1": digits named one by one."""
    at = numeral.last + 1
    digits = ""
    while len(digits) < 12:
        word = tokens[at].low
        if tokens[at].kind == NUMBER and not digits and re.fullmatch(r"\d{1,6}", word):
            digits, at = word, at + 1
            break
        if word == "oh":
            digits += "0"
        elif word in table.ones:
            digits += str(table.ones[word])
        elif not digits and _below_hundred(tokens, at, table) is not None:
            value, at = _below_hundred(tokens, at, table) or (0, at)
            digits = str(value)
            break
        else:
            break
        at += 1
    if not digits:
        return numeral
    step = Decimal(1).scaleb(-len(digits))
    return replace(numeral, value=numeral.value + int(digits) * step, last=at, step=step)


def _with_scale(tokens: Tokens, numeral: Numeral, table: Numbers) -> Numeral:
    """The number with the scale words behind it: "9 billion", "four hundred thousand", "2.2. million"."""
    at = numeral.last
    if tokens[at].text in HYPHENS and tokens.attached(at) and tokens[at + 1].low in table.scales:
        at += 1
    elif (
        tokens[at].text == "."
        and tokens.attached(at)
        and tokens[at + 1].low in table.scales
        and "." in tokens[at - 1].text
    ):
        at += 1  # a slip of the pen: "2.2. million"
    scale, behind = Decimal(1), numeral.last
    while True:
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
    return tokens[index].kind == WORD and not (tokens[index].low == "kr" and not numeral.in_words)


def _with_tail(tokens: Tokens, numeral: Numeral, table: Numbers, scale: Decimal) -> Numeral:
    """The number with its fraction: "two and a half", "a million and a half", "5⅞", "twenty-three fifths".

    Behind a scale word the fraction is one of the scale: "three million and a half" is 3,500,000.
    """
    at = numeral.last
    if tokens[at].low in _JOINERS:
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
    part = read_counted_parts(tokens, at, table, numeral.value) if numeral.in_words else None
    if part is not None:
        whole = replace(numeral, value=part.value, last=part.last, step=_HUNDREDTH, scale=Decimal(1), fraction=True)
        return _with_scale(tokens, whole, table)
    return numeral
