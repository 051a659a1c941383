"""Repair: the single change of one figure that makes figures fit which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound
from claimcheck.model.rule import Rule, Tolerance
from claimcheck.model.verdict import Outcome
from claimcheck.rules.apply import outcome_of
from claimcheck.rules.variants import Variant, variants
from claimcheck.rules.wording import said

Judged = tuple[Rule, Link]

# A figure that others are worked out into is the likelier slip: a total more than one of its parts.
DERIVED = ("total", "change", "whole", "rest", "share", "product", "average", "converted")
# Links that say no more than which figure is the greater.
UNEQUAL = frozenset({LinkKind.PART_OF, LinkKind.ORDER_OF, LinkKind.RUNNING_OF})
# Links of two figures that must be one.
PAIRS = frozenset({LinkKind.SAME_MEASURE, LinkKind.RESTATES})
# What a table of facts says is not mended.
TRUSTED = "fact"
# A part this small of its whole does not speak for a change of the scale word.
SMALLEST_PART = Decimal("0.01")
# Nor do levels that are further apart than this after it.
FURTHEST = Decimal(10)


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that would make figures fit: "42 would fit: 29 + 13 = 42".

    `mends` are the positions of the failing links that it makes fit.
    """

    text: str
    mends: tuple[int, ...]


def suggest(failing: Sequence[Judged], holding: Sequence[Judged]) -> str:
    """The single change that makes most of the failing links fit, in words, or "" when there is none.

    "$28 billion would fit this and 2 other figures". No link in `holding` may break by it.
    """
    repair = find_repair(failing, holding)
    return repair.text if repair else ""


def find_repair(failing: Sequence[Judged], holding: Sequence[Judged]) -> Repair | None:
    """The change that mends most failing links; among those a scale word, then an exact fit, then few digits.

    A change must mend every failing link its figure is in.
    """
    positions: dict[str, list[int]] = defaultdict(list)
    claims: dict[str, Claim] = {}
    for position, (_, link) in enumerate(failing):
        for claim, role in zip(link.claims, link.roles, strict=True):
            if role != TRUSTED:
                positions[claim.id].append(position)
                claims[claim.id] = claim
    counts = sorted({len(found) for found in positions.values()}, reverse=True)
    for count in counts:
        candidates = [
            (_preference(variant, [failing[position] for position in found]), id, variant)
            for id, found in positions.items()
            if len(found) == count
            for variant in _fitting(claims[id], [failing[position] for position in found], holding)
        ]
        if candidates:
            _, id, variant = min(candidates, key=lambda candidate: candidate[0])
            mends = positions[id]
            links = [failing[position][1] for position in mends]
            kept = [link for _, link in holding if any(one.id == id for one in link.claims)]
            return Repair(_word(variant, links, kept), tuple(mends))
    return None


def _fitting(claim: Claim, failing: Sequence[Judged], holding: Sequence[Judged]) -> Iterator[Variant]:
    """The changes of a figure that make all its failing links fit and break none that holds."""
    if any(link.expression and "==" not in link.expression.signs for _, link in failing):
        # A limit is met by so many figures that none of them is worth a guess.
        return
    beside = [(rule, link) for rule, link in holding if any(one.id == claim.id for one in link.claims)]
    # An inequality is met by so many other digits that none of them is worth a guess.
    scale_only = all(link.kind in UNEQUAL for _, link in failing)
    for variant in variants(claim):
        if (
            (variant.scale or not scale_only)
            and all(_is_scaled(variant, link) or _holds(rule, _pinned(link, variant)) for rule, link in failing)
            and all(_holds(rule, _changed(link, variant.claim)) for rule, link in failing)
            and all(
                outcome_of(_changed(link, variant.claim), rule.tolerance, rule.check) is not Outcome.STRICT
                for rule, link in beside
            )
        ):
            yield variant


def _is_scaled(variant: Variant, link: Link) -> bool:
    """Whether another scale word is enough: in a user's own sum a small enough part would always fit."""
    return variant.scale and link.kind is not LinkKind.COMPUTED


