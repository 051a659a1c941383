"""Nouns behind nouns: what a level is the level of, an increase an increase in, a comparison made with."""

from __future__ import annotations

from claimcheck.claims.grammar import is_noun, is_time, lemma_of, object_of
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words

CHANGED = ("of", "in", "on", "to")  # "a rise in rents", "a cut to the dividend"
_DEPTH = 12


def deep_noun(parse: Parse, index: int) -> int:
    """The noun behind nouns that only size it: "the level of trade turnover" is turnover."""
    for _ in range(_DEPTH):
        if not is_transparent(parse, index):
            return index
        inner = object_of(parse, index, ("of", "in"))
        if inner is None or is_time(parse.tokens[inner]):  # "the tax rate in the second quarter"
            compounds = [c.index for c in parse.children(index) if c.dep == "compound" and is_noun(c)]
            compounds = [at for at in compounds if at not in parse.inside]
            sizes = lemma_of(parse.tokens[index]) in words().size_nouns
            return compounds[-1] if compounds and sizes else index
        index = inner
    return index


def opened_noun(parse: Parse, index: int) -> int:
    """What an increase is an increase in: "sales" for "an increase in sales"."""
    if lemma_of(parse.tokens[index]) in words().change_nouns:
        inner = object_of(parse, index, CHANGED)
        if inner is not None and not is_time(parse.tokens[inner]):
            return deep_noun(parse, inner)
    return deep_noun(parse, index)


def compared_noun(parse: Parse, comparative: Token) -> int | None:
    """What a figure beside a comparative is held against, when its verb is about something else.

    "They camped in the wind, 10 mph less than the top speed of the storm" is about the speed; in "costs were 4% less
    than planned" the verb tells.
    """
    verb = parse.governor(comparative.index)
    if comparative.tag != "RBR" and comparative.tag != "JJR":
        return None
    if comparative.dep != "advmod" or verb is None or verb.pos != "VERB":
        return None
    first = min(token.index for token in parse.subtree(comparative.index))
    apart = first > 0 and parse.tokens[first - 1].pos == "PUNCT"
    if verb.lemma in words().up | words().down or (is_moving(verb) and not apart):
        return None
    than = [child for child in parse.children(comparative.index) if child.lemma == "than"]
    found = [noun for child in than for noun in parse.children(child.index) if noun.dep == "pobj" and is_noun(noun)]
    return deep_noun(parse, found[0].index) if found and found[0].index not in parse.inside else None


def is_moving(verb: Token) -> bool:
    """Whether a verb says how much its subject is or moves: "it totals $5", "it rose $5", but not "it lost $5"."""
    lists = words()
    moves = verb.lemma in lists.up | lists.down and verb.lemma not in lists.object_verbs
    return moves or verb.lemma in lists.level_verbs


def is_transparent(parse: Parse, index: int) -> bool:
    """Whether a noun only sizes another: "level", and "value" but for a "book value", a measure of its own."""
    noun = parse.tokens[index]
    before = parse.tokens[index - 1].lemma if index else ""
    return lemma_of(noun) in words().transparent_nouns and not (noun.lemma == "value" and before in words().kept_values)
