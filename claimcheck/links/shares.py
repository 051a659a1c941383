"""Shares that split one whole: "56% of them were women, and 44% men"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.lexicon import lexicon
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_WORD = re.compile(r"[a-z-]+")
_NEAR = 1
_LIST = 3
_WHOLE = 100
_OWN_WHOLE = re.compile(r"\s+of\s")
_SPLIT = re.compile(r"\b(?:split|divided|breaks? down|broke down|breakdown|made up of|consists? of|composition)\b")
_SEVERAL_ANSWERS = re.compile(r"\b(?:also|each|both|respectively|probability|chance|margin|growth|growing)\b")


def link_shares(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Pairs of percentages whose words are complements: positive and negative, men and women, owned and leased."""
    shares = [
        aspect
        for aspect in turn
        if aspect.claim.quantity.kind is Kind.PERCENT
        and aspect.claim.role is not Role.CHANGE
        and aspect.claim.modality in COMPARABLE
        and not aspect.claim.trend
    ]
    listed = [link for _, sentence in groupby(shares, _sentence_of) for link in _list(list(sentence))]
    yield from listed
    if listed:
        return
    for left, right in pairwise(shares):
        if right.claim.sentence_index - left.claim.sentence_index > _NEAR:
            continue
        pair = _complement(_own_words(left, shares), _own_words(right, shares))
        if pair:
            yield Link(
                LinkKind.SHARES_OF,
                (left.claim, right.claim),
                ("share", "share"),
                1.0,
                (f"{pair[0]} and {pair[1]} split a whole",),
            )


def _sentence_of(share: Aspect) -> int:
    return share.claim.sentence_index


def _list(shares: Sequence[Aspect]) -> Iterator[Link]:
    """ "54% came from the north, 29% from the south and 23% from abroad": three or more shares of one whole.

    Only the first may say of what it is a share. Such a list is complete when it says so ("was split") or
    when it reaches a hundred: one that stays below may leave something out.
    """
    if len(shares) < _LIST or any(_OWN_WHOLE.match(_behind(share)) for share in shares[1:]):
        return
    if any(share.claim.signals or not _has_label(share) for share in shares):
        return
    text = shares[0].claim.sentence.lower()
    if _SEVERAL_ANSWERS.search(text):
        return
    if sum(share.claim.quantity.high for share in shares) < _WHOLE and not _SPLIT.search(text):
        return
    claims = tuple(share.claim for share in shares)
    yield Link(LinkKind.SHARES_OF, claims, ("share",) * len(claims), 1.0, ("one sentence lists the shares of a whole",))


def _has_label(share: Aspect) -> bool:
    """Whether a word says whose share it is: "29% in the south", "the south 29%", but not "43%, 45%"."""
    before = re.search(r"([A-Za-z]+)\s+(?:about |around |roughly )?$", share.claim.sentence[: share.claim.at])
    named = before is not None and before[1].lower() not in ("now", "then", "to", "from", "and", "or", "of", "at")
    return bool(re.match(r"\s+[a-z]", _behind(share))) or named


def _behind(share: Aspect) -> str:
    return share.claim.sentence[share.claim.at + len(share.claim.quantity.text) :].lower()


def _own_words(share: Aspect, shares: Sequence[Aspect]) -> set[str]:
    """The words of a share's own stretch of the sentence, up to the next share."""
    claim = share.claim
    ends = [s.claim.at for s in shares if s.claim.sentence_index == claim.sentence_index and s.claim.at > claim.at]
    text = claim.sentence[claim.at : min(ends, default=len(claim.sentence))].lower()
    return {
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in _WORD.findall(text.replace("women", "woman").replace("men", "man"))
    }


def _complement(left: set[str], right: set[str]) -> tuple[str, str] | None:
    for pair in sorted(tuple(sorted(pair)) for pair in lexicon().complements):
        one, two = pair
        if one in left and two in right and one not in right and two not in left:
            return one, two
        if two in left and one in right and two not in right and one not in left:
            return two, one
    return None
