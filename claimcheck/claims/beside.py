"""Nouns next to a figure, where the order of words tells more than the parse."""

from __future__ import annotations

from claimcheck.claims.grammar import PROPER_TAGS, is_noun, is_time, words_after
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_HEDGES = (
    "more",
    "than",
    "up",
    "to",
    "over",
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "least",
    "at",
    "just",
    "~",
)
_REACH = 6


def noun_after(parse: Parse, index: int, quantity: Quantity) -> int | None:
    """The noun that names a figure from behind: "$7 million (EUR 6 million) in deposits", "4 mm inner diameter".

    A noun with a determiner is a place or a whole and names no figure: "$7 million in the north".
    """
    if quantity.kind is Kind.COUNT and not quantity.unit:
        return None
    after = words_after(parse, quantity)
    if not after:
        return None
    if after[0].lemma == "in" and quantity.kind is Kind.MONEY:
        return _head_of_run(parse, after[1:])
    if parse.governor(index) is None and after[0].tag == "VBG" and quantity.kind is Kind.MEASURE:
        return next((t.index for t in after[1:2] if is_noun(t)), None)  # "a 12 °C melting point"
    determined = any(child.dep == "det" for child in parse.children(index))
    if determined and quantity.kind is not Kind.COUNT and after[0].index == parse.tokens[index].head:
        if after[0].pos == "VERB" and quantity.end < after[0].start:
            return after[0].index  # "a 5 kilometre run"
    named = [child for child in parse.children(index) if child.dep == "appos" and is_noun(child)]
    between = [token for token in after if named and token.start <= named[0].start]
    if named and named[0].index not in parse.inside and all(t.pos in ("ADJ", "NOUN", "PROPN") for t in between):
        return named[0].index
    return None


def noun_before(parse: Parse, quantity: Quantity, ties: tuple[str, ...]) -> int | None:
    """The noun that a word ties to a figure: "grant" in "a grant worth $8 million", with "worth" among `ties`."""
    before = [token for token in parse.tokens if token.end <= quantity.start][-_REACH:]
    while before and before[-1].text.lower() in _HEDGES:
        before.pop()
    if len(before) < 2 or before[-1].text.lower() not in ties:
        return None
    noun = before[-2]
    # In "the greeting cards market worth $2 million" only the parser takes "market" for a verb.
    named = is_noun(noun) or (before[-1].text == "worth" and noun.tag in ("VB", "VBP") and noun.lemma != "be")
    return noun.index if named and not is_time(noun) and noun.index not in parse.inside else None


def name_before(parse: Parse, quantity: Quantity) -> int | None:
    """The name in a list that a move stands right behind: "Foxglove, down 68p at 112p, Harrow, up 2%"."""
    before = [token for token in parse.tokens if token.end <= quantity.start]
    if before and before[-1].text.lower() in ("at", "to"):
        moved = [other for other, _ in parse.figures if other.end <= before[-1].start]
        return name_before(parse, moved[-1]) if moved and before[-1].start - moved[-1].end <= 1 else None
    while before and before[-1].text.lower() in _HEDGES[:-1] and before[-1].text.lower() != "up":
        before.pop()
    if len(before) < 3 or before[-1].text.lower() not in ("up", "down") or before[-2].text not in (",", "("):
        return None
    name = before[-3]
    listed = name.dep in ("attr", "appos", "npadvmod", "conj", "ROOT", "nsubj", "dobj")
    return name.index if name.tag in PROPER_TAGS and listed and name.index not in parse.inside else None


def _head_of_run(parse: Parse, after: list[Token]) -> int | None:
    """The last noun of the words behind "in" when they are adjectives and common nouns only."""
    head: Token | None = None
    for token in after:
        if token.tag == "POS" and head is not None:
            continue  # "$79 in shareholders' equity"
        adjective = token.pos in ("ADJ", "ADV") or token.tag == "VBN"  # "in adjusted book value"
        if token.index in parse.inside or not (adjective or token.pos == "NOUN") or token.tag in PROPER_TAGS:
            break
        head = token if is_noun(token) else head
    if head is None or is_time(head) or head.lemma in words().transparent_nouns:
        return None
    return head.index
