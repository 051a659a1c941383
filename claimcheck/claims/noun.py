"""The search for the noun that a figure measures, up and down the parse from the figure."""

from __future__ import annotations

from claimcheck.claims.beside import name_before, noun_after, noun_before
from claimcheck.claims.deep import CHANGED, compared_noun, deep_noun, is_moving, is_transparent, opened_noun
from claimcheck.claims.grammar import (
    PROPER_TAGS,
    SUBJECTS,
    is_noun,
    is_time,
    lemma_of,
    meant_by,
    object_of,
    subject_of,
    whole_of,
)
from claimcheck.claims.marks import is_mark
from claimcheck.claims.parse import Parse, Token
from claimcheck.claims.words import words
from claimcheck.model.quantity import Kind, Quantity

_MODIFIES = ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "poss")
_PLURAL_VERBS = ("are", "were", "have", "'re")
_DEPTH = 12


def locate_noun(parse: Parse, index: int, quantity: Quantity) -> tuple[int | None, bool]:
    """The measured noun's index, and whether the figure is a share of it.

    "Trade reached $9 billion" finds trade; "53% of the permits" finds permits, and is a share of them.
    """
    name = name_before(parse, quantity)
    if name is not None:
        return name, False
    noun, of_whole = _noun_of(parse, index, quantity, _DEPTH)
    after = noun_after(parse, index, quantity)
    if after is not None and (noun is None or noun < index) and not _is_level_of(parse, index, noun):
        return deep_noun(parse, after), of_whole
    before = noun_before(parse, quantity, ("with", "worth") if noun is None else ("worth",))
    return (noun, of_whole) if before is None else (deep_noun(parse, before), False)


def _is_level_of(parse: Parse, index: int, noun: int | None) -> bool:
    """Whether a figure is what its subject is: "Sales were $5 million in shops" is about sales."""
    return parse.tokens[index].dep == "attr" and noun is not None


def _noun_of(parse: Parse, index: int, quantity: Quantity, depth: int) -> tuple[int | None, bool]:
    token, governor = parse.tokens[index], parse.governor(index)
    if depth == 0:
        return None, False
    counting = quantity.unit == "" and quantity.kind is Kind.COUNT
    whole = whole_of(parse, index, quantity)
    if whole is not None:
        share = quantity.kind in (Kind.PERCENT, Kind.MULTIPLE) or counting
        return deep_noun(parse, whole), share
    if governor is None:
        return _subject_or_object(parse, index, index, quantity, depth), False
    if governor.index in parse.inside and token.dep != "conj":
        if counting and not is_mark(parse.text, quantity):
            return None, False  # "1 / 3", "2 : 1": not two counts of one thing
        return _noun_of(parse, governor.index, quantity, depth - 1)
    if token.dep in (*_MODIFIES, "appos") and is_noun(governor):
        if counting and token.dep in _MODIFIES:
            return deep_noun(parse, _counted(parse, governor, quantity).index), False
        return _named_by(parse, governor, quantity, depth), False
    if governor.lemma == "worth":
        return _worth(parse, governor), False
    if token.dep == "conj":
        if counting and is_noun(token):
            return index, False
        return _noun_of(parse, governor.index, quantity, depth - 1)
    if token.dep == "npadvmod" and governor.dep == "amod" and governor.index > index:
        above = parse.governor(governor.index)  # "30% recycled paper"
        if above is not None and is_noun(above):
            return deep_noun(parse, above.index), False
    if token.dep in ("advmod", "npadvmod", "dep") and governor.pos in ("ADJ", "ADV", "NUM", "SYM"):
        compared = compared_noun(parse, governor)
        if compared is not None:
            return compared, False
        own = [child for child in parse.children(governor.index) if child.dep == "nsubj" and is_noun(child)]
        if own and governor.dep == "ccomp":
            return deep_noun(parse, own[0].index), False  # "it makes the car $900 cheaper"
        return _noun_of(parse, governor.index, quantity, depth - 1)
    if token.dep in ("pobj", "pcomp"):
        return _noun_of_preposition(parse, index, governor, quantity, depth)
    if governor.pos in ("VERB", "AUX"):
        if counting and token.dep in SUBJECTS:
            attribute = next((c for c in parse.children(governor.index) if c.dep == "attr" and is_noun(c)), None)
            return (attribute.index if attribute else None), False
        if counting and token.dep not in ("attr", "acomp", "npadvmod", "advmod"):
            return None, False
        return _subject_or_object(parse, governor.index, index, quantity, depth), False
    return (deep_noun(parse, governor.index), False) if is_noun(governor) else (None, False)


