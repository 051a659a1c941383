"""What was read of one file, before it is held against any other."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped
from claimcheck.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Extract:
    """A document with the quantities of each of its turns (offsets in the turn's text), its claims and its datings.

    `datings` are the dates that it gives to what happens, as claims of the kind `date`, and its anniversaries and
    numbered lists, as claims of the kind `ordinal`.

    Of who speaks only the labels are known until all documents are: "Ms Berg" may be another one's "Anna Berg".
    `prose` is its paragraphs and `participants` its list of those present, from which that is found out.
    """

    document: Document
    quantities: tuple[tuple[Quantity, ...], ...]
    claims: tuple[Claim, ...]
    datings: tuple[Claim, ...] = ()
    prose: str = ""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file gave: its documents, and what was left out with the reason.

    `content` is the SHA-256 of its bytes, "" where that is not known. A reading that `failed` would perhaps succeed
    another time, and is not remembered. `left_out` counts the numbers that its extracts had, and are without.
    """

    file: str
    content: str = ""
    extracts: tuple[Extract, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    failed: bool = False
    left_out: int = 0
