"""A sum that points back and has another scale: "$2.3 trillion of credit ... our job is to lend the $2.3 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import before, behind, is_usable
from claimcheck.model.link import Link, LinkKind

_SCALED = re.compile(r"(\d[\d.,]*)\s*[a-z]+illions?\b")
_POINTS = re.compile(r"\b(?:the|this|that|these|those)\s*$")
_NOTHING_MORE = re.compile(r"\s*(?:$|[.;!?]|,\s+(?:which|and|but|so|that)\b)")
_TELLING_DIGITS = 2
_THOUSAND = 1000


def link_pointed(aspects: Sequence[Aspect]) -> Iterator[Link]:
    """Pairs of the only two sums of one numeral in a document, the later with "the" before it, a thousandfold apart."""
    for _, said in groupby(aspects, key=lambda aspect: aspect.claim.document):
        groups: dict[tuple[str, str], list[Aspect]] = {}
        for aspect in said:
            found = _SCALED.search(aspect.claim.quantity.text.lower()) if is_usable(aspect) else None
            if found and aspect.dimension.startswith("money") and len(found[1].strip("0.,")) >= _TELLING_DIGITS:
                groups.setdefault((aspect.dimension, found[1]), []).append(aspect)
        for group in groups.values():
            yield from _point_back(group)


def _point_back(group: Sequence[Aspect]) -> Iterator[Link]:
    sizes = [aspect.claim.quantity.size for aspect in group]
    for at, aspect in enumerate(group):
        earlier = [other for other in group[:at] if other.claim.where != aspect.claim.where]
        far = {max(size, sizes[at]) / min(size, sizes[at]) for size in sizes if size != sizes[at]}
        if not earlier or sizes.count(sizes[at]) > 1 or far != {_THOUSAND} or not _has_article(aspect):
            continue
        yield Link(
            LinkKind.SAME_MEASURE,
            (earlier[-1].claim, aspect.claim),
            ("first", "second"),
            0.5,
            ("the second points back at a sum, and no other has its numeral",),
            ("the noun is not said again",),
            tentative=not (_is_bare(aspect) and aspect.claim.speaker == earlier[-1].claim.speaker is not None),
        )


def _is_bare(aspect: Aspect) -> bool:
    """Whether "the $2.3 billion" stands for all of it, so that its speaker must have said before what it is."""
    return _NOTHING_MORE.match(behind(aspect.claim)) is not None


def _has_article(aspect: Aspect) -> bool:
    return _POINTS.search(before(aspect.claim)) is not None
