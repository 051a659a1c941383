"""The expression check: whether figures can satisfy what a rule demands of them, with every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.model.expression import Expression, Literal, Node, Operation
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, Reading, distance, read
from claimcheck.rules.expressions.dimensions import PERCENT, RATIO, Size, check_dimensions, measure, size_of, text_of
from claimcheck.rules.expressions.evaluate import evaluate, holds
from claimcheck.rules.expressions.saying import say_size
from claimcheck.rules.expressions.tokens import ExpressionError
from claimcheck.rules.wording import said

_PERCENT = Decimal("0.01")
_MIRRORED = {"==": "==", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}
_CONTRARY = {
    "==": "{left} is {a}, but {right} is {b}",
    "<=": "{left} is {a}, more than {right}{b_too}",
    "<": "{left} is {a}, not less than {right}{b_too}",
    ">=": "{left} is {a}, less than {right}{b_too}",
    ">": "{left} is {a}, not more than {right}{b_too}",
}


def check_expression(link: Link, tolerance: Tolerance) -> Verdict:
    """Figures that a rule ties together must satisfy its expression.

    "police + fire == public-safety": $88 million and $61 million are 148 to 151 million, and $159 million is not
    among them. Figures in units that do not go together, as dollars and euros, are left undecided.
    """
    if link.expression is None:
        return UNDECIDED
    work = _Work.of(link, link.expression, tolerance)
    if work is None:
        return UNDECIDED
    strict, plain = work.sides("strict"), work.sides("plain")
    failing = [index for index, sign in enumerate(link.expression.signs) if not _holds(sign, strict, index)]
    sounding = [index for index, sign in enumerate(link.expression.signs) if not _holds(sign, plain, index)]
    outcome = Outcome.STRICT if failing else Outcome.PLAIN if sounding else Outcome.FITS
    first = (failing or sounding or [0])[0]
    relation = {
        Outcome.STRICT: f"no values satisfy {_shown(link.expression, first)}",
        Outcome.PLAIN: f"{_shown(link.expression, first)} holds only if the hedges are stretched",
    }.get(outcome, f"{link.expression.text} holds")
    gap = "" if outcome is Outcome.FITS else work.say_gap(first)
    readings = tuple(work.say(work.nodes[role], "strict") for role in link.roles)
    return Verdict(outcome, work.headline(first), (*work.steps(), relation), gap, readings)


@dataclass(frozen=True, slots=True)
class _Work:
    """An expression with its figures: what each topic may be, and in what it is measured."""

    expression: Expression
    figures: Mapping[str, Quantity]
    readings: Mapping[str, Reading]
    sizes: Mapping[str, Size]
    nodes: Mapping[str, Node]

    @staticmethod
    def of(link: Link, expression: Expression, tolerance: Tolerance) -> _Work | None:
        figures = {role: claim.quantity for claim, role in zip(link.claims, link.roles, strict=True)}
        actual = tuple(replace(topic, dimension=figures[topic.id].dimension) for topic in expression.topics)
        try:
            check_dimensions(replace(expression, topics=actual))
        except ExpressionError:
            return None
        readings = {role: _read(quantity, tolerance) for role, quantity in figures.items()}
        sizes = {topic.id: size_of(topic.dimension) for topic in actual}
        nodes = {node.text: node for side in expression.sides for node in _walk(side)}
        return _Work(expression, figures, readings, sizes, nodes)

    def sides(self, manner: str) -> list[Interval]:
        """What each side of the expression may be."""
        return [self.value(side, manner) for side in self.expression.sides]

    def value(self, node: Node, manner: str) -> Interval:
        values = {role: getattr(reading, manner) for role, reading in self.readings.items()}
        return evaluate(_in_ratios(node), values)

    def say(self, node: Node, manner: str) -> str:
        """What a part may be, in words: "$148–151 million"."""
        return self._in_words(self.value(node, manner), node)

    def say_gap(self, index: int) -> str:
        """How far the two sides of a comparison are apart, at their word."""
        left, right = self.sides("stated")[index : index + 2]
        return self._in_words(Interval.exactly(distance(left, right)), self.expression.sides[index])

    def _in_words(self, interval: Interval, node: Node) -> str:
        size = measure(node, self.sizes)
        in_percent = any(measure(side, self.sizes).manner == PERCENT for side in self.expression.sides)
        # A ratio that is held against a percentage is told as one.
        size = replace(size, manner=PERCENT) if in_percent and size.manner == RATIO else size
        return say_size(interval, size, [*self.figures.values(), *_literals(self.expression.sides)])

    def stated(self, node: Node) -> str:
        """A part at its word: a topic as it was said, a number as the rule has it, the rest worked out."""
        if node.text in self.figures:
            return said(self.figures[node.text])
        return node.text if isinstance(node, Literal) else self.say(node, "stated")

    def headline(self, index: int) -> str:
        """What does not hold, told of the side that is not a mere number: "police is $88 million, more than ..."."""
        left, right = self.expression.sides[index : index + 2]
        sign = self.expression.signs[index]
        if isinstance(left, Literal) and not isinstance(right, Literal):
            left, right, sign = right, left, _MIRRORED[sign]
        bare = isinstance(right, Literal)
        pattern = _CONTRARY[sign]
        if bare and sign == "==":
            pattern = "{left} is {a}, not {right}"
        return pattern.format(
            left=text_of(left),
            right=text_of(right),
            a=self.stated(left),
            b=self.stated(right),
            b_too="" if bare else f", {self.stated(right)}",
        )

    def steps(self) -> Iterator[str]:
        """The figures, and then each operation, inner ones first: "police + fire = ... = $148–151 million"."""
        for topic in self.expression.topics:
            yield f"{topic.id}: {self.stated(self.nodes[topic.id])} allows {self.say(self.nodes[topic.id], 'strict')}"
        for node in self.nodes.values():
            if isinstance(node, Operation):
                yield f"{node.text} = {self.say(node, 'strict')}"


def _holds(sign: str, sides: Sequence[Interval], index: int) -> bool:
    return holds(sign, sides[index], sides[index + 1])


def _shown(expression: Expression, index: int) -> str:
    left, right = expression.sides[index : index + 2]
    return f"{text_of(left)} {expression.signs[index]} {text_of(right)}"


def _read(quantity: Quantity, tolerance: Tolerance) -> Reading:
    """A figure's readings in base units, a percentage as a ratio: 5% is 0.05."""
    reading = read(quantity, quantity, tolerance)
    if quantity.dimension != "percent":
        return reading
    parts = (reading.stated, reading.strict, reading.rounded, reading.cut, reading.plain)
    return Reading(*(part.scaled(_PERCENT) for part in parts))


def _in_ratios(node: Node) -> Node:
    """A tree in which percentages stand as ratios."""
    if isinstance(node, Literal) and node.dimension == "percent":
        return replace(node, value=node.value * _PERCENT)
    if isinstance(node, Operation):
        return replace(node, operands=tuple(_in_ratios(operand) for operand in node.operands))
    return node


def _walk(node: Node) -> Iterator[Node]:
    """A part and all within it, inner ones first."""
    if isinstance(node, Operation):
        for operand in node.operands:
            yield from _walk(operand)
    yield node


def _literals(sides: Sequence[Node]) -> list[Quantity]:
    nodes = [node for side in sides for node in _walk(side)]
    return [node.quantity for node in nodes if isinstance(node, Literal) and node.quantity]


EXPRESSION = Check(
    "expression",
    frozenset({LinkKind.COMPUTED}),
    check_expression,
    "Figures must satisfy the arithmetic that the rule states of its topics.",
)