def _counted(parse: Parse, noun: Token, quantity: Quantity) -> Token:
    """The plural that a number counts, where it was put to a noun before: "games" in "68 league games"."""
    above = parse.governor(noun.index)
    if quantity.low == 1 or noun.tag != "NN" or noun.dep != "compound" or above is None:
        return noun
    return above if above.tag == "NNS" and above.index > noun.index else noun


def _named_by(parse: Parse, noun: Token, quantity: Quantity, depth: int) -> int | None:
    """The noun that a figure before it sizes: in "a 4% increase in sales" and "in the 4% range" look further."""
    if quantity.kind in (Kind.COUNT, Kind.DURATION, Kind.AGE) and not quantity.unit.startswith("percent"):
        return deep_noun(parse, noun.index)
    lemma = lemma_of(noun)
    directed = lemma in words().change_nouns & (words().up | words().down)  # "a 2-point improvement" may be a fall
    if directed and not (quantity.kind is Kind.MONEY and lemma in words().sum_nouns):
        return opened_noun(parse, noun.index)
    found = deep_noun(parse, noun.index)
    bare = found == noun.index and (is_transparent(parse, noun.index) or is_time(noun))
    above = _climb(parse, noun, quantity, depth - 1)[0] if bare else None
    return above if above is not None and is_noun(parse.tokens[above]) else found


def _noun_of_preposition(
    parse: Parse, index: int, preposition: Token, quantity: Quantity, depth: int
) -> tuple[int | None, bool]:
    above = parse.governor(preposition.index)
    if above is None:
        return None, False
    if above.dep == "prep" and above.tag in ("IN", "TO"):
        above = parse.governor(above.index) or above
    if above.index in parse.inside:
        # "an increase of 21% to $650 million": the second figure measures what the first one does.
        return _noun_of(parse, above.index, quantity, depth - 1)
    holder = _before_name(parse, preposition, above, quantity)
    if holder is not None:
        return deep_noun(parse, holder), False
    if is_noun(above) and (not is_time(above) or _is_wait(above, quantity)):
        if quantity.dimension.startswith("money") and lemma_of(above) in words().sum_nouns:
            inner = object_of(parse, above.index, ("in",), skip=index)
            return (above.index if inner is None else deep_noun(parse, inner)), False
        if is_transparent(parse, above.index) or lemma_of(above) in words().change_nouns:
            inner = object_of(parse, above.index, CHANGED, skip=index)
            if inner is not None and not is_time(parse.tokens[inner]):
                return deep_noun(parse, inner), False
            compound = [c for c in parse.children(above.index) if c.dep == "compound" and is_noun(c)]
            compound = [c for c in compound if c.index not in parse.inside and not is_time(c)]
            if compound:
                return compound[-1].index, False
            return _climb(parse, above, quantity, depth)
        return deep_noun(parse, above.index), False
    if above.lemma == "compare" and above.tag == "VBN":
        found = _compared_with(parse, above, quantity, depth)
        if found is not None:
            return found, False
    if above.pos in ("VERB", "AUX"):
        before = parse.tokens[preposition.index - 1]
        if preposition.lemma == "with" and is_noun(before) and not is_time(before) and before.index not in parse.inside:
            return deep_noun(parse, before.index), False  # "they showed a lorry with 700 horsepower"
        return _subject_or_object(parse, above.index, index, quantity, depth), False
    if above.pos in ("ADJ", "ADV"):
        return _climb(parse, above, quantity, depth)
    return None, False


