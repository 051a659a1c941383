"""A figure that is said again at once: "5,000 kilograms ... Five tons!", "42 kilometres, or 26 miles"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimcheck.links.aspect import Aspect
from claimcheck.links.corrections import is_taken_back
from claimcheck.links.lexicon import lexicon
from claimcheck.links.phrases import before, behind, between, is_usable, pattern, word_count
from claimcheck.links.rates import rates_of
from claimcheck.links.scale import pin_hedge
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound
from claimcheck.model.slip import Slip, slip_between

_FRAGMENT = 9
_MOST_WORDS = 8
# "Over five tons in one operation!" adds hardly a word to the sentence before it.
_MOST_NEW = 1
_SMALL = 10
_TELLING = 2
_MOVES_ON = frozenset({"another", "of them", "remaining", "each", "these", "total", "sum"})
_AGAIN = re.compile(
    r"\s*(?:of [a-z -]{1,30})?(?:long|wide|high|deep|tall|away)?"
    r"(?:,|\(|–|—|--|or|that is|i\.e\.|in other words|[\s])+"
    r"(?:about|over|around|some|nearly|almost|roughly|more than)?\s*"
)
_JOINS = re.compile(r"[,(–—]|--|\b(?:or|that is|i\.e\.|in other words)")
_MARVEL = r"\s+(?:[a-z0-9’'-]+\s+){0,5}(?:—|–|--|\(|,)\s*<marvels>\s*(?:,|:|—|–|--|\s)*"
_POINTS = re.compile(r"\b(?:the|that|this)\s+$")
_REACH = 2
_NOT = re.compile(r"^\W*not\s+$")
_BUT = re.compile(r"\s*(?:,|;|—|–|--)\s*(?:but\s+)?")


def link_restated(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The pairs of figures of which the second says the first again: in another unit, or in a short sentence."""
    for index in range(1, len(turn)):
        again = turn[index]
        if not is_usable(again) or "of them" in again.claim.signals or rates_of(turn[index - 1], again):
            continue
        if is_taken_back(turn[index - 1], again):
            continue
        first = _said_before(turn, index)
        if (insisted := _insisted_on(turn, index)) is not None:
            yield _link((insisted.claim, again.claim), "the figure is insisted on")
        elif _wonders_at(turn[index - 1], again):
            yield _link((turn[index - 1].claim, again.claim), "the figure is said again in wonder")
        elif (named := _named_before(turn, index)) is not None:
            yield _link((named.claim, again.claim), '"the" points back to the figure')
        elif first and _calls_out(first, again):
            yield _link(_pinned(first.claim, again.claim), "a short sentence says the figure again")
        elif first and _echoes(first, again):
            yield _link((first.claim, again.claim), "a short sentence says the figure again")
        elif _converts(turn[index - 1], again):
            claims = _pinned(turn[index - 1].claim, again.claim)
            yield _link(claims, "the figure is given again in another unit")


def _named_before(turn: Sequence[Aspect], index: int) -> Aspect | None:
    """The figure that "the" points back to, with the same digits: "$2.4 billion in aid. And the $2.4 trillion ..."."""
    again = turn[index]
    if not _POINTS.search(before(again.claim)) or again.dimension in ("percent", "time"):
        return None
    if any(
        one.dimension == again.dimension and one.claim.quantity.size == again.claim.quantity.size
        for one in turn[:index]
    ):
        return None  # it points back to that one
    for first in reversed(turn[:index]):
        if again.claim.sentence_index - first.claim.sentence_index > _REACH:
            return None
        if first.dimension == again.dimension:
            slip, digits = slip_between(first.claim.quantity, again.claim.quantity)
            sure = slip is Slip.SCALE and digits >= _TELLING and is_usable(first)
            return first if sure and (again.dimension != "count" or first.heads & again.heads) else None
    return None


def _converts(first: Aspect, again: Aspect) -> bool:
    """Whether a figure stands beside itself in another unit: "42 kilometres, or 26 miles"."""
    if first.claim.where != again.claim.where or not _have_units(first, again) or not is_usable(first):
        return False
    gap = between(first.claim, again.claim)
    return bool(_AGAIN.fullmatch(gap) and _JOINS.search(gap))


def part_echoes(aspects: Sequence[Aspect]) -> list[Aspect]:
    """The aspects, none of them beside its own echo: that figure is no other one of its sentence."""
    found = list(aspects)
    for index in range(1, len(found)):
        if _wonders_at(found[index - 1], found[index]):
            pair = found[index - 1 : index + 1]
            own = {(one.dimension, one.claim.quantity.size) for one in pair}
            found[index - 1 : index + 1] = [replace(one, beside=one.beside - own) for one in pair]
    return found


def _wonders_at(first: Aspect, again: Aspect) -> bool:
    """Whether the speaker stops at a figure and repeats it: "9.4 million masks — think of that: 9.4 million —"."""
    if first.claim.where != again.claim.where or first.dimension != again.dimension or not is_usable(first):
        return False
    closes = re.match(r"\s*(?:[—–!.]|--|$)", behind(again.claim))
    return bool(closes and pattern(_MARVEL).fullmatch(between(first.claim, again.claim)))


