"""Annotations on the lines of a pull request, as commands that GitHub's runner takes from the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.reports.passage import excerpt, passages
from claimcheck.reports.places import Places, path_of
from claimcheck.reports.safe import encodable, printable
from claimcheck.reports.view import View
from claimcheck.reports.words import counted, in_order, reading, verdict

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# What the runner takes of each kind in one step, and how long a message may be.
MOST_OF_A_KIND = 10
LONGEST_MESSAGE = 4000
QUOTE = 160


def render_github(report: Report, view: View) -> str:
    """An annotation a finding, the gravest first, as many as GitHub shows; then the verdict as a line of the log."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    places = Places.of(report)
    used: Counter[Severity] = Counter()
    for finding in in_order(report.at_least(view.show)):
        used[finding.severity] += 1
        if used[finding.severity] <= MOST_OF_A_KIND:
            yield _annotation(finding, places)
    left = sum(max(0, number - MOST_OF_A_KIND) for number in used.values())
    if left:
        yield f"{counted(left, 'more finding')} without annotation: GitHub shows {MOST_OF_A_KIND} of a kind."
    yield verdict(report)
    if report.passed_over:
        yield reading(report)


def _annotation(finding: Finding, places: Places) -> str:
    first = finding.evidence[0]
    properties = {"file": path_of(first.file)}
    if region := places.region(first):
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
        # Columns are for figures on one line only.
        if region.line == region.end_line:
            properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = finding.rule
    listed = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    message = "\n".join(_told(finding))[:LONGEST_MESSAGE]
    return f"::{COMMANDS[finding.severity]} {listed}::{escape_message(message)}"


def _told(finding: Finding) -> Iterator[str]:
    yield printable(finding.message)
    for passage in passages(finding):
        quote = "".join(piece.text for piece in excerpt(passage, QUOTE))
        yield f"{passage.place}{f' ({passage.source})' if passage.source else ''}: {quote.strip()}"
    for text in (finding.suggestion, "; ".join(finding.why), *finding.alternatives):
        if text:
            yield printable(text)


def escape_message(text: str) -> str:
    """The text as the message of a command: "5%" is "5%25", a line end "%0A"; printable text has no other."""
    lines = (printable(line) for line in encodable(text).split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def escape_property(text: str) -> str:
    """The text as a property of a command, where ":" and "," would end it: "a,b::c" is "a%2Cb%3A%3Ac"."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")
