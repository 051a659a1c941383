"""The facts that a figure was held against, for a terminal: which it is about, and why it is not about the others."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from claimcheck.model.explanation import ConsideredFact, Explained, Explanation, Ruling
from claimcheck.model.verdict import Outcome
from claimcheck.reports.safe import printable
from claimcheck.reports.words import counted

LINKED, APART = "bold green", "bold"
QUIET = "blue"

Remark = tuple[str, list[str]]


def say_balance(figure: Explained) -> str:
    """How many facts it was held against: "Held against 2 of 20 facts: 1 linked, 1 set apart."."""
    known = counted(figure.known_facts, "fact")
    if not figure.facts:
        return f"Held against none of {known}: none has its unit, a word of its measure and a subject named with it."
    linked = sum(one.link is not None for one in figure.facts)
    apart = len(figure.facts) - linked
    told = [f"{number:,} {name}" for number, name in ((linked, "linked"), (apart, "set apart")) if number]
    return f"Held against {len(figure.facts):,} of {known}: {', '.join(told)}."


def say_fact(item: ConsideredFact) -> Iterator[Text]:
    """One of them: how it stands to the figure, where it is written, and what it says."""
    yield Text()
    if item.link is not None:
        yield Text.assemble(("linked", LINKED), f": {item.link.kind} {item.link.score:.2f}")
    else:
        yield Text.assemble(("set apart", APART), f": {printable(item.why_not)}")
    row = item.fact.row
    source = f" ({row['source']})" if row["source"] else ""
    yield Text.assemble(("  --> ", QUIET), printable(f"{row.place()}   {item.fact.said}{source}"))


def remarks_on(item: ConsideredFact, explanation: Explanation) -> Iterator[Remark]:
    """Why, with what doubts, and what the rules made of it."""
    link = item.link
    if link is None:
        yield "shared: ", list(item.reasons)
        yield "missing:", list(item.doubts)
        return
    yield "why:    ", list(link.reasons)
    yield "doubts: ", list(link.doubts)
    rulings = explanation.rulings_on(link)
    for ruling in rulings:
        yield "rule:   ", [say_ruling(ruling)]
    if not rulings:
        yield "rule:   ", ["none decides on this link"]


def say_ruling(ruling: Ruling) -> str:
    """What a rule said: "core/sum: error 0f3c...: 12 + 7 make 19, not 20"."""
    if ruling.outcome is Outcome.FITS:
        return f"{ruling.rule}: the figures fit"
    if ruling.severity is None:
        return f"{ruling.rule}: {ruling.message} (not reported)"
    return f"{ruling.rule}: {ruling.severity} {ruling.fingerprint}: {ruling.message}"
