"""Lemmas and parts of speech by spaCy's rules, remembered.

Most rules look at one word, with its tag and its part in the sentence: "that" is a pronoun where it is a subject. What
they give is remembered. Some look at two words ("let's", "y'all"); a sentence that may hold such is read as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# So many words are remembered (8 MB), then memory begins anew: an archive needs no more than a few talks.
_REMEMBERED = 20_000

# A word, its tag and its dependency, as spaCy numbers them; and its lemma and part of speech.
_Key = tuple[int, int, int]
Form = tuple[str, str]


class Lemmas:
    """A model's rules: `find` gives the lemma (in lower case) and the part of speech of every word."""

    def __init__(self, vocab: Any, ruler: Any, lemmatizer: Any, remembered: int = _REMEMBERED) -> None:
        self._vocab = vocab
        self._rules = (ruler, lemmatizer)
        self._remembered = remembered
        self._known: dict[_Key, Form] = {}
        pairs = [words for rule in ruler.patterns for words in rule["patterns"] if len(words) > 1]
        words, deps = [[_named(pair, by) for pair in pairs] for by in ("LOWER", "DEP")]
        self._words = {vocab.strings.add(word) for word in words if word}
        self._deps = {vocab.strings.add(dep) for word, dep in zip(words, deps, strict=True) if dep and not word}
        self._is_blind = any(not word and not dep for word, dep in zip(words, deps, strict=True))

    def find(self, docs: Sequence[Any]) -> list[list[Form]]:
        """The forms of the words of parsed documents."""
        from spacy.attrs import DEP, LOWER, ORTH, TAG

        if len(self._known) > self._remembered:
            self._known = {}
        rows = [doc.to_array([ORTH, TAG, DEP, LOWER]).tolist() for doc in docs]
        whole = [self._is_blind or any(self._is_paired(dep, low) for _, _, dep, low in row) for row in rows]
        keys = [[(word, tag, dep) for word, tag, dep, _ in row] for row in rows]
        self._learn([key for row, is_whole in zip(keys, whole, strict=True) if not is_whole for key in row])
        return [
            self._read(doc) if is_whole else [self._known[key] for key in row]
            for doc, row, is_whole in zip(docs, keys, whole, strict=True)
        ]

    def _is_paired(self, dep: int, low: int) -> bool:
        """Whether a word may be one of two that a rule looks at."""
        return low in self._words or dep in self._deps

    def _learn(self, keys: Sequence[_Key]) -> None:
        """Look words up, all in one document: no two of them are a pair that a rule looks at."""
        from spacy.attrs import DEP, TAG
        from spacy.tokens import Doc

        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if not new:
            return
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[word] for word, _, _ in new])
        doc.from_array([TAG, DEP], _unsigned([(tag, dep) for _, tag, dep in new]))
        self._known |= zip(new, self._read(doc), strict=True)

    def _read(self, doc: Any) -> list[Form]:
        for rules in self._rules:
            rules(doc)
        return [(token.lemma_.lower(), token.pos_) for token in doc]


def _named(pair: Sequence[Mapping[str, Any]], by: str) -> str:
    """The word or dependency that one of two words must have, "let" for "let's"; "" when a rule names none."""
    return next((word[by] for word in pair if isinstance(word.get(by), str)), "")


def _unsigned(rows: Sequence[tuple[int, int]]) -> Any:
    import numpy

    return numpy.array(rows, dtype="uint64")
