"""Whether one text retells another: a summary of a meeting, a claim beside its evidence, a story beside its source."""

from __future__ import annotations

from claimcheck.links.aspect import Aspect
from claimcheck.links.reference import may_refer
from claimcheck.links.weights import weights
from claimcheck.links.words import stem, weight_of


def retells(left: Aspect, right: Aspect) -> bool:
    """Whether one of two documents retells the other: minutes and the note that a reporter made of them."""
    return retelling_of(left, right) is not None


def retelling_of(left: Aspect, right: Aspect) -> str | None:
    """The document that retells the other: the shorter, if its figure sentences say little that the longer does not.

    "The council bought 12 buses for $4 million" retells minutes that speak of council, buses and their price; two
    long texts that share a subject, as two calls of one company, retell nothing, nor do two speakers.
    """
    one, two = left.claim, right.claim
    if one.document == two.document or (one.speaker is not None and two.speaker is not None):
        return None
    table = weights()
    first, second = sorted((left, right), key=lambda aspect: len(aspect.text_words))
    if len(first.text_words) == len(second.text_words):
        first, second = sorted((right, left), key=lambda aspect: sorted(aspect.text_words))
    short, long = first.document_words, second.text_words
    if not short or len(short) > table.longest_retelling:
        return None
    # "The Night Garden" is what the other text calls "the film".
    told = short - _named(left, right) if may_refer(left, right) else short
    said = sum(map(weight_of, told))
    enough = sum(weight_of(word) for word in told if word in long) >= table.least_retold * said
    return first.claim.document if enough else None


def _named(left: Aspect, right: Aspect) -> frozenset[str]:
    """The stems of the names that only one of two figures has."""
    return frozenset(stem(word) for name in left.names ^ right.names for word in name.split())
