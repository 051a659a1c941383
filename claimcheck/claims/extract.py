"""From a document's quantities to its claims: one call a document, nothing shared between documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.claims.counted import counted_noun, leaves_noun_out
from claimcheck.claims.grammar import subject_of
from claimcheck.claims.holders import holder_words
from claimcheck.claims.manner import modality_of, role_of
from claimcheck.claims.marks import is_out_of
from claimcheck.claims.measure import Measured, find_measured, noun_words
from claimcheck.claims.names import names_in, names_near
from claimcheck.claims.parse import Parse, parse_sentences
from claimcheck.claims.period import TimePhrase, find_periods
from claimcheck.claims.reported import find_reported
from claimcheck.claims.sentences import Sentence, split_sentences
from claimcheck.claims.signals import signals_of
from claimcheck.claims.trend import trend_of
from claimcheck.claims.when import is_carried, is_compared, period_of
from claimcheck.claims.words import words
from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Document, Turn, TurnKind
from claimcheck.model.quantity import Kind, Quantity

_CONTEXT_SENTENCES = 3
# So many sentences on, what was said of the time is forgotten.
_CARRIED = 8
# A line of a table is not a sentence: dot leaders, or hardly a word among the figures.
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|_{3,}|-{5,}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with figures, before and after parsing."""

    turn: Turn
    sentence: Sentence
    quantities: tuple[Quantity, ...]
    context: tuple[str, ...]


def extract_claims(document: Document, quantities: Sequence[Sequence[Quantity]]) -> list[Claim]:
    """The claims of a document.

    `quantities` holds, for each turn of the document, the quantities found in its text (offsets in the turn's
    text). "In the raid 4,000 knives were found and 500 weapons confiscated" gives
    two claims with their own nouns and verbs. Turns that are headings or metadata have no claims.
    """
    pieces = [
        piece
        for turn, found in zip(document.turns, quantities, strict=True)
        if turn.kind in (TurnKind.SPEECH, TurnKind.PROSE)
        for piece in _pieces(turn, tuple(found))
    ]
    day, quarter = document.day(), find_reported(document)
    parses = parse_sentences((piece.sentence.text, piece.quantities) for piece in pieces)
    claims: list[Claim] = []
    memory = _Memory()
    for piece, parse in zip(pieces, parses, strict=True):
        if memory.turn != piece.turn.index:
            memory = _Memory(piece.turn.index)
        phrases = find_periods(piece.sentence.text, day, quarter)
        before = memory
        for quantity, index in parse.figures:
            if quantity.is_measurement and not is_out_of(piece.sentence.text, quantity):
                claim, memory = _claim(document, piece, parse, index, quantity, phrases, memory, before)
                claims.append(claim)
    return claims


@dataclass(frozen=True, slots=True)
class _Memory:
    """What a turn has spoken of so far: the noun last counted or measured, and the period."""

    turn: int = -1
    measure: tuple[str, ...] = ()
    counted: str = ""
    counting: bool = False
    sentence: int = -1
    at: int = -1
    heads: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    period: Period | None = None
    period_at: int = -1


def _pieces(turn: Turn, quantities: tuple[Quantity, ...]) -> list[_Piece]:
    if not quantities:
        return []
    pieces = []
    recent: list[tuple[str, ...]] = []
    starts = [quantity.start for quantity in quantities]
    for sentence in split_sentences(turn.text, quantities):
        own = tuple(
            quantity.moved(-sentence.start)
            for quantity in quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if quantity.end <= sentence.end
        )
        if any(quantity.is_measurement for quantity in own) and not _is_table(sentence.text):
            context = tuple(dict.fromkeys(name for names in recent[-_CONTEXT_SENTENCES:] for name in names))
            pieces.append(_Piece(turn, sentence, own, context))
        recent.append(names_in(sentence.text))
    return pieces


def _is_table(text: str) -> bool:
    """Whether a "sentence" is a row of a table that was flattened into the text."""
    if _LEADERS.search(text):
        return True
    pieces = text.split()
    return len(pieces) > 5 and sum(any(c.isdigit() for c in piece) for piece in pieces) > len(pieces) / 2