def _before_name(parse: Parse, preposition: Token, name: Token, quantity: Quantity) -> int | None:
    """The noun that a name before "of $5 million" belongs to: "income of Acme of $5", "income due to Acme of $5"."""
    if preposition.lemma != "of" or name.tag not in PROPER_TAGS or quantity.kind is Kind.COUNT:
        return None
    token: Token | None = name
    for _ in range(_DEPTH):
        if token is None or (token.dep not in ("pobj", "prep", "appos", "conj", "amod", "acl") and token is not name):
            return None
        token = parse.governor(token.index)
        if token is not None and is_noun(token) and token.tag not in PROPER_TAGS:
            return token.index if token.index not in parse.inside and token.index < name.index else None
    return None


def _compared_with(parse: Parse, compare: Token, quantity: Quantity, depth: int) -> int | None:
    """What the figure measures that another is compared with: "fares were $4, compared to $3 in May"."""
    said = [(other, at) for other, at in parse.figures if other.end <= compare.start]
    alike = [(other, at) for other, at in said if other.dimension == quantity.dimension and other.kind is quantity.kind]
    if alike and depth:
        return _noun_of(parse, alike[-1][1], alike[-1][0], depth - 1)[0]
    above = parse.governor(compare.index)
    if above is None or above.pos not in ("VERB", "AUX"):
        return None
    return _subject_or_object(parse, above.index, compare.index, quantity, depth)


def _climb(parse: Parse, token: Token, quantity: Quantity, depth: int) -> tuple[int | None, bool]:
    """Go on from a noun that only says "rate" or "increase" to what it is the rate of."""
    governor = parse.governor(token.index)
    if governor is None or depth <= 0:
        return None, False
    if governor.index in parse.inside:  # "it was $4, an increase of 5%"
        return _noun_of(parse, governor.index, quantity, depth - 1)
    if token.dep in ("pobj", "pcomp"):
        return _noun_of_preposition(parse, token.index, governor, quantity, depth - 1)
    if governor.pos in ("VERB", "AUX"):
        made = [child for child in parse.children(governor.index) if child.dep == "dobj" and is_noun(child)]
        if made and token.pos == "ADJ" and token.dep in ("ccomp", "oprd") and made[0].index < token.index:
            return deep_noun(parse, made[0].index), False  # "it makes the car $900 cheaper"
        return _subject_or_object(parse, governor.index, token.index, quantity, depth), False
    return (deep_noun(parse, governor.index), False) if is_noun(governor) else (None, False)


def _worth(parse: Parse, worth: Token) -> int | None:
    """What is worth so much: "a grant worth $8 million", "the grant is worth $8 million"."""
    above = parse.governor(worth.index)
    subject = next((child for child in parse.children(worth.index) if child.dep in SUBJECTS), None)
    if subject is None and above is not None:
        subject = above if is_noun(above) else _subject(parse, above.index)
    return deep_noun(parse, subject.index) if subject is not None and is_noun(subject) else None


def _subject(parse: Parse, verb: int) -> Token | None:
    """The subject of a verb; of a relative clause, the noun that the clause is about."""
    behind = (
        2 if verb > 1 and parse.tokens[verb - 1].text == "," and parse.tokens[verb].lemma in ("range", "vary") else 1
    )
    before = parse.tokens[verb - behind] if verb else None
    if before is not None and parse.tokens[verb].tag == "VBG" and parse.tokens[verb].dep in ("advcl", "acl"):
        if is_noun(before) and before.index not in parse.inside:
            return before  # "a claim ranging from $200 to $900"
    subject = subject_of(parse, verb)
    if subject is None or subject.tag not in ("WDT", "WP"):
        return subject
    above = parse.governor(verb)
    if above is None or parse.tokens[verb].dep != "relcl" or not is_noun(above):
        return subject
    near = [t for t in parse.tokens[above.index + 1 : subject.index] if is_noun(t) and t.index not in parse.inside]
    plural = parse.tokens[verb].text.lower() in _PLURAL_VERBS
    if near and plural and above.tag in ("NN", "NNP") and near[-1].tag in ("NNS", "NNPS"):
        return near[-1]  # "the benefit of lower costs, which were down 4%"
    return meant_by(parse, subject, above)


