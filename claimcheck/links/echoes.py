"""A figure that the next short sentence says again: "31,878 tests were reported. So almost 32,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.conflict import COMPARABLE
from claimcheck.links.lexicon import lexicon
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind

_MOST_WORDS = 8
# "Over five tons in one operation!" adds hardly a word to the sentence before it.
_MOST_NEW = 1
_SMALL = 10
_MOVES_ON = frozenset({"another", "of them", "remaining", "each", "these", "sum"})


def link_echoes(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Links from a figure to the short sentence right after it that opens with a like figure and says little else."""
    for before, again in pairwise(turn):
        if again.claim.sentence_index - before.claim.sentence_index != 1 or again.beside:
            continue
        if before.dimension != again.dimension or before.dimension in ("percent", "time"):
            continue
        claims = (before.claim, again.claim)
        if any(claim.modality not in COMPARABLE or claim.quantity.vague for claim in claims):
            continue
        if claims[0].modality is not claims[1].modality:
            continue
        if any(claim.role is Role.CHANGE for claim in claims) or again.claim.event or again.claim.signals & _MOVES_ON:
            continue
        if again.claim.period is not None and again.claim.period.stated and again.claim.period != before.claim.period:
            continue
        if _is_short(before, again) and _opens(again) and _names_it(before, again):
            reason = "a short sentence says the figure again"
            yield Link(LinkKind.RESTATES, claims, ("first", "second"), 1.0, (reason,))


def _is_short(before: Aspect, again: Aspect) -> bool:
    new = again.zones.every - before.zones.every
    short = len(again.claim.sentence.split()) <= _MOST_WORDS and len(new) <= _MOST_NEW
    return short and not again.zones.label - before.zones.every


def _opens(again: Aspect) -> bool:
    """Whether nothing but "so", "that is" and the like stands before the figure: no new subject, no new verb."""
    words = re.findall(r"[a-z]+(?:[’'][a-z]+)?", again.claim.sentence[: again.claim.at].lower().replace("’", "'"))
    return set(words) <= _openers()


def _names_it(before: Aspect, again: Aspect) -> bool:
    """Whether both count one noun, and enough of it; a figure with a unit needs none."""
    if again.dimension != "count":
        return True
    enough = min(before.claim.quantity.low, again.claim.quantity.low) >= _SMALL
    return enough and bool(before.heads & again.heads) and "elided" not in before.claim.signals


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon().echo_openers)
