"""Whether a figure is the amount by which something rises or falls: "rose 3%", "up by $2", "a drop of 5 points"."""

from __future__ import annotations

import re

from claimcheck.claims.grammar import SUBJECTS, is_noun, is_time
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_RELATIVE = (Kind.PERCENT, Kind.POINT, Kind.MULTIPLE)
_TIMES = (Kind.DURATION, Kind.AGE)
_ADVERBS = ("RB", "RBR", "RP", "IN", "JJR", "JJ")
# "190 points, or 0.6%", "3 points (5%)": the second says the first once more.
_AGAIN = re.compile(r"\s*(?:,?\s*or|,?\s*and|\()\s*(?:[a-z]+\s+){0,2}[$€£]?\s*", re.IGNORECASE)
# "at an average rate of 40%": the longest way from a figure up to the verb that gives its trend.
_CLIMB = 6
_HEDGES = ("under", "over", "about", "around", "between")  # "rose under 4%", but not "rose above 4%"


def trend_of(parse: Parse, index: int, quantity: Quantity) -> str | None:
    """The direction, "up" or "down", of which a figure is the amount, or None when it is none.

    In "exports dropped 7% to $2.3 billion" the 7% has "down" and the level none; a count of things has none.
    """
    if quantity.kind is Kind.PERCENT and quantity.text[:1] in "-−+":
        return "up" if quantity.text[0] == "+" else "down"
    token = parse.tokens[index]
    if token.pos == "VERB" and quantity.kind is Kind.MULTIPLE:
        return _direction(token)
    beside = _beside(parse, index, quantity)
    if beside is not None:
        return beside
    before = [(other, at) for other, at in parse.figures if other.end <= quantity.start]
    between = parse.text[before[-1][0].end : quantity.start] if before else ""
    if before and _AGAIN.fullmatch(between):
        first, at = before[-1]
        if "and" not in between.lower() or first.dimension == quantity.dimension:
            return trend_of(parse, at, first)
    return _governing(parse, index, quantity)


def _direction(token: Token) -> str | None:
    lists = words()
    said = {token.lemma, token.text.lower()}
    if is_noun(token) and not said & lists.change_nouns:
        return None  # "a $150,000 contract" does not contract
    return "up" if said & lists.up else "down" if said & lists.down else None


def _beside(parse: Parse, index: int, quantity: Quantity) -> str | None:
    """The trend of the adverb next to a figure: "up about 5%", "down by $3", "4% higher"."""
    compared = False
    for token in reversed([token for token in parse.tokens if token.end <= quantity.start]):
        if token.tag in _ADVERBS and token.text.lower() in words().direction_adverbs:
            verb = parse.tokens[token.head]
            figures = verb.index in parse.inside  # "the index, at 6,309 up 58 points"
            if (
                token.dep == "prt"
                and not figures
                and verb.lemma not in words().direction_verbs | words().up | words().down
            ):
                return None  # "racked up $5 million"
            # "lower than 8 points" is a level, "up more than 8 points" is not.
            return None if compared and token.tag in ("JJR", "RBR") else _direction(token)
        compared = token.lemma == "than"
        if token.lemma not in words().dropped_modifiers and token.lemma not in ("by", "a", "an", "than", "as", "$"):
            break
    after = [token for token in parse.tokens[index:] if token.start >= quantity.end][:2]
    if not after or after[0].text.lower() not in words().direction_adverbs or after[0].tag not in _ADVERBS:
        return None
    follows = after[1] if len(after) > 1 else after[0]
    # "a 5% down payment", "50% up from 40%" and the first in "6,300 up 58 points" are levels.
    level = (
        _attributive(parse, after[0])
        or follows.pos in ("NUM", "SYM")
        or follows.lemma in ("from", "to", "for", "until")
    )
    return None if level else _direction(after[0])


def _attributive(parse: Parse, word: Token) -> bool:
    """Whether an adverb belongs to the noun behind it: "a 5% down payment", but not "4% higher sales"."""
    noun = next((t for t in parse.tokens[word.index + 1 : word.index + 2] if is_noun(t)), None)
    if noun is None or noun.index in parse.inside or word.tag in ("JJR", "RBR"):
        return False
    return word.head == noun.index or noun.head == word.index


def _governing(parse: Parse, index: int, quantity: Quantity) -> str | None:
    """The trend of the verb, noun or adverb that a figure hangs on as an amount, not as a level or a time."""
    token, preposition = parse.tokens[index], ""
    for _ in range(_CLIMB):
        governor = parse.governor(token.index)
        if governor is None:
            return None
        if governor.tag in ("IN", "TO"):
            if governor.lemma in ("by", "of", "at"):
                preposition = governor.lemma
            elif governor.lemma not in _HEDGES or quantity.kind in _TIMES:
                return None
        elif governor.pos in ("VERB", "AUX"):
            return _of_verb(governor, token, quantity, preposition)
        elif governor.index in parse.inside:
            preposition = ""
        elif is_noun(governor):
            if quantity.kind is Kind.COUNT and token.dep != "pobj" and not preposition:
                return None  # "five cuts" and "slide 5", unlike "a cut of five"
            found = _of_noun(parse, governor, quantity)
            if found is not None:
                return found
            passes = governor.lemma in words().transparent_nouns or governor.dep == "compound"
            passes = passes or (is_time(governor) and token.index == index)
            if (
                quantity.kind is Kind.COUNT
                or not passes
                or (token.index == index and governor.dep != "compound" and not is_time(governor))
            ):
                return None
            preposition = ""
        elif governor.pos in ("ADJ", "ADV") and _direction(governor):
            level = preposition not in ("", "by") or _attributive(parse, governor)
            return None if level else _direction(governor)
        token = governor
    return None


def _of_verb(verb: Token, below: Token, quantity: Quantity, preposition: str) -> str | None:
    if below.dep in SUBJECTS or preposition == "of" or (preposition == "at" and quantity.kind not in _RELATIVE):
        return None
    if preposition != "by":
        if quantity.kind in _TIMES:
            return None
        # "raise $5 million" and "lose $5 million" name a sum, "gained $5" and "raised fees by $5" a change.
        if quantity.kind not in (Kind.PERCENT, Kind.POINT, Kind.MEASURE) and verb.lemma in words().object_verbs:
            return None
    return _direction(verb)


def _of_noun(parse: Parse, noun: Token, quantity: Quantity) -> str | None:
    """The trend of "a 4% increase", "a growth rate of 4%"; a loss of money is a sum, no change of one."""
    if quantity.kind in _TIMES or (noun.lemma in words().sum_nouns and _is_money(quantity)):
        return None
    inner = [child for child in parse.children(noun.index) if child.dep in ("compound", "amod")]
    narrows = noun.lemma in words().transparent_nouns
    return _direction(noun) or next((_direction(child) for child in inner if narrows and _direction(child)), None)


def _is_money(quantity: Quantity) -> bool:
    return quantity.dimension.startswith("money")
