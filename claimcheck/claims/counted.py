"""The counted noun phrase of a bare count, as a unit: "700 heart transplants" are counted in heart transplants."""

from __future__ import annotations

import re

from claimcheck.claims.grammar import PROPER_TAGS, SUBJECTS, is_noun, is_time, lemma_of, object_of, subject_of
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_MODIFIES = ("nummod", "quantmod", "compound", "amod", "nmod")
_PREMODIFIERS = ("compound", "amod", "nmod", "npadvmod", "nummod", "conj", "advmod")
_SINGULAR = ("NN", "NNP")
_PLURAL = ("NNS", "NNPS")
_JOINED = re.compile(r"[-–](?=[A-Za-z])")
_SUSPENDED = re.compile(r"[-–]\s?(?:,|and\b|or\b|to\b)")
_NAMING = ("NOUN", "PROPN", "ADJ")
_DEPTH = 8


def counted_noun(parse: Parse, index: int, quantity: Quantity) -> str:
    """The noun phrase that a bare number counts, singular and in lower case, or "".

    "1,100 public housing blocks" has "public housing block", "a four- or six-door van" has "door" twice, and
    "3,000 tests a day" has "test per day"; "the index rose to 6,300" counts nothing, nor does a share: "two thirds
    of the cake".
    """
    if quantity.unit or quantity.kind is not Kind.COUNT or 0 < quantity.high < 1:
        return ""
    joined = _joined(parse, index, quantity)
    if joined is not None and joined.lemma not in words().number_suffixes:
        return _singular(joined) if is_noun(joined) else ""
    head = _head_of(parse, index, quantity, _DEPTH)
    if head is None or lemma_of(parse.tokens[head]) in words().empty_nouns:
        return ""
    return " ".join([*_phrase(parse, head, quantity), *_kind_of(parse, head), *_rate_of(parse, head)])


def leaves_noun_out(parse: Parse, index: int, signals: frozenset[str]) -> bool:
    """Whether a bare number can count what the one before it did: "40 homes by sale and 18 by tender"."""
    return "from" in signals or parse.tokens[index].dep == "conj"


def _head_of(parse: Parse, index: int, quantity: Quantity, depth: int) -> int | None:
    token, governor = parse.tokens[index], parse.governor(index)
    if depth == 0:
        return None
    rest = parse.text[quantity.end :]
    if _SUSPENDED.match(rest):
        after = [(other, at) for other, at in parse.figures if other.start > quantity.end]
        if not after:
            return None
        joined = _joined(parse, after[0][1], after[0][0])
        return joined.index if joined is not None else _head_of(parse, after[0][1], after[0][0], depth - 1)
    if governor is not None and governor.index in parse.inside and governor.dep in _MODIFIES:
        governor = parse.governor(governor.index)  # "2 million 9 liter cases"
    if governor is not None and token.dep in _MODIFIES and is_noun(governor) and governor.index > index:
        return _fitting(parse, governor.index, index, quantity)
    whole = object_of(parse, index, ("of",))
    if whole is not None:
        return whole if is_noun(parse.tokens[whole]) else None
    if governor is not None and token.dep == "conj":
        for other, at in parse.figures:
            if at == governor.index and other.unit == "" and other.kind is Kind.COUNT:
                return _head_of(parse, at, other, depth - 1)
    return _predicated(parse, index)


def _joined(parse: Parse, index: int, quantity: Quantity) -> Token | None:
    """The word a hyphen ties to the number: "door" in "two-door version"."""
    after = [token for token in parse.tokens[index + 1 : index + 3] if token.start >= quantity.end]
    if after and _JOINED.match(parse.text, quantity.end):
        return after[0]
    tied = len(after) > 1 and _is_hyphen(parse, after[0].index) and after[1].dep in ("compound", "amod")
    return after[1] if tied else None


def _fitting(parse: Parse, head: int, index: int, quantity: Quantity) -> int | None:
    """The noun whose number fits: "12 page document" counts pages, as two of anything are not a "document"."""
    tokens = parse.tokens
    between = tokens[index + 1 : head]
    if any(token.pos == "DET" or token.lemma in ("last", "this", "next") for token in between):
        return None  # "950 a foot", "2.1 last year"
    above = parse.governor(head)
    if above is not None and above.index > head and above.tag in _PLURAL:
        # "700 heart transplants", "seven women's teams"
        if tokens[head].dep == "poss" or (tokens[head].dep == "compound" and tokens[head].tag in _SINGULAR):
            return above.index
    if quantity.low == 1 or tokens[head].tag not in _SINGULAR or tokens[head].lemma in words().unchanging_plurals:
        return head
    last = _hyphenated(parse, head)[-1]
    if is_noun(last) and last.tag in _PLURAL:
        return last.index  # "5 co-founders"
    inner = [child for child in parse.children(head) if index < child.index < head and child.tag == "NN"]
    return inner[0].index if inner and inner[0].dep in ("compound", "nmod") else head


def _predicated(parse: Parse, index: int) -> int | None:
    """The noun in "of them, 23 are trucks" and "the number of trucks has risen to 23"."""
    token, governor = parse.tokens[index], parse.governor(index)
    if governor is not None and token.dep in SUBJECTS:
        attribute = [c for c in parse.children(governor.index) if c.dep == "attr" and c.tag in _PLURAL]
        return attribute[0].index if attribute else None
    while governor is not None and governor.dep in ("prep", "pobj") and governor.pos not in ("VERB", "AUX"):
        governor = parse.governor(governor.index)
    if governor is not None and governor.tag in ("IN", "TO"):
        governor = parse.governor(governor.index)
    if governor is None or governor.pos not in ("VERB", "AUX"):
        return None
    subject = subject_of(parse, governor.index)
    if subject is None or subject.lemma not in words().counting_nouns:
        return None
    of = object_of(parse, subject.index, ("of",))
    return of if of is not None and parse.tokens[of].tag in _PLURAL else None


