"""Dates that do not fit together: said, never guessed away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.document import Block, Stated
from claimcheck.read.dates import date_in_name, find_doubtful_dates
from claimcheck.read.header import Header


def find_date_conflicts(name: str, header: Sequence[Block], found: Header, known_date: Stated | None) -> Iterator[str]:
    """Notes on dates of the text, the file's own fields and its name that differ, or that cannot be as they stand.

    "dates differ: 2021-03-09 (line 2), 2021-03-10 (file name)"
    """
    named = date_in_name(name)
    stated = [*found.dates, *([known_date] if known_date else [])]
    if named:
        stated.append(Stated(named.isoformat(), "file name"))
    first = {one.value: one for one in reversed(stated)}
    if len(first) > 1:
        in_order = [one for one in stated if first[one.value] is one]
        yield "dates differ: " + ", ".join(f"{one.value} ({one.source})" for one in in_order)
    for block in header:
        yield from find_doubtful_dates(block.text)
    event = found.date or known_date
    for published in found.published:
        if event and published.value < event.value:
            dates = (f"{one.value} ({one.source})" for one in (published, event))
            yield "dates differ: published {}, and took place {}".format(*dates)
    if not stated and found.published:
        only = found.published[0]
        yield f"no date of the event; published {only.value} ({only.source})"
