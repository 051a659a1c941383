"""Numbers in digits: "1,790,000", "2.5", "1.3e6", "5.5×10⁻³", and, in tokenised text, "80 , 000"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext

from claimcheck.quantities.tokens import NUMBER, WORD, Tokens, plain_digits

_LONGEST = 40
_MOST_POWER = 120
_MOST_DECIMALS = 4
_THOUSAND = re.compile(r"\d{3}")
_ONE = Decimal(1)
_POWER_SIGNS = frozenset(["^", "**"])
_TIMES = frozenset("x×*·")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_POWER_MARKS = _POWER_SIGNS | _TIMES | _SUPERSCRIPTS | {"e"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: its value and the value of its last digit, and the tokens it takes.

    `last` is the token behind it. `scale` is the scale word's value (1 without one), `in_words` says that it has
    no digits, `fraction` that it is a part ("two thirds", "5⅞").
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


def read_power(tokens: Tokens, index: int) -> Numeral | None:
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


def read_parted(tokens: Tokens, index: int) -> Numeral | None:
    """A number in tokenised text, its marks set apart: "80 , 000", "59 . 2 %", "$ 31 . 125"."""
    mark, behind, text = tokens[index + 1], tokens[index + 2], tokens[index].text
    if mark.text not in (",", ".") or behind.kind != NUMBER:
        return None
    if mark.text == ".":
        if not (mark.spaced and behind.spaced and behind.text.isdecimal()) or len(behind.text) > _MOST_DECIMALS:
            return None
        whole = digits_value(text)
        if whole is None or whole[1] != 1 or (len(text) == 4 and text.isdecimal()):
            return None
        step = Decimal(1).scaleb(-len(behind.text))
        return Numeral(whole[0] + int(behind.text) * step, index, index + 3, step)
    if not text.isdecimal() or len(text) > 3:
        return None
    if not behind.spaced:  # a slip: "35 ,000"
        slipped = mark.spaced and _THOUSAND.fullmatch(behind.text)
        return Numeral(Decimal(text + behind.text), index, index + 3) if slipped else None
    at, digits = index + 1, text
    while tokens[at].text == "," and tokens[at + 1].spaced and _THOUSAND.fullmatch(tokens[at + 1].text):
        if not (tokens[at].spaced or tokens[at + 1].text == "000"):
            break
        digits, at = digits + tokens[at + 1].text, at + 2
    return Numeral(Decimal(int(digits)), index, at) if at > index + 1 else None
