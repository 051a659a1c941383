"""All links of a run: those a passage states, then those of measure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any

from claimcheck.links.anniversaries import link_anniversaries
from claimcheck.links.aspect import Aspect, Directory, make_aspects, make_directory
from claimcheck.links.candidates import MOST_SHARED, find_candidates
from claimcheck.links.carried import carry_over
from claimcheck.links.changes import link_changes
from claimcheck.links.corrections import link_corrections
from claimcheck.links.dates import link_dates
from claimcheck.links.events import link_events
from claimcheck.links.homes import Homes
from claimcheck.links.listings import link_enumerations, link_listings
from claimcheck.links.measures import link_measures
from claimcheck.links.orders import link_orders
from claimcheck.links.passage import link_passages
from claimcheck.links.pointed import link_pointed
from claimcheck.links.rates import link_rates
from claimcheck.links.restated import link_restated, part_echoes
from claimcheck.links.running import link_running
from claimcheck.links.shares import link_shares
from claimcheck.links.sharing import Pairs
from claimcheck.links.superlatives import link_superlatives
from claimcheck.links.versions import link_versions
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import RuleSet
from claimcheck.model.slip import Slip, slip_between

Job = Callable[[], list[Link]]
DoAll = Callable[[Sequence[Job], Sequence[object]], Sequence[list[Link] | None]]

# Of how many claims, and pairs of claims, links are found at once: a second or so of work.
_CLAIMS_AT_ONCE = 4_000
_PAIRS_AT_ONCE = 20_000
_SURE = 0.6
_WELL_NAMED = 3
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What claims are about, and which pairs of them anywhere may be linked by measure.

    `compared` counts the pairs that share a key, of which those that cannot be linked may be left out of `pairs`, as
    indexes of `aspects`. `crowded` are keys that too many claims share. `stated` are the links that passages state,
    where somebody has looked for them.
    """

    aspects: Sequence[Aspect]
    pairs: Sequence[tuple[int, int]]
    compared: int
    crowded: tuple[str, ...] = ()
    stated: Sequence[Link] | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """The links between claims, and how many pairs of claims were `compared` to find those of measure.

    `crowded` are the keys that so many claims share that they were not looked at across documents. Links are
    `unfinished` where `do_all` was interrupted.
    """

    links: list[Link]
    compared: int
    crowded: tuple[str, ...] = ()
    unfinished: bool = False


def do_in_turn(jobs: Sequence[Job], known: Sequence[object]) -> list[list[Link] | None]:
    """The links that each job finds, one job after the other."""
    return [job() for job in jobs]


def link_claims(
    claims: Sequence[Claim],
    rules: RuleSet,
    dates: Sequence[Claim] = (),
    texts: Mapping[str, str] = _NO_TEXTS,
    beside: Collection[str] = (),
    groundwork: Groundwork | None = None,
    do_all: DoAll = do_in_turn,
) -> Linked:
    """Which claims belong together: "another 13" with "29 draft laws", "trade with Norway" with all trade.

    `claims` may come from many documents, each document's in text order; the result does not depend on the
    order of documents. `dates` are the dates that documents give to what happens, and `texts` their texts by name.
    Claims of the documents `beside` are compared with those of others, and not with each other. The
    `groundwork` may have been laid elsewhere, and `do_all` may do pieces of the work side by side; those that
    it leaves out, because it was interrupted, give None.
    """
    directory = make_directory(rules)
    ground = groundwork or lay_groundwork(claims, directory, texts, beside)
    aspects = ground.aspects
    turns = [] if ground.stated is not None else [partial(link_turns, part) for part in _parts_of_corpus(aspects)]
    others: list[Job] = [
        partial(_list, link_versions, aspects),
        partial(_list, link_running, aspects),
        partial(_list, link_pointed, aspects),
        partial(_list, link_superlatives, aspects),
        partial(_list, link_events, dates, claims, texts),
        partial(_list, link_anniversaries, dates),
        partial(_list, link_enumerations, dates, claims),
    ]
    homes = Homes.of(aspects)
    starts = range(0, len(ground.pairs), _PAIRS_AT_ONCE)
    measures = [partial(_measure, homes, ground, start, directory) for start in starts]
    done = do_all([*turns, *others, *measures], [*(aspect.claim for aspect in aspects), *dates])
    behind = len(turns) + len(others)
    told, measured = done[:behind], done[behind:]
    links = [*(ground.stated or ()), *(link for found in told for link in found or ())]
    stated = {frozenset((link.claims[0].id, link.claims[-1].id)) for link in links}
    parts = {part.id for link in links for part in link.of_role("part")}
    links += [
        link
        for of_pairs in measured
        for link in of_pairs or ()
        if frozenset(claim.id for claim in link.claims) not in stated and not _mixes_part_and_whole(link, parts)
    ]
    unfinished = any(links is None for links in done)
    return Linked([*links, *carry_over(links)], ground.compared, ground.crowded, unfinished)


