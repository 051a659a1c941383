"""The words of an expression: topics, numbers with their units, signs; anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 500
SIGNS = ("+", "-", "*", "/", "(", ")", ",")
COMPARISONS = ("==", "<=", ">=", "<", ">")
ALLOWED = "an expression has topics, numbers, + - * / ( ), min, max, sum, and == < <= > >="

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>[$£€¥]?\d[\d,]*(?:\.\d+)?(?![\w.])(?:[ ]?%|(?:[ ]+[A-Za-z]+(?:-[A-Za-z]+)*)*))
      | (?P<name>[A-Za-z_][\w.]*(?:-\w+)*)
      | (?P<comparison>==|<=|>=|!=|<>|<|>|=)
      | (?P<sign>\*\*|//|[-+*/(),])
      | (?P<other>\S\w*)
    )""",
    re.VERBOSE,
)
_MEANT = {
    "=": 'write "==" for "is the same as"',
    "**": "write the product out: a * a",
    "//": 'write "/"',
    "×": 'write "*"',
    "·": 'write "*"',
    "÷": 'write "/"',
    "−": 'write "-", with spaces around it',
    "–": 'write "-", with spaces around it',
    "≤": 'write "<="',
    "≥": 'write ">="',
    "!=": "a rule says what must hold: write the equation that should be true",
    "<>": "a rule says what must hold: write the equation that should be true",
    "%": "write a percentage as 5%",
}


class ExpressionError(Exception):
    """What is wrong with an expression, at which character, and what to do."""

    def __init__(self, message: str, at: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an expression: a "number", "name", "comparison" or "sign", and "end" behind the last."""

    kind: str
    text: str
    at: int


def split_tokens(text: str) -> Iterator[Token]:
    """The pieces of an expression in order; raises ExpressionError for what belongs in none."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"an expression of {len(text)} characters; at most {MOST_CHARACTERS} are read",
            hint="make several rules of it",
        )
    position = 0
    while match := _TOKEN.match(text, position):
        kind = str(match.lastgroup)
        said, at = match[kind], match.start(kind)
        if said in _MEANT or kind == "other":
            raise ExpressionError(f'"{said}" does not belong in an expression', at, _MEANT.get(said, ALLOWED))
        yield Token(kind, said, at)
        position = match.end()
    yield Token("end", "", len(text.rstrip()))
