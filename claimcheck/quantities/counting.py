"""Number words and digits that count nothing: "no one", "one of the", "phase two", "the million", "49ers"."""

from __future__ import annotations

from claimcheck.model.quantity import Kind
from claimcheck.quantities.figure import Figure
from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import WORD, Tokens


def counts_nothing(tokens: Tokens, figure: Figure, table: Numbers) -> bool:
    """Whether number words are no figure: the pronoun "one", "nil", "the million that"."""
    word, before = tokens[figure.first].low, tokens[figure.first - 1]
    if not figure.in_words or figure.last != figure.first + 1 or figure.unit.name:
        return word == "one" and figure.kind is Kind.DURATION and before.low in words_of("before_pronoun_one")
    if word in table.bare_scales:
        return _is_bare_scale_alone(tokens, figure)
    if table.ones.get(word) == 0:
        return word == "nil" or tokens[figure.last].text == "-"
    return word == "one" and _is_pronoun(tokens, figure)


def _is_bare_scale_alone(tokens: Tokens, figure: Figure) -> bool:
    """ "hundred" counts before a noun ("thousand liters"), not in "the hundred" or "a baker's dozen is"."""
    follower = tokens[figure.last]
    if follower.kind != WORD or follower.low in words_of("function_words"):
        return follower.low != "of"
    return tokens[figure.first - 1].low in words_of("before_named_scales")


def _is_pronoun(tokens: Tokens, figure: Figure) -> bool:
    """ "one" counts before a noun or as an answer; "one of the", "no one" and "the one that" do not count."""
    before, follower = tokens[figure.first - 1], tokens[figure.last]
    if before.low in words_of("before_pronoun_one") or follower.text in ("'", "’"):
        return True
    if follower.kind == WORD:
        return follower.low in words_of("behind_pronoun_one")
    alone = before.kind == "" and follower.kind == ""
    return not alone and before.low not in words_of("before_lone_one")


def is_labelled(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number word is a name, as "phase two" and "slide nine" are."""
    label, follower = tokens[figure.first - 1].low, tokens[figure.last]
    if not figure.in_words or not figure.is_bare or figure.last != figure.first + 1:
        return False
    named = label in words_of("labels") and label not in words_of("weak_labels") | {"no", "nr"}
    return named and not (follower.kind == WORD and follower.low.endswith("s"))


def is_part_of_name(tokens: Tokens, figure: Figure) -> bool:
    """Whether letters that are no unit stand right behind the digits: "49ers", "12B8"."""
    glued = tokens[figure.last].kind == WORD and tokens.attached(figure.last)
    return glued and figure.is_bare and not figure.in_words
