"""Change: two levels and the size of the move between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind, Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, Reading, compare, decide_between, read, worst
from claimcheck.rules.wording import lexicon, said, say_interval

RELATIVE = frozenset({Kind.PERCENT, Kind.POINT, Kind.MULTIPLE})
HUNDRED = Interval.exactly(Decimal(100))

# What the levels give for a size, at one reading of them: each way that the size may have been meant.
Meanings = Callable[[Interval, Interval], list[Interval]]


@dataclass(frozen=True, slots=True)
class Sized:
    """One size of a move set against the levels: "$509 million to $650 million is up 27.7%, not up 21%"."""

    outcome: Outcome
    message: str
    steps: tuple[str, ...]
    readings: dict[str, str]


def check_change(link: Link, tolerance: Tolerance) -> Verdict:
    """A move between two levels must have the size that is given for it.

    "up 21% to $650 million, compared to $509 million": 650 over 509 is up 27.7%, not 21%. Without one of the
    levels, a difference stands in for it: "up $3.3 billion or 9.8% to $36.8 billion" came from $33.5 billion.
    Undecided when a level is below zero, or the first is zero: a loss that turns to profit has no percentage.
    """
    levels = (*link.of_role("from"), *link.of_role("to"))
    sizes = link.of_role("change")
    if any(level.quantity.low < 0 for level in levels):
        return UNDECIDED
    if len(levels) == 2:
        sized = [compare_levels(levels[0], levels[1], size, tolerance) for size in sizes]
        sized.append(compare_difference(_without_end(link), tolerance))
    else:
        sized = [compare_difference(link, tolerance)]
    decided = [one for one in sized if one is not None]
    outcome = worst([one.outcome for one in decided])
    if outcome is Outcome.UNDECIDED:
        return UNDECIDED
    message = next(one.message for one in decided if one.outcome is outcome)
    steps = tuple(dict.fromkeys(step for one in decided for step in one.steps))
    readings = {claim: text for one in decided for claim, text in one.readings.items()}
    return Verdict(outcome, message, steps, "", tuple(readings.get(claim.id, "") for claim in link.claims))


def _without_end(link: Link) -> Link:
    """The link with its earlier level only: "up $7.9 million or 36% from $20.6 million"."""
    kept = [(claim, role) for claim, role in zip(link.claims, link.roles, strict=True) if role != "to"]
    return replace(link, claims=tuple(claim for claim, _ in kept), roles=tuple(role for _, role in kept))


def compare_levels(start: Claim, end: Claim, size: Claim, tolerance: Tolerance) -> Sized | None:
    """One size of a move against the levels at both ends of it."""
    relative = size.quantity.kind in RELATIVE
    compared = compare((start, end) if relative else (start, end, size), tolerance)
    if compared is None:
        return None
    unit = size.quantity if relative else compared.unit
    shares = compared.unit.kind is Kind.PERCENT
    if size.quantity.kind is Kind.POINT and not shares:
        return None
    meanings = _meanings(size, unit, levels_are_shares=shares)
    text = f"{said(start.quantity)} to {said(end.quantity)}"
    levels = dict(zip((start.id, end.id), compared.say_each(), strict=False))
    return _set_against(size, read(size.quantity, unit, tolerance), meanings, compared.readings, text, levels)


def compare_difference(link: Link, tolerance: Tolerance) -> Sized | None:
    """A percentage against a difference and the one level that is known."""
    levels = (*link.of_role("from"), *link.of_role("to"))
    percents = [claim for claim in link.of_role("change") if claim.quantity.kind is Kind.PERCENT]
    differences = [claim for claim in link.of_role("change") if claim.quantity.kind not in RELATIVE]
    if not len(levels) == len(percents) == len(differences) == 1 or differences[0].quantity.low <= 0:
        return None
    compared = compare((*levels, *differences), tolerance)
    if compared is None:
        return None
    percent = percents[0]
    trend = percent.trend or differences[0].trend
    ends = bool(link.of_role("to"))
    # Start = end - difference when it rose, end + difference when it fell; so difference / start is
    # 1 / (end / difference ∓ 1), in which each figure stands once.
    offsets = {"up": (-1,), "down": (1,)}.get(trend or "", (-1, 1)) if ends else (0,)

    def meanings(level: Interval, difference: Interval) -> list[Interval]:
        ratio = level.divided(difference)
        shares = [HUNDRED.divided(ratio.shifted(Decimal(offset))) for offset in offsets] if ratio else []
        return [share.scaled(percent.quantity.factor) for share in shares if share]

    text = f"{said(differences[0].quantity)} {'on the way to' if ends else 'from'} {said(levels[0].quantity)}"
    readings = dict(zip((claim.id for claim in compared.claims), compared.say_each(), strict=True))
    given = read(percent.quantity, percent.quantity, tolerance)
    return _set_against(percent, given, meanings, compared.readings, text, readings)


def _meanings(size: Claim, unit: Quantity, *, levels_are_shares: bool) -> Meanings:
    """What the size of a move from one level to another may be, in the base unit of the size."""
    kind, trend = size.quantity.kind, size.trend

    def meanings(start: Interval, end: Interval) -> list[Interval]:
        difference = end.minus(start)
        factor = end.divided(start)
        if kind is Kind.MULTIPLE:
            back = start.divided(end)
            # "grew 2.5 times" may mean to, or by, two and a half times; "halved" is said as 2 or as 0.5.
            falls = [one for one in (back, factor) if one] if trend != "up" else []
            by = factor.shifted(Decimal(-1)) if factor and not _is_plain_factor(size.quantity) else None
            grows = [one for one in (factor, by) if one] if trend != "down" else []
            return [one.scaled(unit.factor) for one in grows + falls]
        if kind is not Kind.PERCENT:
            return _directed(difference, trend)
        relative = _directed(factor.shifted(Decimal(-1)).times(HUNDRED), trend) if factor else []
        # Of shares, "up 5%" may be said of five points.
        points = _directed(difference, trend) if levels_are_shares else []
        return [one.scaled(unit.factor) for one in relative] + points

    return meanings


def _is_plain_factor(size: Quantity) -> bool:
    """Whether a factor can only be what the level became: "doubled", "twice", but not "grew two times"."""
    return any(word in size.text.casefold() for word in lexicon()["plain_factors"])


def _directed(move: Interval, trend: str | None) -> list[Interval]:
    """The size of a move as said: "down 5%" of -5, and either way when no direction was said."""
    fall = move.scaled(Decimal(-1))
    return {"up": [move], "down": [fall]}.get(trend or "", [move, fall])


def _set_against(
    size: Claim,
    given: Reading,
    meanings: Meanings,
    levels: Sequence[Reading],
    text: str,
    readings: dict[str, str],
) -> Sized | None:
    first, second = levels[:2]
    strict, plain = meanings(first.strict, second.strict), meanings(first.plain, second.plain)
    stated = meanings(first.stated, second.stated)
    if not strict or not plain or not stated:
        return None
    outcome = decide_between(strict, plain, given)
    like = size.quantity

    def say(interval: Interval) -> str:
        return say_interval(interval.scaled(1 / like.factor), like)

    computed = _say_move(stated, size, say)
    allowed = " or ".join(dict.fromkeys(say(one) for one in strict if one.high >= 0))
    fits = "which does not fit" if outcome is Outcome.STRICT else "which fits"
    return Sized(
        outcome,
        f"{text} is {computed}, not {_say_trend(size)}{said(like)}",
        (
            f"{text}: {allowed or computed}",
            f"given: {_say_trend(size)}{said(like)}, {say(given.strict)}: {fits}",
        ),
        readings | {size.id: say(given.strict)},
    )


def _say_move(stated: Sequence[Interval], size: Claim, say: Callable[[Interval], str]) -> str:
    """The move as computed, in words: "up 27.7%", "down $3 million", "3.4 times"."""
    move = stated[0]
    if size.quantity.kind is Kind.MULTIPLE:
        return say(move)
    falls = (move.high < 0) != (size.trend == "down")
    return f"{'down' if falls else 'up'} {say(move.scaled(Decimal(-1)) if move.high < 0 else move)}"


def _say_trend(size: Claim) -> str:
    trend = size.trend if size.quantity.kind is not Kind.MULTIPLE else None
    return f"{trend} " if trend and not size.quantity.text.casefold().startswith(trend) else ""


CHANGE = Check(
    "change",
    frozenset({LinkKind.CHANGE_OF}),
    check_change,
    "A move between two levels must have the size that is given for it.",
)
