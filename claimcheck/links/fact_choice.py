"""Of the figures held against facts, which are linked, which are undecided, and why a fact has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from claimcheck.links.aspect import Aspect
from claimcheck.links.fact_match import FactMatch
from claimcheck.links.fact_terms import Terms, plain_dimension
from claimcheck.model.claim import Claim
from claimcheck.model.fact import FactLinks
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.slip import Slip, significant_digits, slip_between

# Figures this far apart are of other things, unless one is the other with its zeros misplaced.
_FAR = Decimal(10)
# Nobody says "over 4,000" of 29,000.
_LOOSELY = Decimal("1.6")
# A figure with fewer digits fits by chance.
_TELLING_DIGITS = 2
_SURE, _DOUBTFUL = 1.0, 0.7


@dataclass(frozen=True, slots=True)
class Held:
    """A figure that was held against a fact, by the fact's number."""

    fact: int
    aspect: Aspect
    match: FactMatch

    @property
    def claim(self) -> Claim:
        """The figure's claim."""
        return self.aspect.claim

    @property
    def fits(self) -> bool:
        """Whether some value satisfies both figures."""
        fact = self.match.claim
        if fact is None:
            return False
        return self.claim.quantity.may_equal(fact.quantity)


def contradict(terms: Sequence[Terms]) -> Mapping[int, int]:
    """Facts that say two things of one subject, measure, period and place, with values that cannot both be."""
    found: dict[int, int] = {}
    alike: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(terms):
        period = one.fact.claim.period
        span = (period.start, period.end) if period else None
        alike[one.subject, one.measure, one.place, one.counted, one.dimension, one.per, span].append(number)
    for numbers in alike.values():
        # Of many rows that say the same, one is enough to hold the others against.
        distinct = {terms[number].fact.claim.quantity.strict: number for number in reversed(numbers)}
        for number in numbers:
            other = next((one for one in distinct.values() if not _agree(terms[number], terms[one])), None)
            if other is not None:
                found[number] = other
    return found


def choose_links(terms: Sequence[Terms], held: Sequence[Held], contradicting: Mapping[int, int]) -> FactLinks:
    """The links of all figures: those that a fact fits, and those that say all it says and yet do not fit.

    A figure that two facts match and that is not told apart by what it says is undecided, and so is one of which a
    fact says two things.
    """
    undecided: dict[int, list[str]] = defaultdict(list)
    for number, other in contradicting.items():
        undecided[number].append(f"{terms[other].fact.row.place()} says otherwise of the same")
    chosen: list[Held] = []
    by_claim = groupby(
        sorted(held, key=lambda one: (one.claim.document, one.claim.quantity.start, one.fact)), _claim_id
    )
    for _, group in by_claim:
        matching = [one for one in group if _may_link(one) and one.fact not in contradicting]
        best = _most_certain(matching)
        if _are_at_odds(best, terms):
            for one in best:
                others = ", ".join(str(terms[two.fact].fact.row.place()) for two in best if two.fact != one.fact)
                undecided[one.fact].append(f"{_place(one.claim)} is about {others} as well")
        else:
            chosen += best
    near = {(one.fact, one.claim.where) for one in held if _agrees(one.claim, terms[one.fact])}
    kept = list(_without_neighbours(chosen, _divided(held), near))
    linked = {one.fact for one in kept}
    of_fact: dict[int, list[Held]] = defaultdict(list)
    for one in held:
        of_fact[one.fact].append(one)
    return FactLinks(
        links=tuple(_link(one) for one in kept),
        undecided={terms[number].fact.id: tuple(why) for number, why in sorted(undecided.items())},
        unmatched={
            one.fact.id: _why_not(of_fact[number], one)
            for number, one in enumerate(terms)
            if number not in linked and number not in undecided
        },
        compared=len(held),
    )


def why_apart(one: Held, terms: Sequence[Terms], contradicting: Mapping[int, int], others: Sequence[Held]) -> str:
    """Why a figure is not linked to a fact that it was held against; `others` are all that it was held against."""
    if one.match.apart or one.match.claim is None:
        return one.match.apart or "one is for each of something, the other not"
    if one.fact in contradicting:
        return f"{terms[contradicting[one.fact]].fact.row.place()} says otherwise of the same"
    if _is_far(one.claim.quantity, one.match.claim.quantity):
        return "it is too far from the fact to be about it"
    if not _may_link(one):
        return one.match.narrower
    best = _most_certain([two for two in others if _may_link(two) and two.fact not in contradicting])
    if one not in best:
        return f"it says more of {terms[best[0].fact].fact.row.place()}"
    if _are_at_odds(best, terms):
        rivals = ", ".join(str(terms[two.fact].fact.row.place()) for two in best if two.fact != one.fact)
        return f"it is about {rivals} as well"
    return "another figure beside it fits, or several that do not fit each other may be meant"


