"""How a figure is said: its modality and its role."""

from __future__ import annotations

import re

from claimcheck.claims.grammar import is_noun
from claimcheck.claims.measure import Measured
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.signals import pattern
from claimcheck.claims.words import words
from claimcheck.model.claim import Modality, Role
from claimcheck.model.quantity import Kind, Quantity

# "400, I mean 500" puts a figure right; "I mean, it costs $5" and "it should be about $5" do not.
_MEANT = r"\d[^.;]{0,25}<meant>,?\s+(?:[a-z]+\s+){0,2}[$€£]?\d"
_SLIP_AFTER = r"^\s*(?:--|—|–)\s*(?:[a-z]+\s+){0,4}(?:\$?\d|<scale_words>|percent)"
_SCALE_AFTER = r"^\s*(?:--|—|–)\s*<scale_words>"
_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")
# "They are below $10 million, OK?" asks nothing.
_TAG = r",\s+<tags>\s*\?\s*$"
_NEAR = 3


def modality_of(parse: Parse, index: int, quantity: Quantity, measured: Measured) -> Modality:
    """How firmly a figure is said: "not $107 billion" is denied, "we may reach 60%" a forecast."""
    lists, text = words(), parse.text
    before = [t.lemma for t in parse.tokens if t.end <= quantity.start][-_NEAR:]
    if _is_denied(parse, quantity, measured):
        return Modality.DENIED
    behind = text[quantity.end :]
    if pattern(_SLIP_AFTER).match(behind) and pattern("<put_right>").search(behind[:80]):
        return Modality.CORRECTED
    if pattern(_SCALE_AFTER).match(behind):
        return Modality.CORRECTED
    if pattern("<put_right>").search(text) or pattern(_MEANT).search(text):
        return Modality.CORRECTED
    if any(m.start() < quantity.start < m.end() for m in _QUOTES.finditer(text)):
        if pattern("<quoting>").search(text):
            return Modality.QUOTED
    if text.rstrip().endswith("?") and not pattern(_TAG).search(text):
        return Modality.QUESTION
    chain = _verb_chain(parse, measured.verb)
    modals = [child for verb in chain[:2] for child in _auxiliaries(parse, verb)]
    auxiliaries, texts = {child.lemma for child in modals}, {child.text.lower() for child in modals}
    if auxiliaries & lists.hypothetical_auxiliaries or texts & lists.hypothetical_auxiliaries:
        return Modality.HYPOTHETICAL
    markers = {child.lemma for verb in chain for child in parse.children(verb.index) if child.dep == "mark"}
    if markers & lists.hypothetical_markers:
        return Modality.HYPOTHETICAL
    if (auxiliaries | texts) & lists.forecast_auxiliaries:
        return Modality.FORECAST
    if any(verb.lemma in lists.forecast_verbs and verb.lemma not in ("go", "need", "want") for verb in chain):
        return Modality.FORECAST
    if any(verb.lemma == "go" and verb.tag == "VBG" and verb is not chain[0] for verb in chain):
        return Modality.FORECAST
    if set(before) & lists.target_nouns or set(measured.words[:1]) & lists.target_nouns:
        return Modality.FORECAST
    return Modality.ASSERTED


def _auxiliaries(parse: Parse, verb: Token) -> list[Token]:
    """The auxiliaries that say how sure a verb is; "I can report" and "you may recall" are sure of what they tell."""
    lists = words()
    if verb.lemma in lists.recalling_verbs:
        return []
    polite = lists.polite_auxiliaries if verb.lemma in lists.telling_verbs else frozenset()
    found = [child for child in parse.children(verb.index) if child.dep in ("aux", "auxpass")]
    return [child for child in found if child.lemma not in polite]


def role_of(parse: Parse, index: int, quantity: Quantity, measured: Measured, trend: str | None) -> Role:
    """How a figure stands to its measure: in "trade grew 40%" the 40% is a change, in "grew to 40%" a level."""
    lists = words()
    before = parse.text[: quantity.start].lower().split()
    if measured.words and set(measured.words) & lists.target_nouns:
        return Role.TARGET
    last = before[-1] if before else ""
    if quantity.kind in (Kind.PERCENT, Kind.POINT) and last != "to" and _is_of_change(parse, index, measured):
        return Role.CHANGE
    if trend is not None and (
        quantity.kind in (Kind.PERCENT, Kind.POINT, Kind.MULTIPLE) or _is_difference(parse, index, quantity)
    ):
        governing = _governing_word(parse, index)
        moves = lists.change_nouns | lists.up | lists.down | {"rate", "pace", "average"}
        if last == "to" or (last in ("at", "of") and governing not in moves):
            return Role.LEVEL
        return Role.CHANGE
    moves_to = last == "to" and measured.verb is not None and parse.tokens[measured.verb].lemma in lists.up | lists.down
    if measured.of_whole and quantity.kind is Kind.PERCENT and not moves_to:
        return Role.SHARE
    if quantity.kind is Kind.RATE:
        return Role.RATE
    if quantity.kind is Kind.MULTIPLE:
        return Role.CHANGE
    return Role.LEVEL


