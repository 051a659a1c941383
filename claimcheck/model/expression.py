"""Expressions: the arithmetic that a rule of a user's own demands of its topics."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.quantity import Quantity
from claimcheck.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as the rule states it, "5000 dollar": `value` in base units, and how it was read if it has a unit."""

    text: str
    value: Decimal
    dimension: str = ""
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A topic by its id: the figure that is found for it stands here."""

    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A sign or function with what it works on: "+" on (staff, works), "sum" on (a, b, c), "neg" on (a,).

    `text` is the part of the rule it was read from, `at` where its sign stands in the whole.
    """

    sign: str
    operands: tuple[Node, ...]
    text: str
    at: int = 0


Node = Literal | Name | Operation


@dataclass(frozen=True, slots=True)
class Expression:
    """What must hold: "fund-total == staff + works" has two sides and one sign, "0 <= a <= b" three and two.

    `topics` are those it names, in the order of their first mention; `places` say where each sign stands.
    """

    text: str
    sides: tuple[Node, ...]
    signs: tuple[str, ...]
    topics: tuple[Topic, ...]
    places: tuple[int, ...] = ()
