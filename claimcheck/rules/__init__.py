"""Rules: what is checked of linked claims, how loud, and what would make them fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.deferred import deferred

if TYPE_CHECKING:
    from claimcheck.rules.checks import CHECKS, Check
    from claimcheck.rules.examples import ExampleFailure, test_rules, texts_of
    from claimcheck.rules.expressions import bind_expressions
    from claimcheck.rules.load import load_rules
    from claimcheck.rules.repair import suggest

__all__ = [
    "CHECKS",
    "Check",
    "ExampleFailure",
    "bind_expressions",
    "load_rules",
    "suggest",
    "test_rules",
    "texts_of",
]

if not TYPE_CHECKING:
    __getattr__ = deferred(
        __name__,
        {
            "CHECKS": "checks",
            "Check": "checks",
            "ExampleFailure": "examples",
            "bind_expressions": "expressions",
            "load_rules": "load",
            "suggest": "repair",
            "test_rules": "examples",
            "texts_of": "examples",
        },
    )
