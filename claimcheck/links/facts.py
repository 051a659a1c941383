"""Links between figures and the facts they are about, and what keeps the other facts without a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from claimcheck.links.aspect import Directory, dimension_of, make_aspect, make_directory
from claimcheck.links.fact_choice import Held, choose_links, contradict, why_apart
from claimcheck.links.fact_index import FactIndex
from claimcheck.links.fact_match import is_base, match_fact
from claimcheck.links.fact_settings import Home, make_homes, setting_of
from claimcheck.links.fact_terms import Terms, make_terms, stems_of
from claimcheck.model.claim import Claim, Role
from claimcheck.model.document import Document
from claimcheck.model.explanation import ConsideredFact
from claimcheck.model.fact import Fact, FactLinks
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import RuleSet


def link_facts(
    facts: Sequence[Fact], claims: Sequence[Claim], documents: Iterable[Document], rules: RuleSet
) -> FactLinks:
    """Which figures are about which facts: "cargo reached 4.2 million tonnes in 2019" is about that year's cargo.

    Only figures that share a key with a fact are held against it: its dimension, a word of its measure, and one of its
    subject that is named in their sentence, just before, or in the opening of their document.
    """
    if not facts:
        return FactLinks()
    terms, held = _hold_all(facts, claims, documents, rules)
    return choose_links(terms, held, contradict(terms))


def consider_facts(
    claim_ids: Collection[str],
    facts: Sequence[Fact],
    claims: Sequence[Claim],
    documents: Iterable[Document],
    rules: RuleSet,
    links: Sequence[Link],
) -> list[ConsideredFact]:
    """Which facts the chosen claims were held against, and why each is about them or not; the nearest first.

    `links` are those of `link_facts` for the same facts and claims, of which all are needed: a figure that fits sets
    others apart.
    """
    if not facts:
        return []
    terms, held = _hold_all(facts, claims, documents, rules)
    linked = {(link.claims[0].id, link.claims[1].id): link for link in links if link.kind is LinkKind.REFERENCE}
    contradicting = contradict(terms)
    found = [
        _considered(one, terms, linked, contradicting, [two for two in held if two.claim.id == one.claim.id])
        for one in held
        if one.claim.id in claim_ids
    ]
    return sorted(found, key=lambda one: (one.claim.id, one.link is None, -one.stage, str(one.fact.row.place())))


def _considered(
    one: Held,
    terms: Sequence[Terms],
    linked: Mapping[tuple[str, str], Link],
    contradicting: Mapping[int, int],
    others: Sequence[Held],
) -> ConsideredFact:
    fact = terms[one.fact].fact
    link = linked.get((one.claim.id, fact.id))
    why_not = "" if link else why_apart(one, terms, contradicting, others)
    match = one.match
    return ConsideredFact(one.claim, fact, link, why_not, match.reasons, match.doubts, match.stage)


def _hold_all(
    facts: Sequence[Fact], claims: Sequence[Claim], documents: Iterable[Document], rules: RuleSet
) -> tuple[list[Terms], list[Held]]:
    directory = make_directory(rules)
    terms = [make_terms(fact, directory) for fact in facts]
    index = FactIndex.of(terms)
    homes = make_homes(documents)
    held: list[Held] = []
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.quantity.start))
    for name, of_document in groupby(ordered, key=lambda claim: claim.document):
        held += _hold(list(of_document), homes.get(name, Home(frozenset())), terms, index, directory)
    return terms, held


def _hold(
    claims: Sequence[Claim], home: Home, terms: Sequence[Terms], index: FactIndex, directory: Directory
) -> Iterator[Held]:
    """Hold the figures of one document against the facts that share a key with them."""
    siblings: Mapping[tuple[str, int, int], list[Claim]] = _by_sentence(claims)
    for claim in claims:
        if not index.may_hold(claim):
            continue
        setting = setting_of(claim, home)
        found = index.facts_for(claim, setting)
        if not found:
            continue
        beside = siblings[claim.where]
        aspect = make_aspect(claim, directory, beside)
        others = stems_of(" ".join(word for one in beside if one is not claim for word in (*one.measure, one.counted)))
        rivals = any(_is_rival(claim, one) for one in beside)
        for number in found:
            match = match_fact(terms[number], aspect, setting, others)
            if rivals and not match.narrower:
                match = replace(match, narrower="its sentence has two such figures")
            yield Held(number, aspect, match)


def _is_rival(claim: Claim, other: Claim) -> bool:
    """Whether a sentence tells two figures of one thing: "8% growth over the half and 11% growth this quarter".

    What is compared with a figure, as last year's, is no rival of it.
    """
    if other is claim or dimension_of(claim) != dimension_of(other) or is_base(claim) or is_base(other):
        return False
    if claim.quantity.kind is not other.quantity.kind or (claim.role is Role.CHANGE) != (other.role is Role.CHANGE):
        return False
    if claim.counted and other.counted:
        return claim.counted == other.counted
    return claim.head == other.head or not claim.head or not other.head


def _by_sentence(claims: Sequence[Claim]) -> Mapping[tuple[str, int, int], list[Claim]]:
    found: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.where].append(claim)
    return found
