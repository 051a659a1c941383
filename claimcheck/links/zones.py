"""The words around a figure, by how closely they belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.links.stretch import stretch_of
from claimcheck.links.words import WORD, telling_stem
from claimcheck.model.claim import Claim

_PART = re.compile(
    r"[,;:()\[\]—–]|--|\s(?:and|or|but|while|whereas|compared|versus|vs|against|from|including|which|plus|with)\s", re.I
)

_SIDE = re.compile(r"[,;:()\[\]—–]|--")


@dataclass(frozen=True, slots=True)
class Zones:
    """Stems around a figure: `label` names what is measured, `close` are its own, `every` those of its sentence.

    In "We shipped 9 million masks to Ohio" the label is "mask", and near are "ship" and "ohio". Words without weight
    are left out. `before` are the stems before the figure, as far back as they are its own: "net income on a GAAP
    basis was $76 million or $0.73 a share" is one measure. Only facts are held against them.
    """

    label: frozenset[str]
    close: frozenset[str]
    every: frozenset[str]
    before: frozenset[str]

    @property
    def near(self) -> frozenset[str]:
        """The other stems of its part of the sentence."""
        return self.close - self.label

    def renamed(self, phrase: frozenset[str], name: str) -> Zones:
        """The zones with one name for the words of a phrase."""
        label = self.label - phrase | {name}
        return replace(self, label=label, close=self.close - phrase | label, every=self.every - phrase | label)


def zones_of(claim: Claim, siblings: Sequence[Claim]) -> Zones:
    """The zones of a claim's sentence; `siblings` are all claims of that sentence, itself among them."""
    text = claim.sentence
    starts = sorted({(one.at, one.at + len(one.quantity.text)) for one in siblings} | {_span(claim)})
    place = starts.index(_span(claim))
    left, right = stretch_of(claim, siblings)
    before, back = stems_in(left), place
    # What stands between two figures belongs to the first up to a break, and behind it to the second.
    if place and (breaks := list(_PART.finditer(left))):
        left = left[breaks[0].start() :]
    if place + 1 < len(starts) and (breaks := list(_PART.finditer(right))):
        right = right[: breaks[-1].start()]
    right = _SIDE.split(right, maxsplit=1)[0]
    label = stems_in(" ".join((*claim.measure, claim.counted)))
    near = stems_in(left) | stems_in(right) | stems_in(claim.event)
    close, every = label | near, stems_in(text)
    while back and not before:
        before, back = stems_in(text[starts[back - 2][1] if back > 1 else 0 : starts[back - 1][0]]), back - 1
    return Zones(label, close, every if close <= every else every | close, before)


def _span(claim: Claim) -> tuple[int, int]:
    return claim.at, claim.at + len(claim.quantity.text)


@lru_cache(maxsize=1024)
def stems_in(text: str) -> frozenset[str]:
    """The stems of a text that have weight."""
    # A copy has half the size of a set that grew.
    return frozenset(set(filter(None, map(telling_stem, WORD.findall(text)))))