def _is_denied(parse: Parse, quantity: Quantity, measured: Measured) -> bool:
    lists = words()
    before = parse.text[: quantity.start].lower()
    if pattern(r"<denying>\s+(?:an?\s+|the\s+|just\s+)?$").search(before):
        return not pattern(r"\bnot <narrowing>\s*$").search(before)
    if pattern(r"<at_most>\s+$").search(before):
        return False  # "it will be not more than twelve" says how much it may be
    if measured.verb is None or parse.tokens[measured.verb].lemma in lists.including_verbs:
        return False  # "that doesn't include the 100,000 lamps in store" denies no lamp
    only = any(child.lemma in ("just", "only", "merely", "simply") for child in parse.children(measured.verb))
    return not only and any(
        child.dep == "neg" or (child.lemma in lists.negations and child.dep in ("advmod", "det"))
        for child in parse.children(measured.verb)
    )


def _verb_chain(parse: Parse, verb: int | None) -> list[Token]:
    """The governing verb and the verbs above it that it completes: "expect ... to reach"."""
    chain: list[Token] = []
    while verb is not None:
        token = parse.tokens[verb]
        chain.append(token)
        governor = parse.governor(verb)
        if (
            governor is None
            or token.dep not in ("xcomp", "ccomp", "conj", "advcl", "aux")
            or governor.pos not in ("VERB", "AUX")
        ):
            break
        marks = {child.lemma for child in parse.children(verb) if child.dep == "mark"}
        if token.dep == "advcl" and marks & words().factual_markers:
            break  # "although we test 400 a day, we could test more"
        if token.dep == "ccomp" and governor.lemma in words().telling_verbs:
            break  # "I can report that we have tested 400" is no forecast
        if token.dep == "ccomp" and verb < governor.index and _stands_alone(parse, token, governor):
            break  # "we have 400 beds, patients can be looked after" says two things
        if token.dep == "conj" and any(child.dep in ("nsubj", "nsubjpass", "aux") for child in parse.children(verb)):
            break
        verb = governor.index
    return chain


def _stands_alone(parse: Parse, token: Token, governor: Token) -> bool:
    """Whether a clause before another one is no object of it: it has a subject, and "we expect" does not follow."""
    return governor.lemma not in words().forecast_verbs and any(
        child.dep in ("nsubj", "nsubjpass") for child in parse.children(token.index)
    )


def _is_difference(parse: Parse, index: int, quantity: Quantity) -> bool:
    """Whether an amount is a change itself: "up by $3 million", "an increase of $3 million", "rose $3 million"."""
    last = parse.text[: quantity.start].lower().split()[-1:]
    if last in (["by"], ["up"], ["down"]):
        return True
    if last in (["to"], ["at"], ["from"]):
        return False
    if re.match(r"\s+(?:higher|lower)\b(?! (?:at|to|by)\b)", parse.text[quantity.end :]):
        return True  # "it was $0.09 higher than last year"
    before = next((token for token in reversed(parse.tokens) if token.end <= quantity.start), None)
    if before is not None and before.lemma in words().up | words().down:
        return True  # "gross profit per vehicle increased $602", whatever the parse makes of it
    governing = _governing_word(parse, index)
    return governing in words().change_nouns | words().up | words().down


def _is_of_change(parse: Parse, index: int, measured: Measured) -> bool:
    """Whether a percentage is that of a change: "a 30-point improvement in margins", "rent increases were 9%"."""
    changes = words().change_nouns
    noun = parse.governor(index)
    if noun is not None and noun.lemma in changes and is_noun(noun) and noun.index > index:
        return parse.tokens[index].dep in ("nummod", "compound", "amod", "nmod")
    return measured.words[:1] != () and measured.words[0] in changes and not measured.of_whole


def _governing_word(parse: Parse, index: int) -> str:
    token = parse.governor(index)
    while token is not None and token.tag in ("IN", "TO"):
        token = parse.governor(token.index)
    return token.lemma if token else ""
