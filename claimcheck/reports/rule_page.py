"""A page on a rule, in Markdown: what it finds, why it matters, examples, what it leaves alone, how to tune it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.rule import Rule, Within

_WITHIN = {
    Within.SENTENCE: "figures of one sentence",
    Within.TURN: "figures of one turn",
    Within.DOCUMENT: "figures of one document",
    Within.CORPUS: "all figures",
}
_SILENCE = """\
A pack of your own can make the rule quieter, or switch it off ([how](../writing-rules.md)):

```yaml
pack: mine
extends: [{pack}]
override:
  {id}: {{severity: note}}
# or, to switch it off:
# disable: [{id}]
```
"""


def page_name(rule: Rule) -> str:
    """The file of a rule's page: "core-sum.md" for core/sum."""
    return f"{rule.id.replace('/', '-')}.md"


def render_rule(rule: Rule) -> str:
    """The page on a rule: "# core/sum", what must hold, and what its authors say of it."""
    return "\n".join(_parts(rule))


def render_rule_list(rules: Sequence[Rule]) -> str:
    """The page that lists rules, a row each, with links to their pages."""
    rows = [f"| [{rule.id}]({page_name(rule)}) | {rule.severity} | {rule.summary} |" for rule in rules]
    return "\n".join(
        [
            "# Rules",
            "",
            "Made by `claimcheck rules docs` from the rule files; `claimcheck rules show core/sum` prints a page.",
            "",
            "| rule | at most | demands |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _parts(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}\n\n{rule.summary}\n"
    yield "| findings are at most | compares | forgives | check |\n| --- | --- | --- | --- |"
    forgives = "rounding and cutting off" if rule.tolerance == "rounding" else "nothing"
    yield f"| {rule.severity} | {_WITHIN[rule.within]} | {forgives} | `{rule.check}` |\n"
    if rule.expression:
        yield f"```text\n{rule.expression.text}\n```\n"
    if rule.guide.why:
        yield f"## Why it matters\n\n{rule.guide.why}\n"
    if rule.inconsistent or rule.consistent:
        yield "## Examples\n"
    if rule.inconsistent:
        yield f"Reported:\n\n{_quoted(rule.inconsistent[0])}\n"
    if rule.consistent:
        yield f"Not reported:\n\n{_quoted(rule.consistent[0])}\n"
    if rule.guide.limits:
        yield "## What it does not report\n"
        yield "\n".join(f"- {limit}" for limit in rule.guide.limits) + "\n"
    yield "## Tune or silence it\n"
    if rule.guide.tune:
        yield f"{rule.guide.tune}\n"
    yield _SILENCE.format(pack=rule.id.partition("/")[0], id=rule.id)


def _quoted(example: str) -> str:
    """An example as a quotation; a line "---" parts its texts there too."""
    return "\n".join(
        f"> {line}".rstrip() if line != "---" else ">\n> in another text:\n>" for line in example.split("\n")
    )
