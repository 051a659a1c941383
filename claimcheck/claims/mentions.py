"""All numbers of a document in their sentences: those of its claims, and those that measure nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.claims.sentences import split_sentences
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity


def mentions_of(
    document: Document, quantities: Sequence[tuple[Quantity, ...]], claims: Iterable[Claim]
) -> Iterator[Mention]:
    """The numbers of each turn (offsets in the turn's text): "12 buses in 2019" has a claim and a year."""
    by_place = {(claim.quantity.start, claim.quantity.end): claim for claim in claims}
    for turn, numbers in zip(document.turns, quantities, strict=True):
        sentences = split_sentences(turn.text, numbers) if numbers else []
        for quantity in numbers:
            start, end = turn.in_file(quantity.start, quantity.end)
            if (start, end) in by_place:
                yield Mention.of(by_place[start, end], document.landmark(start))
                continue
            index = bisect_right(sentences, quantity.start, key=lambda sentence: sentence.start) - 1
            around = sentences[index] if index >= 0 and quantity.start < sentences[index].end else None
            yield Mention(
                replace(quantity, start=start, end=end),
                document.name,
                document.file,
                *document.locate(start),
                sentence=around.text if around else quantity.text,
                at=quantity.start - around.start if around else 0,
                speaker=turn.speaker,
                landmark=document.landmark(start),
            )