def _phrase(parse: Parse, head: int, quantity: Quantity | None) -> list[str]:
    """The noun in the singular, and before it the words that tell it apart, in the order they were said."""
    said: dict[tuple[int, int], str] = {}
    for index in [*sorted(_premodifiers(parse, head, quantity, _DEPTH)), head]:
        word = _hyphenated(parse, index)
        if word[0].index > head or (head in range(word[0].index, word[-1].index + 1) and index != head):
            continue
        if quantity is not None and word[0].start < quantity.end <= word[-1].end:
            word = [token for token in word if token.start >= quantity.end and token.text not in ("-", "–")][-1:]
            if not word:
                continue
        said.setdefault((word[0].start, word[-1].end), _say(parse, word))
    return list(said.values())


def _premodifiers(parse: Parse, head: int, quantity: Quantity | None, depth: int) -> list[int]:
    found: list[int] = []
    own = (quantity.start, quantity.end) if quantity is not None else (-1, -1)
    # "52 of the 60 heads": the number in the phrase is no part of the name, unlike "9 new 737 jets".
    counts = any((child.start, child.end) == own for child in parse.children(head))
    for child in parse.children(head):
        if child.index > head or child.dep not in _PREMODIFIERS or child.pos in ("DET", "PRON", "PUNCT", "ADV"):
            continue
        if child.pos == "NUM" and (not counts or child.start == own[0]):
            continue
        if quantity is not None and child.end <= quantity.start and not _tells_apart(parse, child):
            continue
        if child.lemma in words().sum_adjectives or child.text.lower() in words().sum_adjectives:
            continue
        below = parse.children(child.index)
        if child.dep == "amod" and any(c.dep == "advmod" and c.tag == "RB" for c in below):
            continue  # "decently sized": an opinion, not a kind
        found.append(child.index)
        if depth:
            found += _premodifiers(parse, child.index, quantity, depth - 1)
            found += [c.index for c in below if c.dep == "conj" and child.index < c.index < head and c.pos in _NAMING]
    return found


def _tells_apart(parse: Parse, modifier: Token) -> bool:
    """Whether a word before the number belongs to the noun: "the top three seeds", but not "a combined 40 homes"."""
    if modifier.dep != "amod" or modifier.tag in ("VBN", "VBG") or modifier.lemma in words().number_adjectives:
        return False
    return modifier.index == 0 or parse.tokens[modifier.index - 1].lemma not in ("a", "an")


def _kind_of(parse: Parse, head: int) -> list[str]:
    """What a counting noun is of, when that is a kind and no certain thing: "5,700 categories of products"."""
    after = parse.tokens[head + 1 : head + 2]
    if not after or after[0].lemma != "of" or after[0].head != head:
        return []
    inner = [child for child in parse.children(after[0].index) if child.dep == "pobj"]
    if not inner or not is_noun(inner[0]) or inner[0].tag in PROPER_TAGS or is_time(inner[0]):
        return []
    narrowed = any(c.dep in ("det", "poss", "nummod") for c in parse.children(inner[0].index))
    return [] if narrowed else _phrase(parse, inner[0].index, None)


def _rate_of(parse: Parse, head: int) -> list[str]:
    """The time or thing it is counted for: "3,000 tests per day", "two cars a household"."""
    for child in parse.children(head):
        inside = parse.children(child.index)
        if child.lemma == "per" and child.index > head:
            return next((["per", lemma_of(noun)] for noun in inside if noun.dep == "pobj" and is_noun(noun)), [])
        article = any(noun.lemma in ("a", "an", "each", "every") for noun in inside)
        if child.index > head and child.dep == "npadvmod" and is_time(child) and article:
            return ["per", lemma_of(child)]
    return []


def _hyphenated(parse: Parse, index: int) -> list[Token]:
    """The tokens of the hyphenated word a token is part of: "first-team" for "team"."""
    start = stop = index
    while start >= 2 and _is_hyphen(parse, start - 1):
        start -= 2
    while stop + 2 < len(parse.tokens) and _is_hyphen(parse, stop + 1):
        stop += 2
    return list(parse.tokens[start : stop + 1])


def _is_hyphen(parse: Parse, index: int) -> bool:
    """Whether a token only ties its neighbours together; tokenised text has spaces around it."""
    left, token, right = parse.tokens[index - 1 : index + 2]
    return token.text in ("-", "–") and (token.tag == "HYPH" or left.end == token.start == right.start - 1)


def _say(parse: Parse, word: list[Token]) -> str:
    """A word as part of a unit: nouns in the singular, comparatives in their plain form, figures as they stand."""
    spans = {(quantity.start, quantity.end) for quantity, _ in parse.figures}
    if word[0].pos == "NUM" or (word[0].start, word[0].end) in spans:
        return parse.text[word[0].start : word[0].end].lower()
    before = "".join(token.text.lower() for token in word[:-1])
    last = word[-1]
    return before + (_singular(last) if last.tag in _PLURAL or len(word) == 1 else last.text.lower())


def _singular(token: Token) -> str:
    word = token.text.lower() if "." in token.text[:-1] else lemma_of(token)
    return word.removesuffix("s") if token.tag == "NNPS" and not word.endswith("ss") else word