def _claim_id(held: Held) -> str:
    return held.claim.id


def _may_link(one: Held) -> bool:
    """Whether a figure is to be set beside a fact: it fits, or it is about all the fact is about and nothing else."""
    if one.match.apart or one.match.claim is None or _is_far(one.claim.quantity, one.match.claim.quantity):
        return False
    if not one.match.narrower:
        return True
    return one.fits and len(significant_digits(one.claim.quantity.low)) >= _TELLING_DIGITS


def _is_far(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are too far apart to be one thing's, though "over 4,000" allows any number above."""
    if one.low * other.low < 0:
        return True
    small, large = sorted(abs(quantity.size) for quantity in (one, other))
    if slip_between(one, other)[0] is Slip.SCALE:
        return False
    open_ended = {one.bound, other.bound} - {Bound.EXACT, Bound.ABOUT}
    return large > (_LOOSELY if open_ended else _FAR) * small


def _most_certain(matching: Sequence[Held]) -> list[Held]:
    """The facts that a figure says most of: with fewest doubts, and nothing besides."""

    def rank(one: Held) -> tuple[bool, int, int]:
        return bool(one.match.narrower), len(one.match.doubts), -len(one.match.reasons)

    least = min(map(rank, matching), default=None)
    return [one for one in matching if rank(one) == least]


def _are_at_odds(best: Sequence[Held], terms: Sequence[Terms]) -> bool:
    return any(not _agree(terms[one.fact], terms[two.fact]) for one in best for two in best)


def _agree(one: Terms, other: Terms) -> bool:
    return one.fact.claim.quantity.may_equal(other.fact.claim.quantity)


def _divided(held: Sequence[Held]) -> frozenset[tuple[int, str]]:
    """The facts and documents where somebody else's figures of the measure are told as well: of Japan, of a segment.

    There, a figure that names no one may be theirs.
    """
    return frozenset((one.fact, one.claim.document) for one in held if one.match.is_of_another)


def _without_neighbours(
    chosen: Sequence[Held], divided: frozenset[tuple[int, str]], fitting: Container[tuple[int, tuple[str, int, int]]]
) -> Iterator[Held]:
    """Leave out the figures that do not fit where another one of their sentence does, or where there are several.

    "Cargo was 4.2 million tonnes, 3.9 of it grain": the figure that fits is the fact's. A figure with doubts does not
    stand against one of its document that fits, nor does one of several that do not fit each other.
    """
    agreeing = {(one.fact, one.claim.document) for one in chosen if one.fits}
    clashing: dict[tuple[int, tuple[str, int, int]], int] = defaultdict(int)
    doubtful: dict[tuple[int, str], list[Quantity]] = defaultdict(list)
    for one in chosen:
        if not one.fits:
            clashing[one.fact, one.claim.where] += 1
            doubtful[one.fact, one.claim.document].append(one.claim.quantity)
    for one in chosen:
        spot, document = (one.fact, one.claim.where), (one.fact, one.claim.document)
        alone = clashing[spot] == 1 and spot not in fitting
        unsure = document in agreeing or (one.match.where == "document" and document in divided)
        if one.fits or (alone and (not one.match.doubts or not (unsure or not _are_one(doubtful[document])))):
            yield one


def _agrees(claim: Claim, terms: Terms) -> bool:
    return plain_dimension(claim) == terms.dimension and claim.quantity.may_equal(terms.fact.claim.quantity)


def _are_one(quantities: Sequence[Quantity]) -> bool:
    """Whether figures may be one and the same, said several times."""
    read = [quantity.in_base(quantity.strict) for quantity in quantities]
    return all(one.overlaps(other) for one in read for other in read)


def _link(one: Held) -> Link:
    assert one.match.claim is not None
    besides = (one.match.narrower,) if one.match.narrower else ()
    return Link(
        LinkKind.REFERENCE,
        (one.claim, one.match.claim),
        ("claim", "fact"),
        _SURE if one.match.is_sure else _DOUBTFUL,
        one.match.reasons,
        one.match.doubts + besides,
    )


def _why_not(group: Sequence[Held], terms: Terms) -> str:
    """Why a fact has no figure: nothing speaks of it, or what set the nearest figure apart."""
    if not group:
        return "no figure of its unit stands with its measure and its subject"

    def nearness(one: Held) -> tuple[int, bool, bool]:
        quantity, fact = one.claim.quantity, terms.fact.claim.quantity
        return one.match.stage, quantity.size == fact.size, not _is_far(quantity, fact)

    near = max(group, key=nearness)
    why = near.match.apart or near.match.narrower or "it is too far from the fact to be about it"
    figure = " ".join(near.claim.quantity.text.split())
    return f"the nearest of {len(group):,} is {figure} at {_place(near.claim)}, but {why}"


def _place(claim: Claim) -> str:
    return f"{claim.file}:{claim.line}:{claim.column}"
