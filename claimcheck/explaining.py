"""Why figures were compared or not: the pipeline, followed for one line of a transcript."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck import pipeline
from claimcheck.errors import Place, ReadError
from claimcheck.findings import find_rulings, make_findings
from claimcheck.links import consider, consider_facts, link_facts
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Skipped
from claimcheck.model.explanation import Considered, Explained, Explanation, why_no_claim
from claimcheck.model.mention import Mention
from claimcheck.model.rule import RuleSet
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.model.spot import Spot
from claimcheck.read import ReadSettings
from claimcheck.rules.judge import judge
from claimcheck.rules.select import topics_of
from claimcheck.store import Archive
from claimcheck.study import Progress, study_paths
from claimcheck.trusted import NO_COLUMNS, FactSource, load_facts


def explain(
    place: str,
    paths: Sequence[str] = (),
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
    settings: ReadSettings = pipeline.DEFAULT,
    facts: FactSource = (),
    fact_columns: Mapping[str, str] = NO_COLUMNS,
    workers: int | None = 1,
    archive: Archive | None = None,
) -> Explanation:
    """Explain the figures at "talk.txt:12", held against the rest of that file, what is named besides, and facts."""
    spot, rule_set = Spot.parse(place), pipeline.load(rules)
    units = units.over(rule_set.units)
    studied = study_paths([spot.file, *paths], settings, units, progress, workers, archive, compare=False)
    extracts, skipped = pipeline.name_all(studied.extracts, rule_set), studied.skipped
    spot.check(_documents_of(spot, [found.document for found in extracts], skipped, settings))
    own = [found for found in extracts if _is_file(found.document, spot, settings)]
    mentions = spot.pick([mention for found in own for mention in pipeline.mentions_in(found)])
    claims = [claim for found in extracts for claim in found.claims]
    documents = [found.document for found in extracts]
    known = load_facts(facts, fact_columns, rule_set, units)
    referred = link_facts(known.known, claims, documents, rule_set)
    links = pipeline.link(extracts, rule_set, workers=workers).links
    judgements = judge([*links, *referred.links], rule_set)
    by_name = {document.name: document for document in documents}
    sources = by_name | {table.name: table for table in known.documents}
    findings = make_findings(judgements, sources).findings
    ids = {mention.claim.id for mention in mentions if mention.claim}
    considered = consider(ids, claims, rule_set, links)
    held = consider_facts(ids, known.known, claims, documents, rule_set, referred.links)
    touching = [link for link in (*links, *referred.links) if any(claim.id in ids for claim in link.claims)]
    return Explanation(
        figures=tuple(
            replace(
                _explained(mention, by_name[mention.document], considered, claims, rule_set),
                facts=tuple(one for one in held if mention.claim and one.claim.id == mention.claim.id),
                known_facts=len(known.known),
            )
            for mention in mentions
        ),
        rulings=find_rulings(touching, judgements, findings),
        documents=tuple(by_name.values()),
        skipped=tuple(skipped),
        unread=known.errors,
    )


def _explained(
    mention: Mention,
    document: Document,
    considered: Sequence[Considered],
    claims: Sequence[Claim],
    rules: RuleSet,
) -> Explained:
    if mention.claim is None:
        return Explained(mention, document, why_no_claim(mention.quantity, document.kind_at(mention.quantity.start)))
    own = tuple(item for item in considered if item.claim.id == mention.claim.id)
    return Explained(mention, document, "", own, len(claims) - 1, topics_of(mention.claim, rules))


def _is_file(document: Document, spot: Spot, settings: ReadSettings) -> bool:
    """Whether a document is in the file of a spot, however its path is spelled: "./talk.txt" is "talk.txt"."""
    named = settings.stdin_name if spot.file == "-" else spot.file
    return os.path.normpath(document.file) == os.path.normpath(named)


def _documents_of(
    spot: Spot, documents: Sequence[Document], skipped: Sequence[Skipped], settings: ReadSettings
) -> list[Document]:
    """The documents in the file of a spot; raises ReadError with the reason when it was not read."""
    found = [document for document in documents if _is_file(document, spot, settings)]
    if not found:
        why = next((item for item in skipped if os.path.normpath(item.file) == os.path.normpath(spot.file)), None)
        reason, hint = (why.reason, why.hint) if why else ("is no file", "name one file, and folders behind it")
        raise ReadError(reason, Place(spot.file), hint)
    return found
