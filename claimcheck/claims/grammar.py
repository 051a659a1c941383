"""Small questions to a parse that several modules ask: is it a noun, what governs it, what stands behind "of"."""

from __future__ import annotations

from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Quantity

NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "VBG")
PROPER_TAGS = ("NNP", "NNPS")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_DEPTH = 12


def is_noun(token: Token) -> bool:
    """Whether a token is a common or proper noun: "trade", "Norway"."""
    return token.tag in NOUN_TAGS and token.pos in ("NOUN", "PROPN")


def is_time(token: Token) -> bool:
    """Whether a token is a unit of time or the name of a month: "quarter", "May"."""
    return lemma_of(token) in words().time_nouns


def lemma_of(token: Token) -> str:
    """The word to say for a token: "knife" for "knives", but "earnings" and "printed" as they are."""
    text = token.text.lower()
    if token.tag in PROPER_TAGS or text in words().plural_nouns:
        return text.strip("-–—'’\".,")
    if text in words().plurals_in_s:
        return text.removesuffix("s")
    # "Printed samples" and "sampling came to ..." are not about the verb.
    adjective = token.tag in ("VBN", "VBG", "VBD") and token.dep in ("amod", "compound", "nmod")
    gerund = token.tag == "VBG" and (is_noun(token) or token.dep in SUBJECTS)
    word = text if adjective or gerund else token.lemma
    return word.strip("-–—'’\".,")


def nearest_verb(parse: Parse, index: int) -> int | None:
    """The verb that governs a token: "reached" for "$9 billion" in "trade reached $9 billion"."""
    for _ in range(len(parse.tokens)):
        token = parse.tokens[index]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound"):
            return index
        if token.head == index:
            return None
        index = token.head
    return None


def meant_by(parse: Parse, pronoun: Token, noun: Token) -> Token:
    """The noun that a relative pronoun stands for, of which the parse gives the nearest.

    "Which" is nobody: in "the bonus for the director, which came to $9,000" it is the bonus.
    """
    called = parse.governor(noun.index)
    somebody = called if called is not None and noun.dep == "appos" else noun  # "the director, Ada Falk, which"
    if pronoun.lemma != "which" or lemma_of(somebody) not in words().person_nouns:
        return noun
    preposition = parse.governor(somebody.index)
    above = parse.governor(preposition.index) if preposition is not None and preposition.tag in ("IN", "TO") else None
    if above is not None and above.pos == "VERB":  # "they paid a bonus to the mayor, which"
        above = next((child for child in parse.children(above.index) if child.dep == "dobj"), None)
    return above if above is not None and is_noun(above) and above.index not in parse.inside else noun


def subject_of(parse: Parse, verb: int) -> Token | None:
    """The subject of a verb, also when it is shared: "trade rose and reached $9 billion"."""
    for _ in range(_DEPTH):
        for child in parse.children(verb):
            if child.dep in SUBJECTS:
                return child
        token = parse.tokens[verb]
        governor = parse.governor(verb)
        cut_off = _cut_off(parse, token)
        if cut_off is not None or governor is None:
            return cut_off
        if token.dep in ("relcl", "acl") and governor.tag in NOUN_TAGS:
            return governor
        if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "aux", "pcomp", "prep", "dep", "parataxis"):
            return None
        if token.dep == "ccomp" and any(
            child.lemma == "that" and child.dep == "mark" for child in parse.children(verb)
        ):
            return None  # "the paper says that 40 were sold": no paper was sold
        verb = governor.index
    return None


def _cut_off(parse: Parse, verb: Token) -> Token | None:
    """The subject that the parse took from its verb, if it did.

    "The average rating is of 6.4" may lack one, and in "a Venus day, called a turn, is 5,832 hours" what stands between
    the commas may have been given it.
    """
    if verb.lemma != "be" or verb.tag not in ("VBZ", "VBD", "VBP") or verb.index < 1:
        return None
    above, before = parse.governor(verb.index), parse.tokens[verb.index - 1]
    if above is None and before.pos == "NOUN" and before.index not in parse.inside:
        return before
    asides = [above] if above is not None and verb.dep == "conj" else parse.children(verb.index)
    for aside in asides:
        if aside.index < verb.index and aside.tag in ("VBD", "VBN") and before.text == ",":
            lost = [child for child in parse.children(aside.index) if child.dep == "npadvmod" and is_noun(child)]
            if lost and lost[0].index < aside.index and parse.tokens[aside.index - 1].text == ",":
                return lost[0]
    return None


def object_of(parse: Parse, index: int, prepositions: tuple[str, ...], skip: int = -1) -> int | None:
    """The noun behind one of the prepositions that hang on a token."""
    for child in parse.children(index):
        if child.dep == "prep" and child.lemma in prepositions and child.index > index:
            for grandchild in parse.children(child.index):
                if (
                    grandchild.dep == "pobj"
                    and grandchild.index != skip
                    and (is_noun(grandchild) or grandchild.pos == "PRON")
                ):
                    if grandchild.index in parse.inside:
                        continue
                    return grandchild.index
    return None


def compound_before(parse: Parse, noun: int) -> int | None:
    """The noun that a participle was wrongly cut off from: "lines" in "the commercial lines combined ratio".

    Between two nouns without an article a past participle is part of a compound.
    """
    first = min(token.index for token in parse.subtree(noun))
    if parse.tokens[noun - 1].tag == "VBN" and parse.tokens[noun - 1].dep == "acl":
        first = noun - 1
    participle = parse.tokens[first]
    if first < 1 or participle.tag not in ("VBN", "VBD") or participle.dep not in ("amod", "acl"):
        return None
    before = parse.tokens[first - 1]
    return before.index if is_noun(before) and not is_time(before) and before.index not in parse.inside else None


def whole_of(parse: Parse, index: int, quantity: Quantity) -> int | None:
    """The noun that a figure is so much of: "tariffs" for 53% in "$5 million or 53% of tariffs"."""
    after = words_after(parse, quantity)
    if after and after[0].lemma == "of" and after[0].pos == "ADP":
        behind = [child for child in parse.children(after[0].index) if child.dep == "pobj"]
        behind = [
            child for child in behind if child.index not in parse.inside and (is_noun(child) or child.pos == "PRON")
        ]
        return behind[0].index if behind else None
    found = object_of(parse, index, ("of",))
    if found is None:
        return None
    between = any(quantity.end <= other.start < parse.tokens[found].start for other, _ in parse.figures)
    return None if between else found


def words_after(parse: Parse, quantity: Quantity) -> list[Token]:
    """The tokens behind a figure, without a parenthesis that follows it at once."""
    after = [token for token in parse.tokens if token.start >= quantity.end]
    depth = 0
    while after and (depth or after[0].text == "("):
        depth += {"(": 1, ")": -1}.get(after[0].text, 0)
        after = after[1:]
    return after


def word_before_parenthesis(parse: Parse, quantity: Quantity) -> Token | None:
    """The word before a parenthesis that a figure stands in, when no verb stands there before it."""
    opening = parse.text.rfind("(", 0, quantity.start)
    if opening < 0 or ")" in parse.text[opening : quantity.start]:
        return None
    between = [token for token in parse.tokens if opening < token.start < quantity.start]
    if any(token.pos in ("VERB", "AUX") for token in between):
        return None
    return next((token for token in reversed(parse.tokens) if token.end <= opening), None)
