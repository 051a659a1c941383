"""Event: what happens once has one date."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED


def check_event(link: Link, tolerance: Tolerance) -> Verdict:
    """One event must have one date: "born on 18 May 1984", "born on 19 May 1984".

    Links hold dates that exclude each other only, so there is nothing to reckon.
    """
    if len(link.claims) != 2:
        return UNDECIDED
    one, other = (" ".join(claim.quantity.text.split()) for claim in link.claims)
    return Verdict(
        Outcome.STRICT,
        f"one event is dated {one} and {other}",
        (f"{one} and {other} are not one time",),
        "",
        (one, other),
    )


EVENT = Check("event", frozenset({LinkKind.DATES_OF}), check_event, "What happens once has one date.")
