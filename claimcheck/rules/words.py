"""Words as rules compare them: "the harbour branch" of a rule file is said in "our branches at the Harbour"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# Words that a phrase needs and a figure's subject is kept without: "the total of all funds".
_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "on", "at", "by", "to", "and", "per"})


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a phrase's words, without articles and the like (Snowball English, 2001)."""
    return frozenset(_stem(word) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """The words of a phrase in lower case, without articles, prepositions and genitives."""
    words = [re.sub(r"[’']s?$", "", word) for word in _WORD.findall(text.lower())]
    return [word for word in words if word not in _SMALL]


@lru_cache(maxsize=4096)
def last_stem(phrase: str) -> str:
    """The stem of the noun that a phrase ends in: "fund" of "the general fund"."""
    words = words_of(phrase)
    return _stem(words[-1]) if words else ""


def is_said(phrase: str, stems: Iterable[str]) -> bool:
    """Whether all words of a phrase are among the stems."""
    wanted = stems_of(phrase)
    return bool(wanted) and wanted <= frozenset(stems)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("english").stemWord(word))
