"""Dates that a text gives to what happened: "the bridge was opened on 3 May 1932"; they measure nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from claimcheck.claims.names import names_in
from claimcheck.claims.period import TimePhrase, find_periods
from claimcheck.claims.placed import place_claim
from claimcheck.claims.sentences import Sentence, split_sentences
from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Document, Turn, TurnKind
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity

_DATES = frozenset({Kind.YEAR, Kind.DATE, Kind.ORDINAL, Kind.IDENTIFIER})
_LAST_CENTURY = 21
# "Born before May 1984" bounds when it was.
_SIDE = re.compile(r"\b(?:before|after|prior to)\s+(?:the\s+)?$", re.IGNORECASE)
_LEADS = re.compile(r"(?:in|on|at|by|for|of|during|the|our)\s+", re.IGNORECASE)


def extract_datings(document: Document, quantities: Sequence[Sequence[Quantity]]) -> list[Claim]:
    """The dates of a document, each with its sentence, as claims of the kind `date`.

    Only days, months, quarters and years that are said by their number or name; "last year" is left out.
    `quantities` are those of the document's turns.
    """
    datings = []
    for turn, found in zip(document.turns, quantities, strict=True):
        dated = [quantity for quantity in found if quantity.kind in _DATES]
        if not dated or turn.kind not in (TurnKind.SPEECH, TurnKind.PROSE):
            continue
        for sentence in split_sentences(turn.text, tuple(found)):
            first, behind = (bisect_left(dated, at, key=_start) for at in (sentence.start, sentence.end))
            if first < behind:
                phrases = _phrases(sentence, dated[first:behind])
                datings += [_dating(document, turn, sentence, phrase) for phrase in phrases if _is_absolute(phrase)]
    return datings


def _start(quantity: Quantity) -> int:
    return quantity.start


def _phrases(sentence: Sentence, quantities: Sequence[Quantity]) -> list[TimePhrase]:
    """The time phrases of a sentence, with the years, decades and centuries that no phrase holds."""
    phrases = find_periods(sentence.text, None)
    for quantity in quantities:
        at, end = quantity.start - sentence.start, quantity.end - sentence.start
        if at >= 0 and end <= len(sentence.text) and not any(p.start < end and at < p.end for p in phrases):
            years = _years_of(quantity, sentence.text[end:])
            if years is not None:
                first, last, behind = years
                text = sentence.text[at : end + behind].lower()
                period = Period(text, date(first, 1, 1), date(last, 12, 31))
                phrases.append(TimePhrase(period, at, end + behind))
    return sorted(phrases, key=lambda phrase: phrase.start)


def _years_of(quantity: Quantity, rest: str) -> tuple[int, int, int] | None:
    """First and last year of "1887", "the 1930s" and "the 16th century", and what that adds to the figure."""
    value = int(quantity.low)
    if quantity.kind is Kind.YEAR and re.fullmatch(r"\d{4}", quantity.text):
        return value, value, 0
    if quantity.kind is Kind.YEAR and re.fullmatch(r"\d{3}0s", quantity.text):
        return value, value + 9, 0
    century = re.match(r"[ -]century\b", rest)
    if quantity.kind is Kind.ORDINAL and century and 0 < value <= _LAST_CENTURY:
        return 100 * value - 99, 100 * value, century.end()
    return None


def _is_absolute(phrase: TimePhrase) -> bool:
    """Whether a time needs no other to be known: "May 2016", "Q3" and "the third quarter", but not "last year"."""
    return phrase.period.is_resolved or bool(
        re.match(
            r"(?:(?:since |by |until |before |from )?(?:q\d|[a-z]+ quarter$|[a-z]+ \d|\d+ [a-z]+))", phrase.period.text
        )
    )


def _dating(document: Document, turn: Turn, sentence: Sentence, phrase: TimePhrase) -> Claim:
    lead = _LEADS.match(sentence.text[phrase.start : phrase.end])
    side = _SIDE.search(sentence.text[: phrase.start])
    at = side.start() if side else phrase.start + (lead.end() if lead else 0)
    text = sentence.text[at : phrase.end]
    quantity = _as_quantity(text, sentence.start + at, sentence.start + phrase.end, phrase)
    placed = place_claim(document, turn, sentence, quantity)
    return replace(placed, entities=names_in(sentence.text), period=phrase.period)


def _as_quantity(text: str, start: int, end: int, phrase: TimePhrase) -> Quantity:
    first = phrase.period.start
    value = Decimal(first.toordinal() if first is not None else 0)
    allowed = Interval.exactly(value)
    return Quantity(
        start, end, text, value, value, "", Bound.EXACT, Kind.DATE, "date", Decimal(1), Decimal(0), allowed, allowed
    )
