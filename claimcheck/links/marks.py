"""What a claim's sentence says that sets it apart from others: its definitions, its dates, a number that names."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from claimcheck.links.lexicon import lexicon
from claimcheck.links.words import WORD, stem
from claimcheck.links.zones import Zones
from claimcheck.model.claim import Claim

# "May" and "March" only where a day or a preposition shows that they are months.
_NAMES = "|".join(name for name in (*calendar.month_name[1:], *calendar.day_name) if name not in ("March", "May"))
_DATE = re.compile(rf"\b(?:{_NAMES}|(?:19|20)\d\d|(?<=[Ii]n )(?:March|May)|(?:March|May)(?= \d))\b")


@dataclass(frozen=True, slots=True)
class Marks:
    """What no other figure may lack or differ in, worked out once a claim.

    `defined` are the words that define what is counted, in the figure's own phrase ("adjusted", "organic"), and
    `said` all such words around it. `dates` are the months, weekdays and years that the sentence names: they date
    its figures, however far they stand. `numbers_a_name` is for a bare number right behind its noun, as in "sheet
    5373", "Dash 9" and "Yeas 6".
    """

    defined: frozenset[str]
    said: frozenset[str]
    dates: frozenset[str]
    numbers_a_name: bool


def marks_of(claim: Claim, zones: Zones) -> Marks:
    """The marks of a claim: "adjusted" for the figure of "adjusted EBITDA was $93 million"."""
    words, modifiers = lexicon(), frozenset(claim.modifiers)
    near = zones.near | zones.before
    every = near | zones.label
    before = WORD.findall(claim.sentence[: claim.at])
    return Marks(
        defined=modifiers & words.definitions | _stemmed_in(words.bases, near),
        said=modifiers | _stemmed_in(words.definitions | words.bases, every),
        dates=frozenset(match.group().lower() for match in _DATE.finditer(claim.sentence)),
        numbers_a_name=not claim.quantity.unit
        and bool(before)
        and stem(before[-1]) in {stem(head) for head in claim.heads},
    )


def _stemmed_in(words: frozenset[str], stems: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if stem(word) in stems)
