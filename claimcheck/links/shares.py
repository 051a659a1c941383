"""Shares that split one whole: "56% of them were women, and 44% men"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.phrases import before, behind, between, is_usable, pattern, word_count
from claimcheck.links.stretch import stretch_of
from claimcheck.links.words import singular
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Kind

_WORD = re.compile(r"[a-z-]+")
# In "56% are women, 16% of them ill; 44% men" one share of a share stands between the two.
_BETWEEN = 1
_LIST = 3
_LONGEST = 14
_WHOLE = 100
# A list with no word of being whole is taken for one when it comes near a hundred.
_CLOSE = 125
# Percentages that miss a hundred by more than any slip are no shares of a whole: "of the 7.5%, 6.75% and 5% notes".
_LEAST, _MOST = 60, 160
_OWN_WHOLE = re.compile(r"^\s+of\s+(?!total|all|them|the total|our total)")
_MEANS = re.compile(
    r"^\W*(?:so|and|which|that|this|it)?\s*"
    r"(?:that means|means|meaning|leaving|which leaves|the other|the remaining|so)\b"
)
_NOT = re.compile(r"\b(?:not|n[’']t|negative|without|no|never|none|neither|free of)\b|n[’']t\b")


def link_shares(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The percentages of a turn that its words make the shares of one whole.

    Lists of three and more, pairs of complements (women and men, owned and leased), and what is left over
    ("14% were ill. That means 86% were not").
    """
    percentages = [
        aspect
        for aspect in turn
        if aspect.claim.quantity.kind is Kind.PERCENT
        and aspect.claim.role is not Role.CHANGE
        and not aspect.claim.trend
        and not aspect.claim.quantity.is_range
    ]
    shares = [aspect for aspect in percentages if is_usable(aspect)]
    wholes = [found for found in _lists(shares) if _is_whole(found)]
    yield from (_shares_of(found, "one list gives the shares of a whole") for found in wholes)
    paired = {aspect.claim.id for found in wholes for aspect in found}
    for at, left in enumerate(shares):
        for right in shares[at + 1 : at + 2 + _BETWEEN]:
            if {left.claim.id, right.claim.id} & paired:
                continue
            pair = _complement(_own_words(left, shares), _own_words(right, shares))
            if pair and _are_near(left.claim, right.claim):
                paired |= {left.claim.id, right.claim.id}
                yield _shares_of((left, right), f"{pair[0]} and {pair[1]} split a whole")
                break
    yield from (
        _shares_of(pair, "the second is what the first leaves") for pair in pairwise(percentages) if _leaves(*pair)
    )


def _are_near(left: Claim, right: Claim) -> bool:
    """Whether a pair stands together; in two sentences it may leave a third share out, but not make over a hundred."""
    distance = right.sentence_index - left.sentence_index
    return distance == 0 or (distance == 1 and left.quantity.high + right.quantity.high >= _WHOLE)


def _shares_of(shares: Sequence[Aspect], reason: str) -> Link:
    claims = tuple(share.claim for share in shares)
    hedged = [claim.quantity.text for claim in claims if claim.quantity.bound is Bound.ABOUT]
    doubts = (f"the figure {hedged[0]} is hedged",) if hedged else ()
    return Link(LinkKind.SHARES_OF, claims, ("share",) * len(claims), 1.0, (reason,), doubts)


def _lists(shares: Sequence[Aspect]) -> Iterator[list[Aspect]]:
    """Runs of shares that are joined as a list: "54% came from the north, 29% from the south and 23% from abroad"."""
    run: list[Aspect] = []
    for share in shares:
        if run and _joined(run[-1], share):
            run.append(share)
            continue
        if len(run) >= _LIST:
            yield run
        run = [share]
    if len(run) >= _LIST:
        yield run


def _joined(left: Aspect, right: Aspect) -> bool:
    distance = right.claim.sentence_index - left.claim.sentence_index
    gap = between(left.claim, right.claim)
    if distance > 1 or (distance == 1 and not left.claim.sentence.rstrip().endswith(";")):
        return False
    # "52% yes", "from the south 29%": each share has its name, before or behind.
    return (
        word_count(gap) <= _LONGEST
        and bool(re.search(r"[,;]|\band\b|\bplus\b", gap))
        and bool(_WORD.search(re.sub(r"\band\b", "", gap)))
    )


def _is_whole(shares: Sequence[Aspect]) -> bool:
    """Whether a list splits one whole: it says so, gives the rest, or comes near a hundred with like words."""
    first, last = shares[0].claim, shares[-1].claim
    total = sum(share.claim.quantity.high for share in shares)
    lead, tail = before(first), re.split(r"[.;]|, (?:and|but|which|with)\b", behind(last))[0]
    inner = " ".join(between(left.claim, right.claim) for left, right in pairwise(shares))
    if any(_OWN_WHOLE.match(behind(share.claim)) for share in shares[1:]):
        return False
    rest = pattern("<rest>").search(inner.rsplit(",", 1)[-1])
    told = pattern("<split>").search(f"{lead} {_until(behind(first))}") or rest
    answered = sum(
        bool(pattern("^\\W*(?:said |voted |were )?<answers>").match(behind(share.claim))) for share in shares
    )
    clause = re.split(r"[.;:]", lead)[-1]
    if told:
        return _LEAST <= total <= _MOST and not pattern("<several>").search(clause)
    if total < _WHOLE or total > _CLOSE:
        return False
    if answered >= len(shares) - 1:
        return True
    return _is_share(shares[0]) and not pattern("<several_answers>").search(f"{clause} {inner} {tail}")


def _is_share(share: Aspect) -> bool:
    """Whether a percentage is said to be part of something: "60% of revenue"."""
    return share.claim.role is Role.SHARE or bool(re.match(r"\s+(?:[a-z]+\s+)?of\b", behind(share.claim)))


def _until(text: str) -> str:
    return re.split(r"[,;]", text)[0]


def _leaves(left: Aspect, right: Aspect) -> bool:
    """Whether the second is the rest of the first: "14% overall. That means 86% of the people are not"."""
    if right.claim.sentence_index - left.claim.sentence_index != 1 or not is_usable(left):
        return False
    # "86% were not ill" denies the illness, not the figure.
    if not is_usable(right) and right.claim.modality is not Modality.DENIED:
        return False
    if not _MEANS.match(before(right.claim)) or word_count(before(right.claim)) > 5:
        return False
    return bool(_NOT.search(behind(right.claim))) and not _NOT.search(left.claim.sentence.lower())


def _own_words(share: Aspect, shares: Sequence[Aspect]) -> set[str]:
    """The words of a share's own stretch of the sentence, up to the next share."""
    _, text = stretch_of(share.claim, [one.claim for one in shares])
    text = text.lower().replace("women", "woman").replace("men", "man")
    return {singular(word) for word in _WORD.findall(text)}


def _complement(left: set[str], right: set[str]) -> tuple[str, str] | None:
    for pair in sorted(tuple(sorted(pair)) for pair in lexicon().complements):
        one, two = pair
        if one in left and two in right and one not in right and two not in left:
            return one, two
        if two in left and one in right and two not in right and one not in left:
            return two, one
    return None
