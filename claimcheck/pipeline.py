"""The whole program on one screen: from files to a report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.changes import compare_versions
from claimcheck.claims.mentions import mentions_of
from claimcheck.engine import choose_processes, do_beside
from claimcheck.findings import Aside, Silencer, make_findings, tell_facts
from claimcheck.links import Linked, link_claims, link_facts
from claimcheck.model.baseline import Adoption
from claimcheck.model.change import Comparison
from claimcheck.model.extract import Extract
from claimcheck.model.fact import Facts
from claimcheck.model.finding import Finding
from claimcheck.model.mention import Listing, Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.report import Coverage, Report
from claimcheck.model.rule import RuleSet
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities import scan
from claimcheck.read import History, ReadSettings, part_foreign, read_paths, read_text
from claimcheck.rules.expressions import bind_expressions
from claimcheck.rules.judge import judge
from claimcheck.rules.load import load_rules
from claimcheck.rules.select import topics_of
from claimcheck.store import Archive
from claimcheck.study import Cluster, Interrupted, Progress, Studied, count_numbers, study_documents, study_paths
from claimcheck.trusted import NO_COLUMNS, NO_FACTS, FactSource, load_facts
from claimcheck.turns import name_speakers, take_turns

DEFAULT = ReadSettings()
NOTHING_ADOPTED = Adoption()


def run(
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
    settings: ReadSettings = DEFAULT,
    facts: FactSource = (),
    fact_columns: Mapping[str, str] = NO_COLUMNS,
    adoption: Adoption = NOTHING_ADOPTED,
    workers: int | None = 1,
    archive: Archive | None = None,
    cluster: Cluster | None = None,
    interrupted: Interrupted | None = None,
) -> Report:
    """Read files and folders and check them, against each other and against tables of facts: the main job.

    `adoption` says what is known, or kept silent. With an `archive` they are checked against what is in it, too, and
    with a `cluster` its machines do most of it. Where Ctrl-C is to give a report on what is done so far, `interrupted`
    is told how many files are read, and how many not.
    """
    if adoption.since:
        adoption = replace(adoption, said=History.since(adoption.since, settings).said)
    rule_set = load(rules)
    known = load_facts(facts, fact_columns, rule_set, units)
    read_as = units.over(rule_set.units)
    return examine(
        study_paths(
            paths,
            settings,
            read_as,
            progress,
            workers,
            archive,
            cluster=cluster,
            lean=True,
            interrupted=interrupted,
        ),
        rule_set,
        units,
        known,
        adoption,
        cluster,
        workers,
        interrupted,
    )


def list_documents(paths: Sequence[str], *, rules: Sequence[str] = (), settings: ReadSettings = DEFAULT) -> Listing:
    """Read files and folders and find out who speaks in them; looks at no number."""
    rule_set = load(rules)
    documents, skipped = read_paths(paths, settings)
    documents = sorted(take_turns(documents, rule_set.entities), key=lambda document: document.name)
    return Listing(tuple(documents), (), tuple(skipped))


def list_mentions(
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    progress: Progress | None = None,
    settings: ReadSettings = DEFAULT,
    workers: int | None = 1,
    archive: Archive | None = None,
) -> Listing:
    """Read files and folders and list every number in them, with its claim if it has one; compares nothing."""
    rule_set = load(rules)
    studied = study_paths(paths, settings, units.over(rule_set.units), progress, workers, archive, compare=False)
    extracts = name_all(studied.extracts, rule_set)
    mentions = [mention for found in extracts for mention in mentions_in(found)]
    return Listing(
        documents=tuple(found.document for found in extracts),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.order)),
        skipped=tuple(studied.skipped),
    )


def compare(old: Listing, new: Listing, old_root: str = "", new_root: str = "") -> Comparison:
    """Which figures changed between two versions, each listed by `list_mentions`; files below the roots by name."""
    return compare_versions(old.mentions, new.mentions, old_root, new_root)


def check_texts(
    texts: Mapping[str, str],
    *,
    rules: Sequence[str] = (),
    units: UnitSettings = DEFAULT_UNITS,
    facts: FactSource = (),
    fact_columns: Mapping[str, str] = NO_COLUMNS,
) -> Report:
    """Check texts in memory, {name: text}."""
    return examine_texts(texts, load(rules), units, facts, fact_columns)


def examine_texts(
    texts: Mapping[str, str],
    rules: RuleSet,
    units: UnitSettings = DEFAULT_UNITS,
    facts: FactSource = (),
    fact_columns: Mapping[str, str] = NO_COLUMNS,
) -> Report:
    """Check texts in memory by rules that were loaded before."""
    known = load_facts(facts, fact_columns, rules, units)
    read = [document for name, text in sorted(texts.items()) for document in read_text(name, text)]
    documents, skipped = part_foreign(read)
    extracts = list(study_documents(documents, units.over(rules.units)))
    studied = Studied(extracts, skipped, numbers=count_numbers(extracts))
    return examine(studied, rules, units, known)


def load(selection: Sequence[str] = ()) -> RuleSet:
    """The rules of packs, files and folders; none named means all that ship with claimcheck."""
    return load_rules(selection, read_figure)


def read_figure(text: str) -> Quantity | None:
    """The one figure that a text consists of, "5000 dollar" or "5%"; None for any other text."""
    found = scan(text)
    whole = len(found) == 1 and found[0].is_measurement and (found[0].start, found[0].end) == (0, len(text))
    return found[0] if whole else None


def link(
    extracts: Sequence[Extract],
    rules: RuleSet,
    beside: Collection[str] = (),
    cluster: Cluster | None = None,
    workers: int | None = 1,
    interrupted: Callable[[], object] | None = None,
) -> Linked:
    """Which figures and dates belong together: by what they tell, and by what the rules' expressions ask for.

    Documents `beside` are those of an archive; only links with others of the run count.
    """
    claims = [claim for found in extracts for claim in found.claims]
    dates = [dating for found in extracts for dating in found.datings]
    texts = {found.document.name: found.document.text[found.document.start : found.document.end] for found in extracts}
    # What an archive adds is found, and bounded, here.
    groundwork = cluster.lay_groundwork(claims, rules, texts) if cluster and not beside else None
    # What talks to a cluster is not copied.
    processes = 1 if cluster else choose_processes(workers, len(claims))
    do_all = partial(do_beside, processes=processes, interrupted=interrupted)
    linked = link_claims(claims, rules, dates, texts, beside, groundwork, do_all)
    links = [*linked.links, *bind_expressions(claims, rules)]
    if beside:
        links = [one for one in links if any(claim.document not in beside for claim in one.claims)]
    return replace(linked, links=links)


def mentions_in(found: Extract) -> Iterator[Mention]:
    """All numbers of a document, in their sentences."""
    return mentions_of(found.document, found.quantities, found.claims)


def name_all(extracts: Sequence[Extract], rules: RuleSet) -> list[Extract]:
    """The documents of a run in their order, each person under one name in all of them."""
    return sorted(name_speakers(extracts, rules.entities), key=lambda found: found.document.name)


def examine(
    studied: Studied,
    rules: RuleSet,
    units: UnitSettings = DEFAULT_UNITS,
    facts: Facts = NO_FACTS,
    adoption: Adoption = NOTHING_ADOPTED,
    cluster: Cluster | None = None,
    workers: int | None = 1,
    interrupted: Interrupted | None = None,
) -> Report:
    """From what each document says to the report: who is who, links, judgements, findings."""
    everything = name_all([*studied.extracts, *studied.others], rules)
    beside = {other.document.name for other in studied.others}
    theirs = {other.document.file for other in studied.others}
    skipped, quantities, archived = studied.skipped, studied.numbers, len(studied.others)
    passed_over, unread = studied.passed_over, studied.unread
    # The claims as they were before their speakers had names are as many again.
    del studied
    extracts = [found for found in everything if found.document.name not in beside]
    documents = [found.document for found in extracts]
    claims = [claim for found in extracts for claim in found.claims]
    referred = link_facts(facts.known, claims, documents, rules)
    # A second Ctrl-C ends the run.
    stop = partial(interrupted, len(documents), 0) if interrupted and not unread else None
    linked = link(everything, rules, beside, cluster, workers, stop)
    links = [*linked.links, *referred.links]
    judgements = judge(links, rules)
    sources = {one.name: one for one in (*facts.documents, *(found.document for found in everything))}
    silencer = Silencer.of([found.document for found in everything], adoption.ignores)
    aside = Aside(silencer, silencer.of_finding, adoption.said, adoption.baseline)
    found = make_findings(judgements, sources, aside, lambda claim: topics_of(claim, rules))
    complaints = silencer.complaints([rule.id for rule in rules.rules], {one.file for one in documents})
    return Report(
        documents=tuple(documents),
        claims=tuple(claims),
        findings=_with_suggested(found.findings, units),
        confirmations=found.confirmations,
        skipped=tuple(skipped),
        coverage=Coverage.of(documents, claims, quantities, links, linked.compared, linked.crowded),
        rules=tuple(rule.id for rule in rules.rules),
        checked=rules.rules,
        facts=tell_facts(facts.known, facts.errors, referred, judgements),
        held=referred.compared,
        known=_with_suggested(found.known, units),
        suppressed=_with_suggested(found.suppressed, units),
        archived=archived,
        passed_over=passed_over,
        unread=unread,
        unfinished=linked.unfinished,
        complaints=tuple(one for one in complaints if one.place.file not in theirs),
    )


def _with_suggested(findings: Iterable[Finding], units: UnitSettings) -> tuple[Finding, ...]:
    """Findings with the figure that the suggestion begins with: "$28 billion would fit" names $28 billion."""
    named = [(one, scan(one.suggestion, units) if one.suggestion else []) for one in findings]
    return tuple(replace(one, suggested=said[0]) if said and said[0].start == 0 else one for one, said in named)
