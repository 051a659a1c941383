"""Which of the candidates are labels: a document labels its speakers in one manner, and throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.document import Block, TurnKind
from claimcheck.turns.evidence import Vocabulary, name_words, read_vocabulary
from claimcheck.turns.forms import Label, asks, find_candidate, is_break
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.own_line import find_own_lines

__all__ = ["Label", "find_labels"]

# Forms that other texts have too ("[Senate]", "SEC. 2."): they label speakers where no other form does it more.
_WEAK = ("bracket", "shouted", "own line")
_RARE = 0.1
_FIGURE = re.compile(r"[$£€]?\d[\d,.]*\s*\S*$")


@dataclass(frozen=True, slots=True)
class _Document:
    """What is known of a whole document when one candidate is judged."""

    names: Counter[str]
    forms: Counter[tuple[str, str]]
    styles: Counter[str]
    words: Vocabulary
    blocks: int

    def has_manner(self, style: str) -> bool:
        """Whether a form looks like this document's way to label: some name comes again, or much is labelled so."""
        again = any(count > 1 for (form, _), count in self.forms.items() if form == style)
        return again or 3 * self.styles[style] >= self.blocks

    def repeats(self, one: Label) -> int:
        return self.forms[one.style, fold(one.name)]

    @property
    def is_settled(self) -> bool:
        """Whether several labels come again, so that one-off candidates have something to be held against."""
        return sum(count for count in self.names.values() if count > 1) >= 4


def find_labels(blocks: Sequence[Block]) -> list[Label | None]:
    """The label of each block, if any: "Anna Berg" of "Anna Berg: We sold 12 buses."."""
    answered = any(map(asks, blocks))
    found = [find_candidate(block, answered=answered) for block in blocks]
    if _are_labelled_by_format(blocks):
        return [one if one and one.style == "format" else None for one in found]
    words = read_vocabulary(blocks, found)
    for at, own in find_own_lines(blocks, found, words).items():
        found[at] = own
    document = _survey(found, words)
    accepted: list[Label | None] = []
    ended = True
    for block, one in zip(blocks, found, strict=True):
        accepted.append(one if one is not None and _accept(block, one, document, ended) else None)
        ended = block.text.rstrip("\"”’')]").endswith((".", "?", "!", "…", "—", "–", "-"))
    return _of_leading_styles(accepted)


def fold(name: str) -> str:
    """A name however it is capitalised: "THE PRESIDENT" and "The President (Ms. Berg)" are one label."""
    return " ".join(re.sub(r"[\[(][^\])]*[\])]|[.:]", " ", name).casefold().split())


def _are_labelled_by_format(blocks: Sequence[Block]) -> bool:
    """Whether the format names the speakers, so that "Note: ..." in what they say is no label."""
    spoken = [block for block in blocks if block.kind not in (TurnKind.METADATA, TurnKind.HEADING)]
    return 2 * sum(bool(block.label) for block in spoken) > len(spoken)


def _survey(found: Sequence[Label | None], words: Vocabulary) -> _Document:
    labels = [one for one in found if one]
    return _Document(
        names=Counter(fold(one.name) for one in labels),
        forms=Counter((one.style, fold(one.name)) for one in labels),
        styles=Counter(one.style for one in labels),
        words=words,
        blocks=len(found),
    )


def _accept(block: Block, one: Label, document: _Document, ended: bool) -> bool:
    """Whether a candidate is a label, as far as can be told without the others that are."""
    if one.style in ("format", "own line") or is_break(one.name):
        return True
    repeats = document.repeats(one)
    if block.runs_on and not ended and repeats < 2:
        return False
    if one.style == "query":
        return one.name == "Q" or document.names["q"] > 0
    core = name_words(one.name)
    rest = block.text[one.end :]
    if not core:
        # An office or a role; "Chair: 12" gives a figure.
        return repeats > 1 or not _FIGURE.match(rest)
    if one.style == "bracket" and not rest and repeats < 2:
        return False
    if document.words.is_ordinary(one.name):
        # "Bill Long" is a name though both are words: he speaks again, and is spoken to.
        return repeats > 1 and document.words.mentions(one.name)
    if repeats > 1:
        return True
    return _accept_single(one, core, rest, document)


def _accept_single(one: Label, core: list[str], rest: str, document: _Document) -> bool:
    """Whether a label that does not come again is one."""
    if _FIGURE.match(rest):
        return False
    if one.style == "titled" or len(core) < len(one.name.split()) or one.style == "heading":
        return True
    if one.style in _WEAK:
        return document.has_manner(one.style) and (len(core) > 1 or document.words.mentions(one.name))
    if len(core) > 1:
        return True
    # A single word: a speaker where speech follows, and where the others are not named in full.
    if document.is_settled and not one.name.isupper() and not document.words.mentions(one.name):
        return False
    return (len(rest.split()) > 2 or one.name.isupper()) and not re.match(r"[$£€\d]", rest)


def _of_leading_styles(accepted: list[Label | None]) -> list[Label | None]:
    """Drop the forms that a document uses for something else than its speakers."""
    styles = Counter(one.style for one in accepted if one and one.style != "query")
    if len(styles) < 2:
        return accepted
    most = max(styles.values())
    titled = styles["titled"] == most
    names = Counter((one.style, fold(one.name)) for one in accepted if one)
    leading = {fold(one.name) for one in accepted if one and styles[one.style] == most}
    roles = label_words().anonymous

    def stays(one: Label) -> bool:
        if one.style == "query" or fold(one.name) in leading or all(word in roles for word in fold(one.name).split()):
            return True
        if one.style not in _WEAK and names[one.style, fold(one.name)] > 2:
            return True  # a transcript quoted in another
        least = 0.5 * most if titled or one.style in _WEAK else _RARE * most
        return styles[one.style] >= least

    return [one if one is not None and stays(one) else None for one in accepted]
