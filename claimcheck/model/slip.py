"""Whether two figures look like one figure and its slip: digits exchanged, or a wrong scale."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from claimcheck.model.quantity import Quantity

# One digit says too little: "5 million" and "5 billion" meet by chance.
_SCALE_WORD = 3
# Ends of ranges differ by a twentieth at least.
_LEAST_GAP = 20


class Slip(StrEnum):
    """NONE; SCALE: the same digits, powers of ten apart; SWAP: two digits exchanged.

    One digit that differs is no sign of a slip: figures of two quarters differ so.
    """

    NONE = ""
    SCALE = "a power of ten apart"
    SWAP = "two digits exchanged"


def slip_between(left: Quantity, right: Quantity) -> tuple[Slip, int]:
    """How one figure may be a slip of the other, and how many digits speak for it.

    "36.8 billion" and "63.8 billion": two digits exchanged, 3 of them; "$541 million" and "$541 billion": a
    power of ten apart, 3 digits. Ranges and figures with equal values are no slips.
    """
    if left.is_range or right.is_range:
        return Slip.NONE, 0
    if _are_codes(left, right):
        return Slip.NONE, 0
    # Other units have other digits: 7.6 feet and 0.76 meters are no slip.
    if left.unit != right.unit and not _is_power_of_ten(left.factor, right.factor):
        return Slip.NONE, 0
    one, other = (left.low, right.low) if left.unit == right.unit else (left.size, right.size)
    if one <= 0 or other <= 0 or one == other:
        return Slip.NONE, 0
    digits, others = significant_digits(one), significant_digits(other)
    zeros = abs(one.adjusted() - other.adjusted())
    if digits == others:
        # A scale word is said for another more often than a zero too many.
        telling = len(digits) - (zeros % _SCALE_WORD > 0)
        if any(_elides_scale(quantity) for quantity in (left, right)):
            return Slip.NONE, 0
        return (Slip.SCALE, telling) if telling else (Slip.NONE, 0)
    if zeros:
        return Slip.NONE, 0
    length = max(len(digits), len(others))
    if len(digits) != len(others) and ("." in left.text) != ("." in right.text):
        return Slip.NONE, 0  # "61%" and "60.1%" are said to another precision
    digits, others = digits.ljust(length, "0"), others.ljust(length, "0")
    differing = [place for place in range(length) if digits[place] != others[place]]
    if len(differing) == 2 and sorted(digits) == sorted(others):
        return Slip.SWAP, length
    return Slip.NONE, 0


def share_an_end(left: Quantity, right: Quantity) -> bool:
    """Whether two ranges agree at one end only: "1.5 to 2.2 million" and "1.6 to 2.2 million"."""
    if not (left.is_range and right.is_range):
        return False
    (low, high), (other_low, other_high) = (
        (quantity.low * quantity.factor, quantity.high * quantity.factor) for quantity in (left, right)
    )
    if (low == other_low) == (high == other_high):
        return False
    one, other = (low, other_low) if high == other_high else (high, other_high)
    return abs(one - other) * _LEAST_GAP > max(abs(one), abs(other))


def _elides_scale(quantity: Quantity) -> bool:
    """Whether a bare decimal leaves its scale word to the hearer: "from 13.6 to 17.6", in millions."""
    return not quantity.unit and "." in quantity.text and quantity.text.replace(".", "").isdecimal()


def _are_codes(left: Quantity, right: Quantity) -> bool:
    """Whether one is the other with a letter on it, as sections are numbered: "498" and "498B"."""
    short, long = sorted((left.text, right.text), key=len)
    return not left.unit and not right.unit and short.isdecimal() and long[:-1] == short and long[-1].isalpha()


def _is_power_of_ten(one: Decimal, other: Decimal) -> bool:
    return other != 0 and (one / other).normalize().as_tuple().digits == (1,)


def digits_of(quantity: Quantity) -> str:
    """The significant digits of a figure without its scale: "36.8 billion" has "368"; "" for a range."""
    return "" if quantity.is_range else significant_digits(quantity.low)


@lru_cache(maxsize=4096)
def significant_digits(value: Decimal) -> str:
    """The digits of a value without the zeros around them: 660,000 has "66"."""
    return "".join(map(str, value.normalize().as_tuple().digits))
