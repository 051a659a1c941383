"""Keys that facts and figures share, so that few figures are held against a fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.links.fact_settings import Setting
from claimcheck.links.fact_terms import Terms, plain_dimension, stems_in, stems_of
from claimcheck.links.words import weight_of
from claimcheck.model.claim import Claim

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FactIndex:
    """Facts by (dimension, telling word of the measure), and among those by a word of the subject.

    The fact "Port of Ely, cargo handled, 4.2 million tonnes" is found by ("mass", "cargo") and "eli".
    """

    by_key: Mapping[Key, Mapping[str, tuple[int, ...]]]

    @staticmethod
    def of(terms: Sequence[Terms]) -> FactIndex:
        """The index of facts, each under the rarest word of each way to say its measure and its subject."""
        found: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, one in enumerate(terms):
            for measure in one.measure:
                for subject in one.subject:
                    numbers = found[one.dimension, _telling(measure)][_telling(subject)]
                    if number not in numbers[-1:]:
                        numbers.append(number)
        return FactIndex({key: {word: tuple(ids) for word, ids in words.items()} for key, words in found.items()})

    def may_hold(self, claim: Claim) -> bool:
        """Whether any fact has the dimension of a figure and measures what a word of its sentence names."""
        return any(key in self.by_key for key in _keys(claim))

    def facts_for(self, claim: Claim, setting: Setting) -> list[int]:
        """The facts that share a measure with a figure and a subject with its sentence or setting."""
        named = frozenset(stems_in(claim.sentence)) | frozenset(setting.before) | setting.home.stems
        numbers: set[int] = set()
        for key in _keys(claim):
            by_subject = self.by_key.get(key, {})
            words = by_subject.keys() & named if len(by_subject) < len(named) else named & by_subject.keys()
            for word in words:
                numbers.update(by_subject[word])
        return sorted(numbers)


def _keys(claim: Claim) -> list[Key]:
    dimension = plain_dimension(claim)
    return [
        (dimension, word) for word in sorted(stems_of(f"{claim.sentence} {' '.join(claim.measure)} {claim.counted}"))
    ]


def _telling(words: frozenset[str]) -> str:
    """The word of a name that fewest texts have."""
    return max(words, key=lambda word: (weight_of(word), len(word), word))
