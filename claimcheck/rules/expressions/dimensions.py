"""Dimensions in expressions: what may be added, compared and divided, told before any text is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model.expression import Expression, Literal, Name, Node
from claimcheck.rules.dimensions import DIMENSIONS
from claimcheck.rules.expressions.tokens import ExpressionError

NUMBER, PERCENT, RATIO = "number", "percent", "ratio"
# What is worked out of others: streets of 5 km, 8 m wide, have an area.
_DERIVED = {
    "area": (("length", 2),),
    "volume": (("length", 3),),
    "frequency": (("time", -1),),
    "power": (("energy", 1), ("time", -1)),
}


@dataclass(frozen=True, slots=True)
class Size:
    """What a value is measured in: base dimensions with their powers, as money 1, time -1.

    Where there are none, `manner` tells a bare number from a percentage, and both from a ratio, which may be
    compared with either.
    """

    powers: tuple[tuple[str, int], ...] = ()
    manner: str = NUMBER

    def __str__(self) -> str:
        if not self.powers:
            return {NUMBER: "a bare number", PERCENT: "a percentage"}.get(self.manner, "a ratio")
        over = [_power(name, power) for name, power in self.powers if power > 0]
        under = [_power(name, -power) for name, power in self.powers if power < 0]
        return "/".join([" * ".join(over) or "1", *under])

    def times(self, other: Size, sign: int = 1) -> Size:
        """The size of a product, or with sign -1 of a quotient."""
        powers = dict(self.powers)
        for name, power in other.powers:
            known = next((one for one in powers if is_same_base(one, name)), name)
            powers[known] = powers.get(known, 0) + sign * power
        left = tuple(sorted((name, power) for name, power in powers.items() if power))
        if left:
            return Size(left)
        manners = (self.manner, other.manner)
        if not self.powers and manners == ((NUMBER, NUMBER) if sign > 0 else (PERCENT, NUMBER)):
            return Size((), self.manner)
        return Size((), RATIO)

    def is_like(self, other: Size) -> bool:
        """Whether two values may be added and compared: money with dollars, a ratio with a percentage."""
        if len(self.powers) != len(other.powers):
            return False
        if not self.powers:
            return {self.manner, other.manner} != {NUMBER, PERCENT}
        pairs = zip(self.powers, other.powers, strict=True)
        return all(is_same_base(one, two) and power == raised for (one, power), (two, raised) in pairs)


def size_of(dimension: str) -> Size:
    """The size of a figure's dimension: "money:dollar/resident" is money, for the residents are a count."""
    if dimension in ("", "count", "multiple"):
        return Size((), RATIO if dimension == "multiple" else NUMBER)
    if dimension == "percent":
        return Size((), PERCENT)
    over, *under = dimension.split("/")
    size = Size() if over in ("1", "count") else Size(_DERIVED.get(over, ((over, 1),)))
    for part in under:
        name, _, raised = part.partition(" ** ")
        if name in DIMENSIONS and name != "count":
            powers = _DERIVED.get(name, ((name, 1),))
            size = size.times(Size(tuple((base, power * int(raised or 1)) for base, power in powers)), -1)
    return size


def is_same_base(one: str, two: str) -> bool:
    """Whether two base dimensions are one: "money" is any currency's."""
    return one == two or one.startswith(f"{two}:") or two.startswith(f"{one}:")


def check_dimensions(expression: Expression) -> None:
    """Refuse what no text could make true, as money equal to a mass; raises ExpressionError at the sign."""
    sizes = {topic.id: size_of(topic.dimension) for topic in expression.topics}
    measured = [measure(side, sizes) for side in expression.sides]
    texts = [text_of(side) for side in expression.sides]
    for index, (sign, at) in enumerate(zip(expression.signs, expression.places, strict=True)):
        left, right = measured[index], measured[index + 1]
        if not left.is_like(right):
            message = f"{texts[index]} is {left}, {texts[index + 1]} is {right}: {sign} cannot compare them"
            raise ExpressionError(message, at, _unit_hint(left, right, expression.sides[index : index + 2]))


def measure(node: Node, sizes: Mapping[str, Size]) -> Size:
    """The size of a part of an expression; raises ExpressionError where unlike values are added."""
    if isinstance(node, Literal):
        return size_of(node.dimension)
    if isinstance(node, Name):
        return sizes[node.text]
    parts = [measure(operand, sizes) for operand in node.operands]
    if node.sign in ("*", "/"):
        return parts[0].times(parts[1], 1 if node.sign == "*" else -1)
    for other, part in zip(node.operands[1:], parts[1:], strict=True):
        if not parts[0].is_like(part):
            first = text_of(node.operands[0])
            message = f"{first} is {parts[0]}, {text_of(other)} is {part}: {node.sign} cannot take both"
            raise ExpressionError(message, node.at, _unit_hint(parts[0], part, (node.operands[0], other)))
    return next((part for part in parts if part.manner == PERCENT), parts[0])


def text_of(node: Node) -> str:
    """A part of an expression as it was written."""
    return node.text


def _unit_hint(one: Size, two: Size, nodes: Sequence[Node]) -> str:
    sizes = {str(one), str(two)}
    bare = any(isinstance(node, Literal) and not node.dimension for node in nodes)
    if "a percentage" in sizes and bare:
        return "write a percentage as 5%"
    if bare:
        known = next((size for size in (one, two) if size.powers), None)
        return 'give the number its unit, as in "5000 dollar"' if known and _is_money(known) else "give it a unit"
    return "check the dimensions of these topics"


def _is_money(size: Size) -> bool:
    return any(name.startswith("money") for name, _ in size.powers)


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
