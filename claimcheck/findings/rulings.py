"""Rulings: for each link, what every rule said of it and the finding that came of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.model.explanation import Ruling
from claimcheck.model.finding import Finding
from claimcheck.model.link import Link
from claimcheck.model.verdict import Judgement, Outcome


def find_rulings(
    links: Iterable[Link], judgements: Sequence[Judgement], findings: Sequence[Finding]
) -> tuple[tuple[Link, tuple[Ruling, ...]], ...]:
    """What the rules made of each link: "12 ... another 7 ... those 20" is an error of core/sum.

    A clash that a graver finding on the same figures takes in is told with that finding.
    """
    return tuple((link, tuple(_ruling(item, findings) for item in judgements if item.link is link)) for link in links)


def _ruling(judgement: Judgement, findings: Sequence[Finding]) -> Ruling:
    finding = _finding_of(judgement, findings)
    return Ruling(
        judgement.rule.id,
        judgement.verdict.outcome,
        judgement.verdict.message,
        finding.severity if finding else None,
        finding.fingerprint if finding else "",
    )


def _finding_of(judgement: Judgement, findings: Sequence[Finding]) -> Finding | None:
    if judgement.verdict.outcome is Outcome.FITS:
        return None
    figures = {(claim.file, claim.quantity.start) for claim in judgement.link.claims}
    holding = [one for one in findings if figures <= {(item.file, item.start) for item in one.evidence}]
    own = (one for one in holding if one.rule == judgement.rule.id)
    return next(own, holding[0] if holding else None)
