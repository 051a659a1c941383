"""Working out expressions on intervals, end by end (Moore, Interval Analysis, 1966)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from claimcheck.errors import UnitError
from claimcheck.model.expression import Literal, Name, Node
from claimcheck.model.interval import Interval

Values = Mapping[str, Interval]


def evaluate(node: Node, values: Values) -> Interval:
    """What a part of an expression may be, when its topics may be these values.

    "cost / people" is [58, 62] dollars for 11.4 to 11.9 million dollars and some 195,000 people. Raises UnitError for a
    divisor that may be zero or less.
    """
    if isinstance(node, Literal):
        return Interval.exactly(node.value)
    if isinstance(node, Name):
        return values[node.text]
    return _OPERATIONS[node.sign]([evaluate(operand, values) for operand in node.operands])


def holds(sign: str, left: Interval, right: Interval) -> bool:
    """Whether some values of both satisfy a comparison: [88, 89] < [89, 90] may hold, [89, 90] < [88, 89] not."""
    return _COMPARISONS[sign](left, right)


def _divide(operands: Sequence[Interval]) -> Interval:
    quotient = operands[0].divided(operands[1])
    if quotient is None:
        raise UnitError("a divisor that may be zero")
    return quotient


def _least(operands: Sequence[Interval]) -> Interval:
    return reduce(_lesser, operands)


def _lesser(one: Interval, two: Interval) -> Interval:
    low, low_open = min((one.low, one.low_open), (two.low, two.low_open))
    high, high_open = min((one.high, not one.high_open), (two.high, not two.high_open))
    return Interval(low, high, low_open, not high_open)


def _negated(one: Interval) -> Interval:
    return Interval(-one.high, -one.low, one.high_open, one.low_open)


_OPERATIONS: Mapping[str, Callable[[Sequence[Interval]], Interval]] = {
    "+": lambda operands: operands[0].plus(operands[1]),
    "-": lambda operands: operands[0].plus(_negated(operands[1])),
    "*": lambda operands: operands[0].times(operands[1]),
    "/": _divide,
    "neg": lambda operands: _negated(operands[0]),
    "sum": lambda operands: reduce(Interval.plus, operands),
    "min": _least,
    "max": lambda operands: _negated(_least([_negated(one) for one in operands])),
}
_COMPARISONS: Mapping[str, Callable[[Interval, Interval], bool]] = {
    "==": lambda left, right: left.overlaps(right),
    "<=": lambda left, right: not right.below(left),
    ">=": lambda left, right: not left.below(right),
    "<": lambda left, right: left.low < right.high,
    ">": lambda left, right: right.low < left.high,
}
