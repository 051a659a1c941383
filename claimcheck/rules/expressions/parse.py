"""Reading expressions: from "fund-total == staff + works" to a tree, by a grammar with nothing to spare.

expression = sum (comparison sum)+
sum        = product (("+" | "-") product)*
product    = factor (("*" | "/") factor)*
factor     = "-" factor | "(" sum ")" | number | topic | function "(" (topic "of" group | sum ("," sum)*) ")"
function   = "min" | "max" | "sum"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from claimcheck.model.expression import Expression, Literal, Name, Node, Operation
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.topic import Topic
from claimcheck.rules.expressions.tokens import ALLOWED, ExpressionError, Token, split_tokens
from claimcheck.rules.places import nearest

FUNCTIONS = ("max", "min", "sum")
MOST_DEPTH = 20
MOST_TOPICS = 8
MOST_MEMBERS = 30
MOST_DIGITS = 30

# Reads a figure as a text would say it, "5000 dollar"; None where it is none.
FigureReader = Callable[[str], Quantity | None]

_BARE = re.compile(r"\d[\d,]*(\.\d+)?")
_JOINING = ("and", "or", "not", "if", "else", "in", "is")


# The members of each group by its id, each member with its best name and all of its names.
Groups = Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]
_NO_GROUPS: Groups = MappingProxyType({})


def parse_expression(
    text: str, topics: Mapping[str, Topic], read_figure: FigureReader, groups: Groups = _NO_GROUPS
) -> Expression:
    """The tree of an expression over known topics; raises ExpressionError where it is not understood.

    "sum(trade of our-countries)" becomes a sum of six topics, "trade of Armenia" and so on.
    """
    return _Parser(text, list(split_tokens(text)), topics, read_figure, groups).parse()


@dataclass(slots=True)
class _Parser:
    text: str
    tokens: list[Token]
    topics: Mapping[str, Topic]
    read_figure: FigureReader
    groups: Groups
    position: int = 0
    depth: int = 0
    named: dict[str, Topic] = field(default_factory=dict)

    def parse(self) -> Expression:
        sides, signs, places = [self._sum()], [], []
        while self._next.kind == "comparison":
            token = self._take()
            signs.append(token.text)
            places.append(token.at)
            sides.append(self._sum())
        if self._next.kind != "end":
            raise self._unexpected()
        if not signs:
            hint = f'say what must hold: "{self.text} == ..." or "{self.text} <= ..."'
            raise ExpressionError("an expression compares two sides", self._next.at, hint)
        if not self.named:
            raise ExpressionError("an expression names at least one topic", 0, nearest("", self.topics))
        own = [topic for topic in self.named.values() if not topic.about]
        if len(own) > MOST_TOPICS:
            message = f"an expression of {len(own)} topics; at most {MOST_TOPICS} are bound"
            raise ExpressionError(message, 0, "make several rules of it")
        return Expression(self.text, tuple(sides), tuple(signs), tuple(self.named.values()), tuple(places))

    def _sum(self) -> Node:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._chain(("*", "/"), self._factor)

    def _chain(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        start = self._next.at
        node = part()
        while self._next.kind == "sign" and self._next.text in signs:
            token = self._take()
            other = part()
            if token.text == "/" and isinstance(other, Literal) and other.value == 0:
                raise ExpressionError("this divides by zero", token.at)
            node = Operation(token.text, (node, other), self._since(start), token.at)
        return node

    def _factor(self) -> Node:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise ExpressionError(f"brackets more than {MOST_DEPTH} deep", self._next.at, "make several rules of it")
        token = self._take()
        node: Node
        if token.kind == "number":
            node = self._literal(token)
        elif token.kind == "name" and self._next.text == "(":
            node = self._function(token)
        elif token.kind == "name":
            node = self._topic(token)
        elif token.text == "-":
            node = Operation("neg", (self._factor(),), self._since(token.at), token.at)
        elif token.text == "(":
            node = self._sum()
            self._close(token)
        else:
            self.position -= token.kind != "end"
            raise self._unexpected()
        self.depth -= 1
        return node

    def _function(self, token: Token) -> Node:
        if token.text not in FUNCTIONS:
            raise ExpressionError(f'no function "{token.text}"', token.at, nearest(token.text, FUNCTIONS))
        bracket = self._take()
        if self._next.kind == "name" and self.tokens[self.position + 1].text == "of":
            return self._of_members(token, bracket)
        operands = [self._sum()]
        while self._next.text == ",":
            self._take()
            operands.append(self._sum())
        self._close(bracket)
        return Operation(token.text, tuple(operands), self._since(token.at), token.at)

    def _of_members(self, token: Token, bracket: Token) -> Node:
        """ "trade of our-countries": the figure of a topic for each member of a group."""
        topic = self._take()
        self._know(topic)
        self._take()
        group = self._take()
        members = self.groups.get(group.text)
        if members is None:
            hint = nearest(group.text, self.groups, "declare it under entities, or extend the pack that does")
            raise ExpressionError(f'no entity "{group.text}"', group.at, hint)
        if not members:
            hint = 'give it "members: [...]" under entities'
            raise ExpressionError(f'entity "{group.text}" has no members', group.at, hint)
        if len(members) > MOST_MEMBERS:
            message = f"a group of {len(members)} members; at most {MOST_MEMBERS} are bound"
            raise ExpressionError(message, group.at, "make groups of groups, and several rules")
        self._close(bracket)
        names = []
        for name, known in members:
            of_member = replace(self.topics[topic.text], id=f"{topic.text} of {name}", about=known)
            self.named[of_member.id] = of_member
            names.append(Name(of_member.id))
        return Operation(token.text, tuple(names), self._since(token.at), token.at)

    def _topic(self, token: Token) -> Node:
        self._know(token)
        self.named[token.text] = self.topics[token.text]
        return Name(token.text)

    def _know(self, token: Token) -> None:
        if token.text not in self.topics:
            raise ExpressionError(f'no topic "{token.text}"', token.at, self._topic_hint(token.text))

    def _topic_hint(self, name: str) -> str:
        if name.lower() in _JOINING:
            return "one rule, one demand: make several rules of it"
        first, _, rest = name.partition("-")
        while rest:
            if first in self.topics and (rest in self.topics or rest.isdigit()):
                return f'for a difference put spaces around the sign: "{first} - {rest}"'
            word, _, rest = rest.partition("-")
            first = f"{first}-{word}"
        return nearest(name, self.topics, "declare it under topics, or extend the pack that does")

    def _literal(self, token: Token) -> Literal:
        if sum(map(str.isdigit, token.text)) > MOST_DIGITS:
            raise ExpressionError(f"a number of more than {MOST_DIGITS} digits", token.at)
        if _BARE.fullmatch(token.text):
            return Literal(token.text, Decimal(token.text.replace(",", "")))
        quantity = self.read_figure(token.text)
        if quantity is None or quantity.is_range or quantity.bound is not Bound.EXACT:
            number = token.text.partition(" ")[0]
            hint = f'say it as a text would, "5,000 dollars", "5%", "3 tonnes"; a count has no unit: "{number}"'
            raise ExpressionError(f'"{token.text}" is not read as one figure', token.at, hint)
        base = quantity.low * quantity.factor + quantity.offset
        return Literal(token.text, base, quantity.dimension, quantity)

    def _close(self, bracket: Token) -> None:
        if self._next.text != ")":
            if self._next.kind == "end":
                raise ExpressionError("this bracket is not closed", bracket.at, 'add ")"')
            raise self._unexpected()
        self._take()

    def _unexpected(self) -> ExpressionError:
        token = self._next
        if token.kind == "end":
            return ExpressionError("the expression ends too early", token.at, "a topic or number is missing here")
        if token.kind in ("name", "number"):
            joined = token.text.lower() in _JOINING
            hint = self._topic_hint(token.text) if joined else "put a sign between the two: + - * / or =="
            return ExpressionError(f'unexpected "{token.text}"', token.at, hint)
        return ExpressionError(f'unexpected "{token.text}"', token.at, ALLOWED)

    @property
    def _next(self) -> Token:
        return self.tokens[self.position]

    def _take(self) -> Token:
        token = self.tokens[self.position]
        if token.kind != "end":
            self.position += 1
        return token

    def _since(self, start: int) -> str:
        last = self.tokens[self.position - 1]
        return self.text[start : last.at + len(last.text)]
