"""From blocks to turns with speakers: who says what, and who is who.

documents = take_turns(documents)
documents[0].turns[0].speaker.name      # "Anna Berg"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.document import Document
from claimcheck.model.rule import Entity
from claimcheck.turns.people import Use, identify
from claimcheck.turns.splitting import split_turns

__all__ = ["take_turns"]


def take_turns(documents: Sequence[Document], aliases: Sequence[Entity] = ()) -> list[Document]:
    """Split documents into turns and give each person one name: "Ms Berg" is "Anna Berg" if no other is."""
    split = [split_turns(document) for document in documents]
    uses: Counter[Use] = Counter((at, turn.label) for at, turns in enumerate(split) for turn in turns if turn.label)
    texts = [document.text[document.start : document.end] for document in documents]
    speakers = identify(uses, texts, aliases)
    return [
        replace(document, turns=tuple(replace(turn, speaker=speakers.get((at, turn.label))) for turn in turns))
        for at, (document, turns) in enumerate(zip(documents, split, strict=True))
    ]
