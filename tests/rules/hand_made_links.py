"""Links made by hand, in one line each: link("total-of", total="43", part=("29", "13"))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from claimcheck.model.claim import Claim, Period, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.quantities import scan

Figures = str | Claim | tuple[str | Claim, ...]
_NUMBERS: Iterator[int] = count()


def claim(
    text: str,
    *,
    period: str = "",
    days: tuple[str, str] | None = None,
    per: str = "",
    stated: bool = True,
    since: bool = False,
    role: Role = Role.LEVEL,
    turn: int = 0,
    sentence: int = 0,
    document: str = "talk.txt",
) -> Claim:
    """A claim about trade with the figure that stands in `text`; "up 5%" and "down 5%" give it a trend."""
    trend = next((word for word in ("up", "down") if text.startswith(f"{word} ")), None)
    quantity = next(one for one in scan(text) if one.is_measurement)
    start, end = (date.fromisoformat(day) for day in days) if days else (None, None)
    number = next(_NUMBERS)
    return Claim(
        id=f"c{number}",
        quantity=quantity,
        measure=("trade",),
        unit=quantity.unit or " ".join(text[quantity.end :].split()),
        document=document,
        file=document,
        line=1,
        column=1,
        turn=turn,
        sentence=text,
        sentence_index=sentence,
        at=quantity.start,
        trend=trend,
        role=role,
        period=Period(period, start, end, per, kind="since" if since else "during", stated=stated)
        if period or days or per
        else None,
    )


def link(kind: str, **figures: Figures) -> Link:
    """A link whose keywords are its roles: link("part-of", whole="$28 million", part="$9 billion").

    A role that plays several times takes a tuple; "start" and "end" stand for "from" and "to".
    """
    names = {"start": "from", "end": "to"}
    pairs = [
        (names.get(role, role), one if isinstance(one, Claim) else claim(one))
        for role, said in figures.items()
        for one in (said if isinstance(said, tuple) else (said,))
    ]
    return Link(LinkKind(kind), tuple(one for _, one in pairs), tuple(role for role, _ in pairs), 0.9)


def pair(kind: str, first: str | Claim, second: str | Claim) -> Link:
    """A link of two figures of one thing."""
    return link(kind, first=first, second=second)
