"""From blocks to turns with speakers: who says what, and who is who.

documents = take_turns(documents)
documents[0].turns[0].speaker.name      # "Anna Berg"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.document import Document
from claimcheck.model.extract import Extract
from claimcheck.model.rule import Entity
from claimcheck.turns.corpus import Place
from claimcheck.turns.people import Cast, identify
from claimcheck.turns.persons import Source
from claimcheck.turns.splitting import split_turns

__all__ = ["name_speakers", "split_document", "take_turns"]


def take_turns(documents: Sequence[Document], aliases: Sequence[Entity] = ()) -> list[Document]:
    """Split documents into turns and give each person one name: "Ms Berg" is "Anna Berg" if no other is."""
    return [extract.document for extract in name_speakers([split_document(one) for one in documents], aliases)]


def split_document(document: Document) -> Extract:
    """A document in turns, each with its label; who that is, `name_speakers` finds out from all documents."""
    turns, participants = split_turns(document)
    prose = "\n".join(block.text for block in document.blocks)
    return Extract(replace(document, turns=tuple(turns), blocks=()), (), (), (), prose, participants)


def name_speakers(extracts: Sequence[Extract], aliases: Sequence[Entity] = ()) -> list[Extract]:
    """Give each person one name, in turns and claims.

    Across documents an equal name alone makes nobody one person (`claimcheck.turns.corpus` says what does);
    `aliases` are names that a rule pack declares to be one's.
    """
    speakers = identify([_cast(extract) for extract in extracts], aliases)
    named = []
    for extract, names in zip(extracts, speakers, strict=True):
        turns = tuple(replace(turn, speaker=names.get(turn.label)) for turn in extract.document.turns)
        claims, datings = (
            tuple(replace(claim, speaker=turns[claim.turn].speaker) for claim in of_document)
            for of_document in (extract.claims, extract.datings)
        )
        document = replace(extract.document, turns=turns)
        # What people were known by has served.
        named.append(replace(extract, document=document, claims=claims, datings=datings, prose="", participants=()))
    return named


def _cast(extract: Extract) -> Cast:
    document = extract.document
    # A file's name is no title that tells one event from another.
    title = document.title.value if document.title and document.title.source != "file name" else ""
    is_event = document.date is not None and len(title.split()) > 2
    return Cast(
        name=document.name,
        place=Place(document.file, f"{title} {document.date.value}" if is_event and document.date else ""),
        labels=Counter(turn.label for turn in document.turns if turn.label),
        source=Source(text=extract.prose, title=title, cast=extract.participants),
    )
