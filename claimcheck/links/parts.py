"""Parts of a whole: "45 tons of drugs. Of them, 23 were heroin", "$90 million, including $30 million of fees"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, is_relative, list_after
from claimcheck.links.nouns import counts_alike
from claimcheck.links.phrases import before, behind, between, is_usable, near_words, pattern, phrases, word_count
from claimcheck.links.scale import pin_hedge
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind

_LONGEST = 18
_SHORT = 12
# "Scope one and two, including scope three": small counts are often names.
_FEW = 10
_LARGE = 1000
_NEW_CLAUSE = re.compile(r"\band\b.*\b(?:is|was|were|are|has|have|had)\b")
_POINTED = r"(?:of|among|out of)\s+(?:them|these|those|which|whom|that (?:total|sum|amount|number))\b"
_OPENS = re.compile(rf"^\W*(?:and\s+|but\s+|so\s+)?{_POINTED}")
_OF_THEM = re.compile(r"^\s+(?:[a-z]+\s+)?of (?:them|these|those|which|whom)\b")
_ALL = re.compile(r"\b(?:all|both|each|total of|sum of|every|none|any|the other|the)\s+(?:the\s+)?$")
_OF_THE_NEXT = r"\s*(?:out )?of\s+(?:the|these|those|our|their|its|all)\s+(?:<leads>\s*)*"
# "Transactions of $100 million, the largest of which was $385 million" has no part of the first figure.
_OPENER = (
    r"(?:(?<!largest )(?<!biggest )(?<!smallest )(?<!each )(?<!one )(?<!average )(?<!most )"
    r"(<which_openers>|<complete_openers>)"
    r"|[,;:(—–]\s*(?:and\s+)?(<pronoun_openers>))\s*(?:<leads>\s*)*(?:[a-z]+(?:-[a-z]+)*\s+){0,3}$"
)
_REVERSED = (
    r"(?:(?:included|contained|embedded)\s+(?:in|within)|(?:is|as|are|was|were) part of)\s+"
    r"(?:(?:<leads>|that|this|those)\s*)*$"
)
_FROM_AMONG = re.compile(
    r"(?:^|[,;:—–]\s*|\band\s+)(?:among|of|out of)\s+(?:the\s+)?(?:total\s+)?(?:number\s+of\s+)?"
    r"(?:the|those|these|our|all)\s+"
    r"(?:more than|over|about|nearly|almost|roughly|approximately|some|around|\s)*$"
)
_ITEM = r"(<complete_openers>|<which_openers>)(?:\s+[a-z-]+){0,5}\s*$"
_NOUN_OF = re.compile(r"\ban?\s+([a-z]+)\s+of\s*$")
_ROOT = 6
_PARTICIPLE = re.compile(r"^(?:\s+[a-z]+ly)?\s+([a-z]{3,})ing\b")


def link_parts(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """The figures that the words around one figure of a turn make its parts."""
    whole = turn[index]
    if not is_usable(whole) or whole.claim.role is Role.CHANGE or is_relative(whole):
        return
    found = [*_opened(turn, index), *_of_the_next(turn, index), *_pointed(turn, index), *_from_among(turn, index)]
    yield from found[:1]


def _opened(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "The county spent $90 million, including $30 million for roads"."""
    whole = turn[index]
    at = next((i for i in range(index + 1, len(turn)) if turn[i].dimension == whole.dimension), None)
    if at is None or turn[at].claim.sentence_index != whole.claim.sentence_index:
        return
    part, gap = turn[at], between(turn[at - 1].claim, turn[at].claim)
    if word_count(between(whole.claim, part.claim)) > _LONGEST or not is_usable(part):
        return
    if pattern(_REVERSED).search(gap) and at == index + 1:
        if _is_inside(part, [whole]):
            yield _part_of(part, [whole], "one figure is said to be included in the other")
        return
    opener = pattern(_OPENER).search(gap)
    if opener is None or _NEW_CLAUSE.search(gap[: opener.start()]):
        return
    if whole.dimension == "count" and whole.claim.quantity.high < _FEW:
        return
    if pattern("<breaks>|<totallers>").search(gap[opener.end(2 if opener[2] else 1) :]):
        return
    if part.claim.role is Role.CHANGE:
        return
    parts = list_after(turn, at)
    if pattern(r"^[^.;]*<balanced>").search(behind(parts[-1].claim)):
        return  # "which includes $233 million of claims, offset by $21 million of releases"
    lead = gap[opener.end(2 if opener[2] else 1) :]
    if not pattern(r"^\s*(?:<leads>\s*)*$").match(lead) and not _is_of_its_noun(whole, lead):
        parts = parts[:1]  # "including loans of $340 million and $460 million in deposits" is no list of parts
    word = opener[1] or opener[2]
    item = pattern(_ITEM).search(before(whole.claim))
    if item and item[1][:_ROOT] == word.removeprefix("which ")[:_ROOT]:
        # "We included a loan of $5 million, which included fees of $4 million, and a gift of $2 million."
        parts = parts[:1]
    if (
        len(parts) == 2
        and not word.startswith("of ")
        and re.search(r",\s*and\b", between(parts[0].claim, parts[1].claim))
    ):
        parts = parts[:1]
    if _is_inside(whole, parts, _is_of_its_noun(whole, lead)):
        link = _part_of(whole, parts, f'"{word}" opens a part of it')
        # "Mainly" leaves out what may be taken off again.
        yield replace(link, tentative=len(parts) > 1 and bool(pattern("<partly>").search(gap)))


