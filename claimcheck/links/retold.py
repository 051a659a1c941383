"""What sets two figures of a text and its retelling apart, though they share their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.words import stem

# "One" is no figure by itself, but may be added to one: "15 deaths in Germany and one in Sweden".
_AND_ONE = re.compile(r"\b(?:and|plus|with) (?:one|another|a second)\b")
# "Three years prior"; the prior year is a time like another.
_PRIOR = re.compile(r"\b(?:year|month|week|day)s? prior\b")
_NEAR = 5
_COMPARES = re.compile(r"\b(?:than(?!\s+\S*\d)|unlike|as (?!far|well|long|soon)\w+ as)\b(?=([^,;.]*))", re.IGNORECASE)
_UNITS = "day|week|month|quarter|half|year|season|term|period"
# "Has risen to 146", "is reduced to 20%": a level that was another one before.
_MOVED = re.compile(
    r"\b(?:has|have|is|are|had)\s+(?:been\s+|now\s+|since\s+)?(\w+)\s+(?:further\s+)?to\s+(?:\w+\s+){0,2}$"
)


def conflict_of_retelling(left: Aspect, right: Aspect) -> str:
    """Why two figures of a text and its retelling may both be right, or ""."""
    if _adds_up(left, right) or _adds_up(right, left):
        return "one figure is made of figures of the other text"
    if left.marks.shares_bound or right.marks.shares_bound:
        return "the bound of the figure before may be meant for one"
    if _are_of_other_grades(left, right):
        return "of other grades"
    if _has_moved(left, right) or _has_moved(right, left):
        return "one figure has moved since"
    if _is_foil(left, right) or _is_foil(right, left):
        return "the one is what the other is compared with"
    if _is_earlier(left) != _is_earlier(right):
        return "only one is told as earlier"
    if _sides(left.claim.sentence, right.claim.sentence):
        return "one is before and one after"
    return ""


def _adds_up(figure: Aspect, other: Aspect) -> bool:
    """Whether the other sentence holds two figures, the compared one among them, that make this one.

    "Two were held on the yacht, another two in the harbour" and "four were held"; "costs rose by $16 million to
    $54 million" and "costs were $38 million before".
    """
    one, two = figure.claim.quantity, other.claim.quantity
    if one.may_equal(two):
        return False
    slack = one.step * one.factor / 2
    # What stands beside both was seldom added to one of them.
    both = {value for dimension, value in figure.beside if dimension == other.dimension}
    beside = {value for dimension, value in other.beside if dimension == other.dimension and value > slack}
    others = list(beside - {Decimal(1)} if Decimal(1) in both else beside)
    if other.dimension == "count" and _has_one_more(other) and not _has_one_more(figure):
        others.append(Decimal(1))
    made = ((total, value) for value in others for total in (two.size + value, abs(two.size - value)))
    return any(abs(total - one.size) <= (0 if value in both else slack) for total, value in made)


def _has_one_more(aspect: Aspect) -> bool:
    return bool(_AND_ONE.search(aspect.claim.sentence[aspect.claim.at :].lower()))


def _are_of_other_grades(left: Aspect, right: Aspect) -> bool:
    """Whether the figures are of different grades of one thing: "100 minor injuries", "two serious ones"."""
    one, other = (_grades() & aspect.zones.close for aspect in (left, right))
    return bool(one and other) and not one & other


@cache
def _grades() -> frozenset[str]:
    return frozenset(map(stem, lexicon().grades))


def _has_moved(figure: Aspect, other: Aspect) -> bool:
    """Whether a figure is said to have moved to where it is, away from the other's: "has risen to 146", "was 128"."""
    words = lexicon().risen if figure.claim.quantity.size > other.claim.quantity.size else lexicon().fallen
    return _move_of(figure) in words and _move_of(other) not in lexicon().risen | lexicon().fallen


def _move_of(aspect: Aspect) -> str:
    """The verb in front of a level: "risen" in "has risen to 146"."""
    return _move_before(aspect.claim.sentence, aspect.claim.at)


@lru_cache(maxsize=1024)
def _move_before(sentence: str, at: int) -> str:
    moved = _MOVED.search(sentence[:at].lower())
    return moved[1] if moved else ""


def _is_foil(figure: Aspect, other: Aspect) -> bool:
    """Whether one sentence is about what the other only compares with: "larger than our moon", "the moon measures"."""
    compared = _compared_with(other.claim.sentence)
    if not compared:
        return False
    subjects = figure.claim.subject or figure.claim.holders
    return any(
        any(re.search(rf"\b{re.escape(word)}s?\b", phrase, re.IGNORECASE) for phrase in compared)
        and not re.search(rf"\b{re.escape(word)}\b[^,;.]*\bthan\b", other.claim.sentence, re.IGNORECASE)
        for word in subjects
    )


@lru_cache(maxsize=1024)
def _compared_with(sentence: str) -> tuple[str, ...]:
    """What a sentence compares with, each up to the next break: " our moon" of "larger than our moon"."""
    return tuple(match[1] for match in _COMPARES.finditer(sentence))


def _is_earlier(aspect: Aspect) -> bool:
    """Whether a sentence tells what was before: "previously set to 5%", "$54 million before the addition"."""
    return _tells_of_before(aspect.claim.sentence, aspect.claim.at)


@lru_cache(maxsize=1024)
def _tells_of_before(sentence: str, at: int) -> bool:
    left, right = sentence[:at].split(), sentence[at:].split()
    near = " ".join((*left[:1], "|", *left[-_NEAR:], *right[: _NEAR + 2]))
    return bool(lexicon().earlier & plain_words(near) or _PRIOR.search(near))


def plain_words(sentence: str) -> set[str]:
    """The words of a sentence that are no part of a name, as "before" is in "The Night Before"."""
    first = sentence[:1].lower() + sentence[1:]
    return set(re.findall(r"\b[a-z]+\b", first))


def _sides(one: str, other: str) -> bool:
    """Whether two sentences stand on two sides of one time: "during the first year", "after the first year"."""
    sides, others = _sided_times(one), _sided_times(other)
    outside = lexicon().outside
    return any(
        sides[time] != others[time] and (sides[time] in outside or others[time] in outside)
        for time in sides.keys() & others.keys()
    )


@lru_cache(maxsize=1024)
def _sided_times(text: str) -> Mapping[str, str]:
    """The times that a text names with a word of time before them: "the first year" with "after"."""
    return {match[2]: match[1] for match in _sided().finditer(text.lower())}


@cache
def _sided() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon().outside | lexicon().inside, key=len, reverse=True))
    return re.compile(rf"\b({words})\s+((?:the|its|their|his|her)\s+(?:\w+\s+)?(?:{_UNITS}))\b")
