"""The report: all that a run read, understood and found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped
from claimcheck.model.fact import FactOutcome
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.link import Link
from claimcheck.model.remark import Complaint
from claimcheck.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Coverage:
    """What share of the text was understood, as in "311 quantities found, 290 understood, 84 linked".

    Counts: `characters` read, `quantities` found of any kind, `measurements` among them, `understood` claims
    whose measured thing was found, `linked` claims that belong to at least one other, `pairs` links between
    them, `links` the same by kind ("same-measure", 12), and `compared` pairs of claims that were held against
    each other to find out, since they share a noun and a dimension. `crowded` are
    keys that so many claims share ("count|people") that they were not held against each other for that alone.
    """

    characters: int = 0
    quantities: int = 0
    measurements: int = 0
    understood: int = 0
    linked: int = 0
    pairs: int = 0
    compared: int = 0
    links: tuple[tuple[str, int], ...] = ()
    crowded: tuple[str, ...] = ()

    @staticmethod
    def of(
        documents: Iterable[Document],
        claims: Sequence[Claim],
        quantities: int,
        links: Sequence[Link],
        pairs: int,
        crowded: tuple[str, ...] = (),
    ) -> Coverage:
        """The counts of a run; a fact that a figure was held against is no figure of the texts."""
        beside = {claim.id for link in links for claim in link.claims if len(link.claims) > 1}
        return Coverage(
            characters=sum(document.end - document.start for document in documents),
            quantities=quantities,
            measurements=len(claims),
            understood=sum(bool(claim.measure) for claim in claims),
            linked=len({claim.id for claim in claims} & beside),
            pairs=len(links),
            compared=pairs,
            links=tuple(sorted(Counter(link.kind.value for link in links).items())),
            crowded=crowded,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run.

    `findings` are sorted by severity, then place; `confirmations` are figures that were said twice and agree;
    `skipped` lists every file that was not read, with its reason. `rules` are the ids of the rules that held, and
    `checked` the rules themselves. Findings that were there before are in `known`, those kept silent in
    `suppressed`; neither counts. `complaints` are about requests for silence that came to nothing. `facts` are the
    rows of the tables of facts, each with what became of it, and `held` counts the pairs of a figure and a fact that
    were held against each other. `archived` counts the transcripts of an archive that were compared, `passed_over` the
    files of it that were not, because there are so many; `unread` the files that Ctrl-C came before. It is
    `unfinished` where Ctrl-C came before all figures were held against each other.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    confirmations: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    rules: tuple[str, ...] = ()
    checked: tuple[Rule, ...] = ()
    known: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    facts: tuple[FactOutcome, ...] = ()
    held: int = 0
    archived: int = 0
    passed_over: int = 0
    unread: int = 0
    unfinished: bool = False
    complaints: tuple[Complaint, ...] = ()

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C came before all was done."""
        return self.unfinished or self.unread > 0

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of this severity or graver."""
        return tuple(finding for finding in self.findings if finding.severity.rank >= severity.rank)
