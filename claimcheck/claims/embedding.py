"""What a spaCy model makes of words before it looks at their neighbours, remembered.

A row of numbers that depends on the word alone; talk uses few words, again and again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# So many words are remembered (6 MB), then memory begins anew: an archive needs no more than a few talks.
_REMEMBERED = 12_000


class Embedding:
    """The first layers of a model, `embed` giving the rows for the words of spaCy's documents."""

    def __init__(self, layers: Any, remembered: int = _REMEMBERED) -> None:
        self._layers = layers
        self._remembered = remembered
        self._places: dict[int, int] = {}
        self._rows: Any = None

    def embed(self, docs: Sequence[Any]) -> list[Any]:
        """For each document an array with a row for each of its words."""
        from spacy.attrs import ORTH

        words = [doc.to_array(ORTH).tolist() for doc in docs]
        self._learn(docs[0].vocab, [word for said in words for word in said])
        return [self._rows[[self._places[word] for word in said]] for said in words]

    def _learn(self, vocab: Any, words: Sequence[int]) -> None:
        import numpy
        from spacy.tokens import Doc

        new = [word for word in dict.fromkeys(words) if word not in self._places]
        if len(self._places) + len(new) > self._remembered:
            self._places, self._rows, new = {}, None, list(dict.fromkeys(words))
        if not new:
            return
        doc = Doc(vocab, words=[vocab.strings[word] for word in new], spaces=[True] * len(new))
        rows = self._layers.predict([doc])[0]
        if self._rows is None:
            self._rows = numpy.empty((max(self._remembered, len(new)), rows.shape[1]), dtype=rows.dtype)
        start = len(self._places)
        self._rows[start : start + len(new)] = rows
        self._places |= {word: place for place, word in enumerate(new, start)}
