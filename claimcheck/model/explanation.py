"""Explanations: what was understood of the figures at one place, and what they were compared with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped, TurnKind
from claimcheck.model.finding import Severity
from claimcheck.model.link import Link
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Kind, Quantity
from claimcheck.model.verdict import Outcome


class Standing(StrEnum):
    """How two compared figures stand: LINKED, NEAR (nothing sets them apart, yet too little ties them), APART."""

    LINKED = "linked"
    NEAR = "near"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Considered:
    """A figure that another was compared with, as "$9 billion" for the trade with Norway was with all trade.

    `links` hold both figures, and there are several where they belong together in several ways. `why_not`
    says what keeps unlinked figures apart ("different periods", "too little in common, score 0.54"); `score` is
    the agreement from 0 to 1, `reasons` are what the two share and `doubts` what only one of them says.
    """

    claim: Claim
    other: Claim
    links: tuple[Link, ...] = ()
    why_not: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    standing: Standing = Standing.APART


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule said of a link: "core/sum: 12 + 7 make 19, not 20", with the finding it became, if it did.

    `severity` and `fingerprint` are the finding's, None and "" where nothing is reported.
    """

    rule: str
    outcome: Outcome
    message: str = ""
    severity: Severity | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure with all that was understood of it.

    `why_no_claim` says why a number is compared with nothing ("a year"), and is "" for claims. `considered`
    is sorted: linked figures first, then the near misses by their score, then what is set apart. `claims` is
    how many other figures there are at all; those not in `considered` measure no like noun. `topics` are the ids of
    the rule packs' topics that mean this figure.
    """

    mention: Mention
    document: Document
    why_no_claim: str = ""
    considered: tuple[Considered, ...] = ()
    claims: int = 0
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The figures of one line, explained; `rulings` says for each link what the rules made of it."""

    figures: tuple[Explained, ...]
    rulings: tuple[tuple[Link, tuple[Ruling, ...]], ...]
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]

    def rulings_on(self, link: Link) -> tuple[Ruling, ...]:
        """What the rules said of a link, in the order of the rules."""
        return next((rulings for judged, rulings in self.rulings if judged is link), ())


def why_no_claim(quantity: Quantity, kind: TurnKind) -> str:
    """Why a number makes no claim, as "2005" does not: "a year: it says when, and measures nothing"."""
    if quantity.kind in _MEASURE_NOTHING:
        return _MEASURE_NOTHING[quantity.kind]
    return _STAND_APART.get(kind, "it stands in a row of a table, or in no sentence")


_MEASURE_NOTHING = {
    Kind.YEAR: "a year: it says when, and measures nothing",
    Kind.DATE: "a date: it says when, and measures nothing",
    Kind.TIME: "a time of day: it says when, and measures nothing",
    Kind.ORDINAL: "an ordinal: it gives a place in an order, and counts nothing",
    Kind.IDENTIFIER: "an identifier: it is a name or part of one, and counts nothing",
}
_STAND_APART = {
    TurnKind.HEADING: "it stands in a heading",
    TurnKind.METADATA: "it stands in the lines around the speech: a header, a list, a note of the publisher",
}
