"""What became of the facts of a trusted table, in the words of all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model.fact import FactOutcome, FactStatus
from claimcheck.model.report import Report
from claimcheck.reports.words import counted, listed

_SAID = {
    FactStatus.AMBIGUOUS: "ambiguous",
    FactStatus.UNMATCHED: "without a figure to match",
    FactStatus.UNREAD: "not understood",
}
_LEFT_OUT = (FactStatus.AMBIGUOUS, FactStatus.UNMATCHED, FactStatus.UNREAD)


def tell_facts_used(report: Report) -> str:
    """The facts counted: "What is said fits 9 of 20 facts and contradicts 3; ..."; "" where none were given."""
    if not report.facts:
        return ""
    counts = Counter(outcome.status for outcome in report.facts)
    text = (
        f"What is said fits {counts[FactStatus.FITS]:,} of {counted(len(report.facts), 'fact')} and contradicts "
        f"{counts[FactStatus.CLASHES]:,}"
    )
    left = [f"{counts[status]:,} {_SAID[status]}" for status in _LEFT_OUT if counts[status]]
    number = sum(counts[status] for status in _LEFT_OUT)
    were = "was" if number == 1 else "were"
    return f"{text}; {number:,} {were} not compared: {listed(left)}." if left else f"{text}."


def facts_left_out(report: Report) -> Iterator[tuple[FactOutcome, str]]:
    """The facts that were not compared, or not with every figure, each with its reason and what was expected."""
    for outcome in report.facts:
        if outcome.reason:
            hint = f"; {outcome.hint}" if outcome.hint else ""
            yield outcome, f"{outcome.reason}{hint}"


def name_status(outcome: FactOutcome) -> str:
    """The status in a word, as lists show it; a fact that fits other figures is "undecided" for the one told."""
    return outcome.status.value if outcome.status in _LEFT_OUT else "undecided"
