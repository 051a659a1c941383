"""The figures of a move in the order of speech: level, size and earlier level, each known by the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from claimcheck.links.phrases import between, pattern
from claimcheck.links.scale import share_scale
from claimcheck.model.claim import Claim, Role
from claimcheck.model.quantity import Bound, Kind, Quantity, strict_reading

RELATIVE = frozenset({Kind.PERCENT, Kind.POINT, Kind.MULTIPLE})
_TO = r"\bto\s+(?:<leads>\s+|(?:new|high of|around)\s+)*$"
_OR = re.compile(
    r"\s*(?:,|\(|or|and|representing|, up|an increase of|a decrease of|about|approximately|roughly|\s)*\s*$"
)
FILLER = r"(?:(?!<other_subjects>)[\w’'&.%-]+\s+)"
_FACTOR = re.compile(r"\bby (?:a|the) factor of\s+(?:about |almost |nearly |over |more than )?$")
_SEPARATOR = re.compile(r"\s+to\s+|\s*[–—-]\s*")


class Slot(StrEnum):
    """What a figure is in a move: "sales were $36.8 billion [L], an increase of $3.3 billion [D] or 9.8% [C]"."""

    LEVEL = "L"
    SIZE = "C"
    DIFFERENCE = "D"
    FROM = "F"
    TO = "T"
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, its slot, and the words between it and the figure before."""

    claim: Claim
    slot: Slot
    gap: str


def place_figures(claims: Sequence[Claim]) -> list[Placed]:
    """The figures of a sentence with their slots; "from $8 to $11.8 billion" is two figures."""
    placed: list[Placed] = []
    claims = [_as_meant(claim, claims) for claim in claims]
    for claim in (one for at, whole in enumerate(claims) for one in _split(whole, claims[at - 1] if at else None)):
        last = placed[-1].claim if placed else None
        gap = between(last, claim) if last else claim.sentence[: claim.at].lower().rstrip("$€£ ") + " "
        if gap.strip() == "over" and placed and placed[-1].slot is Slot.SIZE and claim.quantity.kind not in RELATIVE:
            placed.append(Placed(_unhedged(claim), Slot.FROM, gap))
            continue
        slot = _slot(claim, gap, placed)
        if placed and slot is Slot.TO and placed[-1].slot is Slot.FROM and gap.split() == ["to"]:
            placed[-1] = replace(placed[-1], claim=share_scale(placed[-1].claim, claim))
        placed.append(Placed(claim, slot, gap))
    return placed


def _as_meant(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Points beside percentages as points of them, and "a factor of three" as a factor."""
    own = claim.quantity
    if own.unit == "point" and claim.trend and any(one.quantity.kind is Kind.PERCENT for one in claims):
        point = replace(own, kind=Kind.POINT, unit="percentage point", dimension="percent", factor=Decimal(1))
        return replace(claim, quantity=point, unit=point.unit)
    if own.kind is Kind.COUNT and not own.is_range and _FACTOR.search(claim.sentence[: claim.at].lower()):
        factor = replace(own, kind=Kind.MULTIPLE, unit="times", dimension="multiple", factor=Decimal(1))
        return replace(claim, quantity=factor, unit="times", role=Role.CHANGE)
    return claim


def _slot(claim: Claim, gap: str, placed: Sequence[Placed]) -> Slot:
    if claim.quantity.kind in (Kind.DURATION, Kind.AGE, Kind.RATE) and " per " not in claim.quantity.unit:
        return Slot.OTHER
    if pattern(rf"<from_words>\s+{FILLER}{{0,12}}$").search(gap) and not pattern(_TO).search(_after_from(gap)):
        return Slot.FROM
    if pattern(rf"<over_words>\s+(?:the|its|our|a|an|last|their|prior|previous|even)\s+{FILLER}{{0,6}}$").search(gap):
        return Slot.FROM if claim.quantity.kind not in RELATIVE else Slot.OTHER
    if pattern(_TO).search(gap):
        return Slot.TO
    if claim.quantity.kind is Kind.POINT or (claim.quantity.kind in RELATIVE and claim.trend) or _is_factor(claim):
        return Slot.SIZE
    if placed and placed[-1].slot is Slot.DIFFERENCE and claim.quantity.kind is Kind.PERCENT and _OR.fullmatch(gap):
        return Slot.SIZE
    if claim.quantity.kind not in RELATIVE and claim.trend and claim.role is Role.CHANGE:
        return Slot.DIFFERENCE
    if placed and placed[-1].slot is Slot.SIZE and claim.quantity.kind not in RELATIVE and _OR.fullmatch(gap):
        return Slot.DIFFERENCE
    return Slot.LEVEL


def _is_factor(claim: Claim) -> bool:
    return claim.quantity.kind is Kind.MULTIPLE and _FACTOR.search(claim.sentence[: claim.at].lower()) is not None


def _after_from(gap: str) -> str:
    """What follows the last word of comparison in a gap."""
    found = list(pattern("<from_words>").finditer(gap))
    return gap[found[-1].end() :] if found else gap


def _split(claim: Claim, last: Claim | None) -> tuple[Claim, ...]:
    """The two ends of what reads as a range but is a move: "from $8 to $11.8 billion"."""
    quantity = claim.quantity
    separator = _SEPARATOR.search(quantity.text)
    lead = claim.sentence[: claim.at].lower().rstrip("$€£ ")
    moves = re.search(r"(?:\bfrom|%,? or|percent,? or|\bby|\(|points,? or)$", lead.strip())
    if not quantity.is_range or separator is None or not moves or " to " not in separator[0]:
        return (claim,)
    if last is not None and last.quantity.is_range:
        return (claim,)  # "12% to 15%, or $0.81 to $0.83"
    cut = separator.start()
    first = replace(
        claim,
        quantity=_end_of(replace(quantity, text=quantity.text[:cut], end=quantity.start + cut), quantity.low),
        role=Role.LEVEL,
    )
    start = quantity.start + separator.end()
    second = replace(
        claim,
        id=f"{claim.document}:{start}",
        at=claim.at + separator.end(),
        column=claim.column + separator.end(),
        role=Role.LEVEL,
        trend=None,
        quantity=_end_of(replace(quantity, text=quantity.text[separator.end() :], start=start), quantity.high),
    )
    if not lead.endswith("from"):
        first = replace(first, role=Role.CHANGE)
    return first, second


def _unhedged(claim: Claim) -> Claim:
    """The level in "a rise of 5.4% over $42.4 million", where "over" is no hedge."""
    exact = replace(claim.quantity, bound=Bound.EXACT, hedge="")
    return replace(claim, quantity=_end_of(exact, exact.low), role=Role.LEVEL)


def _end_of(quantity: Quantity, value: Decimal) -> Quantity:
    """One end of a range as a figure of its own, with how it may have been rounded."""
    reading = strict_reading(value, value, quantity.bound, quantity.step)
    return replace(quantity, low=value, high=value, strict=reading, plain=reading)
