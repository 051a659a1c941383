"""Numbered lists that go on over sentences: "We have four priorities. First, schools. Second, roads. Third, ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claimcheck.claims.placed import place_claim
from claimcheck.claims.sentences import Sentence, split_sentences
from claimcheck.data_files import read_table
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Turn, TurnKind
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity

_FEWEST, _MOST = 2, 7
# What is announced ends its sentence: "there are three reasons for that."
_ANNOUNCED = re.compile(r"^(?:\s+[a-z’'-]+){1,7}\s*[.:!]?$")
# The last item, and a sentence on it.
_LEFT = 2
_ENDS = re.compile(r"(?<!\.\.)[.!?][\"”’')]*$")


def extract_enumerations(document: Document, quantities: Sequence[Sequence[Quantity]]) -> list[Claim]:
    """The numbered lists that follow an announced number and surely have ended, as claims of the kind `ordinal`.

    Each stands where the number that announces it does, has the id of that claim, and its value is how many items
    were listed; `measure` holds the words that opened them.
    """
    found = []
    for turn, said in zip(document.turns, quantities, strict=True):
        counts = [one for one in said if _is_small_count(one)]
        if not counts or turn.kind not in (TurnKind.SPEECH, TurnKind.PROSE) or not _may_begin().search(turn.text):
            continue
        sentences = split_sentences(turn.text, tuple(said))
        for at, sentence in enumerate(sentences[:-1]):
            for count in counts:
                if sentence.start <= count.start and count.end <= sentence.end and _announces(sentence, count):
                    if openers := _listed(sentences[at + 1 :]):
                        found.append(_claim(document, turn, sentence, count, openers))
    return found


def _is_small_count(quantity: Quantity) -> bool:
    """Whether a figure may announce a list: "four", but not "a couple" and not "maybe two"."""
    firm = quantity.kind is Kind.COUNT and quantity.bound is Bound.EXACT and not quantity.vague
    return firm and _FEWEST <= quantity.low <= _MOST and not quantity.is_range and " " not in quantity.text


def _announces(sentence: Sentence, count: Quantity) -> bool:
    lead = re.findall(r"[a-z’']+", sentence.text[: count.start - sentence.start].lower())
    tail = sentence.text[count.end - sentence.start :]
    return bool(_ANNOUNCED.match(tail)) and bool(lexicon().announcing & set(lead[-4:]))


def _listed(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """The words that open the items of a list, or () where it does not begin at once or may go on."""
    found: list[str] = []
    ended = False
    last = 0
    for at, sentence in enumerate(sentences):
        text = sentence.text.lower()
        opener = _opener(len(found)).match(text)
        if opener is None and found:
            opener = _last().match(text)
            ended = ended or opener is not None
        if opener is not None:
            found.append(opener[1])
            last = at
        elif not found:
            return ()
        elif _closing().match(text):
            ended = True
            break
        elif _more().search(text):
            return ()
        if len(found) > _MOST or (opener is not None and ended):
            break
    rest = sentences[last + 1 :]
    if any(_further(len(found)).search(one.text.lower()) for one in rest):
        return ()
    if not _ENDS.search(sentences[-1].text.rstrip()):
        return ()  # broken off
    # "Two questions. One, who pays? And when?" numbers the first only.
    return tuple(found) if len(found) >= _FEWEST and (ended or len(rest) < _LEFT) else ()


def _claim(document: Document, turn: Turn, sentence: Sentence, count: Quantity, openers: tuple[str, ...]) -> Claim:
    number = Decimal(len(openers))
    exact = Interval.exactly(number)
    quantity = replace(count, kind=Kind.ORDINAL, low=number, high=number, strict=exact, plain=exact)
    return replace(place_claim(document, turn, sentence, quantity), measure=openers)


@dataclass(frozen=True, slots=True)
class Openers:
    """The rows of `data/enumerations.toml`."""

    openers: tuple[tuple[str, ...], ...]
    last: tuple[str, ...]
    more: tuple[str, ...]
    closing: tuple[str, ...]
    announcing: frozenset[str]


@cache
def lexicon() -> Openers:
    """The words, read on first use."""
    table = read_table("claimcheck.claims", "enumerations.toml")
    rows = tuple(tuple(row) for row in table["openers"])
    return Openers(
        rows, tuple(table["last"]), tuple(table["more"]), tuple(table["closing"]), frozenset(table["announcing"])
    )


@cache
def _opener(number: int) -> re.Pattern[str]:
    """What opens the item of a number, counted from 0: "Second, the roads", "And then second"."""
    rows = lexicon().openers
    words = rows[number] if number < len(rows) else ("(?!)",)
    return re.compile(rf"\W*(?:and\s+)?(?:then\s+)?({_either(words)})\b")


@cache
def _further(number: int) -> re.Pattern[str]:
    """Anything that may number a further item, wherever it stands: "the third", "my final point"."""
    words = [word for row in lexicon().openers[number:] for word in row]
    return re.compile(rf"\b(?:{_either([*words, *lexicon().last])})\b")


@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:and\s+)?(?:the\s+|my\s+|our\s+)?({_either(lexicon().last)})\b")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(lexicon().more)})\b")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_either(lexicon().closing)})\b")


@cache
def _may_begin() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.:!?]\s+)(?:{_either(lexicon().openers[0])})\b", re.IGNORECASE)


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
