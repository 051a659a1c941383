"""Rule files as tests write them: a folder to write them in, and packs in a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck import pipeline
from claimcheck.model.rule import Rule, RuleSet

Write = Callable[..., str]


def load(*selection: str) -> RuleSet:
    """The rules of files, with the scanner to read the numbers of expressions."""
    return pipeline.load(selection)


def only(rules: RuleSet) -> Rule:
    [rule] = rules.rules
    return rule


def ids(rules: RuleSet) -> Sequence[str]:
    return [rule.id for rule in rules.rules]


def write_pack(content: str | bytes, name: str = "budget.yaml") -> str:
    """Write a rule file into the folder at hand."""
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name
