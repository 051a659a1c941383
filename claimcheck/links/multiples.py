"""A figure said to be a multiple of another: "40 cars, more than twice last year's 25"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.links.aspect import Aspect
from claimcheck.links.frames import FILLER
from claimcheck.links.lists import alike, is_relative
from claimcheck.links.phrases import between, is_usable, pattern
from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

_IS = (
    r"\s*(?:[a-z’'-]+\s+){0,4}?[a-z’'-]*\s*(?:,|\(|—|–|--|\bis|\bwas|\bwere|\bare|\bor)\s*"
    r"(?:<linking>\s+)*(?:<leads>\s*)*"
)
_OF = rf"\s*(?:<that_of>\s+)?<named>\s+{FILLER}{{0,5}}$"


def link_multiples(turn: Sequence[Aspect]) -> Iterator[Link]:
    """Two levels with a factor between them, in one sentence: later level, factor, earlier level."""
    for at in range(len(turn) - 2):
        later, factor, earlier = turn[at : at + 3]
        claims = (earlier.claim, later.claim, factor.claim)
        if factor.claim.quantity.kind is not Kind.MULTIPLE or len({claim.where for claim in claims}) != 1:
            continue
        if not all(is_usable(one) for one in (later, factor, earlier)) or is_relative(later) or is_relative(earlier):
            continue
        if later.dimension != earlier.dimension or not alike(later, earlier):
            continue
        if Role.CHANGE in (later.claim.role, earlier.claim.role):
            continue
        if not pattern(_IS).fullmatch(between(later.claim, factor.claim)):
            continue
        if pattern(_OF).fullmatch(between(factor.claim, earlier.claim)):
            yield Link(
                LinkKind.CHANGE_OF,
                claims,
                ("from", "to", "change"),
                1.0,
                ("one is said to be a multiple of the other",),
            )
