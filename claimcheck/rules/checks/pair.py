"""Two figures of one thing, for the checks that compare figures pairwise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.link import Link
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.slip import significant_digits
from claimcheck.rules.compare import Compared, compare
from claimcheck.rules.wording import said

_SCALE_WORD = 3
_LOWEST = frozenset({Bound.OVER, Bound.AT_LEAST})
_POINTED = frozenset({Bound.EXACT, Bound.ABOUT})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures in one unit, as in "5,000 kilograms ... that is five tons"."""

    compared: Compared
    retelling: str = ""

    @property
    def first(self) -> str:
        """The first figure as it was said."""
        return said(self.compared.claims[0].quantity)

    @property
    def second(self) -> str:
        """The second figure as it was said."""
        return said(self.compared.claims[1].quantity)

    @property
    def name(self) -> str:
        """What both figures measure, for a headline: "the same figure (trade)"."""
        head = self.compared.claims[0].head or self.compared.claims[1].head
        return f"one figure ({head})" if head else "one figure"

    @property
    def units_differ(self) -> bool:
        """Whether the two are in different units of one dimension, as kilograms and tonnes."""
        one, other = (claim.quantity for claim in self.compared.claims)
        return bool(one.unit and other.unit) and one.unit != other.unit

    def steps(self, conclusion: str) -> tuple[str, ...]:
        """What each figure allows, and what follows: "54 schools allows 54", "45 schools allows 45", ..."""
        readings = self.compared.say_each()
        return f"{self.first} allows {readings[0]}", f"{self.second} allows {readings[1]}", conclusion

    def is_apart(self) -> bool:
        """Whether no value satisfies both figures."""
        one, other = self.compared.strict()
        return not one.overlaps(other)

    def power_of_ten(self) -> int:
        """How many zeros part two disjoint figures with the same leading digits; 0 for all others.

        "2.3 trillion" and "2.3 billion" are 3 zeros apart, "660" and "660,000" too.
        """
        first, second = (claim.quantity for claim in self.compared.claims)
        zeros = zeros_between(first, second)
        # "Over 5 million" may be 5 billion, but nobody says so of it.
        return 0 if not self.is_apart() and zeros < _SCALE_WORD else zeros

    @property
    def has_bound(self) -> bool:
        """Whether one of the figures is open to one side: "over 4,000"."""
        return not all(_is_pointed(claim.quantity) for claim in self.compared.claims)

    def differs_at_its_word(self) -> bool:
        """Whether a text that takes its figures from another one changed this one, though rounding allows both.

        "$441 million" is no rounding of "$442 million", and "less than 74%" excludes "74%". "More than $10 million"
        may well be the "$10 million" of another, but "more than 75 reviews" are not 75. "Over 40 people" does not say
        that there were "over 50", though it follows the other way round; "about 30" is not "35 to 40".
        """
        source, told = sorted(self.compared.claims, key=lambda claim: claim.document == self.retelling)
        one, other = source.quantity, told.quantity
        if one.vague or other.vague:
            return False
        if one.is_range != other.is_range:
            span, point = (one, other) if one.is_range else (other, one)
            return _is_pointed(point) and _is_pointed(span) and not _near(point).overlaps(_near(span))
        if one.bound is other.bound is Bound.EXACT:
            return _is_no_rounding(one, other)
        if one.bound is other.bound and one.bound not in _POINTED:
            return one.size < other.size if one.bound in _LOWEST else one.size > other.size
        if one.is_range or one.low * one.factor != other.low * other.factor:
            return False
        bounds, exact = {one.bound, other.bound}, one if one.bound is Bound.EXACT else other
        return bounds == {Bound.EXACT, Bound.UNDER} or (bounds == {Bound.EXACT, Bound.OVER} and not is_round(exact.low))


def _is_no_rounding(one: Quantity, other: Quantity) -> bool:
    """Whether neither figure is the other rounded: 13.8 is 14, and 13 only where its end was cut off."""
    slack = max(one.step * one.factor, other.step * other.factor) / 2
    if one.step * one.factor == other.step * other.factor:
        return (one.low, one.high) != (other.low, other.high)
    ends = ((one.low, other.low), (one.high, other.high))
    return any(abs(first * one.factor - second * other.factor) > slack for first, second in ends)


def _is_pointed(quantity: Quantity) -> bool:
    return quantity.bound in _POINTED


def _near(quantity: Quantity) -> Interval:
    """What a figure may have been rounded from, in base units; its hedge only says that it was."""
    half = quantity.step / 2
    return quantity.in_base(Interval(quantity.low - half, quantity.high + half))


def is_round(value: Decimal) -> bool:
    """Whether a value ends in a zero, as figures do that were rounded: 10 million and 60, but not 75 and 6.3."""
    return value % 10 == 0


def read_pair(link: Link, tolerance: Tolerance) -> Pair | None:
    """The link's two figures in one unit, or None when it has not two or they have no common unit."""
    if len(link.claims) != 2:
        return None
    compared = compare(link.claims, tolerance)
    return Pair(compared, link.retelling) if compared else None


def zeros_between(first: Quantity, second: Quantity) -> int:
    """How many zeros part two figures that are otherwise the same: 3 for "1.79 billion" and "1,794,000".

    And 3 for "five tonnes" and "five kilograms"; miles and kilometres have no digits in common.
    """
    scale = second.factor / first.factor if first.unit != second.unit else Decimal(1)
    if scale != 1 and significant_digits(scale) != "1":
        return 0
    shifts = {_shift(a, b * scale) for a, b in ((first.low, second.low), (first.high, second.high))}
    return shifts.pop() if len(shifts) == 1 else 0


def _shift(a: Decimal, b: Decimal) -> int:
    if a == 0 or b == 0 or (a < 0) != (b < 0):
        return 0
    more, fewer = sorted((significant_digits(a), significant_digits(b)), key=len, reverse=True)
    # One digit says too little to be recognised in a longer figure: 9 million is no slip for 94 billion.
    same = more == fewer or (len(fewer) > 1 and fewer in (more[: len(fewer)], _rounded(more, len(fewer))))
    return abs(a.adjusted() - b.adjusted()) if same else 0


def _rounded(digits: str, length: int) -> str:
    return str(round(Decimal(digits[:length] + "." + digits[length:])))