def _subject_or_object(parse: Parse, verb: int, figure: int, quantity: Quantity, depth: int) -> int | None:
    """The noun that a verb puts its figure on: its subject, or its object when the subject only acts."""
    token, lists = parse.tokens[verb], words()
    subject = _subject(parse, verb) if token.pos in ("VERB", "AUX") else None
    if subject is not None and subject.index in parse.inside:
        return _of_figure(parse, subject.index, figure, depth)
    acts = subject is not None and (
        subject.lemma in lists.personal_pronouns or subject.tag in PROPER_TAGS or subject.pos == "PRON"
    )
    does = parse.tokens[figure].dep == "dobj" and quantity.kind is Kind.MONEY and not is_moving(token)
    if subject is not None and subject.lemma in lists.pointing_pronouns and not does:
        acts = False
    objects = [
        child
        for child in parse.children(verb)
        if child.dep in ("dobj", "attr", "oprd") and child.index not in parse.inside | {figure} and is_noun(child)
    ]
    if parse.tokens[figure].dep == "attr":  # "it was $5, an increase of 4%"
        objects = [child for child in objects if child.dep != "attr"]
    is_level = token.lemma in lists.level_verbs | lists.up | lists.down
    moved = [child for child in objects if child.dep == "dobj" and not is_time(child)]
    if moved and token.lemma in lists.up | lists.down and _is_moved_to(parse, verb, figure):
        return deep_noun(parse, moved[0].index)  # "higher costs cut the margin to 4%"
    if subject is not None and subject.index != figure and not acts and (is_level or not objects):
        if is_level or (token.tag == "VBN" and not does) or subject.lemma in lists.pointing_pronouns:
            return deep_noun(parse, subject.index)
        takes = token.lemma in lists.light_verbs and quantity.kind is not Kind.DURATION
        if not objects and quantity.kind is not Kind.COUNT and not takes and not does:
            return deep_noun(parse, subject.index)
    if objects:
        return opened_noun(parse, objects[0].index)
    for holder in (figure, verb):
        inside = object_of(parse, holder, ("in", "of"), skip=figure)
        if inside is not None and not is_time(parse.tokens[inside]) and parse.tokens[inside].tag not in PROPER_TAGS:
            if quantity.kind is not Kind.MONEY or not _is_definite(parse, inside):
                return deep_noun(parse, inside)
    if subject is not None and subject.index != figure and not (acts and subject.pos == "PRON") and is_level:
        return deep_noun(parse, subject.index)
    return None


def _is_wait(noun: Token, quantity: Quantity) -> bool:
    """Whether time itself is measured: "an average wait time of 30 minutes"."""
    return noun.lemma == "time" and quantity.kind is Kind.DURATION


def _is_definite(parse: Parse, noun: int) -> bool:
    """Whether a noun is a certain place or thing: "$5 million in the north", unlike "$5 million in grants"."""
    return any(child.lemma in ("the", "this", "that") for child in parse.children(noun))


def _is_moved_to(parse: Parse, verb: int, figure: int) -> bool:
    """Whether a figure stands behind a verb's "to", "by" or "from", and not as what the verb does."""
    above = parse.governor(figure)
    return above is not None and above.lemma in ("to", "by", "from") and parse.governor(above.index) is not None


def _of_figure(parse: Parse, subject: int, figure: int, depth: int) -> int | None:
    """What the figure that is the subject measures: "64% of the rent is paid, up from 31%"."""
    for other, at in parse.figures:
        if subject == at != figure and depth:
            found = _noun_of(parse, at, other, depth - 1)[0]
            return noun_before(parse, other, ("worth",)) if found is None else found
    return None
