"""Anniversaries and the years they count: "our 25th anniversary this year; we were founded in 1998"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.links.phrases import pattern
from claimcheck.model.claim import Claim
from claimcheck.model.link import Given, Link, LinkKind
from claimcheck.model.quantity import Kind

_YEAR = r"((?:1[5-9]|20)\d\d)"
_IN = rf"(?:in|since|back in|of)\s+(?:[a-z]+\s+)?(?:\d{{1,2}},?\s+)?{_YEAR}\b"
_FOUNDED = rf"\b<founded>(?:\s+[a-z]+){{0,3}}?\s+{_IN}"
# The sentence beside must go on about the same one: "We were founded", "The club opened".
_GOES_ON = (
    r"^\W*(?:and\s+|but\s+|as\s+|because\s+)?(?:we|it|they|she|he|i|(?:the|our|its)\s+[a-z]+)\s+"
    r"(?:(?:was|were|is|has been|have been|[a-z]+ly|first)\s+)*"
)
_OF = re.compile(r"^\s+(?:[a-z]+\s+){0,3}?of\s+(?:(?:the|its|our|his|her|their|my)\s+)?([a-z]+)")
_NEXT_YEAR, _LAST_YEAR = re.compile(r"\bnext year\b"), re.compile(r"\blast year\b")
_UNREAL = re.compile(r"\b(?:would|could|might|if|until|before|after)\b")


def link_anniversaries(dates: Sequence[Claim]) -> Iterator[Link]:
    """The anniversaries that stand beside the year of the beginning, in their own sentence or the next."""
    by_turn: dict[tuple[str, int], list[Claim]] = {}
    for claim in sorted(dates, key=lambda claim: (claim.document, claim.quantity.start)):
        by_turn.setdefault((claim.document, claim.turn), []).append(claim)
    for said in by_turn.values():
        for claim in said:
            if claim.quantity.kind is Kind.ORDINAL and claim.quantity.unit == "year" and not _is_of_another(claim):
                if (first := _beginning(claim, said)) and (last := _year_of(claim, first)) and first < last:
                    given = (Given("from", _number(first), first), Given("to", _number(last), last))
                    reason = "the year of the beginning stands beside it"
                    yield Link(LinkKind.TIME_OF, (claim,), ("length",), 1.0, (reason,), given=given)


def _is_of_another(claim: Claim) -> bool:
    """Whether it is an anniversary of something else than a beginning: "of the fire", "of his death"."""
    text = claim.sentence.lower()
    of = _OF.match(text[claim.at + len(claim.quantity.text) :])
    named = of is not None and pattern("^<beginnings>$").match(of[1]) is None
    return named or _UNREAL.search(text) is not None


def _beginning(claim: Claim, said: Sequence[Claim]) -> str:
    """The one year of a beginning that is named with it, "" where there is none, or more than one."""
    own = [one[1] for one in pattern(_FOUNDED).finditer(claim.sentence.lower())]
    if not own:
        beside = {
            one.sentence.lower()
            for one in said
            if one.quantity.kind is Kind.DATE and abs(one.sentence_index - claim.sentence_index) == 1
        }
        own = [found[1] for text in sorted(beside) if (found := pattern(_GOES_ON + _FOUNDED).match(text))]
    return own[0] if len(set(own)) == 1 else ""


def _year_of(claim: Claim, first: str) -> str:
    """The year it is kept in: the one other year of its sentence, or what "this year" is on the day of speaking."""
    text = claim.sentence.lower()
    years = set(re.findall(rf"\b{_YEAR}\b", text)) - {first}
    if len(years) == 1:
        return str(years.pop())
    if years or claim.day is None:
        return ""
    if _NEXT_YEAR.search(text) or _LAST_YEAR.search(text):
        return str(claim.day.year + (1 if _NEXT_YEAR.search(text) else -1))
    return str(claim.day.year) if pattern(r"\b<keeping>\b").search(text) else ""


def _number(year: str) -> Decimal:
    return Decimal(year)
