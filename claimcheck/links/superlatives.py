"""Records and other figures over which a time: "the highest turnout ever, 61%" against the 68% of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.certainty import are_related, is_tentative
from claimcheck.links.compare import compare
from claimcheck.links.lexicon import lexicon
from claimcheck.links.periods import same_length
from claimcheck.links.phrases import before, behind, is_usable, pattern
from claimcheck.links.weights import weights
from claimcheck.model.claim import Claim, Modality, Period, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_YEARS = {"year": Decimal(1), "decade": Decimal(10)}
# A length of time in the words around a figure, as years: "§10§".
_TIME = re.compile(r"§(\d+)§")
_REACH = r"(<ever>|since\s+(?:[a-z]+\s+)?(?:1[5-9]|20)\d\d\b|in\s+(?:<leads>\s+)*(?:§\d+§|decade\b))"
_IN_YEAR = re.compile(r"\b(?:in|for|during)\s+((?:1[5-9]|20)\d\d)\b")
_WORDS = r"(?:\s+(?!<parts_of_time>)[a-z’'-]+)"
_BEHIND = (
    rf"^{_WORDS}{{0,4}}?\s*(?:,|—|–|--|\(|\b(?:is|was|are|were)\b)\s*(?:(?:which|that|and|it)\s+(?:is|was|are|were)\s+)?"
    rf"(?:(?:the|our|its|their|by far)\s+)*(?:(<most>)|(<least>)){_WORDS}{{0,3}}?\s+{_REACH}"
)
_BEFORE = rf"\b(?:(<most>)|(<least>)){_WORDS}{{0,5}}?\s+{_REACH}\s*(?:(?:,|:|—|–|--|of|at|with|is|was|<leads>)\s*)*$"
_RECORD = rf"\b(?:a|an|our|its|another)\s+(?:new\s+)?(?:(<record_high>)|(<record_low>)){_WORDS}{{0,2}}?(?:\s+of)?\s+$"
_DECADE = 10
_ANY = r"<most>|<least>|<record_high>|<record_low>"
# In a talk of many years the nearest are looked at.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Superlative:
    """What a figure is said to be: the "greater" or "lesser" of all since a day, None for all time."""

    role: str
    since: date | None
    words: str


def link_superlatives(aspects: Sequence[Aspect]) -> Iterator[Link]:
    """Pairs of a record and a figure of the same measure, for a time that the record is said to reach over."""
    sentences: dict[tuple[str, int, int], list[Claim]] = {}
    for aspect in aspects:
        sentences.setdefault(aspect.claim.where, []).append(aspect.claim)
    found = [(one, told) for one in aspects if (told := superlative_of(one, sentences[one.claim.where]))]
    keys = {(one.dimension, head) for one, _ in found for head in one.heads}
    groups: dict[tuple[str, str], list[Aspect]] = {}
    for aspect in aspects:
        for head in sorted(aspect.heads):
            if (aspect.dimension, head) in keys:
                groups.setdefault((aspect.dimension, head), []).append(aspect)
    for one, told in found:
        others = {id(other): other for head in sorted(one.heads) for other in groups[one.dimension, head]}
        for other in list(others.values())[:_MOST]:
            if _is_reached(one, other, told, sentences[one.claim.where]) and _is_one_measure(one, other):
                pair = (one.claim, other.claim) if told.role == "greater" else (other.claim, one.claim)
                reason = f'"{told.words}" reaches over {_say(other.claim.period)}'
                yield Link(LinkKind.ORDER_OF, pair, ("greater", "lesser"), 1.0, (reason,))


def superlative_of(aspect: Aspect, sentence: Sequence[Claim]) -> Superlative | None:
    """What the words around a figure say of its rank: "68%, the lowest in ten years"."""
    claim = aspect.claim
    if claim.quantity.kind not in _KINDS or not is_usable(aspect) or not _is_level(claim):
        return None
    text = claim.sentence.lower()
    if not pattern(_ANY).search(text) or pattern(r"\b<unreal>\b").search(text):
        return None
    tail = _with_times(behind(claim), claim.at + len(claim.quantity.text), sentence)
    lead = _with_times(claim.sentence[: claim.at].lower(), 0, sentence)
    lead = before(claim) if lead == claim.sentence[: claim.at].lower() else lead.rstrip("$€£")
    if record := pattern(_RECORD).search(lead):
        return Superlative("greater" if record[1] else "lesser", None, record[1] or record[2])
    told = pattern(_BEHIND).search(tail) or pattern(_BEFORE).search(lead)
    if told is None:
        return None
    words = f"{told[1] or told[2]} {told[3]}"
    since: date | None
    span = _TIME.search(told[3])
    if span is not None or "decade" in told[3]:
        end = _end(claim, sentence)
        if end is None:
            return None
        years = int(span[1]) if span else _DECADE
        words = words.replace(span[0], f"{years} years") if span else words
        since = date(max(1, end.year - years + 1), 1, 1)
    else:
        year = re.search(r"\d{4}", told[3])
        since = date(int(year[0]) + 1, 1, 1) if year else None
    return Superlative("greater" if told[1] else "lesser", since, " ".join(words.split()))


def _with_times(text: str, start: int, sentence: Sequence[Claim]) -> str:
    """A piece of a sentence in which lengths of time are written as years: "the most in a decade" has "§10§"."""
    for one in sorted(sentence, key=lambda claim: -claim.at):
        quantity, at = one.quantity, one.at - start
        if quantity.kind is Kind.DURATION and quantity.unit in _YEARS and 0 <= at < len(text):
            years = quantity.low * _YEARS[quantity.unit]
            if years == years.to_integral_value():
                text = f"{text[:at]}§{int(years)}§{text[at + len(quantity.text) :]}"
    return text


def _is_level(claim: Claim) -> bool:
    firm = claim.modality is Modality.ASSERTED and claim.role is Role.LEVEL and claim.trend is None
    return firm and not claim.quantity.is_range and not claim.quantity.vague


def _is_reached(one: Aspect, other: Aspect, told: Superlative, sentence: Sequence[Claim]) -> bool:
    """Whether a figure is for a time, as long as the record's own, that the record reaches over."""
    if one.claim.id == other.claim.id or not _is_level(other.claim) or not is_usable(other):
        return False
    time = _resolved(other.claim.period)
    if time is None or time.start is None or time.end is None or time.kind in ("since", "by"):
        return False
    own = _resolved(_own_period(one.claim, sentence))
    if own is None:
        # "Turnout was 61%, the highest ever": of a rate it does not matter how long its time is.
        now = one.claim.day
        return one.dimension == "percent" and now is not None and time.end < now and _is_after(time, told.since)
    if own.start is None or own.kind in ("since", "by") or not same_length(replace(one.claim, period=own), other.claim):
        return False
    return time.end < own.start and _is_after(time, told.since)