def _is_of_its_noun(whole: Aspect, lead: str) -> bool:
    """Whether a list of parts begins with the noun of the whole: "a loan of $9 million, or a loan of $5 million"."""
    noun, other = (_NOUN_OF.search(text) for text in (before(whole.claim), lead))
    return bool(noun and other and noun[1] == other[1])


def _of_the_next(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "63 of those 45 farms": the whole comes behind its part."""
    if index == 0:
        return
    part, whole = turn[index - 1], turn[index]
    if (
        part.dimension != whole.dimension
        or not is_usable(part)
        or part.claim.sentence_index != whole.claim.sentence_index
    ):
        return
    if whole.dimension == "count" and not (_is_number(whole) and _is_number(part)):
        return
    if pattern(_OF_THE_NEXT).fullmatch(between(part.claim, whole.claim)) and alike(whole, part):
        yield _part_of(whole, [part], '"of the" takes a part of it')


def _pointed(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "We own 45 farms. Of them, 63 grow wheat", "... and 63 of them grow wheat"."""
    whole = turn[index]
    at = next((i for i in range(index + 1, len(turn)) if turn[i].dimension == whole.dimension), None)
    if at is None:
        return
    part = turn[at]
    distance = part.claim.sentence_index - whole.claim.sentence_index
    if distance > 1 or not is_usable(part) or part.claim.role is Role.CHANGE or "another" in part.claim.signals:
        return
    lead = before(part.claim)
    opens = distance == 1 and _OPENS.match(lead) and word_count(lead) <= _SHORT and at == index + 1
    follows = _OF_THEM.match(behind(part.claim)) and not _ALL.search(lead)
    follows = follows and (distance == 0 or word_count(lead) <= _SHORT // 2)
    if (opens or (follows and at == index + 1)) and _is_inside(whole, [part]):
        yield _part_of(whole, list_after(turn, at) if opens else [part], '"of them" points back to it')


def _from_among(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "Among the 195,000 tested, only 19,000 were positive", "254,000 were tested, with 30,000 testing positive"."""
    if index + 1 >= len(turn):
        return
    whole, part = turn[index], turn[index + 1]
    same = whole.dimension == part.dimension == "count" and whole.claim.sentence_index == part.claim.sentence_index
    gap = between(whole.claim, part.claim) if same else ""
    if not same or word_count(gap) > _LONGEST or not is_usable(part) or not counts_alike(whole, part):
        return
    elided = "elided" in part.claim.signals
    participle = _PARTICIPLE.match(behind(part.claim))
    narrows = participle and re.search(rf"\b{participle[1]}", f"{before(whole.claim)} {gap}")
    if elided and _FROM_AMONG.search(before(whole.claim)) and not pattern("<contrasts>").search(gap):
        yield _part_of(whole, [part], "it is said to be from among the other figure")
    elif elided and narrows and pattern(r"\bwith\s+(?:<leads>\s*)*$").search(gap):
        yield _part_of(whole, [part], f'"with ... {participle[1]}ing" narrows the other figure')  # type: ignore[index]


def _is_inside(whole: Aspect, parts: Sequence[Aspect], of_one_noun: bool = False) -> bool:
    """Whether figures may be parts of a whole: of one size class, a whole without minus signs, counts of one noun."""
    if any(not alike(whole, part) for part in parts):
        return False
    if near_words(whole, (whole, *parts)) & phrases().netted and not of_one_noun:
        return False
    if whole.dimension != "count":
        return True
    return all(counts_alike(whole, part) and _is_number(part) for part in parts) and _is_number(whole)


def _is_number(count: Aspect) -> bool:
    """Whether a count is a number of things, and no fraction or version: not "a quarter", not "2.0"."""
    quantity = count.claim.quantity
    return quantity.low >= 1 and ("." not in quantity.text or quantity.high >= _LARGE)


def _part_of(whole: Aspect, parts: Sequence[Aspect], reason: str) -> Link:
    # "Over 45 tons, 63 tons of them heroin": nobody says "over 45" who has counted 63.
    taken, quantity = pin_hedge(whole.claim), whole.claim.quantity
    doubts = () if taken is whole.claim else (f"the whole is only given as {quantity.hedge} {quantity.text}",)
    claims = (taken, *(part.claim for part in parts))
    return Link(LinkKind.PART_OF, claims, ("whole", *["part"] * len(parts)), 1.0, (reason,), doubts)
