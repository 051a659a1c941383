"""What a sum is for, when no noun says what it is: "$27 million to build up the reserve", "$75 million for schools"."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.grammar import is_noun, is_time
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words

_FOR = ("for", "on", "in", "to", "into", "from", "toward", "towards", "against")
_ITS_OWN = ("for", "on", "from", "toward", "towards")
_INFINITIVES = ("advcl", "xcomp", "relcl", "acl")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a sum is for: the nouns (token indexes) and the verb that is done with it, as in "to build up a reserve"."""

    nouns: tuple[int, ...] = ()
    verb: int | None = None


def purpose_of(parse: Parse, index: int, verb: int | None, light: bool) -> Purpose:
    """The purpose of the sum headed by token `index`.

    After a verb that says nothing of its own ("the act has $75 million for schools"), only what stands behind "for"
    or "to build" is a purpose; else any complement is ("we put $5 million into roads").
    """
    for holder in (index, verb, _including(parse, index)):
        if holder is None:
            continue
        for child in parse.children(holder):
            if child.index > index and _is_infinitive(parse, child) and holder != child.index:
                if holder != index and _is_for_another(parse, index, child.index):
                    continue
                return Purpose(tuple(_objects(parse, child)), child.index)
    found: list[int] = []
    for holder, prepositions in ((index, _ITS_OWN), (verb, _ITS_OWN if light else _FOR)):
        if holder is not None:
            found += [noun for noun in _behind(parse, holder, prepositions) if noun not in found]
    return Purpose(tuple(found))


def _including(parse: Parse, index: int) -> int | None:
    """The verb over a sum that another includes: "the act gives $27 million, including $16 million to build"."""
    leader = parse.governor(index)
    if leader is None or leader.lemma not in words().including_verbs:
        return None
    holder = parse.governor(leader.index)
    while holder is not None and holder.pos not in ("VERB", "AUX"):
        holder = parse.governor(holder.index)
    return None if holder is None else holder.index


def _is_for_another(parse: Parse, index: int, verb: int) -> bool:
    """Whether a sum that stands nearer to a purpose has it, as the one included in another."""
    return any(index < other < verb for _, other in parse.figures)


def _is_infinitive(parse: Parse, token: Token) -> bool:
    to = any(child.tag == "TO" and child.index < token.index for child in parse.children(token.index))
    return token.tag == "VB" and token.dep in _INFINITIVES and to


def _objects(parse: Parse, verb: Token) -> list[int]:
    objects = [child for child in parse.children(verb.index) if child.dep == "dobj" and is_noun(child)]
    return [child.index for child in objects if child.index not in parse.inside and not is_time(child)]


def _behind(parse: Parse, holder: int, prepositions: tuple[str, ...]) -> list[int]:
    return [
        noun.index
        for child in parse.children(holder)
        if child.dep in ("prep", "dative") and child.index > holder and child.lemma in prepositions
        for noun in parse.children(child.index)
        if noun.dep == "pobj" and _may_be_purpose(parse, noun)
    ]


def _may_be_purpose(parse: Parse, noun: Token) -> bool:
    """Whether a noun is no time, and has no figure of its own, as in "$3 million here, for a total of $9 million"."""
    if noun.index in parse.inside or not is_noun(noun) or is_time(noun):
        return False
    owned = (child for child in parse.children(noun.index) if child.dep == "prep" and child.lemma == "of")
    return not any(amount.index in parse.inside for of in owned for amount in parse.children(of.index))
