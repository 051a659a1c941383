"""Which of the time phrases of a sentence a figure is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claims.period import TimePhrase, find_rates
from claimcheck.model.claim import Period
from claimcheck.model.quantity import Kind, Quantity

_COMPARES = (
    r"\b(?:compared (?:to|with)|versus|vs\.?|against|up from|down from|"
    r"(?:higher|lower|better|worse|greater) than(?! \W?(?:about |around )?\d)|(?:in line|consistent|flat) with)\b"
)
_CHANGES = (
    r",\s+(?:or\s+)?an?\s+(?:[a-z-]+\s+){0,3}(?:increase|decrease|improvement|decline|growth|rise|drop|gain|"
    r"reduction)\b"
)
_CLAUSES = r";|:|—|--|\b(?:while|whereas|but)\b|, (?:and|which)\b"
_BREAK = re.compile(f"{_CLAUSES}|{_COMPARES}|{_CHANGES}", re.IGNORECASE)
_CLAUSE = re.compile(_CLAUSES, re.IGNORECASE)
_COMPARISON = re.compile(_COMPARES, re.IGNORECASE)
# "up 4% from last year", "higher than in the second quarter": what a figure is compared with is not its own time.
_BASE = re.compile(
    r"\b(?:from|over|than|on|versus|vs\.?|(?:relative|comparable|compared|equal) (?:to|with)|"
    r"(?:consistent|in line|flat|level) with)(?: in)?\s+(?:the\s+|its\s+|our\s+|that of\s+){0,2}$",
    re.IGNORECASE,
)
_SPANS = re.compile(r"\b(?:days|weeks|months|quarters|years|decades?)\b")
_ASIDE = re.compile(r"\([^()]*\)")
_DIGIT = re.compile(r"\d")
# A bare year between an article and a noun.
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEW_NOUN = re.compile(r",\s+(?:the|our|its|their|a|an)\s+$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(r"\s+(?!(?:and|or|to|is|was|as|in|at|by|of|for|from|with|compared|versus)\b)[a-z]{3,}")
_NEXT = 8
_OPENING = 25


def period_of(text: str, quantity: Quantity, phrases: Sequence[TimePhrase], before: Period | None) -> Period | None:
    """The period nearest to a figure in its own part of the sentence, else that of its clause, else the turn's.

    "Sales in May were $5 million compared to $4 million last year, a rise of 25%": the first and the last are for
    May. `before` is the period that the turn has last stated.
    """
    chosen = _stated(text, quantity, phrases)
    if chosen is None and before is not None and not is_compared(text, quantity):
        chosen = replace(before, stated=False)
    per = _per(text, quantity)
    if per:
        return replace(chosen, per=per) if chosen is not None else Period(per, per=per)
    return chosen


def _stated(text: str, quantity: Quantity, phrases: Sequence[TimePhrase]) -> Period | None:
    free = [phrase for phrase in phrases if not (phrase.start < quantity.end and quantity.start < phrase.end)]
    own = [phrase for phrase in free if _labels(text, phrase, quantity)]
    if own:
        return own[-1].period
    free = [phrase for phrase in free if not _is_base(text, phrase, quantity)]
    free = [phrase for phrase in free if not _is_of_aside(text, phrase, quantity)]
    free = [phrase for phrase in free if not _dates_another(text, phrase, quantity)]
    own = [phrase for phrase in free if not _between(_BREAK, text, phrase, quantity)]
    if own:
        return min(own, key=lambda phrase: (_distance(phrase, quantity), phrase.start)).period
    if is_compared(text, quantity):
        return None
    ahead = [phrase for phrase in free if phrase.end <= quantity.start]
    clause = [p for p in ahead if not _between(_CLAUSE, text, p, quantity) and not is_compared(text, p)]
    if clause:
        return clause[-1].period
    return ahead[0].period if ahead and ahead[0].start < _OPENING else None


def _labels(text: str, phrase: TimePhrase, quantity: Quantity) -> bool:
    """Whether a figure stands in brackets behind its time and a colon: "$5 million (2019: $4 million)"."""
    aside = _aside_of(text, phrase)
    return aside is not None and aside[0] <= quantity.start < aside[1] and text[phrase.end :].lstrip()[:1] == ":"


def _is_of_aside(text: str, phrase: TimePhrase, quantity: Quantity) -> bool:
    """Whether a time stands in brackets with a figure of its own, and the other figure outside of them."""
    aside = _aside_of(text, phrase)
    if aside is None or aside[0] <= quantity.start < aside[1]:
        return False
    return bool(_DIGIT.search(text[aside[0] : phrase.start] + text[phrase.end : aside[1]]))


def _dates_another(text: str, phrase: TimePhrase, quantity: Quantity) -> bool:
    """Whether a year behind a comma narrows another noun: "with 91 acres sown, the 2020 stocks could be low"."""
    if phrase.start < quantity.end or not _YEAR.fullmatch(text[phrase.start : phrase.end]):
        return False
    return bool(_NEW_NOUN.search(text[quantity.end : phrase.start]) and _NOUN_FOLLOWS.match(text[phrase.end :]))


def _aside_of(text: str, phrase: TimePhrase) -> tuple[int, int] | None:
    """The brackets that a time stands in."""
    return next(
        (match.span() for match in _ASIDE.finditer(text) if match.start() < phrase.start and phrase.end <= match.end()),
        None,
    )


def _is_base(text: str, phrase: TimePhrase, quantity: Quantity) -> bool:
    """Whether a phrase is the time a change is counted from; "from last year's 4%" is still the 4%'s own."""
    if _SPANS.search(phrase.period.text):
        return False  # "over the last four years" is the time of the rise
    beside = 0 <= quantity.start - phrase.end <= _NEXT and "," not in text[phrase.end : quantity.start]
    return bool(_BASE.search(text[: phrase.start])) and not beside


def is_carried(period: Period) -> bool:
    """Whether the next sentences are of the same time: "in May" is, "over the last three years" and a base are not."""
    if period.text.startswith("prior-year"):
        return False
    return period.text.startswith("first") or " ended " in period.text or not _SPANS.search(period.text)


def is_compared(text: str, place: Quantity | TimePhrase) -> bool:
    """Whether a place in a sentence stands behind "compared with", in the same part: "$5 compared to $4 in May"."""
    parts = [match for match in _BREAK.finditer(text) if match.end() <= place.start]
    return bool(parts) and _COMPARISON.fullmatch(parts[-1].group()) is not None


def _between(pattern: re.Pattern[str], text: str, phrase: TimePhrase, quantity: Quantity) -> bool:
    low, high = sorted((phrase.start, quantity.start))
    return any(low < match.start() < high for match in pattern.finditer(text))


def _distance(phrase: TimePhrase, quantity: Quantity) -> int:
    if phrase.start >= quantity.end:
        return phrase.start - quantity.end
    return quantity.start - phrase.end + 10


def _per(text: str, quantity: Quantity) -> str:
    """The unit of time a figure is repeated in: "at 35–40% yearly" is per year."""
    if quantity.kind is Kind.RATE or " per " in quantity.unit:
        unit = quantity.unit.rsplit(" per ", 1)[-1]
        if unit in ("day", "week", "month", "quarter", "year"):
            return unit
    for unit, start, end in find_rates(text):
        if quantity.end <= start <= quantity.end + 40 or quantity.start - 40 <= end <= quantity.start:
            between = text[min(end, quantity.end) : max(start, quantity.start)]
            if not _BREAK.search(between):
                return unit
    return ""
