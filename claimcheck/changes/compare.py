"""The figures of two versions, sentence by sentence."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from claimcheck.changes.sentences import Sentence, pair_sentences, split_by_sentence
from claimcheck.model.change import Change, Comparison
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Kind, Quantity

# These say their value in words only.
NAMED = frozenset({Kind.DATE, Kind.TIME, Kind.IDENTIFIER})


def compare_versions(
    old: Sequence[Mention], new: Sequence[Mention], old_root: str = "", new_root: str = ""
) -> Comparison:
    """The figures that changed, each list of figures in the order of its text.

    "Trade reached $28 million" and "Trade has reached $28 billion": $28 million became $28 billion. Other words for
    one value ("5,000 kilograms", "five tonnes") are no change, nor is a sentence that stands elsewhere. Texts below the
    roots are held against their namesakes.
    """
    changes: list[Change] = []
    unchanged = 0
    for before, after in pair_sentences(split_by_sentence(old), split_by_sentence(new), old_root, new_root):
        for pair in _pair_figures(before, after):
            if pair.old and pair.new and _value(pair.old.quantity) == _value(pair.new.quantity):
                unchanged += 1
            else:
                changes.append(pair)
    return Comparison(tuple(changes), unchanged)


def _pair_figures(before: Sentence | None, after: Sentence | None) -> Iterator[Change]:
    """The figures of two versions of a sentence, side by side; those of a sentence without a twin stand alone."""
    old, new = before.mentions if before else (), after.mentions if after else ()
    matcher = SequenceMatcher(None, [_value(one.quantity) for one in old], [_value(one.quantity) for one in new], False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i != m - k:
            yield from _pair_alike(old[i:j], new[k:m])
            continue
        for one, other in zip_longest(old[i:j], new[k:m]):
            yield Change(one, other)


def _pair_alike(old: Sequence[Mention], new: Sequence[Mention]) -> Iterator[Change]:
    """Of figures that are more on one side, those of one dimension together: money became money, and a year is new."""
    matcher = SequenceMatcher(None, [_sort(one.quantity) for one in old], [_sort(one.quantity) for one in new], False)
    for _, i, j, k, m in matcher.get_opcodes():
        for one, other in zip_longest(old[i:j], new[k:m]):
            yield Change(one, other)


def _value(quantity: Quantity) -> Hashable:
    """What is the same for "5,000 kilograms" and "five tonnes", and not for "over five tonnes"."""
    if quantity.kind in NAMED:
        return quantity.kind, " ".join(quantity.text.split()).casefold()
    ends = (end * quantity.factor + quantity.offset for end in (quantity.low, quantity.high))
    return quantity.dimension, quantity.kind is Kind.POINT, quantity.bound, tuple(end.normalize() for end in ends)


def _sort(quantity: Quantity) -> Hashable:
    return quantity.dimension or quantity.kind
