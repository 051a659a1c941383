"""Ranges: "35–40%", "$8 to $11.8 billion", "between 20 and $22 million", "50- or 60,000"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import is_change, words_of
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

_REACH = 9
Read = Callable[[int, int], Figure | None]


class _Joint(NamedTuple):
    """What stands between two numbers: a word or "-", whether a hyphen hangs on the first, and the token behind."""

    word: str
    hanging: bool
    last: int


def read_range(tokens: Tokens, first: Figure, read: Read) -> Figure | None:
    """The range that begins with a figure, or None; `read` reads the figure at a token, not before another."""
    if first.vague and first.unit.name:
        return None
    joint = _joint(tokens, first.last)
    if joint is None:
        return None
    at = joint.last
    while tokens[at].low in words_of("hedges_in_ranges") and at < joint.last + 2:
        at += 1
    if joint.word == "or" and at > joint.last:
        return None
    begin = at
    if tokens[at].low in words_of("signs"):
        at += 1
    if tokens[at].kind != NUMBER and tokens[at].text in "$£€¥₹-−–~" and tokens[at].text:
        at += 2 if tokens[at + 1].text in "$£€¥₹-−–" and tokens[at + 1].text else 1
    if tokens[at].kind == WORD and tokens[at + 1].kind == NUMBER and tokens[at].text.isupper():
        at += 2 if tokens[at + 1].text == "$" else 1
    elif tokens[at].text.isupper() and tokens[at + 1].text == "$":
        at += 2
    second = read(at, begin)
    if second is None or second.first > at or second.sign != "=":
        return None
    return _join(tokens, first, second, joint)


def _joint(tokens: Tokens, index: int) -> _Joint | None:
    token = tokens[index]
    if token.low in ("and", "or") or token.low in words_of("range_words"):
        hanging = tokens[index + 1].text == "-" and tokens.attached(index + 1)
        return _Joint(token.low, False, index + 2 if hanging else index + 1)
    if token.text not in HYPHENS or not token.text:
        return None
    if tokens[index + 1].low in ("to", "or", "and") and tokens.attached(index):
        behind = index + 2
        if tokens[behind].text in HYPHENS and tokens[behind].text:
            behind += 1
        return _Joint(tokens[index + 1].low, True, behind)
    return _Joint("-", False, index + 1)


def _join(tokens: Tokens, first: Figure, second: Figure, joint: _Joint) -> Figure | None:
    named = first.unit.name and second.unit.name
    rated = named and second.unit.name.startswith(f"{first.unit.name} per ")
    if named and not rated and first.unit.name != second.unit.name and first.unit.dimension != second.unit.dimension:
        return None
    if named and (first.kind is Kind.POINT) != (second.kind is Kind.POINT):
        return None
    if first.prefixed and second.unit.name and not second.prefixed and second.unit.kind is not Kind.MONEY:
        return None
    unit = second.unit if second.unit.name else first.unit
    kind = second.kind if second.unit.name else first.kind
    low, step = first.low, first.step
    high = second.high
    if named and not rated and first.unit.name != second.unit.name:
        ratio = first.unit.factor / second.unit.factor
        if ratio < 1:  # "18 months to two years" is told in months
            unit, kind, high = first.unit, first.kind, high / ratio
        else:
            low, step = low * ratio, step * ratio
    shared = _shared_scale(tokens, first, second, joint, low)
    low, step = low * shared, step * shared
    if not _may_join(tokens, first, second, joint, low):
        return None
    if low > high:
        if not (
            (joint.word == "to" and named and not rated and kind is not Kind.PERCENT) or _goes_down(joint, low, high)
        ):
            return None
        low, high = high, low
    if low == high:
        return None
    return replace(
        first, last=second.last, low=low, high=high, step=min(step, second.step) or max(step, second.step),
        unit=unit, kind=kind, scale=max(first.scale * shared, second.scale), vague=first.vague or second.vague,
        in_words=first.in_words and second.in_words,
    )  # fmt: skip


def _goes_down(joint: _Joint, low: Decimal, high: Decimal) -> bool:
    return joint.word in ("-", "to") and low < 0 and high < 0


def _shared_scale(tokens: Tokens, first: Figure, second: Figure, joint: _Joint, low: Decimal) -> Decimal:
    """The scale that a bare first number takes from the second: "$8 to $11.8 billion", "50- or 60,000"."""
    if first.scaled or first.vague:
        return Decimal(1)
    hundred = 100 if low < 10 and "hundred" in tokens.lows(second.first, second.last) else 1
    if (second.scaled or hundred > 1) and low * second.scale * hundred <= second.high:
        return second.scale * hundred
    if joint.hanging and second.low >= 1000 > low and second.low % 1000 == 0:
        return Decimal(1000)
    return Decimal(1)


def _may_join(tokens: Tokens, first: Figure, second: Figure, joint: _Joint, low: Decimal) -> bool:
    """Whether two numbers are one range, and not a move ("from 3 to 5"), a list or two figures."""
    before = tokens.lows(max(0, first.first - _REACH), first.first)
    if joint.word == "-":
        return _may_dash(tokens, first, second)
    if joint.word in words_of("range_words"):
        return not _is_move(before, first, second)
    if joint.word == "and":
        near = before[-4:]
        if "between" in near or (before[-1:] == ("from",) and (second.unit.name or first.is_bare)):
            return True
        # "guidance of 24.5 and $26.5 million": a bare first number takes the second's currency and scale.
        return before[-1:] == ("of",) and first.is_bare and not first.scaled and second.prefixed and second.scaled
    return _may_or(first, second, joint, low)


def _may_dash(tokens: Tokens, first: Figure, second: Figure) -> bool:
    if first.in_words != second.in_words and not first.unit.name:
        return False
    tight = tokens.attached(first.last) or tokens.attached(first.last + 1)
    if not tight and second.low <= first.low:
        return False
    if not tight and (first.in_words or (first.scaled and tokens[first.last].text == "—")):
        return False  # "9 million — 20 million masks" is a list, or a second thought
    if tokens[first.last].spaced and tokens.attached(first.last + 1) and not second.unit.name:
        return False
    if not tight and first.unit.name and not second.unit.name:
        return False
    return second.high > first.low or bool(second.unit.name)


def _is_move(before: tuple[str, ...], first: Figure, second: Figure) -> bool:
    """ "rose from 3 to 5 percent" and "up 3% to 5%" state two levels, or a change and a level."""
    if "from" in before[-3:]:
        cut = len(before) - 1 - before[::-1].index("from")
        if any(word.startswith("rang") for word in before[:cut]) or first.low == 0:
            return False
        return any(is_change(word) for word in before[:cut]) or first.low > second.low
    if second.low < first.low <= 0:
        return False
    both = bool(first.unit.name and second.unit.name) and second.kind is not Kind.MULTIPLE
    moves = any(is_change(word) for word in (before[-3:] if first.low < second.low else before))
    if first.unit.name and not second.unit.name:
        shares = second.scaled and not first.scaled
        ratio = abs(first.low / second.low) if second.low else Decimal(0)
        return moves or (not shares and not Decimal("0.1") < ratio < 10)
    if "by" in before[-2:]:
        return both and moves and second.low > first.low * Decimal("2.5")
    return both and moves and (first.kind is Kind.PERCENT or second.low > first.low * Decimal("2.5"))


def _may_or(first: Figure, second: Figure, joint: _Joint, low: Decimal) -> bool:
    """ "three or four years", "three or four hundred", "50- or 60,000": one rough figure, not two choices."""
    if (first.unit.name and not first.prefixed) or second.high <= low or first.scaled:
        return False
    if joint.hanging:
        return second.low >= 1000 and second.low % 1000 == 0
    shared = low / first.low if first.low else Decimal(1)
    neighbours = second.high - low == shared and second.high < 20 * shared
    return neighbours or second.high <= low * Decimal("1.25") or (second.scaled and second.high <= low * 2)
