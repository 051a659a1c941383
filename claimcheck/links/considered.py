"""What a figure was compared with, and how each comparison came out: the reasons behind links and their absence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claimcheck.links.aspect import make_aspects, make_directory
from claimcheck.links.candidates import candidate_pairs
from claimcheck.links.compare import Comparison, compare
from claimcheck.model.claim import Claim, Role
from claimcheck.model.explanation import Considered, Standing
from claimcheck.model.link import Link
from claimcheck.model.rule import RuleSet

_ORDER = tuple(Standing)


def consider(
    claim_ids: Collection[str], claims: Sequence[Claim], rules: RuleSet, links: Sequence[Link]
) -> list[Considered]:
    """What the chosen claims were compared with: all that share a candidate key, and all they are linked with.

    "Revenue was $5 million" near "adjusted revenue was $7 million" is APART: only one says "adjusted". `links`
    are those of `link_claims` for the same claims and rules. Each chosen claim's own list is sorted: linked ones
    first, then near misses by score, then those set apart, in text order.
    """
    found = [
        *_linked(claim_ids, links),
        *_compared(claim_ids, claims, rules, {_pair(*pair) for pair in _pairs_of(links)}),
    ]
    return sorted(found, key=_rank)


def _linked(claim_ids: Collection[str], links: Sequence[Link]) -> Iterator[Considered]:
    together: dict[tuple[str, str], tuple[Claim, Claim, list[Link]]] = {}
    for link in links:
        for claim in link.claims:
            for other in link.claims:
                if claim.id in claim_ids and other.id != claim.id:
                    together.setdefault((claim.id, other.id), (claim, other, []))[2].append(link)
    for claim, other, shared in together.values():
        best = max(shared, key=lambda link: link.score)
        yield Considered(claim, other, tuple(shared), "", best.score, best.reasons, best.doubts, Standing.LINKED)


def _compared(
    claim_ids: Collection[str], claims: Sequence[Claim], rules: RuleSet, linked: Collection[frozenset[str]]
) -> Iterator[Considered]:
    for left, right in candidate_pairs(make_aspects(claims, make_directory(rules))):
        if _pair(left.claim, right.claim) in linked:
            continue
        for one, other in ((left, right), (right, left)):
            if one.claim.id in claim_ids:
                # In text order, as when links are made.
                comparison = compare(left, right)
                yield _unlinked(one.claim, other.claim, comparison)


def _unlinked(claim: Claim, other: Claim, comparison: Comparison) -> Considered:
    near = not comparison.conflict
    return Considered(
        claim,
        other,
        why_not=comparison.conflict or _why_not(claim, other, comparison),
        score=round(comparison.score, 3),
        reasons=comparison.reasons,
        doubts=comparison.doubts,
        standing=Standing.NEAR if near else Standing.APART,
    )


def _why_not(claim: Claim, other: Claim, comparison: Comparison) -> str:
    """Why two figures are not linked although nothing sets them apart: too little in common, or the kind of link."""
    if not comparison.is_same:
        return f"too little in common, score {comparison.score:.2f}"
    if claim.where == other.where:
        return "in one sentence, where only its own words link figures"
    if claim.role is Role.CHANGE:
        return "amounts of change, which are linked as growth or with their levels only"
    return "alike enough, but one condition of a link does not hold"


def _rank(item: Considered) -> tuple[object, ...]:
    by_score = -item.score if item.standing is not Standing.APART else 0.0
    other = item.other
    return item.claim.id, _ORDER.index(item.standing), by_score, other.file, other.quantity.start, other.id


def _pairs_of(links: Sequence[Link]) -> Iterator[tuple[Claim, Claim]]:
    for link in links:
        for index, one in enumerate(link.claims):
            for other in link.claims[index + 1 :]:
                yield one, other


def _pair(one: Claim, other: Claim) -> frozenset[str]:
    return frozenset((one.id, other.id))
