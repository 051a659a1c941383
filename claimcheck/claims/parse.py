"""Dependency parses of the sentences that hold a figure.

Each figure is put before the parser in the plain form its training texts have ("$ 1.5 billion" for "one and a
half billion dollars"), because number phrases in words parse wrongly otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claims.tagger import Tagged, Tagger, load_tagger
from claimcheck.model.quantity import Kind, Quantity

_MERGED = {
    Kind.COUNT,
    Kind.MEASURE,
    Kind.MONEY,
    Kind.PERCENT,
    Kind.POINT,
    Kind.MULTIPLE,
    Kind.RATE,
    Kind.DURATION,
    Kind.AGE,
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
# "a 6-cylinder engine" parses as "a 6 cylinder engine" does; "four-, five- and six-cylinder" too.
_REMARK = re.compile(
    r"\[[A-Za-z][A-Za-z ]{1,30}\]|\((?:[Ll]aughs?|[Ll]aughter|[Aa]pplause|[Ii]naudible|[Cc]rosstalk)\.?\)"
)
_HYPHEN = re.compile(r"[-–](?=[A-Za-z,]|\s(?:and|or|to)\b)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence; `head` is the index of its governor (its own for the root).

    `start` and `end` are offsets in the sentence; all words of one figure share the figure's offsets.
    """

    index: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed sentence: its tokens and, for each figure, the index of the token that heads it.

    `inside` are the indexes of all tokens that figures are made of, their units among them.
    """

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[tuple[Quantity, int], ...]
    kids: tuple[tuple[int, ...], ...]
    inside: frozenset[int] = frozenset()

    def children(self, index: int) -> list[Token]:
        """The tokens that hang on this one, in text order."""
        return [self.tokens[child] for child in self.kids[index]]

    def governor(self, index: int) -> Token | None:
        """The token this one hangs on, or None for the root."""
        head = self.tokens[index].head
        return None if head == index else self.tokens[head]

    def subtree(self, index: int) -> list[Token]:
        """The token and all below it, in text order."""
        found = [index]
        for at in found:
            found.extend(self.kids[at])
        return [self.tokens[at] for at in sorted(found)]


def parse_sentences(sentences: Iterable[tuple[str, Sequence[Quantity]]]) -> Iterator[Parse]:
    """Parse sentences, each with the quantities that stand in it (offsets in the sentence)."""
    tagger = load_tagger()
    plans = [_plan(text, quantities, tagger) for text, quantities in sentences]
    for plan, tagged in zip(plans, tagger.tag([plan.words for plan in plans]), strict=True):
        yield plan.parse(tagged)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The words to parse, each with its place in the sentence and the figure it belongs to (or -1)."""

    text: str
    quantities: tuple[Quantity, ...]
    words: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]

    def parse(self, tagged: Sequence[Tagged]) -> Parse:
        tokens = tuple(
            Token(index, word, lemma, tag, pos, dep, head, start, end)
            for index, (word, (lemma, pos, tag, dep, head), (start, end, _)) in enumerate(
                zip(self.words, tagged, self.places, strict=True)
            )
        )
        kids: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                kids[token.head].append(token.index)
        figures = []
        for number, quantity in enumerate(self.quantities):
            inside = [token for token, place in zip(tokens, self.places, strict=True) if place[2] == number]
            if inside:
                indexes = {token.index for token in inside}
                heads = [token for token in inside if token.head not in indexes or token.head == token.index]
                figures.append((quantity, (heads or inside)[-1].index))
        of_figures = frozenset(token.index for token, place in zip(tokens, self.places, strict=True) if place[2] >= 0)
        return Parse(self.text, tokens, tuple(figures), tuple(tuple(row) for row in kids), of_figures)


def _plan(text: str, quantities: Sequence[Quantity], tagger: Tagger) -> _Plan:
    merged = sorted((q for q in quantities if q.kind in _MERGED), key=lambda q: q.start)
    words: list[str] = []
    places: list[tuple[int, int, int]] = []
    position = 0
    for number, quantity in enumerate(merged):
        _tokenize(text, position, quantity.start, tagger, words, places)
        for word in _stand_in(quantity):
            words.append(word)
            places.append((quantity.start, quantity.end, number))
        position = quantity.end + (1 if _HYPHEN.match(text, quantity.end) else 0)
    _tokenize(text, position, len(text), tagger, words, places)
    return _Plan(text, tuple(merged), tuple(words), tuple(places))


def _tokenize(
    text: str, start: int, end: int, tagger: Tagger, words: list[str], places: list[tuple[int, int, int]]
) -> None:
    # The parser was trained on straight apostrophes, and remarks of the typist are nobody's words.
    piece = _REMARK.sub(lambda match: " " * len(match.group()), text[start:end].replace("’", "'"))
    for token in tagger.tokenize(piece):
        if not token.is_space:
            words.append(token.text)
            places.append((start + token.idx, start + token.idx + len(token.text), -1))


def _stand_in(quantity: Quantity) -> list[str]:
    """The words a figure is parsed as: "one and a half billion dollars" becomes "$ 1.5 billion"."""
    if re.fullmatch(r"[A-Za-z]+", quantity.text) and quantity.kind in (
        Kind.MULTIPLE,
        Kind.COUNT,
        Kind.PERCENT,
    ):
        return [quantity.text]
    value = abs(quantity.low)
    for size, name in _SCALES:
        if value >= size:
            number = [f"{(value / size).normalize():f}", name]
            break
    else:
        number = [f"{value.normalize():f}"]
    if quantity.dimension.startswith("money"):
        return ["$", *number]
    if quantity.kind in (Kind.PERCENT, Kind.POINT):
        return [*number, "%" if quantity.kind is Kind.PERCENT else "points"]
    if quantity.unit:
        noun = quantity.unit.split()[0]
        return [*number, noun if noun.endswith("s") or value == 1 else noun + "s"]
    return number
