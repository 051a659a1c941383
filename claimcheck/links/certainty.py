"""Whether a likely link is sure enough to accuse someone."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import ne

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import Comparison, have_one_name, measure_one_noun, tells_apart
from claimcheck.links.deeds import have_one_deed
from claimcheck.links.lexicon import lexicon
from claimcheck.links.occasion import has_one_stated_period, name_other_times
from claimcheck.links.periods import are_of_one_day
from claimcheck.links.weights import weights
from claimcheck.links.when import MONTHS
from claimcheck.links.words import WORD, singular, stem, weight_of
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound
from claimcheck.model.slip import Slip, significant_digits

_SMALL_COUNT = 10
_SCALE_WORD = 3
_TELLING_DIGITS = 3
_CHANCE_DIGITS = 2
_FEWEST_DIGITS = 2
_TELLING_WORDS = 2


def is_tentative(left: Aspect, right: Aspect, comparison: Comparison) -> bool:
    """Whether two figures in like words may still be of two things.

    A long call speaks of "income from operations" for a quarter, a year, a segment and a plan, and seldom says all of
    it each time. There two figures that differ are one only where they look like a slip of the pen, where one text
    retells the other, or where the same other figures stand beside both. On another day most things have moved,
    and of many figures that move some exchange two digits by chance.
    """
    if comparison.retold:
        return False
    dense = max(left.figures, right.figures) > weights().dense
    if dense and comparison.slip is Slip.SWAP and _may_meet_by_chance(left, right):
        return True
    if dense and comparison.slip and (_sums_up(left) != _sums_up(right) or _is_of_one_digit(left, right)):
        return True
    if comparison.slip is Slip.SCALE and is_thousandfold(left, right):
        return False
    if comparison.slip:
        return not _on_one_day(left, right) and not _is_telling(left, right)
    if _stand_in_one_row(left, right) and _on_one_day(left, right):
        return False
    return dense and not _differ_in_a_digit(left, right)


def are_two_matters(left: Aspect, right: Aspect, comparison: Comparison) -> bool:
    """Whether two texts speak of things so far apart that a slip of the one for the other is chance.

    Two firms have cash alike, and what a call for one quarter leaves undated is of that quarter.
    """
    one, two = left.claim, right.claim
    if one.document == two.document or comparison.retold:
        return False
    if comparison.slip is Slip.SCALE and is_thousandfold(left, right):
        return False
    if name_other_times(one.document, two.document) and not has_one_stated_period(one, two):
        return True
    dense = max(left.figures, right.figures) > weights().dense
    return dense and bool(comparison.slip) and not are_related(left, right)


def _may_meet_by_chance(left: Aspect, right: Aspect) -> bool:
    """Whether two figures whose digits are exchanged have two digits only: one pair of ninety has, whatever it tells.

    "$4.7 million" and "$7.4 million" may be a branch's aid and the firm's; a name or another figure that both share
    speaks for one.
    """
    if left.beside & right.beside or _say_one_name(left, right):
        return False
    return max(len(significant_digits(aspect.claim.quantity.low)) for aspect in (left, right)) <= _CHANCE_DIGITS


def _say_one_name(left: Aspect, right: Aspect) -> bool:
    """Whether the sentence of one says whom the other is about: "sent to York", "Leeds sent York"."""
    if have_one_name(left, right):
        return True
    return any(
        tells_apart(name) and other.says(name) for one, other in ((left, right), (right, left)) for name in one.names
    )


def are_related(left: Aspect, right: Aspect) -> bool:
    """Whether two figures are of one document, day, name or speaker, or their documents are named alike.

    Two firms have cash alike; the letter "larkfield-q3" and the call "larkfield-q3-call" are of one, and two texts
    that are named "budget" speak of one budget.
    """
    one, two = left.claim, right.claim
    if are_of_one_day(one, two) or left.names & right.names:
        return True
    heads = {stem(head) for head in left.heads & right.heads}
    named = _name_words(one.document) & _name_words(two.document)
    if any(weight_of(word) == 1 or word in heads for word in named):
        return True
    return one.speaker is not None and two.speaker is not None and one.speaker.name == two.speaker.name


def _name_words(document: str) -> set[str]:
    """The stems of a document's name, without its folders, months, and kinds of documents, as "call"."""
    words = re.findall(r"[a-z]{3,}", document.rpartition("/")[2].rpartition(".")[0].lower())
    return {stem(word) for word in words if word not in MONTHS and singular(word) not in lexicon().document_kinds}


def _sums_up(aspect: Aspect) -> bool:
    """Whether a figure is said to be of several things: "combined, we have spent $1.85 billion"."""
    return "combined" in aspect.claim.scope


