"""Relations that a passage itself states: parts and their total, parts of a whole, a figure said again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.averages import link_averages
from claimcheck.links.bundles import link_bundles
from claimcheck.links.differences import link_differences
from claimcheck.links.multiples import link_multiples
from claimcheck.links.parts import link_parts
from claimcheck.links.products import link_products
from claimcheck.links.ratios import link_ratios
from claimcheck.links.remainders import link_remainders
from claimcheck.links.totals import link_totals
from claimcheck.model.link import Link


def link_passages(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The links that the words of one turn state; `turn` holds its claims in text order.

    "29 draft laws ... another 13 ... these 43 laws", "45 tons, of which 23 were heroin", "5,000 kilograms,
    or five tons".
    """
    yield from link_remainders(turn)
    yield from link_ratios(turn)
    yield from link_products(turn)
    yield from link_averages(turn)
    yield from link_multiples(turn)
    yield from link_bundles(turn)
    for index in range(len(turn)):
        totals = list(link_totals(turn, index))
        yield from totals
        yield from link_differences(turn, index)
        if not totals:
            yield from link_parts(turn, index)
