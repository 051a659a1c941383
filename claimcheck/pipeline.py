"""The whole program on one screen: from files to a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.claims import extract_claims
from claimcheck.claims.sentences import split_sentences
from claimcheck.findings import make_findings
from claimcheck.links import link_claims
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Segment, Skipped, Speaker, Stated, Turn
from claimcheck.model.mention import Listing, Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.report import Coverage, Report
from claimcheck.model.rule import RuleSet
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities import scan
from claimcheck.read import ReadSettings, read_paths, read_text
from claimcheck.rules.judge import judge
from claimcheck.rules.load import load_rules
from claimcheck.turns import take_turns

Progress = Callable[[int, int, str], None]
DEFAULT = ReadSettings()


def run(
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
    settings: ReadSettings = DEFAULT,
) -> Report:
    """Read files and folders and check them: the main job."""
    rule_set = load(rules)
    documents, skipped = read_paths(paths, settings)
    return examine(documents, skipped, rule_set, units, progress)


def list_documents(paths: Sequence[str], *, rules: Sequence[str] = (), settings: ReadSettings = DEFAULT) -> Listing:
    """Read files and folders and find out who speaks in them; looks at no number."""
    rule_set = load(rules)
    documents, skipped = read_paths(paths, settings)
    return Listing(tuple(_with_turns(documents, rule_set)), (), tuple(skipped))


def list_mentions(
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
    settings: ReadSettings = DEFAULT,
) -> Listing:
    """Read files and folders and list every number in them, with its claim if it has one; compares nothing."""
    documents, skipped = read_paths(paths, settings)
    extracts = list(extract(documents, load(rules), units, progress))
    mentions = [mention for found in extracts for mention in _mentions(found)]
    return Listing(
        documents=tuple(found.document for found in extracts),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.order)),
        skipped=tuple(skipped),
    )


def check_texts(texts: Mapping[str, str], *, rules: Sequence[str] = (), units: UnitSettings = DEFAULT_UNITS) -> Report:
    """Check texts in memory, {name: text}."""
    documents = [document for name, text in sorted(texts.items()) for document in read_text(name, text)]
    return examine(documents, [], load(rules), units)


def load(selection: Sequence[str] = ()) -> RuleSet:
    """The rules of packs, files and folders; none named means all that ship with claimcheck."""
    return load_rules(selection)


def examine(
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    rules: RuleSet,
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
) -> Report:
    """From documents to the report: turns, claims, links, judgements, findings."""
    extracts = list(extract(documents, rules, units, progress))
    documents = [found.document for found in extracts]
    claims = [claim for found in extracts for claim in found.claims]
    quantities = sum(len(of_turn) for found in extracts for of_turn in found.quantities)
    links = link_claims(claims, rules)
    judgements = judge(links, rules)
    findings, confirmations = make_findings(judgements, {document.name: document for document in documents})
    linked = {claim.id for link in links for claim in link.claims}
    return Report(
        documents=tuple(documents),
        claims=tuple(claims),
        findings=findings,
        confirmations=confirmations,
        skipped=tuple(skipped),
        coverage=_coverage(documents, claims, quantities, len(linked), len(links)),
        rules=tuple(rule.id for rule in rules.rules),
    )


@dataclass(frozen=True, slots=True)
class Extract:
    """A document with the quantities of each of its turns (offsets in the turn's text) and its claims."""

    document: Document
    quantities: tuple[tuple[Quantity, ...], ...]
    claims: tuple[Claim, ...]


def extract(
    documents: Sequence[Document],
    rules: RuleSet,
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
) -> Iterator[Extract]:
    """From documents to their claims, one document at a time: turns, quantities, claims."""
    documents = _with_turns(documents, rules)
    for number, document in enumerate(documents, start=1):
        quantities = tuple(tuple(scan(turn.text, units)) for turn in document.turns)
        yield Extract(document, quantities, tuple(extract_claims(document, quantities)))
        if progress is not None:
            progress(number, len(documents), document.file)


def _with_turns(documents: Sequence[Document], rules: RuleSet) -> list[Document]:
    return sorted(take_turns(documents, rules.entities), key=lambda document: document.name)


def claims_of_text(
    text: str, *, speaker: str | None = None, day: date | None = None, units: UnitSettings = DEFAULT_UNITS
) -> list[Claim]:
    """The claims of one text, taken as one speaker's words; offsets count in the text."""
    who = Speaker(speaker) if speaker else None
    turn = Turn(0, text, 0, len(text), (Segment(0, 0, len(text)),), speaker=who)
    stated = Stated(day.isoformat(), "given") if day else None
    document = Document("text", "text", text, 0, len(text), "text", date=stated, turns=(turn,))
    return extract_claims(document, [scan(text, units)])


def _mentions(found: Extract) -> Iterator[Mention]:
    """The numbers of a document in their sentences: those of its claims, and all others."""
    document = found.document
    claims = {(claim.quantity.start, claim.quantity.end): claim for claim in found.claims}
    for turn, quantities in zip(document.turns, found.quantities, strict=True):
        sentences = split_sentences(turn.text, quantities) if quantities else []
        for quantity in quantities:
            start, end = turn.in_file(quantity.start, quantity.end)
            if (start, end) in claims:
                yield Mention.of(claims[start, end], document.landmark(start))
                continue
            index = bisect_right(sentences, quantity.start, key=lambda sentence: sentence.start) - 1
            around = sentences[index] if index >= 0 and quantity.start < sentences[index].end else None
            yield Mention(
                replace(quantity, start=start, end=end),
                document.name,
                document.file,
                *document.locate(start),
                sentence=around.text if around else quantity.text,
                at=quantity.start - around.start if around else 0,
                speaker=turn.speaker,
                landmark=document.landmark(start),
            )


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
