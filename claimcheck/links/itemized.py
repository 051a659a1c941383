"""One thing that stands twice in one list: "a million gowns, 3 million masks, 12 million gloves, 18,000 gowns"."""

from __future__ import annotations

import re

from claimcheck.links.aspect import Aspect
from claimcheck.links.phrases import behind, between, pattern
from claimcheck.links.words import singular, stem, weight_of
from claimcheck.model.claim import Modality

# An item is a figure and its noun, with at most one word that narrows it.
_ITEM = re.compile(r"^\s+((?:[a-z0-9-]+\s+)?[a-z]+)(?=\s*(?:,|;|\.|$|\band\b|\bon\b|\bin\b|\bat\b|\bfrom\b))")
_LATER = re.compile(r"\b(?:then|later|after|afterwards|before|next|again|another|more)\b")
_FIGURE = re.compile(r"\d")


def is_listed_twice(left: Aspect, right: Aspect) -> bool:
    """Whether two figures of one sentence are items of one list with the same noun, and others stand between them.

    "Three buses, two vans and four buses" names buses twice. "$3 million for roads and $4 million for roads in the
    north" narrows them, and so do two dates or places.
    """
    one, two = sorted((left, right), key=lambda aspect: aspect.claim.at)
    if one.dimension != "count" or two.dimension != "count" or one.claim.quantity.size == two.claim.quantity.size:
        return False
    if one.names != two.names or one.claim.trend or two.claim.trend:
        return False
    if {one.claim.modality, two.claim.modality} != {Modality.ASSERTED}:
        return False
    gap = between(one.claim, two.claim)
    item, again = (_ITEM.match(behind(aspect.claim)) for aspect in (one, two))
    if item is None or again is None or item[1] != again[1]:
        return False
    # The last noun of a list is often taken for a verb.
    noun = stem(singular(item[1].split()[-1]))
    if weight_of(noun) < 1 or noun not in one.head_stems | two.head_stems:
        return False
    told = pattern("<breaks>|<clausal>|<which_openers>").search(gap) or _LATER.search(gap)
    return not told and gap.count(",") > 1 and bool(_FIGURE.search(gap))
