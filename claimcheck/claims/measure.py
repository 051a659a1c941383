"""What a figure measures: the noun it counts or sizes, with its modifiers, from the parse."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claims.grammar import (
    PROPER_TAGS,
    compound_before,
    is_noun,
    is_time,
    lemma_of,
    nearest_verb,
    word_before_parenthesis,
)
from claimcheck.claims.noun import locate_noun
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.purpose import purpose_of
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_COMPLEMENT_PREPOSITIONS = frozenset(
    ["of", "for", "in", "with", "between", "from", "to", "on", "among", "against", "per", "by", "at"]
)


_WHEN_BEFORE = re.compile(
    r"\b(?:(?:in|over|during) (?:these|those)|"
    r"(?:the|these|our|its)\s+(?:last|past|next|previous|preceding|coming|first|trailing))\s+$",
    re.IGNORECASE,
)
_WHEN_AFTER = re.compile(r"\s+(?:ago|earlier|later|before|after|from now|prior|hence)\b", re.IGNORECASE)
OF_AGE = re.compile(r"year[- ]olds?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """The measured noun of a figure.

    `noun` and `verb` are token indexes (None when there is none); `words` is the noun's lemma and its
    modifiers'. `elided` says that the noun was left out
    ("another 13"), `pointing` that a pronoun stands for it ("it has grown by 40%"), `of_whole` that the figure
    is a share of the noun ("53% of tariffs"). `pronoun` is that pronoun's index. `heads` are the noun and those
    coordinated with it.
    """

    noun: int | None = None
    verb: int | None = None
    words: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    elided: bool = False
    pointing: bool = False
    pronoun: int | None = None
    of_whole: bool = False


def find_measured(parse: Parse, index: int, quantity: Quantity) -> Measured:
    """What the figure headed by token `index` measures.

    "The level of trade has reached $9 billion" measures trade; "over 4,000 drug crimes" counts drug crimes;
    "another 13 are being drafted" has its noun elided.
    """
    verb = nearest_verb(parse, index)
    if says_when(parse, quantity) or _is_person(parse, index, quantity):
        return Measured(verb=verb)
    noun, of_whole = locate_noun(parse, index, quantity)
    host = word_before_parenthesis(parse, quantity)
    if host is not None and (noun is None or parse.tokens[noun].index <= host.index):
        first = [(other, at) for other, at in parse.figures if other.start == host.start]
        if first:  # "8.9 miles (14.3 km)": one length, said twice
            return find_measured(parse, first[0][1], first[0][0])
        noun = host.index if is_noun(host) else noun
    if noun is None:
        if quantity.kind is Kind.COUNT:
            return Measured(verb=verb, elided=True)
        return Measured(verb=verb, words=_done(parse, index, quantity, verb))
    token = parse.tokens[noun]
    if token.lemma in words().pointing_pronouns or token.pos == "PRON":
        said = _done(parse, index, quantity, verb) if quantity.kind in (Kind.RATE, Kind.MEASURE) else ()
        return Measured(verb=verb, words=said, pointing=True, pronoun=noun, of_whole=of_whole)
    return Measured(noun, verb, noun_words(parse, noun, quantity), heads=_heads(parse, noun), of_whole=of_whole)


def noun_words(parse: Parse, noun: int, quantity: Quantity | None = None) -> tuple[str, ...]:
    """The noun's lemma, then its modifiers': "adjusted EBITDA margin" is ("margin", "adjusted", "ebitda")."""
    head = parse.tokens[noun]
    kept = [lemma_of(head)]
    kept += [lemma_of(token) for token in _modifiers(parse, noun, quantity, 3)]
    before = compound_before(parse, noun)
    if before is not None:
        kept += [parse.tokens[before + 1].text.lower(), lemma_of(parse.tokens[before])]
        kept += [lemma_of(token) for token in _modifiers(parse, before, quantity, 3)]
    return tuple(dict.fromkeys(word for word in kept if word))


def says_when(parse: Parse, quantity: Quantity) -> bool:
    """Whether a duration is only a time: "over the past four years", "two years later"; it measures nothing."""
    if quantity.kind is not Kind.DURATION:
        return False
    before, after = parse.text[: quantity.start], parse.text[quantity.end :]
    return bool(_WHEN_BEFORE.search(before) or _WHEN_AFTER.match(after))


def _is_person(parse: Parse, index: int, quantity: Quantity) -> bool:
    """Whether an age stands for somebody of that age and measures nothing: "a 60-year-old withdrew $200"."""
    if not OF_AGE.search(quantity.text):
        return False
    noun = parse.governor(index)
    return noun is None or not is_noun(noun) or noun.index < index


def _done(parse: Parse, index: int, quantity: Quantity, verb: int | None) -> tuple[str, ...]:
    """What is done with an amount that has no noun: "we spent $5 million on roads" is ("spend", "road")."""
    lemma = parse.tokens[verb].lemma if verb is not None else ""
    light = len(lemma) < 2 or lemma in words().level_verbs | words().light_verbs
    if light and quantity.kind is not Kind.MONEY:
        return ()
    purpose = purpose_of(parse, index, verb, light)
    acts = parse.tokens[index].dep == "nsubj" and quantity.kind is Kind.MONEY  # "$5 million goes to roads"
    said = [] if light or acts else [lemma]
    said += [word for noun in purpose.nouns for word in noun_words(parse, noun)]
    said += [parse.tokens[purpose.verb].lemma] if purpose.verb is not None else []
    return tuple(dict.fromkeys(said))


def _heads(parse: Parse, noun: int) -> tuple[str, ...]:
    """The noun and those coordinated with it: "integration and trade have reached" has both."""
    found = [lemma_of(parse.tokens[noun])]
    figures = parse.inside
    for child in parse.children(noun):
        if child.dep == "conj" and child.index > noun and is_noun(child):
            if not any(grandchild.index in figures for grandchild in parse.children(child.index)):
                found.append(lemma_of(child))
    return tuple(found)


def _modifiers(parse: Parse, noun: int, quantity: Quantity | None, depth: int) -> list[Token]:
    found: list[Token] = []
    figures = parse.inside
    for child in parse.children(noun):
        if child.index in figures or child.pos in ("NUM", "SYM", "PUNCT", "DET"):
            continue
        if child.dep in ("amod", "compound", "nmod", "poss", "advmod", "npadvmod"):
            if child.pos == "PRON" or (child.tag in ("NNP", "NNPS", "RB") and child.dep == "advmod"):
                continue
            found.append(child)
            found.extend(_modifiers(parse, child.index, quantity, depth - 1) if depth else [])
        elif child.dep == "conj" and depth and child.index > noun and is_noun(child):
            if not any(grandchild.index in figures for grandchild in parse.children(child.index)):
                found.append(child)
        elif child.dep == "prep" and depth and child.lemma in _COMPLEMENT_PREPOSITIONS:
            for grandchild in parse.children(child.index):
                if grandchild.dep == "pobj" and grandchild.index not in figures and is_noun(grandchild):
                    if is_time(grandchild):
                        continue
                    found.append(grandchild)
                    found.extend(_modifiers(parse, grandchild.index, quantity, depth - 1))
        elif child.dep == "appos" and child.tag in PROPER_TAGS and child.index > noun:
            found.append(child)  # "their daughter Ada"
    return [token for token in found if lemma_of(token) not in words().dropped_modifiers | words().time_nouns]
