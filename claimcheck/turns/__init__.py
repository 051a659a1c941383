"""From blocks to turns with speakers: who says what, and who is who.

documents = take_turns(documents)
documents[0].turns[0].speaker.name      # "Anna Berg"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.document import Document, Turn
from claimcheck.model.rule import Entity
from claimcheck.turns.corpus import Place
from claimcheck.turns.people import Cast, identify
from claimcheck.turns.persons import Source
from claimcheck.turns.splitting import split_turns

__all__ = ["take_turns"]


def take_turns(documents: Sequence[Document], aliases: Sequence[Entity] = ()) -> list[Document]:
    """Split documents into turns and give each person one name: "Ms Berg" is "Anna Berg" if no other is.

    Across documents an equal name alone makes nobody one person (`claimcheck.turns.corpus` says what does);
    `aliases` are names that a rule pack declares to be one's.
    """
    split = [split_turns(document) for document in documents]
    casts = [_cast(document, turns, listed) for document, (turns, listed) in zip(documents, split, strict=True)]
    speakers = identify(casts, aliases)
    return [
        replace(document, turns=tuple(replace(turn, speaker=names.get(turn.label)) for turn in turns))
        for document, (turns, _), names in zip(documents, split, speakers, strict=True)
    ]


def _cast(document: Document, turns: Sequence[Turn], listed: tuple[str, ...]) -> Cast:
    # A file's name is no title that tells one event from another.
    title = document.title.value if document.title and document.title.source != "file name" else ""
    is_event = document.date is not None and len(title.split()) > 2
    return Cast(
        name=document.name,
        place=Place(document.file, f"{title} {document.date.value}" if is_event and document.date else ""),
        labels=Counter(turn.label for turn in turns if turn.label),
        source=Source(text="\n".join(block.text for block in document.blocks), title=title, cast=listed),
    )
