"""Share: a percentage with its part and its whole."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare, decide_between, read
from claimcheck.rules.wording import said, say_interval

HUNDRED = Interval.exactly(Decimal(100))


def check_share(link: Link, tolerance: Tolerance) -> Verdict:
    """A percentage must be what its part is of its whole.

    "12 of the 48 members, or 30%": 12 of 48 are 25%. Undecided when the whole may be zero, or a figure is below.
    """
    shares, parts, wholes = link.of_role("share"), link.of_role("part"), link.of_role("whole")
    if not len(shares) == len(parts) == len(wholes) == 1 or shares[0].quantity.kind is not Kind.PERCENT:
        return UNDECIDED
    compared = compare((parts[0], wholes[0]), tolerance)
    if compared is None or any(claim.quantity.low < 0 for claim in compared.claims):
        return UNDECIDED
    share = shares[0].quantity
    part, whole = compared.readings
    made = [_percent(part.strict, whole.strict), _percent(part.plain, whole.plain), _percent(part.stated, whole.stated)]
    strict, plain, stated = (one.scaled(share.factor) if one else None for one in made)
    if strict is None or plain is None or stated is None:
        return UNDECIDED
    given = read(share, share, tolerance)
    outcome = decide_between([strict], [plain], given)

    def say(interval: Interval) -> str:
        return say_interval(interval.scaled(1 / share.factor), share)

    text = f"{said(parts[0].quantity)} of {said(wholes[0].quantity)}"
    fits = "which does not fit" if outcome is Outcome.STRICT else "which fits"
    return Verdict(
        outcome,
        f"{text} is {say(stated)}, not {said(share)}",
        (f"{text}: {say(strict)}", f"given: {said(share)}, {say(given.strict)}: {fits}"),
        "",
        (say(given.strict), *compared.say_each()),
    )


def _percent(part: Interval, whole: Interval) -> Interval | None:
    ratio = part.divided(whole)
    return ratio.times(HUNDRED) if ratio else None


SHARE = Check(
    "share",
    frozenset({LinkKind.RATIO_OF}),
    check_share,
    "A percentage must be what its part is of its whole.",
)
