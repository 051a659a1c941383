"""What changed between two versions, for a terminal, a pull request or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from rich.text import Text
from tabulate import tabulate

from claimcheck.model.change import Change, ChangeKind, Comparison
from claimcheck.model.mention import Mention
from claimcheck.reports.columns import MENTION_COLUMNS
from claimcheck.reports.ink import printed
from claimcheck.reports.markdown import CELL, marked
from claimcheck.reports.passage import Mark, Passage, excerpt
from claimcheck.reports.rows import plain_value
from claimcheck.reports.safe import code, encodable, escape_json, for_markdown, printable
from claimcheck.reports.terminal import NARROWEST, quoted
from claimcheck.reports.view import View
from claimcheck.reports.words import listed

VERSION = 1
STYLES = {ChangeKind.CHANGED: "bold yellow", ChangeKind.ADDED: "bold green", ChangeKind.REMOVED: "bold red"}


def render_comparison(comparison: Comparison, format: str, view: View) -> str:
    """The changes as "text", "markdown" or "json"."""
    return COMPARISON_RENDERERS[format](comparison, view)


def _text(comparison: Comparison, view: View) -> str:
    width = max(view.width, NARROWEST)
    lines: list[Text] = []
    for change in comparison.changes:
        lines += [*_change(change, width), Text()]
    return printed([*lines, Text(summary(comparison))], view.colour)


def _change(change: Change, width: int) -> Iterator[Text]:
    style = STYLES[change.kind]
    yield Text.assemble((change.kind.value, style), (f": {headline(change)}", "bold"))
    if change.old:
        yield from quoted(_passage(change.old, "old"), "  --> ", style, width)
    if change.new:
        yield from quoted(_passage(change.new, "new"), "  ::: " if change.old else "  --> ", style, width)


def headline(change: Change) -> str:
    """The change in a line: "$28 million → $28 billion (a power of ten apart)"."""
    both = [one.quantity for one in (change.old, change.new) if one]
    hedged = len({quantity.bound for quantity in both}) > 1
    figures = [f"{one.text} ({one.hedge})" if hedged and one.hedge else one.text for one in both]
    return printable(f"{' → '.join(figures)}{f' ({change.slip})' if change.slip else ''}")


def summary(comparison: Comparison) -> str:
    """The comparison in a sentence: "1 figure changed and 2 were added; 460 are the same."."""
    kinds = [change.kind for change in comparison.changes]
    verbs = {ChangeKind.CHANGED: "changed", ChangeKind.ADDED: "added", ChangeKind.REMOVED: "removed"}
    told = [f"{kinds.count(kind):,} {verb}" for kind, verb in verbs.items() if kind in kinds]
    return f"Figures: {listed(told) or 'none changed'}; {comparison.unchanged:,} the same."


def _passage(mention: Mention, label: str) -> Passage:
    return Passage(
        quote=printable(mention.sentence),
        marks=(Mark(mention.at, printable(mention.quantity.text), label, label == "new"),),
        file=printable(mention.file),
        line=mention.line,
        column=mention.column,
        speaker=printable(mention.speaker.name) if mention.speaker else "",
        date="",
        landmark=printable(mention.landmark),
    )


def _markdown(comparison: Comparison, view: View) -> str:
    rows = [
        [change.kind.value, for_markdown(headline(change)), _cell(change.old, "old"), _cell(change.new, "new")]
        for change in comparison.changes
    ]
    table = str(tabulate(rows, headers=["what", "figure", "old", "new"], tablefmt="github", disable_numparse=True))
    return "\n\n".join([f"**{summary(comparison)}**", *([table] if rows else [])]) + "\n"


def _cell(mention: Mention | None, label: str) -> str:
    if mention is None:
        return ""
    passage = _passage(mention, label)
    return f"{marked(excerpt(passage, CELL))} ({code(passage.place)})"


def _json(comparison: Comparison, view: View) -> str:
    data = {
        "version": VERSION,
        "unchanged": comparison.unchanged,
        "changes": [
            {"kind": one.kind.value, "slip": one.slip.value, "old": _columns(one.old), "new": _columns(one.new)}
            for one in comparison.changes
        ],
    }
    return escape_json(encodable(json.dumps(data, ensure_ascii=False, indent=2))) + "\n"


def _columns(mention: Mention | None) -> dict[str, Any] | None:
    """The columns of `claimcheck claims`."""
    return {column.name: plain_value(column.cell(mention)) for column in MENTION_COLUMNS} if mention else None


COMPARISON_RENDERERS: Mapping[str, Callable[[Comparison, View], str]] = MappingProxyType(
    {"text": _text, "markdown": _markdown, "json": _json}
)
