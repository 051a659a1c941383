"""Dates that bound an event: "born before May 1984" excludes a birth in June 1984, "opened after 1990" one in 1990."""

from __future__ import annotations

from claimcheck.model.claim import Claim

_BEFORE, _AFTER = ("before ", "prior to "), ("after ",)


def is_bound(date: Claim) -> bool:
    """Whether something is told to have been before or after a date, and not at it."""
    return date.quantity.text.lower().startswith((*_BEFORE, *_AFTER))


def excludes(bound: Claim, date: Claim) -> bool:
    """Whether what was before or after the one date cannot have been at the other."""
    one, two = bound.period, date.period
    if one is None or two is None or one.start is None or one.end is None or two.start is None or two.end is None:
        return False
    if two.kind in ("since", "by"):
        return False
    if bound.quantity.text.lower().startswith(_AFTER):
        return two.end <= one.end
    return two.start >= one.start
