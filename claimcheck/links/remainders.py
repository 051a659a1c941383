"""What is left of a whole after its parts: "of the 40 schools 25 were mended, the remaining 12 wait"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, is_relative
from claimcheck.links.nouns import counts_alike
from claimcheck.links.phrases import before, behind, between, hedge_doubts, is_usable, pattern, word_count
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind

_REST = (
    r"\b(?:the|its|our|their|all|for|and) (?:remaining|other)\s+(?:<leads>\s*)*$"
    r"|\bthe (?:rest|remainder),?\s+(?:<leads>\s*)*$"
)
_LEAVING = r"\b<leaves>\s+(?:us |them |only |[a-z]+ with )?(?:<leads>\s*)*(?:[a-z-]+ of )?$"
# What makes a figure the whole: "of the 40 schools ...", and what takes a part from it: "of them", "of that loan".
_OUT_OF = r"(?:^|[,;:(—–]\s*|\b(?:and|so|that|now|but) )(?:of|out of|from among|among)\s+(?:(?:<leads>|<these>)\s*)*$"
_OF_IT = r"^\s*(?:[a-z-]+\s+){0,2}?of\s+(?:which|whom|them|it|this|that|these|those)\b"
_OF_THE_WHOLE = r"\s*(?:[a-z-]+\s+){0,2}?(?:out )?of\s+(?:(?:<leads>|<these>)\s*)*"
_TAKEN = r"^[^;:]*\b<taking>\s+(?:<leads>\s*)*$"
_LONGEST = 30
_MOST_PARTS = 4


def link_remainders(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Each figure that is called what remains, with the parts before it and the whole."""
    for index in range(2, len(turn)):
        rest = turn[index]
        if not is_usable(rest) or is_relative(rest) or rest.claim.role is Role.CHANGE or rest.claim.quantity.is_range:
            continue
        lead = between(turn[index - 1].claim, rest.claim)
        word = pattern(_REST).search(lead) or pattern(_LEAVING).search(lead)
        if word is None or word_count(lead) > _LONGEST:
            continue
        found = _whole_and_parts(_before(turn, index), rest, leaving=not pattern(_REST).search(lead))
        if found is None:
            continue
        whole, parts = found
        claims = (whole.claim, *(part.claim for part in parts), rest.claim)
        yield Link(
            LinkKind.REMAINDER_OF,
            claims,
            ("whole", *["part"] * len(parts), "rest"),
            1.0,
            (f'"{word[0].strip()}" names what is left',),
            hedge_doubts(claims),
        )


def _before(turn: Sequence[Aspect], index: int) -> list[Aspect]:
    """The figures of the rest's kind in its sentence up to it; where that has none but one, of the one before too."""
    rest = turn[index]
    near = [
        one
        for one in turn[:index]
        if one.dimension == rest.dimension and 0 <= rest.claim.sentence_index - one.claim.sentence_index <= 1
    ]
    own = [one for one in near if one.claim.sentence_index == rest.claim.sentence_index]
    said = own if len(own) > 1 else near
    if any(not is_usable(one) or one.claim.role is Role.CHANGE or one.claim.quantity.is_range for one in said):
        return []
    if any(not alike(one, rest) for one in said):
        return []
    return said


def _whole_and_parts(said: Sequence[Aspect], rest: Aspect, *, leaving: bool) -> tuple[Aspect, Sequence[Aspect]] | None:
    """The whole among the figures before a rest, where the words tie the others to it."""
    if not 2 <= len(said) <= _MOST_PARTS + 1:
        return None
    first, second = said[0].claim, said[1].claim
    gap, pair = between(first, second), len(said) == 2
    if pattern("<from_words>|<over_words>|<expectations>").search(gap):
        return None
    if pattern(_OF_THE_WHOLE).fullmatch(gap) and pair:
        return said[1], said[:1]  # "25 of the 40 schools were mended"
    one_sentence = first.sentence_index == second.sentence_index
    if pattern(_OUT_OF).search(before(first)) and one_sentence:
        return said[0], said[1:]
    if rest.dimension == "count" and any(not counts_alike(one, rest) for one in said):
        return None
    if pattern(_OF_IT).match(behind(second)) or pattern(r"<which_openers>|<pronoun_openers>").search(gap):
        return said[0], said[1:]
    if "elided" in second.signals and not one_sentence:
        return said[0], said[1:]  # "The town has 40 schools. 25 were mended ..."
    if leaving and pair and pattern(_TAKEN).search(gap):
        return said[0], said[1:]
    # "$300 million of tests, $212 million from one make, with the remaining $88 million from others"
    listed = (
        pair
        and first.sentence_index == rest.claim.sentence_index
        and gap.count(",") == 1
        and gap.rstrip().endswith(",")
    )
    if not listed or "and" in gap.split():
        return None
    # "200 masks to Lund, 50 to Malmo" are two of a list.
    parallel = re.match(r"\s*(?:[a-z]+\s+){0,2}?(to|for|in|from|on|at|went|goes|came)\b", behind(second))
    return None if parallel and parallel[1] in gap.split() else (said[0], said[1:])
