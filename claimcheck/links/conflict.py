"""What sets two figures apart for certain: other units, opposite words, another definition, another time."""

from __future__ import annotations

import re

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.periods import PeriodMatch
from claimcheck.links.reference import may_refer
from claimcheck.links.retold import conflict_of_retelling
from claimcheck.links.weights import weights
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.slip import Slip

COMPARABLE = frozenset({Modality.ASSERTED, Modality.FORECAST})
# A retelling asserts what was asked, supposed or quoted.
_LOOSE = frozenset({Modality.HYPOTHETICAL, Modality.QUESTION, Modality.QUOTED})
GROUPS = "a group against a member"
STAGES = "a forecast against a result"
_RANKED = frozenset({"top", "remaining", "of them", "each"})
_ROOT = 6
_CLOSE = 3
_LISTED = 15
_FORM = 6
_ALIKE = 0.6
_LONGER = 1.2
_MOVES = re.compile(r"\b(?:up|down|compared|versus|against|rose|risen|fell|fallen|grew|grown|\w+(?:ased|ined))\b")
_HYPHENED = re.compile(r"\d-[a-z]+$", re.IGNORECASE)
_PLURAL = re.compile(r"\s+(?:[a-z]+\s)?[a-z]{2,}[^\Wsui]s\b")
_THOUSAND = 1000
_GOES_ON = re.compile(r"\bto\b")


def conflict_between(
    left: Aspect, right: Aspect, slip: Slip, retold: bool, periods: PeriodMatch | None, strangers: bool = False
) -> str:
    """What sets two figures apart, in words, or "": "only one says "adjusted"".

    `periods` is how their times match, None where other times set nothing apart.
    For `strangers` in a text and its retelling, which have only each other to be of, it leaves out what `doubts_of`
    says.
    """
    one, two = left.claim, right.claim
    if left.dimension != right.dimension:
        return "different dimensions"
    for aspect, other in ((left, right), (right, left)):
        claim = aspect.claim
        told = strangers and len(aspect.text_words) > _LONGER * len(other.text_words)
        firm = COMPARABLE | _LOOSE if told else COMPARABLE
        if claim.modality not in firm and not (retold and one.modality is two.modality):
            return f"a figure is {claim.modality.value}"
        if claim.quantity.vague:
            return "a figure is vague"
    if one.document != two.document and any(_is_hardly_counted(claim) for claim in (one, two)):
        return "one or a couple is hardly a count"
    if left.marks.numbers_a_name and right.marks.numbers_a_name:
        return "both number a name"
    if (
        slip
        and max(left.figures, right.figures) > weights().dense
        and in_one_breath(one, two)
        and _is_one_form(left, right)
    ):
        return "one form of words, said of two things"
    one_voice = one.document == two.document and (one.speaker is None or one.speaker == two.speaker)
    if (
        one.document == two.document
        and not slip
        and (left.dimension == "time" or (one_voice and _fills_a_form(left, right)))
    ):
        return "one form of words, filled in twice"
    if one.document == two.document and not slip and _is_field(one) and _is_field(two):
        return "one form of words, filled in twice"
    if slip is Slip.SCALE and one_voice and _is_shorthand(*sorted((one, two), key=lambda claim: claim.quantity.size)):
        return "a figure leaves its scale to the hearer"
    if slip is not Slip.SCALE and _is_kind(one) and _is_kind(two):
        return "two kinds of one thing"
    if not slip and _in_one_list(one, two):
        return "pieces of one list"
    if not slip and max(left.crowd, right.crowd) > _LISTED and in_one_breath(one, two):
        return "one speaker goes through many such figures"
    return (
        _of_manner(one, two, bool(slip) or retold, strangers)
        or _of_words(left, right, strangers)
        or _of_numbers(left, right)
        or ("" if retold and may_refer(left, right) else _of_names(left, right, strangers))
        or ("" if periods is None else _of_time(left, right, periods))
        or (conflict_of_retelling(left, right) if one.document != two.document and not slip else "")
    )


def _is_hardly_counted(claim: Claim) -> bool:
    """Whether a figure is a word that may only point: "one of my friends", "a couple of people"."""
    return claim.quantity.text.lower() in lexicon().pointers


def in_one_breath(one: Claim, two: Claim) -> bool:
    """Whether one person says both without a break; in a text without speakers, whether they stand close."""
    if (one.document, one.turn) != (two.document, two.turn):
        return False
    return one.speaker is not None or abs(one.sentence_index - two.sentence_index) <= _CLOSE


def _fills_a_form(left: Aspect, right: Aspect) -> bool:
    """Whether two sentences of one text are alike but for their figures, as the clauses of a law are."""
    common, every = left.zones.every & right.zones.every, left.zones.every | right.zones.every
    return len(common) >= _FORM and len(common) >= _ALIKE * len(every)


def _is_field(claim: Claim) -> bool:
    """Whether a figure stands behind a label, as in "Regular price: $50", which each item of a list has."""
    return claim.sentence[: claim.at].rstrip(" $€£").endswith(":")


def _is_shorthand(small: Claim, large: Claim) -> bool:
    """Whether the smaller of two figures of one speaker is a bare number: "we got 140 in May, and 140,000 in June"."""
    bare = not small.quantity.unit and (not small.counted or "elided" in small.signals)
    return bare and large.quantity.size >= _THOUSAND and small.quantity.size < _THOUSAND


def _is_kind(claim: Claim) -> bool:
    """Whether a size tells which of many things are meant: "the 10-acre farms", "four 15-acre farms"."""
    return bool(
        _HYPHENED.search(claim.quantity.text) and _PLURAL.match(claim.sentence[claim.at + len(claim.quantity.text) :])
    )


