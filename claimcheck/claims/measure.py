"""What a figure measures: the noun it counts or sizes, with its modifiers, from the parse."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.grammar import (
    SUBJECTS,
    is_noun,
    is_time,
    lemma_of,
    nearest_verb,
    object_of,
    subject_of,
    word_before_parenthesis,
)
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_COMPLEMENT_PREPOSITIONS = frozenset(
    ["of", "for", "in", "with", "between", "from", "to", "on", "among", "against", "per", "by", "at"]
)
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Measured:
    """The measured noun of a figure.

    `noun` and `verb` are token indexes (None when there is none); `words` is the noun's lemma and its
    modifiers'. `elided` says that the noun was left out
    ("another 13"), `pointing` that a pronoun stands for it ("it has grown by 40%"), `of_whole` that the figure
    is a share of the noun ("53% of tariffs"). `heads` are the noun and those coordinated with it.
    """

    noun: int | None = None
    verb: int | None = None
    words: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    elided: bool = False
    pointing: bool = False
    of_whole: bool = False


def find_measured(parse: Parse, index: int, quantity: Quantity) -> Measured:
    """What the figure headed by token `index` measures.

    "The level of trade has reached $9 billion" measures trade; "over 4,000 drug crimes" counts drug crimes;
    "another 13 are being drafted" has its noun elided.
    """
    verb = nearest_verb(parse, index)
    noun, of_whole = _noun_of(parse, index, quantity, verb, _DEPTH)
    host = word_before_parenthesis(parse, quantity)
    if host is not None and (noun is None or parse.tokens[noun].index <= host.index):
        first = [(other, at) for other, at in parse.figures if other.start == host.start]
        if first:  # "8.9 miles (14.3 km)": one length, said twice
            return find_measured(parse, first[0][1], first[0][0])
        noun = host.index if is_noun(host) else noun
    if noun is None:
        bare = quantity.kind is Kind.COUNT
        event = (parse.tokens[verb].lemma,) if verb is not None and not bare else ()
        complements = tuple(_complements(parse, verb)) if verb is not None and not bare else ()
        kept = event if event and event[0] not in words().level_verbs | words().light_verbs else ()
        return Measured(verb=verb, words=kept + (complements if kept else ()), elided=bare)
    token = parse.tokens[noun]
    if token.lemma in words().pointing_pronouns or token.pos == "PRON":
        return Measured(verb=verb, pointing=True, of_whole=of_whole)
    return Measured(noun, verb, noun_words(parse, noun, quantity), heads=_heads(parse, noun), of_whole=of_whole)


def noun_words(parse: Parse, noun: int, quantity: Quantity | None = None) -> tuple[str, ...]:
    """The noun's lemma, then its modifiers': "adjusted EBITDA margin" is ("margin", "adjusted", "ebitda")."""
    head = parse.tokens[noun]
    kept = [lemma_of(head)]
    kept += [lemma_of(token) for token in _modifiers(parse, noun, quantity, 3)]
    return tuple(dict.fromkeys(word for word in kept if word))


def _heads(parse: Parse, noun: int) -> tuple[str, ...]:
    """The noun and those coordinated with it: "integration and trade have reached" has both."""
    found = [lemma_of(parse.tokens[noun])]
    figures = parse.inside
    for child in parse.children(noun):
        if child.dep == "conj" and child.index > noun and is_noun(child):
            if not any(grandchild.index in figures for grandchild in parse.children(child.index)):
                found.append(lemma_of(child))
    return tuple(found)


def _noun_of(parse: Parse, index: int, quantity: Quantity, verb: int | None, depth: int) -> tuple[int | None, bool]:
    """The measured noun's index and whether the figure is a share of it."""
    token, governor = parse.tokens[index], parse.governor(index)
    if depth == 0:
        return None, False
    counting = quantity.unit == "" and quantity.kind is Kind.COUNT
    whole = object_of(parse, index, ("of",))
    if whole is not None:
        share = quantity.kind in (Kind.PERCENT, Kind.MULTIPLE) or counting
        return _deep(parse, whole), share
    if governor is None:
        return _subject_or_object(parse, index, index, quantity), False
    if governor.index in parse.inside and token.dep != "conj":
        if counting:
            return None, False  # "1 / 3", "2 : 1": not two counts of one thing
        return _noun_of(parse, governor.index, quantity, verb, depth - 1)
    if token.dep in ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "poss") and is_noun(governor):
        return _deep(parse, governor.index), False
    if token.dep == "appos" and is_noun(governor):
        return _deep(parse, governor.index), False
    if token.dep == "conj":
        if counting and is_noun(token):
            return index, False
        return _noun_of(parse, governor.index, quantity, verb, depth - 1)
    if token.dep in ("advmod", "npadvmod", "dep") and governor.pos in ("ADJ", "ADV", "NUM", "SYM"):
        return _noun_of(parse, governor.index, quantity, verb, depth - 1)
    if token.dep in ("pobj", "pcomp"):
        return _noun_of_preposition(parse, index, governor, quantity, verb, depth)
    if governor.pos in ("VERB", "AUX"):
        if counting and token.dep in SUBJECTS:
            attribute = next((c for c in parse.children(governor.index) if c.dep == "attr" and is_noun(c)), None)
            return (attribute.index if attribute else None), False
        if counting and token.dep not in ("attr", "acomp", "npadvmod", "advmod"):
            return None, False
        return _subject_or_object(parse, governor.index, index, quantity), False
    if is_noun(governor):
        return _deep(parse, governor.index), False
    return None, False