def lay_groundwork(
    claims: Sequence[Claim],
    directory: Directory,
    texts: Mapping[str, str],
    beside: Collection[str] = (),
    most: int = MOST_SHARED,
) -> Groundwork:
    """The groundwork for these claims, laid here and now."""
    aspects = part_echoes(make_aspects(claims, directory, texts))
    found = find_candidates(aspects, most)
    pairs = found.pairs
    if beside:
        pairs = Pairs.of(pair for pair in pairs if not all(aspects[index].claim.document in beside for index in pair))
    return Groundwork(aspects, pairs, len(pairs), found.crowded)


def _parts_of_corpus(aspects: Sequence[Aspect]) -> Iterator[Sequence[Aspect]]:
    """The aspects in parts of about one size, of whole documents."""
    start = 0
    for at in range(1, len(aspects) + 1):
        ends = at == len(aspects) or aspects[at].claim.document != aspects[at - 1].claim.document
        if ends and (at - start >= _CLAIMS_AT_ONCE or at == len(aspects)):
            yield aspects[start:at]
            start = at


def _list(find: Callable[..., Iterable[Link]], *of: Any) -> list[Link]:
    return list(find(*of))


def _measure(homes: Homes, ground: Groundwork, start: int, directory: Directory) -> list[Link]:
    pairs = ground.pairs[start : start + _PAIRS_AT_ONCE]
    return list(
        link_measures(homes, ((ground.aspects[left], ground.aspects[right]) for left, right in pairs), directory)
    )


def link_turns(aspects: Sequence[Aspect]) -> list[Link]:
    """The links that turns state, of aspects in text order."""
    links: list[Link] = []
    for _, turn in groupby(aspects, key=lambda aspect: (aspect.claim.document, aspect.claim.turn)):
        said = list(turn)
        links += link_passages(said)
        links += link_restated(said)
        links += link_rates(said)
        links += link_shares(said)
        links += link_listings(said)
        links += link_dates(said)
        links += link_corrections(said)
        changes = list(link_changes(said))
        links += changes
        sized = [{claim.id for claim in change.claims} for change in changes]
        links += [link for link in link_orders(said) if not any(_ids(link) <= ids for ids in sized)]
    return links


def _ids(link: Link) -> set[str]:
    return {claim.id for claim in link.claims}


def _mixes_part_and_whole(link: Link, parts: set[str]) -> bool:
    """Whether a figure that a passage calls a part is held against one that it does not: "$62 million of the $137".

    Figures that surely look like a slip of each other are one figure, part or not; and a part that is worth a look
    may be the whole of another talk, if both are for the same.
    """
    if link.kind is not LinkKind.SAME_MEASURE or len({claim.id in parts for claim in link.claims}) == 1:
        return False
    first, second = link.claims
    if link.tentative and len(first.measure) >= _WELL_NAMED and sorted(first.measure) == sorted(second.measure):
        return False
    one, two = (claim.quantity for claim in link.claims)
    return link.score < _SURE or slip_between(one, two)[0] is Slip.NONE
