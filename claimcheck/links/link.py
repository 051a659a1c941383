"""All links of a run: those a passage states, then those of measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from claimcheck.links.aspect import make_aspects, make_directory
from claimcheck.links.candidates import candidate_pairs
from claimcheck.links.changes import link_changes
from claimcheck.links.corrections import link_corrections
from claimcheck.links.dates import link_dates
from claimcheck.links.events import link_events
from claimcheck.links.listings import link_listings
from claimcheck.links.measures import link_measures
from claimcheck.links.orders import link_orders
from claimcheck.links.passage import link_passages
from claimcheck.links.restated import link_restated
from claimcheck.links.running import link_running
from claimcheck.links.shares import link_shares
from claimcheck.links.versions import link_versions
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import RuleSet
from claimcheck.model.slip import Slip, slip_between

_SURE = 0.6
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Linked:
    """The links between claims, and how many pairs of claims were `compared` to find those of measure."""

    links: list[Link]
    compared: int


def link_claims(
    claims: Sequence[Claim], rules: RuleSet, dates: Sequence[Claim] = (), texts: Mapping[str, str] = _NO_TEXTS
) -> Linked:
    """Which claims belong together: "another 13" with "29 draft laws", "trade with Norway" with all trade.

    `claims` may come from many documents, each document's in text order; the result does not depend on the
    order of documents. `dates` are the dates that documents give to what happens, and `texts` their texts by name.
    """
    directory = make_directory(rules)
    aspects = make_aspects(claims, directory, texts)
    pairs = list(candidate_pairs(aspects))
    links: list[Link] = []
    for _, turn in groupby(aspects, key=lambda aspect: (aspect.claim.document, aspect.claim.turn)):
        said = list(turn)
        links += link_passages(said)
        links += link_restated(said)
        links += link_shares(said)
        links += link_listings(said)
        links += link_dates(said)
        links += link_corrections(said)
        changes = list(link_changes(said))
        links += changes
        sized = [{claim.id for claim in change.claims} for change in changes]
        links += [link for link in link_orders(said) if not any(_ids(link) <= ids for ids in sized)]
    links += link_versions(aspects)
    links += link_running(aspects)
    links += link_events(dates, claims)
    stated = {frozenset((link.claims[0].id, link.claims[-1].id)) for link in links}
    parts = {part.id for link in links for part in link.of_role("part")}
    links += [
        link
        for link in link_measures(aspects, pairs, directory)
        if frozenset(claim.id for claim in link.claims) not in stated and not _mixes_part_and_whole(link, parts)
    ]
    return Linked(links, len(pairs))


def _ids(link: Link) -> set[str]:
    return {claim.id for claim in link.claims}


def _mixes_part_and_whole(link: Link, parts: set[str]) -> bool:
    """Whether a figure that a passage calls a part is held against one that it does not: "$62 million of the $137".

    Figures that surely look like a slip of each other are one figure, part or not.
    """
    if link.kind is not LinkKind.SAME_MEASURE or len({claim.id in parts for claim in link.claims}) == 1:
        return False
    one, two = (claim.quantity for claim in link.claims)
    return link.score < _SURE or slip_between(one, two)[0] is Slip.NONE