def _said_before(turn: Sequence[Aspect], index: int) -> Aspect | None:
    """The figure of the sentence before that a short sentence may say again.

    It is the last one there; or the only one of its kind, when it looks like the same figure: "$6.2 billion,
    for 3.1 and 3.1 were voted. That is $6.2 trillion".
    """
    again = turn[index]
    previous = [
        one
        for one in turn[:index]
        if again.claim.sentence_index - one.claim.sentence_index == 1 and one.dimension == again.dimension
    ]
    if not previous or turn[index - 1].claim.sentence_index == again.claim.sentence_index:
        return None
    first = previous[-1]
    alone = len(previous) == 1 and slip_between(first.claim.quantity, again.claim.quantity)[0] is Slip.SCALE
    return first if is_usable(first) and (first is turn[index - 1] or alone) else None


def _may_echo(first: Aspect, again: Aspect) -> bool:
    if again.claim.event or again.dimension in ("percent", "time"):
        return False
    return not first.claim.sentence.rstrip().endswith(";")


def _calls_out(first: Aspect, again: Aspect) -> bool:
    """Whether a short sentence gives the figure in another unit, or calls it out: "Five tons!"."""
    if not _may_echo(first, again) or word_count(again.claim.sentence) > _FRAGMENT:
        return False
    measured = again.dimension not in ("count", "")
    return _have_units(first, again) or (measured and _exclaims(first.claim, again.claim))


def _echoes(first: Aspect, again: Aspect) -> bool:
    """Whether a sentence of few words does no more than say the figure again, and begins with it."""
    claim = again.claim
    if not _may_echo(first, again):
        return False
    if again.beside or first.claim.modality is not claim.modality or claim.signals & _MOVES_ON:
        return False
    if Role.CHANGE in (first.claim.role, claim.role) or _has_time_of_its_own(first.claim, claim):
        return False
    slip, digits = slip_between(first.claim.quantity, claim.quantity)
    if slip is Slip.SCALE and digits < _TELLING:
        return False  # "The price is $30 a share. So it's about $30 million."
    new = again.zones.every - first.zones.every
    short = (
        word_count(claim.sentence) <= _MOST_WORDS
        and len(new) <= _MOST_NEW
        and not again.zones.label - first.zones.every
    )
    return short and _opens(claim) and _names_it(first, again)


def _has_time_of_its_own(first: Claim, again: Claim) -> bool:
    """Whether the second is said of another time: "$45 million in the second quarter; $30 million in the first"."""
    return again.period is not None and again.period.stated and again.period != first.period


def _have_units(first: Aspect, again: Aspect) -> bool:
    """Whether both are of one dimension in two units, as kilograms and tons."""
    if first.dimension != again.dimension or first.dimension in ("count", "percent", "time", ""):
        return False
    return first.claim.quantity.unit != again.claim.quantity.unit


def _exclaims(first: Claim, again: Claim) -> bool:
    """Whether a sentence calls the figure out under the same hedge: "over 5 tons were seized. Over 5 tons!"."""
    opens = word_count(again.sentence[: again.at]) <= 2
    return opens and again.sentence.endswith("!") and first.quantity.hedge == again.quantity.hedge


def _opens(again: Claim) -> bool:
    """Whether nothing but "so", "that is" and the like stands before the figure: no new subject, no new verb."""
    words = re.findall(r"[a-z]+(?:[’'][a-z]+)?", again.sentence[: again.at].lower().replace("’", "'"))
    return set(words) <= _openers()


def _names_it(first: Aspect, again: Aspect) -> bool:
    """Whether both count one noun, and enough of it; a figure with a unit needs none."""
    if again.dimension != "count":
        return True
    enough = min(first.claim.quantity.low, again.claim.quantity.low) >= _SMALL
    return enough and bool(first.heads & again.heads) and "elided" not in first.claim.signals


def _insisted_on(turn: Sequence[Aspect], index: int) -> Aspect | None:
    """The figure that a speaker insists on: "It was $261 million, not $107 billion. Not $107 billion, $261 billion"."""
    if index < 3:
        return None
    first, denied, again_denied, again = turn[index - 3 : index + 1]
    if {one.dimension for one in (first, denied, again_denied)} != {again.dimension} or not is_usable(first):
        return None
    if not denied.claim.modality is again_denied.claim.modality is Modality.DENIED:
        return None
    if denied.claim.quantity.size != again_denied.claim.quantity.size or first.claim.where != denied.claim.where:
        return None
    told = _NOT.match(before(again_denied.claim)) and _BUT.fullmatch(between(again_denied.claim, again.claim))
    return first if told and again.claim.where == again_denied.claim.where else None


def _pinned(first: Claim, again: Claim) -> tuple[Claim, Claim]:
    """ "Over 5 ... over 5!" names one amount twice: each hedge reaches to the next step of its size only."""
    if all(claim.quantity.bound in (Bound.OVER, Bound.AT_LEAST) for claim in (first, again)):
        return pin_hedge(first), pin_hedge(again)
    return first, again


def _link(claims: tuple[Claim, Claim], reason: str) -> Link:
    return Link(LinkKind.RESTATES, claims, ("first", "second"), 1.0, (reason,))


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon().echo_openers)
