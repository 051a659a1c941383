"""Which documents are not English: nothing else is understood, and what is guessed from other words is nonsense."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table
from claimcheck.model.document import Document, Skipped

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Latin letters with all their marks; Vietnamese has some of the later block.
_LATIN = re.compile(r"[\u0041-\u024f\u1e00-\u1eff'’]+")

_LEAST_TOLD = 0.01


@dataclass(frozen=True, slots=True)
class Languages:
    """The common words of English and of other languages, and the shares that tell them apart."""

    english: frozenset[str]
    others: Mapping[str, frozenset[str]]
    least_words: int
    least_letters: int
    least_english: float
    least_other: float
    least_kinds: int
    most_other_script: float


@cache
def languages() -> Languages:
    """The words in `data/languages.toml`."""
    data = read_table("claimcheck.read", "languages.toml")
    english = frozenset(data.pop("english"))
    shared = frozenset(data.pop("shared"))
    others = {name: frozenset(words) - shared for name, words in data.pop("others").items()}
    return Languages(english, others, **data)


def part_foreign(documents: Iterable[Document]) -> tuple[list[Document], list[Skipped]]:
    """The documents in English, and the others with the reason: a debate in German is skipped.

    What is short, a table or a list of names stays, and so does a text that is in English for the most part.
    """
    kept: list[Document] = []
    skipped: list[Skipped] = []
    for document in documents:
        share = foreign_share(block.text for block in document.blocks)
        if share is None:
            kept.append(document)
        else:
            told = f"only {share:.0%}" if share >= _LEAST_TOLD else "less than 1%"
            reason = f"is not English: {told} of its words are common English words"
            skipped.append(Skipped(document.name, reason, "only English is understood; --any-language reads it anyway"))
    return kept, skipped


def _count_words(texts: Iterable[str]) -> Counter[str]:
    """The words of texts in lower case, each with its number."""
    written = Counter[str]()
    for text in texts:
        written.update(_WORD.findall(text))
    counts = Counter[str]()
    # There are far fewer words than places where they stand.
    for word, number in written.items():
        counts[word.lower().replace("’", "'")] += number
    return counts


def foreign_share(texts: Iterable[str]) -> float | None:
    """The share of common English words in texts of another language, and None in English or unclear ones."""
    table = languages()
    counts = _count_words(texts)
    total = counts.total()
    letters = sum(len(word) * number for word, number in counts.items())
    if total < table.least_words and letters < table.least_letters:
        return None
    english = _share(counts, table.english, total)
    if english >= table.least_english:
        return None
    other_script = sum(len(word) * number for word, number in counts.items() if not _LATIN.fullmatch(word))
    if other_script > table.most_other_script * letters:
        return english
    if total < table.least_words:
        return None
    known = any(_is_spoken(counts, words, total, table) for words in table.others.values())
    return english if known else None


def _is_spoken(counts: Mapping[str, int], words: frozenset[str], total: int, table: Languages) -> bool:
    """Whether a text is in the language of these words: it has many of them, and not only those of names."""
    return _share(counts, words, total) >= table.least_other and len(words & counts.keys()) >= table.least_kinds


def _share(counts: Mapping[str, int], words: frozenset[str], total: int) -> float:
    return sum(counts.get(word, 0) for word in words) / total
