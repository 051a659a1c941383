"""What is known of one figure, carried to another that is said to be the same: its echo, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.slip import Slip, slip_between

_SEVERAL = 2


def carry_over(links: Sequence[Link]) -> Iterator[Link]:
    """The links that follow from two others of one run.

    "Over 5,000 kilograms. Over five tons!" of one speaker and "five kilograms" of another: the five tons are not five
    kilograms either. "We returned $364 million" and "we returned $634 million, $511 million by this and $123 million by
    that": the parts speak for one of the two. What only may be one measure proves nothing.
    """
    echoes = _echoes_of(links)
    parts = _parts_of(links)
    known = {frozenset(claim.id for claim in link.claims) for link in links}
    for link in links:
        sure = link.kind is LinkKind.SAME_MEASURE and not link.tentative
        if not sure or not _clash(*(claim.quantity for claim in link.claims)):
            continue
        for one, other in (link.claims, link.claims[::-1]):
            for echo in echoes.get(one.id, ()):
                pair = frozenset((echo.id, other.id))
                if pair not in known and len(pair) == _SEVERAL and _are_comparable(echo.quantity, other.quantity):
                    known |= {pair}
                    yield _again(link, one, echo, other)
            if one.id in parts and other.id not in parts:
                yield _made_up(link, one, other, parts[one.id])


def _echoes_of(links: Sequence[Link]) -> dict[str, list[Claim]]:
    echoes: dict[str, list[Claim]] = {}
    for link in links:
        if link.kind is LinkKind.RESTATES and link.claims[0].quantity.may_equal(link.claims[1].quantity):
            for one, other in (link.claims, link.claims[::-1]):
                echoes.setdefault(one.id, []).append(other)
    return echoes


def _parts_of(links: Sequence[Link]) -> dict[str, tuple[Claim, ...]]:
    """For figures that are the very sum of the parts named with them, these parts."""
    found = {}
    for link in links:
        wholes, parts = link.of_role("total") + link.of_role("whole"), link.of_role("part")
        if link.kind in (LinkKind.TOTAL_OF, LinkKind.PART_OF) and len(wholes) == 1 and len(parts) >= _SEVERAL:
            if _is_sum(wholes[0].quantity, [part.quantity for part in parts]):
                found[wholes[0].id] = parts
    return found


def _is_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    figures = (total, *parts)
    if any(one.bound is not Bound.EXACT or one.is_range or one.dimension != total.dimension for one in figures):
        return False
    return sum(part.size for part in parts) == total.size


def _clash(one: Quantity, other: Quantity) -> bool:
    return not one.may_equal(other) or slip_between(one, other)[0] is Slip.SCALE


def _are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures clash as the two did that they stand for, and not in the units that they are said in."""
    return one.unit == other.unit or one.may_equal(other)


def _again(link: Link, one: Claim, echo: Claim, other: Claim) -> Link:
    said = f"{one.quantity.text} is said again as {echo.quantity.text}"
    return Link(
        LinkKind.SAME_MEASURE,
        (echo, other),
        link.roles,
        link.score,
        (*link.reasons, said),
        link.doubts,
    )


def _made_up(link: Link, one: Claim, other: Claim, parts: tuple[Claim, ...]) -> Link:
    return Link(
        LinkKind.TOTAL_OF,
        (other, one, *parts),
        ("total", "restated", *["part"] * len(parts)),
        link.score,
        (*link.reasons, f"the parts are named with {one.quantity.text}"),
        link.doubts,
    )
