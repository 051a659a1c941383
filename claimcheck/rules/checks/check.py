"""What a check is: a name, the links it reads, and its arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Verdict

CheckFunction = Callable[[Link, Tolerance], Verdict]


@dataclass(frozen=True, slots=True)
class Check:
    """A pure function on one link, as "sum" is on total-of links, and what a rule needs to know of it."""

    name: str
    kinds: frozenset[LinkKind]
    function: CheckFunction
    summary: str
