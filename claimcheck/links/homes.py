"""Where each figure is at home: a figure that its counterpart's text also gives is no slip of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from claimcheck.links.aspect import Aspect
from claimcheck.links.certainty import is_thousandfold
from claimcheck.links.compare import Comparison, as_strangers, compare
from claimcheck.links.occasion import days_between, name_other_times, same_occasion
from claimcheck.links.weights import weights
from claimcheck.links.words import weight_of
from claimcheck.model.claim import Period
from claimcheck.model.slip import Slip, significant_digits

_SMALL = 10
_TELLING_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Homes:
    """The claims of each document and dimension, and those that give each figure: a dimension and a base value.

    `casts` are those who give figures in each document.
    """

    texts: Mapping[tuple[str, str], tuple[Aspect, ...]]
    figures: Mapping[tuple[str, Decimal], tuple[Aspect, ...]]
    casts: Mapping[str, frozenset[str]]

    @staticmethod
    def of(aspects: Iterable[Aspect]) -> Homes:
        """The figures of a corpus, whose aspects come document by document."""
        texts: dict[tuple[str, str], tuple[Aspect, ...]] = {}
        figures: dict[tuple[str, Decimal], list[Aspect]] = {}
        casts: dict[str, frozenset[str]] = {}
        for document, group in groupby(aspects, key=_document_of):
            of_document: dict[tuple[str, str], list[Aspect]] = {}
            names: set[str] = set()
            for aspect in group:
                speaker = aspect.claim.speaker
                if speaker is not None and not speaker.anonymous:
                    names.add(speaker.name)
                of_document.setdefault((aspect.claim.document, aspect.dimension), []).append(aspect)
                figures.setdefault((aspect.dimension, aspect.claim.quantity.size), []).append(aspect)
            texts.update((key, tuple(said)) for key, said in of_document.items())
            casts[document] = frozenset(names)
        return Homes(texts, {key: tuple(said) for key, said in figures.items()}, casts)

    def have_one_cast(self, left: Aspect, right: Aspect) -> bool:
        """Whether half of those who give figures in the one document do so in the other: two talks of one series.

        Of texts in which nobody is named that is not known.
        """
        one, two = (self.casts.get(aspect.claim.document, frozenset()) for aspect in (left, right))
        return 2 * len(one & two) >= min(len(one), len(two))

    def are_strangers(self, left: Aspect, right: Aspect) -> bool:
        """Whether they stand in two texts of which neither gives the other's figure, of whatever."""
        one, two = left.claim.document, right.claim.document
        return one != two and not self._at(one, right) and not self._at(two, left)

    def fits_elsewhere(self, left: Aspect, right: Aspect, comparison: Comparison) -> bool:
        """Whether one figure of a retelling agrees with another one of the other text, and is as much like it.

        "Under $36 million in the north" is the $35.6 million of the north, and not the $38.2 million of the world.
        """
        bar = comparison.shared - comparison.missing
        for figure, other in ((left, right), (right, left)):
            for near in self.texts.get((other.claim.document, other.dimension), ()):
                if near is not other and figure.claim.quantity.may_equal(near.claim.quantity):
                    again = compare(figure, near, are_strangers=as_strangers)
                    if not again.conflict and again.shared - again.missing >= bar:
                        return True
        return False

    def may_clash(self, left: Aspect, right: Aspect, comparison: Comparison) -> bool:
        """Whether a difference between two figures of one measure would be one.

        "Rent brought in $4 million, adjusted rent $7 million" holds both figures, so that
        they are two measures wherever one of them is said again, in this text or in another one. A slip is made
        once: figures that look like slips of each other and are both repeated are two figures.
        """
        one, two = left.claim.quantity.size, right.claim.quantity.size
        if one == two:
            return same_occasion(left, right)
        if (left.dimension, two) in left.beside or (right.dimension, one) in right.beside:
            return False
        told = comparison.retold
        if left.claim.document != right.claim.document:
            if self.gives(left.claim.document, right, told) or self.gives(right.claim.document, left, told):
                return False
        elif comparison.slip:
            return min(len(self._at(a.claim.document, a)) for a in (left, right)) == 1
        if comparison.slip and not told and left.claim.day is None and right.claim.day is None:
            floating = any(a.claim.period is not None and _floats(a.claim.period) for a in (left, right))
            if comparison.slip is Slip.SCALE:
                return comparison.is_same and (not floating or is_thousandfold(left, right))
            return not floating and comparison.shared - comparison.missing >= comparison.needed + weights().undated
        return same_occasion(left, right, bool(comparison.slip))

    def is_outvoted(self, left: Aspect, right: Aspect, comparison: Comparison) -> bool:
        """Whether one of two figures that look like a slip is said of the thing in other texts too, and not its slip.

        Three talks of one law give hospitals $75 billion, $75 billion and $57 billion.
        """
        if not may_be_outvoted(left, right, comparison):
            return False
        common = _common_words(left, right)
        homes = [
            {
                said.claim.document
                for said in self.figures.get((figure.dimension, figure.claim.quantity.size), ())
                if common & said.zones.close
            }
            for figure in (left, right)
        ]
        fewest, most = sorted(map(len, homes))
        return fewest == 1 < most and not homes[0] & homes[1]

    def might_clash(self, left: Aspect, right: Aspect) -> bool:
        """Whether figures of two talks of no known day may be of one time, and neither talk has both.

        Two speeches that give the payments of a bill as 350 and as 300 billion are worth a look; calls for two quarters
        are not, nor are those of two firms.
        """
        one, two = left.claim, right.claim
        small, large = sorted(abs(claim.quantity.size) for claim in (one, two))
        if left.dimension == "time" or large > small * Decimal(weights().far_ratio):
            return False
        if one.document == two.document or one.quantity.size == two.quantity.size or one.day or two.day:
            return False
        if days_between(one, two):
            return False
        if self.gives(one.document, right) or self.gives(two.document, left):
            return False
        return self.have_one_cast(left, right) and not name_other_times(one.document, two.document)

    def gives(self, document: str, figure: Aspect, told: bool = False) -> bool:
        """Whether a document gives a figure of like words and the same value; in a retelling the value is enough."""
        if told and (figure.dimension != "count" or figure.claim.quantity.size >= _SMALL):
            return bool(self._at(document, figure))
        return any(figure.zones.close & other.zones.close for other in self._at(document, figure))

    def _at(self, document: str, figure: Aspect) -> tuple[Aspect, ...]:
        """The claims of a document that give a figure."""
        said = self.figures.get((figure.dimension, figure.claim.quantity.size), ())
        if len(said) == 1:
            return said if said[0].claim.document == document else ()
        first = bisect_left(said, document, key=_document_of)
        return said[first : bisect_right(said, document, first, key=_document_of)]


def _document_of(aspect: Aspect) -> str:
    return aspect.claim.document


def may_be_outvoted(left: Aspect, right: Aspect, comparison: Comparison) -> bool:
    """Whether one of two figures may be a slip of the other, if other texts give that one too."""
    one, two = left.claim, right.claim
    if not comparison.slip or left.is_share_or_change or one.document == two.document:
        return False
    if one.modality is not two.modality or len(significant_digits(one.quantity.low)) < _TELLING_DIGITS:
        return False
    if comparison.conflict or comparison.shared - comparison.missing < comparison.needed - weights().outvoted:
        return False
    return bool(_common_words(left, right))


def _common_words(left: Aspect, right: Aspect) -> set[str]:
    return {word for word in left.zones.close & right.zones.close if weight_of(word) == 1}


def _floats(period: Period) -> bool:
    """Whether a period hangs on a day that is not known: "the quarter" of one undated call is not another's."""
    return period.stated and not period.is_resolved
