"""Average: a total shared out, or the middle of a list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.product import read_own, scale_between
from claimcheck.rules.checks.sum import add
from claimcheck.rules.compare import UNDECIDED, compare, decide_between, decide_sum
from claimcheck.rules.wording import said, say_interval


def check_average(link: Link, tolerance: Tolerance) -> Verdict:
    """An average must be the total over the number, or the mean of the figures named.

    "The five plants made 500 tons, an average of 120 tons each": 500 over five are 100. Undecided when the
    number may be zero.
    """
    averages = link.of_role("average")
    if len(averages) != 1:
        return UNDECIDED
    made = _shared_out(link, tolerance) or _mean(averages[0], link.of_role("part"), tolerance)
    if made is None:
        return UNDECIDED
    text, (strict, plain, stated) = made
    like = averages[0].quantity
    given = read_own(averages[0], tolerance)
    outcome = decide_between([strict], [plain], given)
    if link.of_role("part") and outcome is not Outcome.STRICT:
        outcome = _as_a_sum(link, tolerance) or outcome
    fits = "which does not fit" if outcome is Outcome.STRICT else "which fits"
    return Verdict(
        outcome,
        f"{text} is an average of {say_interval(stated, like)}, not {said(like)}",
        (f"{text}: {say_interval(strict, like)}", f"given: {said(like)}, {say_interval(given.strict, like)}: {fits}"),
    )


Made = tuple[str, tuple[Interval, Interval, Interval]]


def _shared_out(link: Link, tolerance: Tolerance) -> Made | None:
    totals, numbers, averages = link.of_role("total"), link.of_role("number"), link.of_role("average")
    if not len(totals) == len(numbers) == 1:
        return None
    scale = scale_between(averages[0].quantity, totals[0].quantity)
    total, number = read_own(totals[0], tolerance), read_own(numbers[0], tolerance)
    shared = [getattr(total, name).divided(getattr(number, name)) for name in ("strict", "plain", "stated")]
    if scale is None or any(one is None for one in shared):
        return None
    strict, plain, stated = (one.scaled(1 / scale) for one in shared if one)
    return f"{said(totals[0].quantity)} over {said(numbers[0].quantity)}", (strict, plain, stated)


def _mean(average: Claim, parts: Sequence[Claim], tolerance: Tolerance) -> Made | None:
    compared = compare((average, *parts), tolerance) if len(parts) > 1 else None
    if compared is None:
        return None
    each = 1 / Decimal(len(parts)) / average.quantity.factor
    of = compared.readings[1:]
    strict, plain, stated = (
        add([getattr(one, name) for one in of]).scaled(each) for name in ("strict", "plain", "stated")
    )
    figures = " + ".join(said(part.quantity) for part in parts)
    return f"({figures}) over {len(parts)}", (strict, plain, stated)


def _as_a_sum(link: Link, tolerance: Tolerance) -> Outcome | None:
    """A speaker shortens all figures of a list in one way, so that their slack must not add up."""
    compared = compare(link.claims, tolerance)
    if compared is None:
        return None
    number = Decimal(len(compared.readings) - 1)
    outcome = decide_sum(compared, lambda intervals: add(intervals[1:]).overlaps(intervals[0].scaled(number)))
    return outcome if outcome is Outcome.STRICT else None


AVERAGE = Check(
    "average",
    frozenset({LinkKind.AVERAGE_OF}),
    check_average,
    "An average must be the total over the number, or the mean of the figures named.",
)
