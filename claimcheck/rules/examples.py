"""Rule tests: the examples in a rule, run through the whole program."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.model.rule import Rule


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that came out wrong: "core/sum should report "12 buses ... those 20 buses ..."".

    `expected` says whether the rule was to report the text; `reported` are the rules that did.
    """

    rule: Rule
    text: str
    expected: bool
    reported: tuple[str, ...] = ()

    def __str__(self) -> str:
        others = f"; reported by {', '.join(self.reported)}" if self.expected and self.reported else ""
        place = f"{self.rule.file}:{self.rule.line}: " if self.rule.file else ""
        return f'{place}{self.rule.id} should {"" if self.expected else "not "}report "{self.text}"{others}'


def texts_of(example: str) -> dict[str, str]:
    """The texts of an example by name: one, or several with a line "---" between them."""
    texts = re.split(r"^---$\n?", example, flags=re.MULTILINE)
    return {f"example-{number}.txt": text for number, text in enumerate(texts, start=1)}


def test_rules(rules: Sequence[Rule], check: Callable[[Rule, str], Sequence[str]]) -> list[ExampleFailure]:
    """The examples that come out wrong, in the rules' order; `check` gives the rules that report a text,
    held against the facts of the rule whose example it is.

    An inconsistent example must be reported by its own rule; a consistent one must not be.
    """
    failures = []
    for rule in rules:
        for expected, texts in ((True, rule.inconsistent), (False, rule.consistent)):
            for text in texts:
                reported = tuple(check(rule, text))
                if (rule.id in reported) is not expected:
                    failures.append(ExampleFailure(rule, text, expected, reported))
    return failures


# The name says what a rule's author asks for; it is no test of claimcheck's own.
test_rules.__test__ = False  # type: ignore[attr-defined]
