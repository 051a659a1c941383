"""Facts: rows of a table that a user trusts, each the claim of a speaker who is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimcheck.errors import FactError, Place
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.link import Link

# What a row may hold; the others need a column only where a table has something to say there.
FACT_FIELDS = ("subject", "measure", "period", "place", "value", "unit", "source")
NEEDED_FIELDS = ("subject", "measure", "value")


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row as it stands in its table: {"subject": "Port of Ely", "measure": "cargo", "value": "4.2", ...}.

    `cells` has all of `FACT_FIELDS`, empty where the row says nothing. `start` and `end` are the characters of
    the value in the table's text, `places` where each cell stands, and `name` what the file calls the row.
    """

    file: str
    start: int
    end: int
    cells: Mapping[str, str]
    places: Mapping[str, Place]
    name: str = ""

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def place(self, name: str = "value") -> Place:
        """Where a cell stands, as "facts.csv:3:20"."""
        return self.places[name]

    def error(self, name: str, message: str, hint: str) -> FactError:
        """What is wrong with one cell of the row, with the row itself to look at."""
        said = ", ".join(f"{key}: {self[key]}" for key in FACT_FIELDS if self[key])
        return FactError(message, self.place(name), f"{hint} (the row says {said})" if said else hint)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row that was understood: its figure as a claim whose speaker is the source."""

    row: FactRow
    claim: Claim

    @property
    def id(self) -> str:
        """What tells the fact from all others of a run."""
        return self.claim.id

    @property
    def said(self) -> str:
        """The fact in a line, as "Port of Ely, cargo, 2019: 4.2 million tonnes"."""
        return self.claim.sentence


@dataclass(frozen=True, slots=True)
class FactTable:
    """What was read of one table: its rows, those that could not be read, and its text as a document."""

    document: Document
    rows: tuple[FactRow, ...]
    errors: tuple[FactError, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a run: all rows that were understood, an error for each other one, and the tables as documents."""

    known: tuple[Fact, ...] = ()
    errors: tuple[FactError, ...] = ()
    documents: tuple[Document, ...] = ()


class FactStatus(StrEnum):
    """What became of a fact, the first of these that holds.

    CLASHES: some figure does not fit it; FITS: figures were found, and all fit; AMBIGUOUS: another fact matches the
    same figures and says otherwise; UNMATCHED: nothing that was read is about it; UNREAD: the row is wrong.
    """

    CLASHES = "clashes"
    FITS = "fits"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class FactOutcome:
    """What became of one row: how many figures fit it and how many do not, or why it was not compared.

    `reason` says why a fact is ambiguous, unmatched or unread; of a fact that was compared it says which figures
    another fact left undecided. `landmark` names the row of a file without lines.
    """

    status: FactStatus
    place: Place
    said: str
    source: str = ""
    fitting: int = 0
    clashing: int = 0
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FactLinks:
    """Which claims are about which facts.

    `links` hold a claim and its fact; `undecided` says for facts by their ids which figures were left alone because
    another fact fits them as well, `unmatched` why nothing was linked. `compared` counts pairs held against each
    other.
    """

    links: tuple[Link, ...] = ()
    undecided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unmatched: Mapping[str, str] = field(default_factory=dict)
    compared: int = 0
