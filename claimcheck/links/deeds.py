"""What is done, where it tells more than what is counted: "5,000 people were tested", "we have done 5,000 tests"."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.words import stem, weight_of
from claimcheck.links.zones import stems_in


class Deed(StrEnum):
    """NONE; NAMED: the one counts what is done in the other; SUFFERED: it is done to the people that are counted."""

    NONE = ""
    NAMED = "the one counts what is done in the other"
    SUFFERED = "one thing is done to the people that are counted"


def deed_of(left: Aspect, right: Aspect, is_slip: bool) -> Deed:
    """How a deed ties two figures: "15 reviews" and "reviewed by 15 people"; "195,000 tested", "195,000 took a test".

    People are not as many as what is done to them, so that "tested 400 people" and "600 tests" are two figures; where
    they look like a slip of each other they may be one.
    """
    for one, two in ((left, right), (right, left)):
        if one.claim.event and stem(one.claim.event) in two.head_stems:
            return Deed.NAMED
        if is_slip and _counts_people(one) and not _counts_people(two) and two.head_stems & _done(one):
            return Deed.SUFFERED
    if _counts_people(left) and _counts_people(right) and not _are_done_by_others(left, right):
        deeds = {stem(aspect.claim.event) for aspect in (left, right) if aspect.claim.event}
        if any(weight_of(deed) == 1 for deed in deeds & _done(left) & _done(right)):
            return Deed.SUFFERED
    return Deed.NONE


def have_one_deed(left: Aspect, right: Aspect) -> bool:
    """Whether one thing is done in both: "seized 3 tons", "3 tons have been seized"."""
    one, two = left.claim.event, right.claim.event
    return bool(one and two) and stem(one) == stem(two)


def _are_done_by_others(left: Aspect, right: Aspect) -> bool:
    """Whether each says who does it, and names another: "the mill employs", "the glass works employ"."""
    subjects = [stems_in(" ".join(aspect.claim.subject)) for aspect in (left, right)]
    doers = [{word for word in subject if weight_of(word) == 1} for subject in subjects]
    return all(doers) and not doers[0] & doers[1]


def _done(aspect: Aspect) -> set[str]:
    """The telling words beside a count of people: in "people have completed their testing" the test."""
    return {word for word in aspect.zones.close if weight_of(word) == 1}


def _counts_people(aspect: Aspect) -> bool:
    persons = lexicon().persons
    return aspect.dimension == "count" and any(head in persons for head in aspect.heads)