def _noun_of_preposition(
    parse: Parse, index: int, preposition: Token, quantity: Quantity, verb: int | None, depth: int
) -> tuple[int | None, bool]:
    above = parse.governor(preposition.index)
    if above is None:
        return None, False
    if above.dep == "prep" and above.tag in ("IN", "TO"):
        above = parse.governor(above.index) or above
    if above.index in parse.inside:
        # "an increase of 21% to $650 million": the second figure measures what the first one does.
        return _noun_of(parse, above.index, quantity, verb, depth - 1)
    if is_noun(above) and not is_time(above):
        if lemma_of(above) in words().transparent_nouns | words().change_nouns:
            inner = object_of(parse, above.index, ("of", "in"), skip=index)
            if inner is not None:
                return _deep(parse, inner), False
            compound = [c for c in parse.children(above.index) if c.dep == "compound" and is_noun(c)]
            compound = [c for c in compound if c.index not in parse.inside]
            if compound:
                return compound[-1].index, False
            return _climb(parse, above, quantity, verb, depth)
        return _deep(parse, above.index), False
    if above.pos in ("VERB", "AUX"):
        before = parse.tokens[preposition.index - 1]
        if preposition.lemma == "with" and is_noun(before) and not is_time(before) and before.index not in parse.inside:
            return _deep(parse, before.index), False  # "they unveiled a car with 938 horsepower"
        return _subject_or_object(parse, above.index, index, quantity), False
    if above.pos in ("ADJ", "ADV"):
        return _climb(parse, above, quantity, verb, depth)
    return None, False


def _climb(parse: Parse, token: Token, quantity: Quantity, verb: int | None, depth: int) -> tuple[int | None, bool]:
    """Go on from a noun that only says "rate" or "increase" to what it is the rate of."""
    governor = parse.governor(token.index)
    if governor is None:
        return None, False
    if token.dep in ("pobj", "pcomp"):
        return _noun_of_preposition(parse, token.index, governor, quantity, verb, depth - 1)
    if governor.pos in ("VERB", "AUX"):
        return _subject_or_object(parse, governor.index, token.index, quantity), False
    return (_deep(parse, governor.index), False) if is_noun(governor) else (None, False)


def _subject_or_object(parse: Parse, verb: int, figure: int, quantity: Quantity) -> int | None:
    """The noun that a verb puts its figure on: its subject, or its object when the subject only acts."""
    token = parse.tokens[verb]
    lists = words()
    subject = subject_of(parse, verb) if token.pos in ("VERB", "AUX") else None
    if subject is not None and subject.index in parse.inside:
        subject = None
    acts = subject is not None and (
        subject.lemma in lists.personal_pronouns or subject.tag in ("NNP", "NNPS") or subject.pos == "PRON"
    )
    if subject is not None and subject.lemma in lists.pointing_pronouns:
        acts = False
    objects = [
        child
        for child in parse.children(verb)
        if child.dep in ("dobj", "attr", "oprd") and child.index != figure and is_noun(child)
    ]
    objects = [child for child in objects if child.index not in parse.inside]
    is_level = token.lemma in lists.level_verbs | lists.up | lists.down
    if subject is not None and subject.index != figure and not acts and (is_level or not objects):
        if is_level or token.tag == "VBN" or subject.lemma in lists.pointing_pronouns:
            return _deep(parse, subject.index)
        if not objects and quantity.kind is not Kind.COUNT and token.lemma not in lists.light_verbs:
            return _deep(parse, subject.index)
    if objects:
        return _deep(parse, objects[0].index)
    for holder in (figure, verb):
        inside = object_of(parse, holder, ("in", "of"), skip=figure)
        if inside is not None and not is_time(parse.tokens[inside]):
            target = parse.tokens[inside]
            if target.tag not in ("NNP", "NNPS"):
                return _deep(parse, inside)
    if subject is not None and subject.index != figure and not (acts and subject.pos == "PRON") and is_level:
        return _deep(parse, subject.index)
    return None


def _deep(parse: Parse, index: int) -> int:
    """The noun behind nouns that only size it: "the level of trade turnover" is turnover."""
    for _ in range(_DEPTH):
        if lemma_of(parse.tokens[index]) not in words().transparent_nouns:
            return index
        inner = object_of(parse, index, ("of", "in"))
        if inner is None or is_time(parse.tokens[inner]):  # "the tax rate in the second quarter"
            compounds = [c.index for c in parse.children(index) if c.dep == "compound" and is_noun(c)]
            compounds = [at for at in compounds if at not in parse.inside]
            sizes = lemma_of(parse.tokens[index]) in words().size_nouns
            return compounds[-1] if compounds and sizes else index
        index = inner
    return index


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
    return [token for token in found if lemma_of(token) not in words().dropped_modifiers | words().time_nouns]


def _complements(parse: Parse, verb: int) -> list[str]:
    """The nouns behind a verb's prepositions: "we spent $5 million on roads" is about roads."""
    found = []
    figures = parse.inside
    for child in parse.children(verb):
        if child.dep == "prep" and child.index > verb and child.lemma in ("on", "in", "for", "to", "into", "from"):
            for grandchild in parse.children(child.index):
                if grandchild.dep == "pobj" and grandchild.index not in figures and is_noun(grandchild):
                    if not is_time(grandchild):
                        found.append(lemma_of(grandchild))
    return found