def _is_of_one_digit(left: Aspect, right: Aspect) -> bool:
    """Whether the figures have one digit only, as "two" and "2,000", and no other stands beside both."""
    if left.beside & right.beside:
        return False
    return max(len(significant_digits(aspect.claim.quantity.low)) for aspect in (left, right)) == 1


def _on_one_day(left: Aspect, right: Aspect) -> bool:
    one, two = left.claim, right.claim
    if are_of_one_day(one, two):
        return True
    return has_one_stated_period(one, two) and not (left.is_share_or_change or right.is_share_or_change)


def is_thousandfold(left: Aspect, right: Aspect) -> bool:
    """Whether a scale word may have been mistaken for a thing well named: nothing moves a thousandfold in a day."""
    if left.is_share_or_change or right.is_share_or_change:
        return False
    one, two = left.claim.quantity, right.claim.quantity
    if not left.names & right.names and name_other_times(left.claim.document, right.claim.document):
        return False
    zeros = abs(one.size.adjusted() - two.size.adjusted())
    close = (aspect.zones.close for aspect in (left, right))
    named = any(weight_of(word) == 1 for word in frozenset.intersection(*close))
    return zeros % _SCALE_WORD == 0 and named and (len(significant_digits(one.low)) > 1 or _are_told_alike(left, right))


def _are_told_alike(left: Aspect, right: Aspect) -> bool:
    """Whether both are said of one noun, name and deed: "tested 5 million Americans", "tested 5 billion Americans"."""
    return have_one_deed(left, right) and left.heads == right.heads and left.names == right.names


def _is_telling(left: Aspect, right: Aspect) -> bool:
    """Whether two figures of two days are long enough, and of a thing named well enough, not to meet by chance."""
    digits = max(len(significant_digits(aspect.claim.quantity.low)) for aspect in (left, right))
    well_named = sum(weight_of(word) == 1 for word in left.zones.label & right.zones.label) >= _TELLING_WORDS
    return (
        not (left.is_share_or_change or right.is_share_or_change)
        and (digits >= _TELLING_DIGITS or (digits > 1 and well_named and left.claim.day is right.claim.day is None))
        and measure_one_noun(left, right)
    )


def _differ_in_a_digit(left: Aspect, right: Aspect) -> bool:
    """Whether two amounts of one talk, in the same words for one time, are the same but for one digit.

    "Cash flow for the quarter was $325 million ... our cash flow in the quarter was $355 million", "we declared a
    dividend of $0.47 ... once more: we declared a dividend of $0.45".
    """
    one, two = left.claim, right.claim
    if one.document != two.document or left.is_share_or_change or right.is_share_or_change:
        return False
    if left.dimension in ("time", "multiple", "count") or one.quantity.unit != two.quantity.unit:
        return False
    if not left.heads or (left.heads, left.names) != (right.heads, right.names):
        return False
    if left.zones.label != right.zones.label or one.modality is not two.modality:
        return False
    if any(claim.quantity.bound is not Bound.EXACT for claim in (one, two)):
        return False
    digits, others = (significant_digits(claim.quantity.low) for claim in (one, two))
    if len(digits) != len(others) or len(digits) < _FEWEST_DIGITS or sum(map(ne, digits, others)) != 1:
        return False
    if one.quantity.low.adjusted() != two.quantity.low.adjusted():
        return False
    if _limits(one) != _limits(two) or (len(digits) < _TELLING_DIGITS and one.speaker != two.speaker):
        return False
    times = {claim.period.text if claim.period is not None else "" for claim in (one, two)}
    stated = any(claim.period is not None and claim.period.stated for claim in (one, two))
    if len(times) == 1 and times != {""}:
        return stated
    return not stated and one.speaker is not None and one.speaker == two.speaker and have_one_deed(left, right)


def _limits(claim: Claim) -> frozenset[str]:
    """The words of a sentence that leave out or add something: "excluding leases", "before taxes"."""
    return lexicon().limiting.intersection(WORD.findall(claim.sentence.lower()))


def _stand_in_one_row(left: Aspect, right: Aspect) -> bool:
    """Whether the same figures stand beside two that nearly agree: "8 million masks, 14 million gowns" and "7.6, 14".

    Durations and small counts are beside everything; the parts of one sum have it beside both.
    """
    sizes = sorted(abs(aspect.claim.quantity.size) for aspect in (left, right))
    shared = {
        (dimension, size)
        for dimension, size in left.beside & right.beside
        if dimension != "time" and (dimension != "count" or size >= _SMALL_COUNT)
    }
    if not shared or (left.dimension, sum(sizes)) in shared:
        return False
    return sizes[1] <= sizes[0] * Decimal(weights().near_miss)