def _is_one_form(left: Aspect, right: Aspect) -> bool:
    """Whether one speaker says two sentences that are the same but for the figure, as for one branch and the next."""
    return left.zones.every == right.zones.every and len(left.zones.every) >= _FORM


def _in_one_list(one: Claim, two: Claim) -> bool:
    """Whether both stand between the semicolons of one sentence: "$150 million of roads; $130 million of rails"."""
    near = (one.document, one.turn) == (two.document, two.turn) and abs(one.sentence_index - two.sentence_index) <= 1
    return near and min(one, two, key=lambda claim: claim.sentence_index).sentence.rstrip().endswith((";", ":"))


def doubts_of(left: Aspect, right: Aspect) -> list[str]:
    """What would set two figures apart elsewhere, and not where one text retells the other."""
    one, two = left.claim, right.claim
    manner = _of_manner(one, two, True, False) if not _of_manner(one, two, True, True) else ""
    names = _of_names(left, right, False) if not _of_names(left, right, True) else ""
    words = _of_words(left, right, False) if not _of_words(left, right, True) else ""
    loose = [f"a figure is {claim.modality.value}" for claim in (one, two) if claim.modality in _LOOSE]
    return [doubt for doubt in (manner, words, names, *loose) if doubt]


def _of_manner(one: Claim, two: Claim, lenient: bool, strangers: bool) -> str:
    """Whether the figures are said in ways that cannot be compared."""
    for claim in (one, two):
        if "from" in claim.signals and not (claim.period is not None and claim.period.is_resolved):
            if not (lenient and _is_source(claim)):
                return "the base of a comparison"
    ranked = _RANKED - {"of them", "remaining"} if strangers else _RANKED
    if one.signals & ranked != two.signals & ranked:
        return "only one is a part or a rank"
    if ("another" in one.signals) != ("another" in two.signals) and not lenient:
        return "only one comes on top of another"
    if one.modality is not two.modality and not lenient:
        return STAGES
    if (one.role is Role.CHANGE) != (two.role is Role.CHANGE):
        return "a change against a level"
    if one.role is Role.CHANGE and one.trend != two.trend:
        return "opposite trends"
    rates = {rate_of(one), rate_of(two)} - ({""} if strangers else set())
    if len(rates) > 1:
        return "different rates"
    return ""


def _is_source(claim: Claim) -> bool:
    """Whether things that are counted come from somewhere: "a rating from 40 reviews", but not "up from 40 to 50"."""
    opening, rest = claim.sentence[: claim.at].lower(), claim.sentence[claim.at :].lower()
    return bool(claim.counted) and not _MOVES.search(opening) and not _GOES_ON.search(rest)


def _of_words(left: Aspect, right: Aspect, strangers: bool) -> str:
    """Whether the words around the figures name other things."""
    words = lexicon()
    opposed = words.opposed(_own_words(left), _own_words(right))
    if opposed:
        return f"{opposed[0]} against {opposed[1]}"
    one_sided = (left.marks.defined - right.marks.said) | (right.marks.defined - left.marks.said)
    if one_sided and not strangers:
        return f'only one says "{min(one_sided)}"'
    return ""


def _of_numbers(left: Aspect, right: Aspect) -> str:
    """Whether they tell of two things of one name: "Phase 2", "Phase 3"."""
    numbers, others = dict(left.marks.numbers), dict(right.marks.numbers)
    names = sorted(name for name in numbers.keys() & others.keys() if numbers[name] != others[name])
    return f"{names[0]} {numbers[names[0]]} against {names[0]} {others[names[0]]}" if names else ""


def _of_names(left: Aspect, right: Aspect, strangers: bool) -> str:
    if left.names and right.names and not left.names & right.names:
        if not any(_part_of_name(name, right.names) for name in left.names) and not _says_other(left, right):
            return "different names"
    if left.group != right.group and not strangers and (left.names - right.names or right.names - left.names):
        return GROUPS
    return ""


def _says_other(left: Aspect, right: Aspect) -> bool:
    """Whether each sentence holds a name of the other: "Oregon sends New York 140", "New York gets 140 of Oregon"."""
    return all(any(other.says(name) for name in one.names) for one, other in ((left, right), (right, left)))


def _of_time(left: Aspect, right: Aspect, periods: PeriodMatch) -> str:
    if periods is PeriodMatch.DIFFERENT:
        return "different periods"
    one, two = left.marks.dates, right.marks.dates
    return "other dates in the two sentences" if one and two and not one & two else ""


def rate_of(claim: Claim) -> str:
    """The time or thing a figure is given for each of: "day" for "3,000 tests a day"."""
    per = claim.quantity.unit.partition(" per ")[2] or claim.counted.partition(" per ")[2]
    if per:
        return per
    return claim.period.per if claim.period is not None and claim.period.stated else ""


def _own_words(aspect: Aspect) -> set[str]:
    claim = aspect.claim
    return set(aspect.heads | aspect.modifiers | {claim.event} | set(claim.scope)) - {""}


def _part_of_name(name: str, others: frozenset[str]) -> bool:
    """Whether a name is the short or long form of one of the others: "New York" and "New York City"."""
    words = {_root(word) for word in name.split()}
    return any(words <= parts or parts <= words for parts in ({_root(word) for word in o.split()} for o in others))


def _root(word: str) -> str:
    """The beginning that a country and its people share: "americans" and "america"."""
    return word[:_ROOT]
