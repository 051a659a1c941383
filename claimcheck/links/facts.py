"""Links between figures and the facts they are about, and what keeps the other facts without a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from claimcheck.links.aspect import Directory, dimension_of, make_aspect, make_directory
from claimcheck.links.fact_choice import Held, choose_links, contradict
from claimcheck.links.fact_index import FactIndex
from claimcheck.links.fact_match import is_base, match_fact
from claimcheck.links.fact_settings import Home, make_homes, setting_of
from claimcheck.links.fact_terms import Terms, make_terms, stems_of
from claimcheck.model.claim import Claim, Role
from claimcheck.model.document import Document
from claimcheck.model.fact import Fact, FactLinks
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
    directory = make_directory(rules)
    terms = [make_terms(fact, directory) for fact in facts]
    contradicting = contradict(terms)
    index = FactIndex.of(terms)
    homes = make_homes(documents)
    held: list[Held] = []
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.quantity.start))
    for name, of_document in groupby(ordered, key=lambda claim: claim.document):
        held += _hold(list(of_document), homes.get(name, Home(frozenset())), terms, index, directory)
    return choose_links(terms, held, contradicting)


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
