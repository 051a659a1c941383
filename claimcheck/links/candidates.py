"""Which claims are worth comparing: blocking keys, so that cost grows with what shares a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.model.claim import Role

# A key that more claims share than this says too little to compare all of them: only neighbours are.
_CROWD = 400


def keys_of(aspect: Aspect) -> list[str]:
    """The keys of a claim: its dimension with each measured noun, its synonyms and kin folded together."""
    words = lexicon()
    names = {words.kin.get(head, head) for head in aspect.heads}
    # Growth in percent and growth by a factor are comparable at a yearly rate.
    grows = aspect.claim.role is Role.CHANGE and aspect.dimension in ("percent", "multiple")
    return sorted(f"{'growth' if grows else aspect.dimension}|{name}" for name in names)


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
