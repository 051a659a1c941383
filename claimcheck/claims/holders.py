"""Whose a measured thing is: "the clinic has performed 700 transplants" tells of the clinic's."""

from __future__ import annotations

from claimcheck.claims.grammar import is_noun, is_time, nearest_verb, subject_of, word_before_parenthesis
from claimcheck.claims.measure import Measured, noun_words
from claimcheck.claims.parse import Parse
from claimcheck.model.quantity import Quantity

_DEPTH = 12


def holder_words(parse: Parse, quantity: Quantity, measured: Measured) -> tuple[str, ...]:
    """Whose the measured thing is: "clinic" for "the clinic, which has performed 700 transplants".

    In "Reyes (18 goals)" it is what stands before the parenthesis.
    """
    verb = measured.verb
    host = word_before_parenthesis(parse, quantity)
    if host is not None and is_noun(host) and host.index not in parse.inside:
        return noun_words(parse, host.index) if host.index != measured.noun else ()
    for _ in range(_DEPTH):
        if verb is None:
            return ()
        subject, above = subject_of(parse, verb), parse.governor(verb)
        if subject is None:
            return ()
        if subject.tag in ("WDT", "WP") and above is not None and parse.tokens[verb].dep == "relcl":
            subject = above
        # "The clinic said it had hired 40 nurses", "the clinic has plans to hire 40 nurses": look one clause up.
        infinitive = any(child.tag == "TO" for child in parse.children(verb))
        if above is not None and (
            subject.lemma in ("it", "he", "she", "they") or (infinitive and subject.index == above.index)
        ):
            verb = nearest_verb(parse, above.index)
            continue
        names_nothing = subject.pos in ("PRON", "DET", "NUM", "VERB", "SYM") or subject.index in parse.inside
        if names_nothing or is_time(subject) or subject.index == measured.noun:
            return ()
        return noun_words(parse, subject.index)
    return ()
