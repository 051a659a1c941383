"""Explanations: what was understood of the figures at one place, and what they were compared with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.errors import FactError
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped, TurnKind
from claimcheck.model.fact import Fact
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
class ConsideredFact:
    """A fact that a figure was held against, as the cargo of 2019 was: `link` where it is about it, else `why_not`.

    `reasons` are what both say and `doubts` what the figure leaves unsaid; `stage` counts how far the two agree: first
    in the measure, then the subject, then the period.
    """

    claim: Claim
    fact: Fact
    link: Link | None = None
    why_not: str = ""
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    stage: int = 0


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
    the rule packs' topics that mean this figure. `facts` are those of a trusted table that it was held against, of
    `known_facts` in all.
    """

    mention: Mention
    document: Document
    why_no_claim: str = ""
    considered: tuple[Considered, ...] = ()
    claims: int = 0
    topics: tuple[str, ...] = ()
    facts: tuple[ConsideredFact, ...] = ()
    known_facts: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """The figures of one line, explained; `rulings` says for each link what the rules made of it.

    `unread` are the rows of tables of facts that were not understood.
    """

    figures: tuple[Explained, ...]
    rulings: tuple[tuple[Link, tuple[Ruling, ...]], ...]
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    unread: tuple[FactError, ...] = ()

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
