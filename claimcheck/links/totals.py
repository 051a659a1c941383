"""Totals and all of their parts: "comprised of $52 million of cash and $350 million of credit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.lists import alike, is_relative, list_after, list_before
from claimcheck.links.nouns import counts_alike
from claimcheck.links.phrases import (
    Composition,
    before,
    behind,
    between,
    is_usable,
    near_words,
    pattern,
    phrases,
    word_count,
)
from claimcheck.links.scale import borrow_scale
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound

_LONGEST = 16
_THESE = re.compile(r"(?:these|those)\s*$")
# Sums are said in one breath: further back than this a "these" points elsewhere.
_REACH = 3
_SUMMING = frozenset({"these", "total", "sum", "that is"})


def link_totals(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """The sums that one figure of a turn is the total of, each with the parts that the words name."""
    total = turn[index]
    if not is_usable(total) or total.claim.role is Role.CHANGE:
        return
    if is_relative(total):
        yield from _chain(turn, index)
        return
    found = [*_total_first(turn, index), *_total_last(turn, index), *_chain(turn, index)]
    yield from found[:1] or _composed(turn, index)


def total_of(total: Aspect, parts: Sequence[Aspect], *reasons: str, doubts: Sequence[str] = ()) -> Link:
    """The link of a total with its parts; hedged figures leave a doubt."""
    claims = [total.claim, *(part.claim for part in parts)]
    hedged = [claim.quantity.text for claim in claims if claim.quantity.bound is Bound.ABOUT]
    unsure = (f"the figure {hedged[0]} is hedged",) if hedged else ()
    return Link(LinkKind.TOTAL_OF, tuple(claims), ("total", *["part"] * len(parts)), 1.0, reasons, (*doubts, *unsure))


def _total_first(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "It raised $90 million through $30 million in fees and $60 million in fines"."""
    if index + 1 >= len(turn):
        return
    total, ahead = turn[index], list(turn[index + 1 : index + 2])
    gap = between(total.claim, ahead[0].claim)
    if ahead[0].claim.sentence_index != total.claim.sentence_index or word_count(gap) > _LONGEST:
        return
    opener = _complete_opener(gap)
    if not opener:
        return
    lent = [total, *(borrow_scale(part, total) for part in turn[index + 1 :])]
    parts = list_after(lent, 1)
    if len(parts) < 2 or not _fit_together(total, parts) or _goes_on(parts[-1]):
        return
    yield total_of(total, parts, f'"{opener}" opens a list of all its parts')


def _goes_on(last: Aspect) -> bool:
    """Whether a list has more parts, without figures: "$10 million of repairs and the repayment of loans"."""
    return last.claim.sentence.endswith(";") or bool(pattern(r"^[^.;:]*<more_parts>").search(behind(last.claim)))


def _complete_opener(gap: str) -> str:
    if pattern("<partly>|<which_openers>|<pronoun_openers>|<breaks>(?<!because)").search(gap):
        return ""
    found = pattern(
        r"(<complete_openers>|:|(?<=total)\s+with)\s*(?:<leads>\s*|,\s*)*(?:[a-z-]+\s+(?:balance\s+)?of\s+)?$"
    ).search(gap)
    return found[1] if found else ""


