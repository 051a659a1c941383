"""What a claim's sentence says that sets it apart from others: its definitions, its dates, a number that names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.links.lexicon import lexicon
from claimcheck.links.words import WORD, stem
from claimcheck.links.zones import Zones
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound

# "May" and "March" only where a day or a preposition shows that they are months.
_NAMES = "|".join(name for name in (*calendar.month_name[1:], *calendar.day_name) if name not in ("March", "May"))
_DATE = re.compile(rf"\b(?:{_NAMES}|(?:19|20)\d\d|(?<=[Ii]n )(?:March|May)|(?:March|May)(?= \d))\b")

# "Phase 3", "Apollo 11", and "Phase" where no number follows; a year tells when.
_NUMBERED = re.compile(
    rf"\b(?!(?:{_NAMES}|March|May)\b)([A-Z][\w’'&-]*)(?: (?!(?:19|20)\d\d\b)(\d{{1,4}})\b(?![.,:/%]\d|[-–]))?"
)
_UNDER_ONE_BOUND = re.compile(r"(?:\s+[^\W\d]+){0,4},?\s+(?:and|or)\s+")


@dataclass(frozen=True, slots=True)
class Marks:
    """What no other figure may lack or differ in, worked out once a claim.

    `defined` are the words that define what is counted, in the figure's own phrase ("adjusted", "organic"), and
    `said` all such words around it. `dates` are the months, weekdays and years that the sentence names: they date
    its figures, however far they stand. `numbers_a_name` is for a bare number right behind its noun, as in "sheet
    5373", "Dash 9" and "Yeas 6", and `shares_bound` for an exact figure that stands behind a bounded one, whose bound
    may be meant for both: "more than 700 infants and 40 nurses". `numbers` are those that its names carry, as
    ("phase", "3") for "Phase 3".
    """

    defined: frozenset[str]
    said: frozenset[str]
    dates: frozenset[str]
    numbers_a_name: bool
    shares_bound: bool
    numbers: frozenset[tuple[str, str]] = frozenset()


def marks_of(claim: Claim, zones: Zones, siblings: Sequence[Claim] = ()) -> Marks:
    """The marks of a claim: "adjusted" for the figure of "adjusted EBITDA was $93 million"; `siblings` as for zones."""
    words, modifiers = lexicon(), frozenset(claim.modifiers)
    near = zones.near | zones.before
    every = near | zones.label
    return Marks(
        defined=modifiers & words.definitions | _stemmed_in(words.bases, near),
        said=modifiers | _stemmed_in(words.definitions, every) | _stemmed_in(words.bases, every),
        dates=frozenset(match.group().lower() for match in _DATE.finditer(claim.sentence)),
        numbers_a_name=not claim.quantity.unit and _stands_behind_head(claim),
        shares_bound=any(_lends_bound(other, claim) for other in siblings),
        numbers=frozenset(_numbers_of(claim, siblings)),
    )


def _numbers_of(claim: Claim, siblings: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """The numbers behind the names of what is measured, each where its name was last said before the figure."""
    words = {*claim.measure, *claim.subject, *(word for name in claim.entities for word in name.lower().split())}
    places: dict[str, re.Match[str]] = {}
    for match in _NUMBERED.finditer(claim.sentence):
        word = match[1].lower()
        if word in words and (word not in places or match.start() < claim.at):
            places[word] = match
    taken = [(one.at, one.at + len(one.quantity.text)) for one in siblings]
    for word, match in places.items():
        at, end = match.span(2)
        if match[2] and not any(start < end and at < stop for start, stop in taken):
            yield word, match[2]


def _lends_bound(other: Claim, claim: Claim) -> bool:
    """Whether the bound of a figure may be meant for the next one too."""
    end = other.at + len(other.quantity.text)
    if end > claim.at or claim.quantity.bound is not Bound.EXACT or other.quantity.bound in (Bound.EXACT, Bound.ABOUT):
        return False
    return _UNDER_ONE_BOUND.fullmatch(claim.sentence[end : claim.at]) is not None


def _stands_behind_head(claim: Claim) -> bool:
    before = WORD.findall(claim.sentence[: claim.at])
    return bool(before) and stem(before[-1]) in {stem(head) for head in claim.heads}


def _stemmed_in(words: frozenset[str], stems: frozenset[str]) -> frozenset[str]:
    by_stem = _by_stem(words)
    return frozenset(word for found in by_stem.keys() & stems for word in by_stem[found])


@cache
def _by_stem(words: frozenset[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(stem(word), []).append(word)
    return found
