"""By what an archive finds the documents that new claims must be held against, without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

from claimcheck.links.aspect import Directory, make_aspect
from claimcheck.links.candidates import keys_of
from claimcheck.model.claim import Claim

# What packs declare does not count here: keys are kept for runs by any rules.
_NO_DIRECTORY = Directory({}, {}, {}, {})
_BYTES = 4


def reach_of(claims: Sequence[Claim]) -> frozenset[int]:
    """The link keys of a document's claims as numbers: "shipped 9.4 million respirators" is found by its noun, by
    pairs of its words, and by its digits with a word.
    """
    return frozenset(map(number_of, key_names(claims)))


def key_names(claims: Sequence[Claim]) -> Iterator[str]:
    """The link keys of a document's claims in words, as "count|respir"."""
    in_order = sorted(claims, key=lambda claim: (claim.where, claim.quantity.start))
    for _, said in groupby(in_order, key=lambda claim: claim.where):
        siblings = list(said)
        for claim in siblings:
            yield from keys_of(make_aspect(claim, _NO_DIRECTORY, siblings))


def number_of(key: str) -> int:
    """A key as four bytes: two that share a number by chance only make a file look a little likelier."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest(), "big")
