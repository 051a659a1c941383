"""The report for a terminal, in the manner of rustc and ruff: labelled figures under each quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.reports.facts import facts_left_out, name_status, tell_facts_used
from claimcheck.reports.ink import printed
from claimcheck.reports.passage import Mark, Passage, Piece, excerpt, passages
from claimcheck.reports.safe import printable
from claimcheck.reports.view import View
from claimcheck.reports.words import counted, in_order, listed, reading, tally, understanding, verdict

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
QUIET = "blue"
GUTTER = "   | "
NARROWEST = 40
# A CI runner that reads the log takes a line that begins so for a command.
COMMAND_STARTS = ("::", "##[")


def render_terminal(report: Report, view: View) -> str:
    """The findings to be shown, then what was read and how many were found; plain unless `view.colour`."""
    width = max(view.width, NARROWEST)
    lines: list[Text] = []
    for finding in in_order(report.at_least(view.show)):
        lines += [*_finding(finding, width), Text()]
    lines += _facts(report, width)
    lines += _summary(report, view.show, width)
    return printed(lines, view.colour)


def render_finding(finding: Finding, width: int) -> str:
    """One finding as plain text, in lines of at most `width` cells."""
    return printed(_finding(finding, max(width, NARROWEST)), colour=False)


def _finding(finding: Finding, width: int) -> Iterator[Text]:
    style = STYLES[finding.severity]
    yield Text.assemble((f"{finding.severity}[{finding.rule}]", style), (f": {printable(finding.message)}", "bold"))
    for index, passage in enumerate(passages(finding)):
        yield from quoted(passage, "  --> " if index == 0 else "  ::: ", style, width)
    yield from _remarks("steps:", finding.steps, width)
    yield from _remarks("help: ", [finding.suggestion] if finding.suggestion else [], width)
    yield from _remarks("why:  ", ["; ".join(finding.why)] if finding.why else [], width)
    yield from _remarks("or:   ", finding.alternatives, width)


def quoted(passage: Passage, arrow: str, style: str, width: int) -> Iterator[Text]:
    """A passage with its place above, and its figures underlined and labelled below."""
    source = f"   {passage.source}" if passage.source else ""
    yield Text.assemble((arrow, QUIET), passage.place, source)
    pieces = excerpt(passage, width - len(GUTTER))
    yield Text.assemble((GUTTER, QUIET), *((piece.text, "bold" if piece.mark else "") for piece in pieces))
    for row in _rows(_placed(pieces), width - len(GUTTER)):
        line = Text.assemble((GUTTER, QUIET))
        position = 0
        for column, text, mark in row:
            line.append(" " * (column - position))
            line.append(text, style if mark.is_primary else QUIET)
            position = column + cell_len(text)
        yield line


def _placed(pieces: Sequence[Piece]) -> list[tuple[int, Mark]]:
    """The column in cells at which each figure of an excerpt begins."""
    column, placed = 0, []
    for piece in pieces:
        if piece.mark:
            placed.append((column, piece.mark))
        column += cell_len(piece.text)
    return placed


def _rows(placed: Sequence[tuple[int, Mark]], width: int) -> list[list[tuple[int, str, Mark]]]:
    """The lines under a quote: underlines, the last with its label; then the other labels, from the right.

    A label stands under its figure, or further left where it would run over the edge.
    """
    underlines = [
        (column, ("^" if mark.is_primary else "-") * max(1, cell_len(mark.figure)), mark) for column, mark in placed
    ]
    rows = [underlines]
    column, underline, last = underlines[-1]
    beside = f"{underline} {last.label}"
    waiting = list(placed)
    if column + cell_len(beside) <= width:
        underlines[-1] = (column, beside, last)
        waiting.pop()
    limit = width
    row: list[tuple[int, str, Mark]] = []
    for column, mark in reversed(waiting):
        label = mark.label
        if row and column + cell_len(label) >= limit:
            rows.append(row[::-1])
            limit, row = width, []
        start = max(0, min(column, limit - cell_len(label)))
        row.append((start, label, mark))
        limit = start
    return [*rows, row[::-1]] if row else rows


def _remarks(name: str, texts: Iterable[str], width: int) -> Iterator[Text]:
    """Remarks under a finding, their lines wrapped and aligned: "= steps: 29 + 13 = 42"."""
    head = f"  = {name} "
    for text in texts:
        for line in wrapped(printable(text), width - len(head)):
            yield Text.assemble((head, QUIET), line)
            head = " " * len(head)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of `width` cells, broken between words."""
    line = ""
    for word in text.split(" "):
        if line and cell_len(line) + 1 + cell_len(word) > width and not word.startswith(COMMAND_STARTS):
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _facts(report: Report, width: int) -> Iterator[Text]:
    """The facts that were not compared, with the reasons."""
    left = list(facts_left_out(report))
    if not left:
        return
    yield Text("facts that were not compared", "bold")
    for outcome, reason in left:
        said = f": {outcome.said}" if outcome.said else ""
        told = printable(f"{outcome.place}   {name_status(outcome)}{said}")
        yield Text.assemble(("  --> ", QUIET), told)
        yield from _remarks("why:  ", [reason], width)
    yield Text()


def _summary(report: Report, show: Severity, width: int) -> Iterator[Text]:
    counts = tally(report)
    worst = next((level for level in Severity if counts[level]), None)
    style = STYLES[worst] if worst in (Severity.ERROR, Severity.WARNING) else "bold green"
    hidden = [counted(counts[level], level) for level in Severity if counts[level] and level.rank < show.rank]
    texts = [(verdict(report), style), (reading(report), ""), (understanding(report), "")]
    if report.facts:
        texts.append((tell_facts_used(report), ""))
    if hidden:
        level = Severity.NOTE if counts[Severity.NOTE] else Severity.WARNING
        texts.append((f"Not shown: {listed(hidden)} (--show {level} prints them).", ""))
    silent = (("known finding", report.known), ("suppressed finding", report.suppressed))
    if left := [counted(len(findings), noun) for noun, findings in silent if findings]:
        texts.append((f"Left out: {listed(left)} (the HTML and Markdown reports list them).", ""))
    for text, text_style in texts:
        for line in wrapped(text, width):
            yield Text(line, text_style)
