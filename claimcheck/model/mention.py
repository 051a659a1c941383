"""Mentions: every number where it stands, whether or not anything was claimed with it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped, Speaker
from claimcheck.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Mention:
    """A number as it stands in a document: "On 3 May, 40 boats left" has two, and a claim only of the boats.

    `quantity.start` and `.end` count in the file's decoded text, `line` and `column` (from 1) are its place,
    `at` is its offset in `sentence`. `claim` is None for what measures nothing (years, dates, ordinals ...) and
    for figures that stand outside of sentences, as in a heading or a table. `landmark` is the place in a file
    that is not opened by lines, as "page 3, paragraph 2".
    """

    quantity: Quantity
    document: str
    file: str
    line: int
    column: int
    sentence: str
    at: int
    speaker: Speaker | None = None
    claim: Claim | None = None
    landmark: str = ""

    @staticmethod
    def of(claim: Claim, landmark: str = "") -> Mention:
        """The mention that a claim was made with."""
        return Mention(
            quantity=claim.quantity,
            document=claim.document,
            file=claim.file,
            line=claim.line,
            column=claim.column,
            sentence=claim.sentence,
            at=claim.at,
            speaker=claim.speaker,
            claim=claim,
            landmark=landmark,
        )

    @property
    def unit(self) -> str:
        """The unit or, for a bare count, the counted noun: "40 boats" is in "boat"."""
        return self.claim.unit if self.claim else self.quantity.unit

    @property
    def order(self) -> tuple[str, int, int]:
        """Sorts mentions as the texts have them."""
        return self.file, self.quantity.start, self.quantity.end


@dataclass(frozen=True, slots=True)
class Listing:
    """All numbers of some documents, in their order, with what was read and what was not."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    skipped: tuple[Skipped, ...]
