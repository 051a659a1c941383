"""The stretch of a sentence that a figure has to itself: what stands between its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.claim import Claim


def stretch_of(claim: Claim, others: Iterable[Claim]) -> tuple[str, str]:
    """The text before and behind a figure, up to the next of the other figures of its sentence on either side.

    In "a cash balance of $15 million and debt of $7 million" the second has " and debt of " before it.
    """
    spans = [(one.at, one.at + len(one.quantity.text)) for one in others if one.where == claim.where]
    at, end = claim.at, claim.at + len(claim.quantity.text)
    low = max((stop for start, stop in spans if start < at), default=0)
    high = min((start for start, _ in spans if start > at), default=len(claim.sentence))
    return claim.sentence[low:at], claim.sentence[end:high]
