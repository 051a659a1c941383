"""Whose a measured thing is: "the clinic has performed 700 transplants" tells of the clinic's."""

from __future__ import annotations

from claimcheck.claims.grammar import (
    PROPER_TAGS,
    is_noun,
    is_time,
    lemma_of,
    meant_by,
    nearest_verb,
    subject_of,
    word_before_parenthesis,
)
from claimcheck.claims.measure import OF_AGE, Measured, noun_words, says_when
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_DEPTH = 12


def holder_words(parse: Parse, quantity: Quantity, measured: Measured) -> tuple[str, ...]:
    """Whose the measured thing is: "clinic" for "the clinic, which has performed 700 transplants".

    In "Reyes (18 goals)" it is what stands before the parenthesis, in "a squad of 40 players" the squad, and in
    "they lifted output to 5 tons of zinc" the output.
    """
    if says_when(parse, quantity):
        return ()
    host = word_before_parenthesis(parse, quantity)
    if host is not None and is_noun(host) and host.index not in parse.inside:
        return noun_words(parse, host.index) if host.index != measured.noun else ()
    around = _around(parse, quantity, measured)
    if around is not None:
        return noun_words(parse, around)
    return _by_verb(parse, quantity, measured)


def _around(parse: Parse, quantity: Quantity, measured: Measured) -> int | None:
    """The noun whose phrase holds a counted one, or that a verb moves to so much of another."""
    if measured.noun is None:
        return None
    if quantity.kind is Kind.COUNT:
        for at in (measured.noun, *(index for other, index in parse.figures if other.start == quantity.start)):
            above = parse.governor(at)
            whole = parse.governor(above.index) if above is not None and above.lemma == "of" else None
            if whole is not None and is_noun(whole) and _names(parse, whole) and whole.index != measured.noun:
                return whole.index if lemma_of(whole) not in words().transparent_nouns else None
    if measured.verb is None or parse.tokens[measured.verb].lemma not in words().up | words().down:
        return None
    moved = [child for child in parse.children(measured.verb) if child.dep == "dobj" and child.index < measured.noun]
    moved = [child for child in moved if _names(parse, child) and child.end <= quantity.start]
    return moved[0].index if moved and moved[0].index != measured.noun else None


def _by_verb(parse: Parse, quantity: Quantity, measured: Measured) -> tuple[str, ...]:
    """The subject of the figure's verb, or of the clause above it when a pronoun stands for that one's."""
    verb = measured.verb
    for _ in range(_DEPTH):
        if verb is None:
            return ()
        subject, above = subject_of(parse, verb), parse.governor(verb)
        if subject is None:
            return ()
        if subject.tag in ("WDT", "WP") and above is not None and parse.tokens[verb].dep == "relcl":
            subject = meant_by(parse, subject, above)
        does = parse.governor(subject.index)
        if subject.lemma == "it" and does is not None and does.lemma == "cost":
            return ()  # "the firm says it will cost $5": what costs is not who says so
        # "The clinic said it had hired 40 nurses", "the clinic has plans to hire 40 nurses": look one clause up.
        infinitive = any(child.tag == "TO" for child in parse.children(verb))
        if above is not None and (
            subject.lemma in ("it", "he", "she", "they") or (infinitive and subject.index == above.index)
        ):
            verb = nearest_verb(parse, above.index)
            continue
        if subject.index in parse.inside:
            return _person(parse, subject) if not OF_AGE.search(quantity.text) else ()
        if not _names(parse, subject) or subject.index == measured.noun:
            return ()
        return noun_words(parse, subject.index) + _called(parse, verb, measured)
    return ()


def _person(parse: Parse, subject: Token) -> tuple[str, ...]:
    """Somebody who is only named by age: "a 60-year-old pays 4%"."""
    said = parse.text[subject.start : subject.end].lower().replace(" ", "-")
    return (said.removesuffix("s"),) if OF_AGE.search(said) else ()


def _called(parse: Parse, verb: int, measured: Measured) -> tuple[str, ...]:
    """The name that the clause gives to its subject: "the winner was The Wild Swan, with 2 million sales"."""
    above = parse.governor(verb)
    for at in (verb, above.index if above is not None else verb):
        named = [child for child in parse.children(at) if child.dep == "attr" and child.tag in PROPER_TAGS]
        if named and named[0].index != measured.noun and parse.tokens[at].lemma == "be":
            return noun_words(parse, named[0].index)
    return ()


def _names(parse: Parse, token: Token) -> bool:
    """Whether a word can name a holder: a noun that is no time and no part of a figure."""
    named = token.pos not in ("PRON", "DET", "NUM", "VERB", "SYM") and token.index not in parse.inside
    return named and not is_time(token)
