"""Sentences with figures, and which of one version is which of the other."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz import fuzz

from claimcheck.model.mention import Mention

FIGURE = "#"
# How alike two sentences are, but for their figures, to be versions of one (0 to 100).
ALIKE = 60.0
# How many sentences apart, so that the work grows with the length of a text and not with its square.
REACH = 100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures; `skeleton` is what it says but for them: "trade reached # in #"."""

    mentions: tuple[Mention, ...]
    skeleton: str


Pair = tuple[Sentence | None, Sentence | None]


def split_by_sentence(mentions: Sequence[Mention]) -> list[Sentence]:
    """The figures by the sentence that they stand in, in the order of the text."""
    groups = groupby(mentions, key=lambda one: (one.document, one.quantity.start - one.at, one.sentence))
    return [_sentence(tuple(group)) for _, group in groups]


def pair_sentences(
    old: Sequence[Sentence], new: Sequence[Sentence], old_root: str = "", new_root: str = ""
) -> Iterator[Pair]:
    """Each sentence with its version on the other side, or with None; in the order of the texts.

    A text is held against that of the same name below the root: "v1/may.txt" against "v2/may.txt"; those without a
    namesake against each other. A sentence may have moved from any text to any other.
    """
    before, after = _by_text(old, old_root), _by_text(new, new_root)
    pairs: list[Pair] = []
    for name in before:
        if name in after:
            pairs += _pair_texts(before[name], after[name])
    left = [one for name, text in before.items() if name not in after for one in text]
    come = [one for name, text in after.items() if name not in before for one in text]
    return _join_moved([*pairs, *_pair_texts(left, come)])


def _by_text(sentences: Sequence[Sentence], root: str) -> dict[str, list[Sentence]]:
    """The sentences by the name of their text below the root, which is "" for a root that is a file."""
    texts: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        name = os.path.normpath(sentence.mentions[0].document)
        texts.setdefault(name.removeprefix(os.path.normpath(root)) if root else name, []).append(sentence)
    return texts


def _pair_texts(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Pair]:
    """What stands in one order is paired first; then, between those, what is alike."""
    matcher = SequenceMatcher(None, [one.skeleton for one in old], [one.skeleton for one in new], autojunk=False)
    pairs: list[Pair] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(old[i:j], new[k:m], strict=True)
        else:
            pairs += _pair_alike(old[i:j], new[k:m])
    return pairs


def _pair_alike(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Pair]:
    """The sentences of a rewritten stretch: the most alike together, and none crossing another."""
    scores = [
        (fuzz.ratio(old[i].skeleton, new[k].skeleton, score_cutoff=ALIKE), i, k)
        for i in range(len(old))
        for k in _near(i, len(old), len(new))
    ]
    chosen: list[tuple[int, int]] = []
    for score, i, k in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if score and all((i < a and k < b) or (i > a and k > b) for a, b in chosen):
            chosen.append((i, k))
    pairs: list[Pair] = []
    last_old = last_new = 0
    for i, k in [*sorted(chosen), (len(old), len(new))]:
        pairs += [(one, None) for one in old[last_old:i]]
        pairs += [(None, other) for other in new[last_new:k]]
        pairs += [(old[i], new[k])] if i < len(old) else []
        last_old, last_new = i + 1, k + 1
    return pairs


def _near(index: int, length: int, other: int) -> range:
    """Where the twin of a sentence may stand on the other side; in a long stretch not at its other end."""
    middle = index * other // length
    return range(max(0, middle - REACH), min(other, middle + REACH + 1))


def _join_moved(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A sentence that is gone in one place and there in another is one that was moved."""
    waiting: dict[str, list[Sentence]] = {}
    for before, after in pairs:
        if before and after is None:
            waiting.setdefault(before.skeleton, []).append(before)
    joined: dict[int, Sentence] = {}
    for before, after in pairs:
        if after and before is None and waiting.get(after.skeleton):
            joined[id(after)] = waiting[after.skeleton].pop(0)
    moved = {id(before) for before in joined.values()}
    for before, after in pairs:
        if after and before is None:
            yield joined.get(id(after)), after
        elif before is None or id(before) not in moved:
            yield before, after


def _sentence(mentions: tuple[Mention, ...]) -> Sentence:
    text = mentions[0].sentence
    for mention in reversed(mentions):
        text = text[: mention.at] + FIGURE + text[mention.at + len(mention.quantity.text) :]
    # A cell of a table is nothing but its figure.
    skeleton = text if any(map(str.isalpha, text)) else mentions[0].sentence
    return Sentence(mentions, " ".join(skeleton.split()).casefold())