def _pinned(link: Link, variant: Variant) -> Link:
    """The link with all figures but the changed one taken at their word.

    A digit that is guessed must fit what the others say, not merely what their rounding leaves open.
    """
    return replace(
        link, claims=tuple(variant.claim if one.id == variant.claim.id else _pin(one) for one in link.claims)
    )


def _pin(claim: Claim) -> Claim:
    quantity = claim.quantity
    if quantity.bound is not Bound.EXACT or quantity.vague:
        return claim
    point = Interval(quantity.low, quantity.high)
    return replace(claim, quantity=replace(quantity, step=Decimal(0), strict=point, plain=point))


def _holds(rule: Rule, link: Link) -> bool:
    return _may_hold(link) and outcome_of(link, rule.tolerance, rule.check) is Outcome.FITS and _is_likely(link)


def _may_hold(link: Link) -> bool:
    """Whether two figures of one thing have a value in common: most changes are ruled out without any check."""
    if link.kind not in PAIRS or len(link.claims) != 2:
        return True
    one, two = (claim.quantity for claim in link.claims)
    return one.unit != two.unit or one.may_equal(two)


def _is_likely(link: Link) -> bool:
    if link.kind in (LinkKind.ORDER_OF, LinkKind.RUNNING_OF):
        low, high = sorted(claim.quantity.size for claim in link.claims)
        return high <= low * FURTHEST
    if link.kind is not LinkKind.PART_OF:
        return True
    [whole], parts = link.of_role("whole"), link.of_role("part")
    whole_size = whole.quantity.size
    return all(part.quantity.size >= whole_size * SMALLEST_PART for part in parts)


def _preference(variant: Variant, failing: Sequence[Judged]) -> tuple[object, ...]:
    """What to prefer among changes that mend as many links; the smallest comes first."""
    links = [_changed(link, variant.claim) for _, link in failing]
    exact = all(outcome_of(link, Tolerance.EXACT) is Outcome.FITS for link in links)
    roles = {role for link in links for one, role in zip(link.claims, link.roles, strict=True) if one is variant.claim}
    claim = variant.claim
    return (
        not variant.scale,
        not exact,
        variant.edits,
        variant.adds_point,
        roles.isdisjoint(DERIVED),
        claim.document,
        claim.quantity.start,
        variant.text,
    )


def _changed(link: Link, claim: Claim) -> Link:
    return replace(link, claims=tuple(claim if one.id == claim.id else one for one in link.claims))


def _word(variant: Variant, mended: Sequence[Link], kept: Sequence[Link]) -> str:
    """The change in words, with the sum it completes or the number of figures it agrees with."""
    if len(mended) == 1 and (sum_of := _word_sum(_changed(mended[0], variant.claim))):
        return f"{variant.text} would fit: {sum_of}"
    if len(mended) + len(kept) == 1:
        return f"{variant.text} would fit"
    others = {one.id for link in (*mended, *kept) for one in link.claims} - {variant.claim.id}
    figures = "figure" if len(others) == 2 else "figures"
    return f"{variant.text} would fit this and {len(others) - 1} other {figures}"


def _word_sum(link: Link) -> str:
    """A sum or a remainder that comes out: "29 + 13 = 42", "40 less 25 leaves 15"; "" for other links."""
    parts = [said(part.quantity) for part in link.of_role("part")]
    if link.kind is LinkKind.TOTAL_OF:
        [total] = link.of_role("total")
        equals = "=" if outcome_of(link, Tolerance.EXACT) is Outcome.FITS else "≈"
        return f"{' + '.join(parts)} {equals} {said(total.quantity)}"
    if link.kind is LinkKind.REMAINDER_OF:
        [whole], [rest] = link.of_role("whole"), link.of_role("rest")
        return f"{said(whole.quantity)} less {' and '.join(parts)} leaves {said(rest.quantity)}"
    return ""
