"""What a reader would call the subject of a figure: the measured thing, in the words of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model.claim import Claim

WORD = re.compile(r"[^\W_]+(?:[-’'&][^\W_]+)*")
LONGEST_ENDING = 3
# Of fewer letters is the "b" of a list, and no noun.
LEAST_LETTERS = 2


def subject_of(claim: Claim) -> str:
    """The longest name of what is measured, its noun in the singular: "general fund budget", "drug crime".

    It is taken from the sentence, whose words stand in their order; of a noun that is not said there ("another 7") it
    is that noun, and "" where none was made out.
    """
    if sum(map(str.isalpha, claim.head)) < LEAST_LETTERS:
        return ""
    words = list(WORD.finditer(claim.sentence))
    heads = [index for index, word in enumerate(words) if _is_form(word[0], claim.head)]
    runs = [_run(words, index, claim) for index in heads]
    if not runs:
        return claim.head
    # The longest, and of those alike the one nearest to the figure.
    best = max(runs, key=lambda run: (len(run), -abs(run[-1].start() - claim.at)))
    *before, head = (_written(word, claim) for word in best)
    return " ".join([*before, claim.head if head.islower() else head])


def _run(words: Sequence[re.Match[str]], head: int, claim: Claim) -> list[re.Match[str]]:
    """The words of the measure that stand right before its noun, with it."""
    first = head
    while first and _touch(words[first - 1], words[first], claim) and _narrows(words[first - 1][0], claim):
        first -= 1
    return list(words[first : head + 1])


def _touch(one: re.Match[str], other: re.Match[str], claim: Claim) -> bool:
    return claim.sentence[one.end() : other.start()].isspace()


def _narrows(word: str, claim: Claim) -> bool:
    is_owner = word.endswith(("'s", "’s"))
    return not is_owner and any(_is_form(word, modifier) for modifier in claim.modifiers)


def _is_form(word: str, lemma: str) -> bool:
    """Whether a word may be a form of a lemma: "families" of "family", "buses" of "bus"."""
    word = word.casefold()
    stem = lemma[:-1] if len(lemma) > LONGEST_ENDING else lemma
    return word == lemma or (word.startswith(stem) and len(word) <= len(lemma) + LONGEST_ENDING)


def _written(word: re.Match[str], claim: Claim) -> str:
    """A word as it stands in the midst of a sentence; names and "EBITDA" keep their capitals."""
    keeps = not word[0][1:].islower() or word[0] in set(_names(claim))
    return word[0] if keeps else word[0].lower()


def _names(claim: Claim) -> Iterator[str]:
    for entity in claim.entities:
        yield from entity.split()
