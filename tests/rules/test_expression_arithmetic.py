"""The arithmetic of expressions, by its laws: what single values come to lies in what their intervals come to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.errors import UnitError
from claimcheck.model.expression import Literal, Name, Node, Operation
from claimcheck.model.interval import Interval
from claimcheck.model.topic import Topic
from claimcheck.rules.expressions.evaluate import evaluate, holds
from claimcheck.rules.expressions.parse import parse_expression
from claimcheck.rules.expressions.tokens import ExpressionError

NAMES = ("a", "b", "c-d")
TOPICS = {name: Topic(name, (name,), dimension="count") for name in NAMES}

numbers = st.decimals(-1000, 1000, places=2)
leaves = st.one_of(st.sampled_from(NAMES), st.integers(0, 99).map(str))


def refusal_of(text: str) -> ExpressionError | None:
    try:
        parse_expression(text, TOPICS, lambda text: None)
    except ExpressionError as error:
        return error
    return None


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["{} + {}", "{} - {}", "{} * {}", "{} / {}", "min({}, {})", "max({}, {})", "sum({}, {})"])
    two = st.tuples(signs, parts, parts).map(lambda one: f"({one[0].format(one[1], one[2])})")
    return st.one_of(two, parts.map(lambda one: f"-{one}"))


trees = st.recursive(leaves, joined, max_leaves=8)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval and a value in it."""
    low, high = sorted((draw(numbers), draw(numbers)))
    share = draw(st.integers(0, 10))
    value = low + (high - low) * share / 10
    interval = Interval(low, high, draw(st.booleans()), draw(st.booleans()))
    assume(interval.contains(value))
    return interval, value


def reckon(node: Node, values: Mapping[str, Decimal]) -> Decimal:
    """The plain arithmetic, written down a second time."""
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Name):
        return values[node.text]
    parts = [reckon(operand, values) for operand in node.operands]
    match node.sign:
        case "+" | "sum":
            return parts[0] + parts[1]
        case "-":
            return parts[0] - parts[1]
        case "*":
            return parts[0] * parts[1]
        case "/":
            return parts[0] / parts[1]
        case "neg":
            return -parts[0]
        case "min":
            return min(parts)
        case _:
            return max(parts)


@given(trees, st.fixed_dictionaries({name: ranges() for name in NAMES}))
def test_what_values_come_to_is_in_what_intervals_come_to(
    text: str, figures: Mapping[str, tuple[Interval, Decimal]]
) -> None:
    try:
        tree = parse_expression(f"{text} == a", TOPICS, lambda text: None).sides[0]
        whole = evaluate(tree, {name: interval for name, (interval, _) in figures.items()})
        value = reckon(tree, {name: value for name, (_, value) in figures.items()})
    except (ExpressionError, UnitError, DivisionByZero, InvalidOperation):
        assume(False)
    slack = max(Decimal(1), abs(value)) * Decimal("1e-15")
    assert whole.low - slack <= value <= whole.high + slack


@given(ranges(), ranges())
def test_a_comparison_that_values_satisfy_holds(one: tuple[Interval, Decimal], two: tuple[Interval, Decimal]) -> None:
    (left, a), (right, b) = one, two
    for sign, true in {"==": a == b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}.items():
        assert holds(sign, left, right) or not true


@given(st.text("abc-d+*/()<>=!.,%$ 0123456789'\"_[]{}:\n", max_size=40))
def test_any_text_is_an_expression_or_refused_at_one_of_its_characters(text: str) -> None:
    refused = refusal_of(text)
    assert refused is None or (0 <= refused.at <= len(text) and refused.message)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a + b * 2 == 1", "(a + (b * 2))"),
        ("(a + b) * 2 == 1", "((a + b) * 2)"),
        ("a - b - 2 == 1", "((a - b) - 2)"),
        ("a / b / 2 == 1", "((a / b) / 2)"),
        ("a - c-d == 1", "(a - c-d)"),
        ("a*-b == 1", "(a * neg(b))"),
        ("sum(a, b, c-d) / 3 == 1", "(sum(a, b, c-d) / 3)"),
        ("1,000.5 == a", "1,000.5"),
    ],
)
def test_binds_as_in_school(text: str, tree: str) -> None:
    assert drawn(parse_expression(text, TOPICS, lambda text: None).sides[0]) == tree


def drawn(node: Node) -> str:
    if not isinstance(node, Operation):
        return node.text
    parts = [drawn(operand) for operand in node.operands]
    return f"({f' {node.sign} '.join(parts)})" if node.sign in "+-*/" else f"{node.sign}({', '.join(parts)})"