def _is_after(time: Period, since: date | None) -> bool:
    return since is None or (time.start is not None and time.start >= since)


def _is_one_measure(one: Aspect, other: Aspect) -> bool:
    """Whether two figures surely measure the same, at two times."""
    left, right = sorted((one, other), key=lambda aspect: (aspect.claim.document, aspect.claim.quantity.start))
    comparison = compare(left, right, across_periods=True)
    if comparison.conflict or not are_related(left, right) or is_tentative(left, right, comparison):
        return False
    ranks = frozenset(lexicon().ranking)
    alike = (
        left.heads == right.heads and left.modifiers - ranks == right.modifiers - ranks and left.names == right.names
    )
    agreed = comparison.shared - comparison.missing
    return comparison.is_same or (alike and agreed >= weights().needed_for_one_figure)


def _resolved(period: Period | None) -> Period | None:
    return period if period is not None and period.stated and period.is_resolved else None


def _end(claim: Claim, sentence: Sequence[Claim]) -> date | None:
    own = _resolved(_own_period(claim, sentence))
    return own.end if own is not None else claim.day


def _own_period(claim: Claim, sentence: Sequence[Claim]) -> Period | None:
    """The time of a figure, where what it seems to be is what its rank reaches over: "the lowest in ten years"."""
    period = claim.period
    if period is None:
        return None
    lengths = [one for one in sentence if one.quantity.kind is Kind.DURATION]
    if period.kind != "since" and not any(one.quantity.text.lower() in period.text for one in lengths):
        return period
    years = [int(found[1]) for found in _IN_YEAR.finditer(claim.sentence.lower())]
    if not years and claim.day is not None and "this year" in claim.sentence.lower():
        years = [claim.day.year]
    if len(years) != 1:
        return None
    return Period(str(years[0]), date(years[0], 1, 1), date(years[0], 12, 31))


def _say(period: Period | None) -> str:
    return period.text if period else ""
