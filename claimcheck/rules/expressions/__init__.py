"""Expressions: a user's own arithmetic over topics, read, bound to figures, and worked out on intervals."""

from claimcheck.rules.expressions.bind import bind_expressions
from claimcheck.rules.expressions.check import EXPRESSION
from claimcheck.rules.expressions.dimensions import check_dimensions
from claimcheck.rules.expressions.parse import parse_expression

__all__ = ["EXPRESSION", "bind_expressions", "check_dimensions", "parse_expression"]