def _claim(
    document: Document,
    piece: _Piece,
    parse: Parse,
    index: int,
    quantity: Quantity,
    phrases: list[TimePhrase],
    memory: _Memory,
    before: _Memory,
) -> tuple[Claim, _Memory]:
    measured = find_measured(parse, index, quantity)
    trend = trend_of(parse, index, quantity)
    signals = signals_of(parse, quantity, measured)
    counted = counted_noun(parse, index, quantity)
    if not counted and quantity.kind is Kind.COUNT and memory.sentence == piece.sentence.index:
        # "460 vans were stolen, compared with 63 a year before"
        counted = memory.counted if leaves_noun_out(parse, index, signals) else ""
    held = holder_words(parse, quantity, measured)
    names = names_near(parse, index, measured.noun, held)
    # In "it has 600 staff and grew by 5%", "it" is nothing that was said after it.
    pronoun = parse.tokens[measured.pronoun].start if measured.pronoun is not None else quantity.start
    meant = before if memory.sentence == piece.sentence.index and pronoun < memory.at else memory
    own_words, counted, entities = _with_memory(measured, counted, quantity, names, meant)
    holders = tuple(word for word in held if word not in own_words)
    recent = piece.sentence.index - memory.period_at <= _CARRIED
    period = period_of(piece.sentence.text, quantity, phrases, memory.period if recent else None)
    subject = subject_of(parse, measured.verb) if measured.verb is not None else None
    subject_words: tuple[str, ...] = ()
    said = subject is not None and subject.pos != "PRON" and subject.index not in parse.inside
    if said and subject is not None and subject.index != measured.noun:
        subject_words = noun_words(parse, subject.index)
    start, end = piece.turn.in_file(piece.sentence.start + quantity.start, piece.sentence.start + quantity.end)
    line, column = document.locate(start)
    event = parse.tokens[measured.verb].lemma if measured.verb is not None else ""
    claim = Claim(
        id=f"{document.name}:{start}",
        quantity=replace(quantity, start=start, end=end),
        measure=own_words + holders,
        unit=quantity.unit or counted,
        document=document.name,
        file=document.file,
        line=line,
        column=column,
        turn=piece.turn.index,
        sentence=piece.sentence.text,
        sentence_index=piece.sentence.index,
        at=quantity.start,
        speaker=piece.turn.speaker,
        event="" if event in words().light_verbs | {"be"} else event,
        subject=subject_words,
        entities=entities,
        context_entities=piece.context,
        scope=meant.scope if measured.pointing else _scope(parse, measured),
        period=period,
        role=role_of(parse, index, quantity, measured, trend),
        modality=modality_of(parse, index, quantity, measured),
        trend=trend,
        signals=signals,
        counted=counted,
        heads=measured.heads or (meant.heads if own_words == meant.measure else ()),
        holders=holders,
        day=document.day(),
        month_day=document.month_day(),
    )
    carries = period is not None and period.stated and period.kind == "during" and period.text != period.per
    # The time of a base is not the turn's.
    carries = carries and "from" not in signals and not is_compared(piece.sentence.text, quantity)
    carries = carries and period is not None and is_carried(period)
    stated = replace(period, per="") if carries and period is not None else memory.period
    return claim, _Memory(
        turn=piece.turn.index,
        measure=own_words,
        counted=counted,
        counting=quantity.kind is Kind.COUNT and bool(own_words),
        sentence=piece.sentence.index,
        at=quantity.start,
        heads=claim.heads,
        scope=claim.scope,
        entities=entities,
        period=stated,
        period_at=piece.sentence.index if carries else memory.period_at,
    )


def _with_memory(
    measured: Measured, counted: str, quantity: Quantity, entities: tuple[str, ...], memory: _Memory
) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The measure, filled from what was counted just before when a pronoun or nothing stands for it."""
    if measured.pointing and memory.measure:
        return memory.measure, memory.counted if quantity.unit == "" else "", entities or memory.entities
    if measured.elided and quantity.kind is Kind.COUNT and memory.counting:
        return memory.measure, memory.counted, entities
    return measured.words, counted, entities


def _scope(parse: Parse, measured: Measured) -> tuple[str, ...]:
    """The words in the measured phrase that widen it to a group: "trade between our countries"."""
    if measured.noun is None:
        return ()
    noun = measured.noun
    governor = parse.governor(noun)
    # "trade turnover between our countries": the group stands with the noun above the measured one.
    if governor is not None and parse.tokens[noun].dep in ("compound", "conj"):
        noun = governor.index
    found = [token.lemma for token in parse.subtree(noun) if token.lemma in words().group_words or token.lemma == "we"]
    return tuple(dict.fromkeys(found))
