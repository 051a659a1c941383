"""The words between figures: what opens a list of parts, joins them, sums them up, or sets levels apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table
from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.stretch import stretch_of
from claimcheck.links.words import singular
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound

_CURRENCY = re.compile(r"(?:us|c|a)?[$€£¥]\s*$|\b(?:rs|usd|eur|gbp)\.?\s*$")
_CODE = re.compile(r"-\d")
_GAP = " "


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole with all of its parts, as words: liquidity is cash and undrawn credit."""

    whole: frozenset[str]
    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The rows of `data/passages.toml`: each a pattern of whole words."""

    patterns: dict[str, str]
    netted: frozenset[str]
    compositions: tuple[Composition, ...]

    def __getitem__(self, row: str) -> str:
        return self.patterns[row]


@cache
def phrases() -> Phrases:
    """The word lists, read on first use."""
    table = read_table("claimcheck.links", "passages.toml")
    rows = {name: _either(row) for name, row in table.items() if name != "composition"}
    known = tuple(
        Composition(frozenset(row["whole"]), tuple(frozenset(part) for part in row["parts"]))
        for row in table["composition"]
    )
    return Phrases(rows, frozenset(table["netted"]), known)


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A pattern with rows for its <names>: "<complete_openers>$"."""
    return re.compile(re.sub(r"<(\w+)>", lambda row: phrases()[row[1]], template))


def behind(claim: Claim) -> str:
    """What its sentence says after a figure: " of repurchases and $123 million in dividends"."""
    return claim.sentence[claim.at + len(claim.quantity.text) :].lower()


def before(claim: Claim) -> str:
    """What its sentence says up to a figure, without the sign of a currency."""
    return _trim(claim.sentence[: claim.at].lower())


def between(left: Claim, right: Claim) -> str:
    """The words from one figure to the next, across the end of a sentence too: " of debt and "."""
    if left.sentence_index == right.sentence_index:
        return _trim(left.sentence[left.at + len(left.quantity.text) : right.at].lower())
    return behind(left) + _GAP + before(right)


def is_usable(aspect: Aspect) -> bool:
    """Whether a figure is said firmly enough to be added or set against another."""
    claim = aspect.claim
    coded = _CODE.match(behind(claim)) is not None  # "14 747-8s" are aircraft
    return claim.modality in COMPARABLE and not claim.quantity.vague and not coded


def hedge_doubts(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What the "about" of a figure leaves open."""
    hedged = [claim.quantity.text for claim in claims if claim.quantity.bound is Bound.ABOUT]
    return (f"the figure {hedged[0]} is hedged",) if hedged else ()


def word_count(text: str) -> int:
    """How many words a gap has."""
    return len(text.split())


def near_words(aspect: Aspect, others: Sequence[Aspect]) -> frozenset[str]:
    """The words of a figure's own stretch of its sentence: "a cash balance of $15 million"."""
    left, right = stretch_of(aspect.claim, [other.claim for other in others])
    left = re.split(r"[,;:]|\band\b", left.lower())[-1]
    right = re.split(r"[,;:]|\band\b(?! cash)", right.lower())[0]
    return frozenset(singular(word) for word in re.findall(r"[a-z]+", f"{left} {right}"))


def _trim(text: str) -> str:
    return _CURRENCY.sub("", text)


def _either(row: Sequence[str]) -> str:
    words = sorted((entry for entry in row), key=len, reverse=True)
    return "(?:" + "|".join(_whole(entry) for entry in words) + ")"


def _whole(entry: str) -> str:
    left = r"\b" if re.match(r"[\w(]", entry) else ""
    right = r"\b" if re.search(r"[\w)?]$", entry) else ""
    return left + entry.replace(" ", r"\s+") + right
