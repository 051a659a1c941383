"""Findings from judgements: graded, merged, with their evidence, in the order of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from claimcheck.findings.aside import Aside, part_groups
from claimcheck.findings.evidence import Topics, evidence_of, no_topics
from claimcheck.findings.fingerprint import clash_of, with_fingerprints
from claimcheck.findings.grade import AGREEMENTS, alternatives, confirms, grade
from claimcheck.findings.merge import Graded, Group, merge
from claimcheck.model.baseline import unsaid
from claimcheck.model.document import Document
from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.verdict import Judgement

# A finding says which figures clash; a longer list would have the reader search for them again.
MOST_EVIDENCE = 8


class Found(NamedTuple):
    """What the judgements amount to; known and suppressed findings are in neither of the others."""

    findings: tuple[Finding, ...] = ()
    confirmations: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()


def make_findings(
    judgements: Sequence[Judgement],
    documents: Mapping[str, Document],
    aside: Aside | None = None,
    topics: Topics = no_topics,
) -> Found:
    """The findings and the confirmations that the judgements amount to; `documents` by their names.

    "Trade is $28 million ... $9 billion with Russia ... $5 billion with China" is judged twice and found
    once, with three figures. A figure said twice and the same is a confirmation, unless a rule objects to it.
    `aside` tells what is known, or kept silent, and `topics` what packs call a figure's subject.
    """
    clashing = [Graded(item, severity) for item in judgements if (severity := grade(item)) is not None]
    disputed = {frozenset(claim.id for claim in item.claims) for item in clashing}
    agreeing = [Graded(item, Severity.NOTE) for item in judgements if confirms(item)]
    undisputed = [item for item in agreeing if frozenset(claim.id for claim in item.claims) not in disputed]
    aside = aside or Aside()
    parted = part_groups(merge(clashing), aside)
    find = partial(_finding, documents=documents, topics=topics)
    new, known, silent = _in_order(
        [find(group, _headline(group), said=aside.said) for group in parted.new],
        [find(group, _headline(group)) for group in parted.known],
        [replace(find(group, _headline(group)), suppression=why) for group, why in parted.silent],
    )
    [confirmations] = _in_order([find(group, _agreement(group)) for group in merge(undisputed)])
    return _silence(Found(new, confirmations, known, silent), aside)


def _silence(found: Found, aside: Aside) -> Found:
    """The same with those findings suppressed that somebody names by their fingerprints."""
    named = {one.fingerprint: why for one in (*found.findings, *found.known) if (why := aside.of_finding(one))}
    both = found.findings + found.known
    silent = [replace(one, suppression=named[one.fingerprint]) for one in both if one.fingerprint in named]
    return Found(
        tuple(one for one in found.findings if one.fingerprint not in named),
        found.confirmations,
        tuple(one for one in found.known if one.fingerprint not in named),
        tuple(sorted((*found.suppressed, *silent), key=lambda finding: finding.order)),
    )


def _in_order(*lists: Sequence[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Each list in the order of reports; twins are counted over all, so that no finding's state changes its name."""
    found = sorted(
        ((finding, index) for index, findings in enumerate(lists) for finding in findings),
        key=lambda pair: pair[0].order,
    )
    named = list(with_fingerprints(finding for finding, _ in found))
    for wanted in range(len(lists)):
        yield tuple(finding for finding, (_, index) in zip(named, found, strict=True) if index == wanted)


def _headline(group: Group) -> str:
    """The message of the weightiest judgement, with the number of those that say the like."""
    first, *others = (member.judgement for member in group.members)
    message = first.verdict.message or first.rule.summary
    if not others:
        return message
    return f"{message}, and likewise {len(others)} other figure{'s' if len(others) > 1 else ''}"


def _agreement(group: Group) -> str:
    """What figures agree and how: "5,000 kilograms and five tons are the same"."""
    facts = dict.fromkeys(fact for member in group.members for fact in member.judgement.link.of_role("fact"))
    claims = dict.fromkeys(claim for member in group.members for claim in member.claims if claim not in facts)
    if facts:
        said = " and ".join(dict.fromkeys(" ".join(claim.quantity.text.split()) for claim in claims))
        return f"{said} agrees with {' and '.join(fact.sentence for fact in facts)}"
    *figures, last = (" ".join(claim.quantity.text.split()) for claim in claims)
    return f"{', '.join(figures)} and {last} {AGREEMENTS[group.members[0].judgement.rule.check]}"


def _finding(
    group: Group,
    message: str,
    *,
    documents: Mapping[str, Document],
    topics: Topics,
    said: Callable[[str, str], bool] = unsaid,
) -> Finding:
    judgements = [member.judgement for member in group.members]
    first = judgements[0]
    return Finding(
        rule=first.rule.id,
        severity=group.severity,
        message=message,
        evidence=_evidence(judgements, documents, topics, said),
        steps=_distinct(item.verdict.steps for item in judgements),
        suggestion=_commonest([item.suggestion for item in judgements if item.suggestion]),
        why=_distinct(item.link.reasons for item in judgements),
        alternatives=tuple(alternatives(judgements)),
        gap=first.verdict.gap,
        clashes=tuple(sorted(clash_of(item) for item in judgements)),
    )


def _evidence(
    judgements: Sequence[Judgement],
    documents: Mapping[str, Document],
    topics: Topics,
    said: Callable[[str, str], bool],
) -> tuple[Evidence, ...]:
    """Each figure once: those that all judgements share, the headline's others, the rest as in the text.

    Where some sentences are new and others not, the new ones lead: who wrote them is to see it.
    """
    times = Counter(claim.id for judgement in judgements for claim in judgement.link.claims)
    shown: dict[str, Evidence] = {}
    old: dict[str, bool] = {}
    for judgement in judgements:
        link = judgement.link
        readings = judgement.verdict.readings or ("",) * len(link.claims)
        for claim, role, reading in zip(link.claims, link.roles, readings, strict=True):
            if claim.id not in shown:
                shown[claim.id] = evidence_of(claim, role, reading, documents, topics)
                old[claim.id] = said(claim.file, claim.sentence)
    headline = {claim.id for claim in judgements[0].link.claims}

    def rank(item: tuple[str, Evidence]) -> tuple[bool, bool, str, int]:
        claim, evidence = item
        return times[claim] < len(judgements), claim not in headline, evidence.file, evidence.start

    ranked = sorted(shown.items(), key=rank) if len(judgements) > 1 else shown.items()
    return tuple(evidence for _, evidence in sorted(ranked, key=lambda item: old[item[0]]))[:MOST_EVIDENCE]


def _distinct(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _commonest(suggestions: Sequence[str]) -> str:
    """The suggestion made for most of the figures; the weightiest judgement's when several are as common."""
    return Counter(suggestions).most_common(1)[0][0] if suggestions else ""
