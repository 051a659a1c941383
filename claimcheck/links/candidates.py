"""Which claims are worth comparing: blocking keys, so that cost grows with what shares a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.links.aspect import Aspect
from claimcheck.links.words import stem, weight_of
from claimcheck.model.claim import Role
from claimcheck.model.slip import digits_of

# Of the claims that share a key, each is compared with so many that come after it: what a passage says of one
# thing stands close together, and what two documents say of it shares rarer keys than this one.
_CROWD = 30
_RAREST = 6


def keys_of(aspect: Aspect) -> list[str]:
    """The keys of a claim: its dimension with its own words, with pairs of them, and with its digits.

    "Shipped 9.4 million N95 respirators" has "count|respir", "count|n95+respir" and "count#49|respir": sorted
    digits find the slips, "4.9 million" and "9.4 billion".
    """
    # Growth in percent and growth by a factor are comparable at a yearly rate.
    grows = aspect.claim.role is Role.CHANGE and aspect.dimension in ("percent", "multiple")
    kind = "growth" if grows else aspect.dimension
    heads = {stem(head) for head in aspect.heads}
    own = heads | {word for word in aspect.zones.label | aspect.zones.near if weight_of(word) == 1}
    telling = sorted(own, key=lambda word: (-weight_of(word), word not in aspect.zones.label, word))[:_RAREST]
    keys = {f"{kind}|{word}" for word in own}
    keys |= {f"{kind}|{'+'.join(sorted(pair))}" for pair in combinations(telling, 2)}
    digits = "".join(sorted(digits_of(aspect.claim.quantity)))
    if digits:
        keys |= {f"{kind}#{digits}|{word}" for word in own}
    return sorted(keys)


def candidate_pairs(aspects: Sequence[Aspect]) -> Iterator[tuple[Aspect, Aspect]]:
    """Every pair of claims that share a key, once, in text order."""
    groups: dict[str, list[int]] = {}
    for index, aspect in enumerate(aspects):
        for key in keys_of(aspect):
            groups.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(groups.items()):
        for position, left in enumerate(members):
            for right in members[position + 1 : position + 1 + _CROWD]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield aspects[left], aspects[right]
