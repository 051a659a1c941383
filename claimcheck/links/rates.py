"""One rate given for two lengths of time: "$4 million a month, or $48 million a year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.phrases import before, behind, between, hedge_doubts, is_usable, pattern, word_count
from claimcheck.model.claim import Claim, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

TIMES = ("day", "week", "month", "quarter", "year")
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.RATE})
_UNITS = "|".join(TIMES)
_PER = rf"^(?:\s+[a-z’'-]+){{0,4}}?\s+<each_time>\s+({_UNITS})\b"
_IN_TEXT = rf"\b(?:<each_time>\s+)?({_UNITS})$"
_ADVERB = r"^(?:\s+[a-z’'-]+){0,2}?\s+([a-z]+ly)\b"
_LEADS = r"(?:(?:<leads>|up to)\s*)*"
_SAME = (
    r"\s*(?:[a-z’'-]+\s+){0,4}?[a-z’'-]*\s*(?:,|\(|—|–|--|;)?\s*(?:<said_again>|<results>|<amounts_to>)\s*,?\s*"
    rf"{_LEADS}"
)
_NEXT = (
    r"^\W*(?:and\s+|so\s+)?(?:that|this|it|which)(?:[’']s|\s+(?:is|<results>|<amounts_to>))\s+"
    rf"{_LEADS}$"
)
_LONGEST = 8


def link_rates(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The pairs of figures side by side of which the second gives the first for another length of time."""
    for at in range(1, len(turn)):
        if (pair := rates_of(turn[at - 1], turn[at])) is not None:
            yield Link(
                LinkKind.RATE_OF,
                pair,
                ("rate", "converted"),
                1.0,
                ("one rate, for two lengths of time",),
                hedge_doubts(pair),
            )


def rates_of(first: Aspect, again: Aspect) -> tuple[Claim, Claim] | None:
    """Two figures that say one rate for two lengths of time, each with the words that say for which."""
    if not is_usable(first) or not is_usable(again) or Role.CHANGE in (first.claim.role, again.claim.role):
        return None
    if first.claim.quantity.kind not in _KINDS or again.claim.quantity.kind not in _KINDS:
        return None
    one, other = _with_time(first.claim), _with_time(again.claim)
    if one is None or other is None or one.period is None or other.period is None:
        return None
    if one.period.per == other.period.per or one.quantity.numerator != other.quantity.numerator:
        return None
    if not _count_alike(first, again):
        return None
    if one.where == other.where:
        return (one, other) if pattern(_SAME).fullmatch(between(one, other)) else None
    follows = other.sentence_index - one.sentence_index == 1 and other.turn == one.turn
    opens = pattern(_NEXT).match(before(other)) and word_count(before(other)) <= _LONGEST
    return (one, other) if follows and opens else None


def _with_time(claim: Claim) -> Claim | None:
    """A figure with its length of time: "35 masks" as "35 masks a month"; None where there is none beside it."""
    if claim.period is None or claim.quantity.is_range:
        return None
    text, tail = claim.quantity.text, behind(claim)
    if found := pattern(_IN_TEXT).search(text.lower()):
        return replace(claim, period=replace(claim.period, per=found[1]))
    adverbs = lexicon().time_adverbs
    found = pattern(_PER).match(tail) or pattern(_ADVERB).match(tail)
    if found is None or found[1] not in {*TIMES, *adverbs}:
        return None
    end = claim.at + len(text) + found.end()
    longer = claim.sentence[claim.at : end]
    quantity = replace(claim.quantity, text=longer, end=claim.quantity.start + len(longer))
    return replace(claim, quantity=quantity, period=replace(claim.period, per=adverbs.get(found[1], found[1])))


def _count_alike(first: Aspect, again: Aspect) -> bool:
    """Whether both count one thing, where the second names one at all."""
    if first.claim.quantity.kind is not Kind.COUNT or again.claim.quantity.kind is Kind.RATE:
        return True
    return not again.heads or bool(again.heads & first.heads) or bool({"pointing", "elided"} & again.claim.signals)
