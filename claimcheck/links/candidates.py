"""Which claims are worth comparing: blocking keys, so that cost grows with the number of claims and no faster."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from claimcheck.links.aspect import Aspect
from claimcheck.links.sharing import Pairs, Sharing
from claimcheck.links.words import stem, weight_of
from claimcheck.model.claim import Role
from claimcheck.model.slip import digits_of

# Of the claims of one document that share a key, each is compared with so many that come after it: what a passage
# says of one thing stands close together.
_CROWD = 30
# Of the claims of other documents each is compared with the few that share most rare keys with it; so many of each key
# are looked at.
_COUNTERPARTS = 5
_NEIGHBOURS = 12
_RAREST = 6
# A key that more claims than this share tells next to nothing, and is not looked at across documents.
MOST_SHARED = 20_000


def keys_of(aspect: Aspect) -> list[str]:
    """The keys of a claim: its dimension with its own words, with pairs of them, and with its digits.

    "Shipped 9.4 million N95 respirators" has "count|respir", "count|n95+respir" and "count#49|respir": sorted
    digits find the slips, "4.9 million" and "9.4 billion".
    """
    # Growth in percent and growth by a factor are comparable at a yearly rate.
    grows = aspect.claim.role is Role.CHANGE and aspect.dimension in ("percent", "multiple")
    kind = "growth" if grows else aspect.dimension
    own = aspect.head_stems | {word for word in aspect.zones.close if weight_of(word) == 1}
    telling = sorted(own, key=lambda word: (-weight_of(word), word not in aspect.zones.label, word))[:_RAREST]
    keys = {f"{kind}|{word}" for word in own}
    keys |= {f"{kind}|{'+'.join(sorted(pair))}" for pair in combinations(telling, 2)}
    # What is done is asked for in talks of one series only, and their days are known.
    if aspect.claim.event and (aspect.claim.day or aspect.claim.month_day):
        keys |= {f"{kind}@{stem(aspect.claim.event)}|{word}" for word in aspect.head_stems}
    digits = "".join(sorted(digits_of(aspect.claim.quantity)))
    if digits:
        keys |= {f"{kind}#{digits}|{word}" for word in own}
    # Two ranges that have one end in common are seldom of two things.
    quantity = aspect.claim.quantity
    if quantity.is_range and not aspect.is_share_or_change:
        ends = ((side, end * quantity.factor) for side, end in (("low", quantity.low), ("high", quantity.high)))
        keys |= {f"{kind}~{side}{end.normalize()}" for side, end in ends}
    return sorted(keys)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs that are worth comparing, as indexes in text order, and the keys that too many claims share."""

    pairs: Pairs
    crowded: tuple[str, ...] = ()


def find_candidates(aspects: Sequence[Aspect], most: int = MOST_SHARED) -> Candidates:
    """Every pair of claims that is worth comparing, once, in text order."""
    sharing = Sharing(map(keys_of, aspects))
    crowded: set[str] = set()

    def pairs() -> Iterator[tuple[int, int]]:
        members = sharing.members
        for index, span in enumerate(_spans(aspects)):
            within: set[int] = set()
            votes: list[tuple[Sequence[int], int]] = []
            for key, (at, first, behind) in enumerate(sharing.of(index)):
                within.update(members[at + 1 : bisect_left(members, span[1], at + 1, min(at + 1 + _CROWD, behind))])
                if behind - first > most:
                    crowded.add(keys_of(aspects[index])[key])
                elif behind - first > 1:
                    votes.append((near_others(members, span, first, behind), behind - first))
            yield from ((index, other) for other in within)
            yield from ((min(index, other), max(index, other)) for other in elect(index, votes))

    found = Pairs.of(pairs())
    return Candidates(found, tuple(sorted(crowded)))


def candidate_pairs(aspects: Sequence[Aspect]) -> Iterator[tuple[Aspect, Aspect]]:
    """The pairs alone."""
    return ((aspects[left], aspects[right]) for left, right in find_candidates(aspects).pairs)


def near_others(members: Sequence[int], span: tuple[int, int], first: int = 0, behind: int | None = None) -> list[int]:
    """Of the claims that share a key, those of other documents that stand nearest before and behind one's own.

    `members[first:behind]` are their indexes in text order, and `span` those at which the document begins and ends.
    """
    behind = len(members) if behind is None else behind
    low, high = (bisect_left(members, end, first, behind) for end in span)
    return [*members[max(first, low - _NEIGHBOURS) : low], *members[high : min(behind, high + _NEIGHBOURS)]]


def elect(index: int, votes: Iterable[tuple[Sequence[int], int]]) -> list[int]:
    """The claims that share most rare keys with one; of each of its keys, in order, others and how many share it."""
    shared: dict[int, float] = {}
    for others, sharing in votes:
        for other in others:
            shared[other] = shared.get(other, 0.0) + 1 / sharing
    # Most have less than the last of the few, and need no place among them.
    least = sorted(shared.values(), reverse=True)[:_COUNTERPARTS][-1] if shared else 0.0
    most = [other for other, weight in shared.items() if weight >= least]
    return sorted(most, key=lambda other: (-shared[other], abs(other - index)))[:_COUNTERPARTS]


def _spans(aspects: Sequence[Aspect]) -> list[tuple[int, int]]:
    """For each claim, the indexes at which its document begins and ends."""
    spans: list[tuple[int, int]] = []
    for _, said in groupby(aspects, key=lambda aspect: aspect.claim.document):
        start = len(spans)
        count = sum(1 for _ in said)
        spans += [(start, start + count)] * count
    return spans
