"""Two versions of one sentence: the same words in the same order, with figures in the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, groupby

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.occasion import same_occasion
from claimcheck.model.link import Link, LinkKind

_WORD = re.compile(r"[^\W_]+")
# Fewer words are no sentence of their own; one that more documents share, or that one
# document has twice, is a form, filled in anew each time.
_LEAST_WORDS = 3
_FORM = 8
_FIGURE = "#"


def link_versions(aspects: Sequence[Aspect]) -> Iterator[Link]:
    """Links between the figures that stand in the same place of two versions of one sentence.

    "Alice walked for 3 days" in one text and "Alice walked for 6 days" in another: a draft and its correction,
    a report and its copy. All moods count here, since both texts say the same but for the figure.
    """
    versions: dict[bytes, list[list[Aspect]]] = {}
    for _, group in groupby(aspects, key=lambda aspect: aspect.claim.where):
        members = list(group)
        words = _words(members)
        if sum(word != _FIGURE for word in words) >= _LEAST_WORDS:
            # A digest is shorter than the words, of which most are never said again.
            digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()
            versions.setdefault(digest, []).append(members)
    for sentences in versions.values():
        documents = {members[0].claim.document for members in sentences}
        if len(documents) == len(sentences) <= _FORM:
            for left, right in combinations(sentences, 2):
                yield from _align(left, right)


def _align(left: Sequence[Aspect], right: Sequence[Aspect]) -> Iterator[Link]:
    if left[0].claim.document == right[0].claim.document or not same_occasion(left[0], right[0]):
        return
    for one, two in zip(left, right, strict=True):
        if one.dimension == two.dimension:
            claims = (one.claim, two.claim)
            yield Link(LinkKind.VERSIONS_OF, claims, ("first", "second"), 1.0, ("two versions of one sentence",))


def _words(members: Sequence[Aspect]) -> tuple[str, ...]:
    """The words of a sentence in order, with a mark for each of its figures; "2023" is a word."""
    text = members[0].claim.sentence
    words: list[str] = []
    position = 0
    for aspect in members:
        words += _plain(text[position : aspect.claim.at])
        words.append(_FIGURE)
        position = max(position, aspect.claim.at + len(aspect.claim.quantity.text))
    return (*words, *_plain(text[position:]))


def _plain(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in lexicon().left_aside]
