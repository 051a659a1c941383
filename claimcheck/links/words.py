"""Words as links compare them: stems, and how much sharing one of them proves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import snowballstemmer

from claimcheck.data_files import read_table
from claimcheck.links.lexicon import lexicon

# Letters with the marks that hold a word together: "N95", "same-store", "Côte".
WORD = re.compile(r"[^\W\d_][\w&]*(?:[’'][^\W\d_]+|-[^\W\d_][\w&]*)*")
COMMON = 0.4


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The form that the inflected forms and listed synonyms of a word share: "tested" and "tests" are "test".

    Stems are those of Porter's second algorithm (Snowball English, 2001).
    """
    plain = word.lower().replace("’", "'").removesuffix("'s")
    same = lexicon().same(plain)
    if same == plain:
        same = lexicon().same(singular(plain))
    stemmed = _stemmed(same)
    return _deeds().get(stemmed, stemmed)


@cache
def _deeds() -> Mapping[str, str]:
    """The stems of verbs to that of their canonical one, so that "scored" counts as "score" does."""
    return {_stemmed(word): _stemmed(first) for word, first in lexicon().deeds.items()}


def say(stems: Iterable[str], text: str) -> str:
    """Stems as the text says them, for readers: "reserv" of "the reserve stands at" is "reserve"."""
    said = _said_in(text)
    return ", ".join(said.get(one, one) for one in stems)


@lru_cache(maxsize=1024)
def _said_in(text: str) -> Mapping[str, str]:
    """The stems of a text and the first word that each is of."""
    said: dict[str, str] = {}
    for match in WORD.finditer(text):
        said.setdefault(stem(match.group()), match.group().lower())
    return said


def weight_of(stemmed: str) -> float:
    """How much sharing a stem proves, from 0 ("the") over 0.4 ("company") to 1 ("respirator")."""
    return _weights().get(stemmed, 1.0)


@lru_cache(maxsize=16384)
def telling_stem(word: str) -> str:
    """The stem of a word that proves something, "" for "the" and for a letter."""
    stemmed = stem(word)
    return stemmed if len(stemmed) > 1 and weight_of(stemmed) > 0 else ""


@cache
def _weights() -> Mapping[str, float]:
    table = read_table("claimcheck.links", "common_words.toml")
    weights = {_stemmed(lexicon().same(word)): COMMON for word in table["common"].split()}
    weights |= {form: 0.0 for word in table["empty"].split() for form in (word, _stemmed(word))}
    return weights


def singular(word: str) -> str:
    """The singular of a plural, by its ending: "losses" is "loss", "cities" is "city"; other words stay."""
    if word.endswith("sses"):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1024)
def _stemmed(word: str) -> str:
    return str(snowballstemmer.stemmer("english").stemWord(word))
