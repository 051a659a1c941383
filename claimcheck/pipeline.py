"""The whole program on one screen: from files to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from claimcheck.claims import extract_claims
from claimcheck.findings import make_findings
from claimcheck.links import link_claims
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Segment, Skipped, Speaker, Stated, Turn
from claimcheck.model.report import Coverage, Report
from claimcheck.model.rule import RuleSet
from claimcheck.quantities import scan
from claimcheck.read import read_paths, read_text
from claimcheck.rules.judge import judge
from claimcheck.rules.load import load_rules
from claimcheck.turns import take_turns

Progress = Callable[[int, int, str], None]


def run(paths: Sequence[str], *, rules: Sequence[str] = (), progress: Progress | None = None) -> Report:
    """Read files and folders and check them: the main job."""
    rule_set = load(rules)
    documents, skipped = read_paths(paths)
    return examine(documents, skipped, rule_set, progress)


def check_texts(texts: Mapping[str, str], *, rules: Sequence[str] = ()) -> Report:
    """Check texts in memory, {name: text}."""
    documents = [document for name, text in sorted(texts.items()) for document in read_text(name, text)]
    return examine(documents, [], load(rules))


def load(selection: Sequence[str] = ()) -> RuleSet:
    """The rules of packs, files and folders; none named means all that ship with claimcheck."""
    return load_rules(selection)


def examine(
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    rules: RuleSet,
    progress: Progress | None = None,
) -> Report:
    """From documents to the report: turns, claims, links, judgements, findings."""
    documents = sorted(take_turns(documents, rules.entities), key=lambda document: document.name)
    claims: list[Claim] = []
    quantities = 0
    for number, document in enumerate(documents, start=1):
        found = [scan(turn.text) for turn in document.turns]
        quantities += sum(map(len, found))
        claims += extract_claims(document, found)
        if progress is not None:
            progress(number, len(documents), document.file)
    links = link_claims(claims, rules)
    judgements = judge(links, rules)
    findings, confirmations = make_findings(judgements, {document.name: document for document in documents})
    linked = {claim.id for link in links for claim in link.claims}
    return Report(
        documents=tuple(documents),
        claims=tuple(claims),
        findings=findings,
        confirmations=confirmations,
        skipped=tuple(sorted(skipped, key=lambda skip: skip.file)),
        coverage=_coverage(documents, claims, quantities, len(linked), len(links)),
        rules=tuple(rule.id for rule in rules.rules),
    )


def claims_of_text(text: str, *, speaker: str | None = None, day: date | None = None) -> list[Claim]:
    """The claims of one text, taken as one speaker's words; offsets count in the text."""
    who = Speaker(speaker) if speaker else None
    turn = Turn(0, text, 0, len(text), (Segment(0, 0, len(text)),), speaker=who)
    stated = Stated(day.isoformat(), "given") if day else None
    document = Document("text", "text", text, 0, len(text), "text", date=stated, turns=(turn,))
    return extract_claims(document, [scan(text)])


def _coverage(
    documents: Iterable[Document], claims: Sequence[Claim], quantities: int, linked: int, pairs: int
) -> Coverage:
    return Coverage(
        characters=sum(document.end - document.start for document in documents),
        quantities=quantities,
        measurements=len(claims),
        understood=sum(bool(claim.measure) for claim in claims),
        linked=linked,
        pairs=pairs,
    )
