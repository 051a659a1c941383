"""A name on one side, and what it stands for on the other: "Harbour Lights sold 900 copies", "the book sold 800"."""

from __future__ import annotations

import re

from claimcheck.links.aspect import Aspect
from claimcheck.links.words import stem

_DEFINITE = r"\b(?:the|this|its|their)\s+(?:\w+\s+)?"


def may_refer(left: Aspect, right: Aspect) -> bool:
    """Whether one text may speak of what the other one names: the subject of one is "the book", of the other a title.

    Only of texts that are told to be about one thing, as a claim and its evidence; two books have two titles.
    """
    return _refers(left, right) or _refers(right, left)


def _has_name(word: str, aspect: Aspect) -> bool:
    """Whether a sentence gives a kind of thing its name: "the novel Harbour Lights"."""
    return re.search(rf"\b{word} [A-Z“\"]", aspect.claim.sentence) is not None


def _refers(one: Aspect, two: Aspect) -> bool:
    """Whether one figure's subject or holder is a thing without a name, and the other figure has a name."""
    claim = one.claim
    if claim.document == two.claim.document or not two.names - one.names:
        return False
    subjects = {word for word in (*claim.subject, *claim.holders, *claim.measure) if word.isalpha()}
    named = {word for name in one.names for word in name.split()}
    sentence = claim.sentence
    # What both name by its kind needs no name.
    alone = sorted(word for word in subjects - named if stem(word) not in two.zones.every or _has_name(word, two))
    return any(re.search(rf"{_DEFINITE}{word}s?\b", sentence, re.IGNORECASE) for word in alone)
