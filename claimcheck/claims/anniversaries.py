"""Anniversaries: "our 25th anniversary" counts years, and is no place in an order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claimcheck.claims.placed import place_claim
from claimcheck.claims.sentences import Sentence, split_sentences
from claimcheck.data_files import read_table
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Turn, TurnKind
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity


def extract_anniversaries(document: Document, quantities: Sequence[Sequence[Quantity]]) -> list[Claim]:
    """The anniversaries of a document as claims of the kind `ordinal`, in years: "the club's centenary" is 100.

    `quantities` are those of the document's turns.
    """
    found = []
    for turn, said in zip(document.turns, quantities, strict=True):
        if turn.kind in (TurnKind.SPEECH, TurnKind.PROSE) and _words().search(turn.text):
            for sentence in split_sentences(turn.text, tuple(said)):
                found += [_claim(document, turn, sentence, one) for one in _anniversaries_in(sentence, said)]
    return found


def _anniversaries_in(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    for quantity in quantities:
        if quantity.kind is Kind.ORDINAL and sentence.start <= quantity.start and quantity.end <= sentence.end:
            if _behind().match(sentence.text[quantity.end - sentence.start :]):
                yield replace(quantity, unit="year", dimension="time", strict=Interval.exactly(quantity.low))
    for name in _named().finditer(sentence.text):
        years, start = Decimal(read_names()[name[0]]), sentence.start + name.start()
        exact = Interval.exactly(years)
        yield Quantity(
            *(start, start + len(name[0]), name[0], years, years, "year", Bound.EXACT, Kind.ORDINAL, "time"),
            *(Decimal(1), Decimal(0), exact, exact),
        )


def _claim(document: Document, turn: Turn, sentence: Sentence, quantity: Quantity) -> Claim:
    return replace(place_claim(document, turn, sentence, quantity), measure=("anniversary",), unit="year")


@cache
def read_names() -> dict[str, int]:
    """The days that are named for the years they count: a centenary is a hundredth anniversary."""
    named: dict[str, int] = read_table("claimcheck.claims", "anniversaries.toml")["named"]
    return named


@cache
def _behind() -> re.Pattern[str]:
    nouns = "|".join(read_table("claimcheck.claims", "anniversaries.toml")["nouns"])
    return re.compile(rf"\s+(?:[a-z]+\s+)?(?:{nouns})\b")


@cache
def _named() -> re.Pattern[str]:
    """In small letters: "Centennial High School" keeps no centennial."""
    return re.compile(rf"\b(?:{'|'.join(read_names())})\b")


@cache
def _words() -> re.Pattern[str]:
    nouns = read_table("claimcheck.claims", "anniversaries.toml")["nouns"]
    return re.compile(rf"\b(?:{'|'.join((*nouns, *read_names()))})\b")
