"""What a document tells about the words of a label: "Quick Question" is no name where "question" is a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.document import Block
from claimcheck.turns.forms import Label
from claimcheck.turns.lexicon import label_words

_SMALL = re.compile(r"(?<![\w’'.-])[^\W\d_A-Z][\w’']+")
_CAPITAL_WITHIN = re.compile(r"(?<=[\w,] )[A-Z][\w’'-]+")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'\-]*")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a document writes small, and those it writes large within a sentence ("Thank you, Anna")."""

    small: frozenset[str]
    large: frozenset[str]

    def is_ordinary(self, name: str) -> bool:
        """Whether a label is made of ordinary words: most of them are written small elsewhere."""
        words, headings = name_words(name), label_words().not_names
        small = sum(word.lower() in self.small or word.lower() in headings for word in words)
        return bool(words) and 2 * small > len(words)

    def mentions(self, name: str) -> bool:
        """Whether somebody of this name is spoken of or spoken to: "Our next question is from Anna Berg"."""
        return any(word in self.large or word.capitalize() in self.large for word in name_words(name))


def read_vocabulary(blocks: Sequence[Block], labels: Sequence[Label | None]) -> Vocabulary:
    """The words of what is said, without the labels."""
    small: set[str] = set()
    large: set[str] = set()
    for block, label in zip(blocks, labels, strict=True):
        text = block.text[label.end :] if label else block.text
        small.update(_SMALL.findall(text))
        large.update(_CAPITAL_WITHIN.findall(text))
    return Vocabulary(frozenset(small), frozenset(large))


def name_words(name: str) -> list[str]:
    """The words of a label that are neither title, office nor role: "Mr Berg" has "Berg"."""
    lexicon = label_words()
    known = lexicon.offices | lexicon.honorifics | lexicon.anonymous | lexicon.particles
    plain = re.sub(r"[\[(][^\])]*[\])]", " ", name).partition(",")[0]
    return [word for word in _NAME_WORD.findall(plain) if len(word) > 1 and word.lower() not in known]
