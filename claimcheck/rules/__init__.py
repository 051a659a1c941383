"""Rules: what is checked of linked claims, how loud, and what would make them fit."""

from claimcheck.rules.checks import CHECKS, Check
from claimcheck.rules.examples import ExampleFailure, test_rules, texts_of
from claimcheck.rules.expressions import bind_expressions
from claimcheck.rules.judge import judge
from claimcheck.rules.load import load_rules
from claimcheck.rules.repair import suggest

__all__ = [
    "CHECKS",
    "Check",
    "ExampleFailure",
    "bind_expressions",
    "judge",
    "load_rules",
    "suggest",
    "test_rules",
    "texts_of",
]
