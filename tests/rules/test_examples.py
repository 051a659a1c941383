"""Examples inside rules: run through whatever pipeline is passed in."""

from __future__ import annotations

from claimcheck.model.rule import Rule
from claimcheck.rules import test_rules as run_examples

RULE = Rule("a/sum", "", "sum", inconsistent=("1 + 1 = 3",), consistent=("1 + 1 = 2",), file="a.yaml", line=4)


def test_all_examples_come_out_right() -> None:
    assert run_examples((RULE,), lambda rule, text: ["a/sum"] if "3" in text else []) == []


def test_a_silent_rule_fails_its_inconsistent_example() -> None:
    [failure] = run_examples((RULE,), lambda rule, text: ["a/other"] if "3" in text else [])
    assert str(failure) == 'a.yaml:4: a/sum should report "1 + 1 = 3"; reported by a/other'


def test_a_loud_rule_fails_its_consistent_example() -> None:
    [failure] = run_examples((RULE,), lambda rule, text: ["a/sum"])
    assert (failure.text, failure.expected) == ("1 + 1 = 2", False)
    assert str(failure) == 'a.yaml:4: a/sum should not report "1 + 1 = 2"'
