"""What became of each fact: fitted, contradicted, undecided, or left without a figure, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.errors import FactError, Place
from claimcheck.model.fact import Fact, FactLinks, FactOutcome, FactStatus
from claimcheck.model.link import LinkKind
from claimcheck.model.verdict import Judgement, Outcome

_NUMBERED = re.compile(r"(.+), row (\d+)", re.DOTALL)
# A figure that only sounds different may be right.
_FITTING = frozenset({Outcome.FITS, Outcome.PLAIN})
_MOST_UNDECIDED = 3


def tell_facts(
    facts: Iterable[Fact], errors: Iterable[FactError], links: FactLinks, judgements: Sequence[Judgement]
) -> tuple[FactOutcome, ...]:
    """Every row of the tables with what became of it, in the order of the tables; nothing is left out.

    "Port of Ely, cargo, 2019: 4.2 million tonnes" fits two figures and clashes with one.
    """
    fitting, clashing = Counter[str](), Counter[str]()
    for judgement in judgements:
        if judgement.link.kind is LinkKind.REFERENCE:
            [fact] = judgement.link.of_role("fact")
            fitting[fact.id] += judgement.verdict.outcome in _FITTING
            clashing[fact.id] += judgement.verdict.outcome is Outcome.STRICT
    told = [_outcome(fact, fitting[fact.id], clashing[fact.id], links) for fact in facts]
    told += [_unread(error) for error in errors]
    return tuple(sorted(told, key=lambda outcome: _place(outcome.place)))


def _outcome(fact: Fact, fitting: int, clashing: int, links: FactLinks) -> FactOutcome:
    undecided = links.undecided.get(fact.id, ())
    if clashing:
        status = FactStatus.CLASHES
    elif fitting:
        status = FactStatus.FITS
    else:
        status = FactStatus.AMBIGUOUS if undecided else FactStatus.UNMATCHED
    reason = "; ".join(undecided[:_MOST_UNDECIDED])
    if len(undecided) > _MOST_UNDECIDED:
        reason = f"{reason}; and so for {len(undecided) - _MOST_UNDECIDED:,} more"
    if status is FactStatus.UNMATCHED:
        reason = links.unmatched.get(fact.id, "no rule compares the figures that are about it")
    return FactOutcome(status, fact.row.place(), fact.said, fact.row["source"], fitting, clashing, reason)


def _unread(error: FactError) -> FactOutcome:
    return FactOutcome(FactStatus.UNREAD, error.place or Place(""), "", reason=error.message, hint=error.hint)


def _place(place: Place) -> tuple[str, int, int, int]:
    """Where a row stands; one of a file without lines is told by its number: "facts.parquet, row 12"."""
    numbered = _NUMBERED.fullmatch(place.file)
    file, row = (numbered[1], int(numbered[2])) if numbered else (place.file, 0)
    return file, row, place.line, place.column