def _total_last(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "$4.5 million on roofs and $6.2 million on lifts. That makes $11.7 million in all"."""
    total = turn[index]
    if index < 2:
        return
    nearest = turn[index - 1]
    distance = total.claim.sentence_index - nearest.claim.sentence_index
    lead = between(nearest.claim, total.claim) if distance == 0 else before(total.claim)
    says_so = pattern(r"<totallers>\s*(?:<leads>\s*)*$").search(lead)
    if distance == 1 and total.dimension != "count":
        says_so = says_so or _THESE.match(lead)
    closes = pattern(r"^(?:\s+[a-z-]+){0,3}?\s+<totalled>").match(behind(total.claim))
    if not (says_so or closes) or distance > 1 or word_count(lead) > (_LONGEST if distance == 0 else 6):
        return
    if says_so and says_so[0].split()[0] in ("total", "a") and distance == 0 and "for" not in lead.split():
        return
    if distance == 0 and pattern("<breaks>").search(lead):
        return
    parts = list_before(turn, index - 1)
    if len(parts) >= 2 and _fit_together(total, parts) and not _sums_up_more(total, parts):
        word = (says_so or closes)[0].strip()  # type: ignore[index]
        yield total_of(total, parts, "the figures before are a list", f'"{word}" sums them up')


def _chain(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """ "29 draft laws ... another 13 ... these 43 laws"."""
    total = turn[index]
    signals = total.claim.signals & _SUMMING
    if not signals or "another" in total.claim.signals or "respectively" in total.claim.sentence:
        return
    if total.dimension != "count" and not signals & {"sum", "these", "that is"}:
        return
    # "Which is $50 million of our debt", a sentence on, explains another figure.
    reach = _REACH if total.dimension == "count" or signals & {"sum", "these"} else 0
    parts: list[Aspect] = []
    for part in reversed(turn[:index]):
        if total.claim.sentence_index - part.claim.sentence_index > reach:
            break
        if not _is_addable(part, total):
            if parts and part.dimension == total.dimension:
                break
            continue
        parts.insert(0, part)
        if "another" not in part.claim.signals:
            break
    if len(parts) >= 2 and "another" in parts[-1].claim.signals and not _sums_up_more(total, parts):
        yield total_of(total, parts, '"another" adds to the figure before', f'"{min(signals)}" sums them up')


def _is_addable(part: Aspect, total: Aspect) -> bool:
    if part.dimension != total.dimension or not is_usable(part) or part.claim.role is Role.CHANGE:
        return False
    # "Another 6 start in autumn" counts what was counted before, whatever its own words.
    return part.dimension != "count" or "another" in part.claim.signals or counts_alike(total, part)


def _sums_up_more(total: Aspect, parts: Sequence[Aspect]) -> bool:
    """Whether a "total" behind its parts sums up something else: it is below one of them, or far above all."""
    if sum(part.claim.quantity.high for part in parts) * 2 < total.claim.quantity.low:
        return True
    return any(part.claim.quantity.low > total.claim.quantity.high for part in parts)


def _fit_together(total: Aspect, parts: Sequence[Aspect]) -> bool:
    """Whether figures may be a total and its parts: of one dimension, size class and, for counts, noun."""
    last = behind(parts[-1].claim)
    if pattern(r"^[^.;]{0,60}\b(?:each|apiece|respectively)\b").search(last):
        return False
    if any(part.dimension != total.dimension or not alike(total, part) for part in parts):
        return False
    if total.dimension == "count" and not all(counts_alike(total, part) for part in parts):
        return False
    return not near_words(total, parts) & phrases().netted


def _composed(turn: Sequence[Aspect], index: int) -> Iterator[Link]:
    """Parts that are all there are of such a whole: liquidity of $248 million, cash and credit beside it."""
    total = turn[index]
    sentence = [
        aspect
        for aspect in turn
        if aspect.claim.sentence_index == total.claim.sentence_index
        and aspect.dimension == total.dimension
        and is_usable(aspect)
    ]
    if "respectively" in total.claim.sentence or len(sentence) != len({a.claim.id for a in sentence}):
        return
    own = near_words(total, sentence)
    for known in phrases().compositions:
        if _names(own, known.whole) < len(known.whole):
            continue
        parts = _parts_of(known, total, sentence)
        if parts and all(alike(total, part) for part in parts):
            whole = " ".join(sorted(known.whole))
            yield total_of(
                total,
                parts,
                f"{whole}: both of its parts are named",
                doubts=(f"other parts of the {whole} may be unsaid",),
            )


def _parts_of(known: Composition, total: Aspect, sentence: Sequence[Aspect]) -> list[Aspect]:
    words = {aspect.claim.id: near_words(aspect, sentence) for aspect in sentence}
    parts: list[Aspect] = []
    for wanted in known.parts:
        fitting = [
            one
            for one in sentence
            if one is not total
            and _names(words[one.claim.id], wanted)
            and _names(words[one.claim.id], known.whole) < len(known.whole)
        ]
        if len(fitting) != 1 or fitting[0] in parts:
            return []
        parts += fitting
    return parts if len(sentence) == len(parts) + 1 else []


def _names(words: frozenset[str], wanted: frozenset[str]) -> int:
    """How many of the wanted words are among these, whatever their endings."""
    return sum(any(word.startswith(one) for word in words) for one in wanted)
