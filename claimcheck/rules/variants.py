"""Slips: the single changes that turn a figure into what its speaker may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity, strict_reading
from claimcheck.rules.wording import Wording, lexicon, scale_family, take_apart

MOST_DIGITS = 6
# Below this, a bare number with three zeros too many is no likely slip: "1,000" for "1".
FEWEST_THOUSANDS = Decimal(10_000)
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Variant:
    """A claim with one thing changed about its figure: "$28 million" into "$28 billion".

    `text` is the figure as it would be said; `scale` marks a change of the scale word, `edits` counts the
    digits (or the zeros of the scale) that change. `adds_point` marks a decimal point that was not there:
    a figure is given too precise by mistake more often than too round.
    """

    claim: Claim
    text: str
    scale: bool
    edits: int
    adds_point: bool = False


def variants(claim: Claim) -> Iterator[Variant]:
    """All single slips of a claim's figure: scale words first, then digits, unit and direction.

    Ranges and figures without digits of their own ("several hundred") change their scale only; zero has none.
    """
    quantity = claim.quantity
    if quantity.low == 0 or not quantity.low.is_finite():
        return
    wording = take_apart(quantity)
    yield from _scales(claim, wording)
    if quantity.is_range or quantity.vague:
        return
    for number, edits in slips(wording.number):
        changed = _with_number(quantity, wording, number)
        if changed is not None:
            adds_point = "." in number and "." not in wording.number
            text = _ordinal(changed.text) if quantity.kind is Kind.ORDINAL else changed.text
            yield Variant(replace(claim, quantity=replace(changed, text=text)), text, False, edits, adds_point)
    yield from _units(claim, wording)
    if claim.trend in ("up", "down"):
        other = "down" if claim.trend == "up" else "up"
        yield Variant(
            replace(claim, trend=other),
            f"{other} {wording.say(_grouped(wording.number, quantity))}",
            False,
            1,
        )


def slips(number: str) -> Iterator[tuple[str, int]]:
    """Numbers one slip away, with how many digits differ: 60.3 gives 63, 50.3, 6.03, 603, 60.4, ...

    "Sixty-three" is misheard as "sixty point three", and the other way round. Trailing zeros of a round
    number stay as they are.
    """
    seen = {number}
    for found, edits in _all_slips(number):
        canonical = Decimal(found)
        leading_zero = len(found) > 1 and found[0] == "0" and found[1] != "."
        if found not in seen and canonical and not leading_zero:
            seen.add(found)
            yield found, edits


def _all_slips(number: str) -> Iterator[tuple[str, int]]:
    if spoken := re.fullmatch(r"(\d*[1-9]0)\.([1-9])", number):
        yield spoken[1][:-1] + spoken[2], 1
    if spoken := re.fullmatch(r"(\d*[1-9])([1-9])", number):
        yield f"{spoken[1]}0.{spoken[2]}", 1
    digits = number.rstrip("0") if "." not in number else number
    zeros = number[len(digits) :]
    places = [place for place, character in enumerate(digits) if character != "."]
    if len(places) > MOST_DIGITS:
        return
    for place in places:
        for digit in DIGITS:
            yield digits[:place] + digit + digits[place + 1 :] + zeros, 1
    for one, two in pairwise(places):
        swapped = list(digits)
        swapped[one], swapped[two] = swapped[two], swapped[one]
        yield "".join(swapped) + zeros, 2
    # A decimal left out only makes a figure rounder; that mends nothing.
    for place in places if "." not in digits else range(digits.index(".")):
        shorter = digits[:place] + digits[place + 1 :]
        if re.fullmatch(r"\d+(\.\d+)?", shorter):
            yield shorter + zeros, 1
    for place in (*places, len(digits)):
        for digit in DIGITS:
            yield digits[:place] + digit + digits[place:] + zeros, 1
    if zeros:
        yield number[:-1], 1
    if "." not in number:
        yield number + "0", 1
    if "." in digits:
        yield digits.replace(".", ""), 1
    else:
        yield from ((digits[:place] + "." + digits[place:], 1) for place in places[1:])


def rescaled(quantity: Quantity, ratio: Decimal) -> Quantity:
    """The figure with all its readings a factor larger, as "billion" for "million" makes it."""
    return replace(
        quantity,
        low=quantity.low * ratio,
        high=quantity.high * ratio,
        step=quantity.step * ratio,
        strict=quantity.strict.scaled(ratio),
        plain=quantity.plain.scaled(ratio),
    )


def _scales(claim: Claim, wording: Wording) -> Iterator[Variant]:
    quantity = claim.quantity
    family = scale_family(wording.scale)
    own = family.get(wording.scale, 0)
    for word, power in (family or scale_family("thousand")).items():
        if power != own:
            # A bare number is missing its zeros or its word: "660" was "660,000", "$28" was "$28 million".
            digits = not family and power == 3
            changed = rescaled(quantity, Decimal(10) ** (power - own))
            number = _number_of(changed if digits else quantity, wording.power)
            text = wording.say(number, "" if digits else word)
            yield Variant(replace(claim, quantity=replace(changed, text=text)), text, True, abs(power - own))
    if not family and quantity.low >= FEWEST_THOUSANDS and quantity.low % 1000 == quantity.high % 1000 == 0:
        changed = rescaled(quantity, Decimal("0.001"))
        text = wording.say(_number_of(changed, wording.power))
        yield Variant(replace(claim, quantity=replace(changed, text=text)), text, True, 3)


def _units(claim: Claim, wording: Wording) -> Iterator[Variant]:
    quantity = claim.quantity
    for family in lexicon()["confused"]:
        weights = {one["unit"]: one["weight"] for one in family["members"]}
        for other in family["members"] if quantity.unit in weights else ():
            if other["unit"] != quantity.unit:
                text = replace(wording, after=other["after"]).say(wording.number)
                changed = replace(
                    quantity,
                    text=text,
                    unit=other["unit"],
                    factor=quantity.factor * other["weight"] / weights[quantity.unit],
                    kind=Kind(other.get("kind", quantity.kind)),
                )
                yield Variant(replace(claim, quantity=changed), text, False, 1)


def _with_number(quantity: Quantity, wording: Wording, number: str) -> Quantity | None:
    """The figure with another number in it, read as if it had been said; None where no one would say it."""
    sign = -1 if quantity.low < 0 else 1
    value = Decimal(number) * wording.power * sign
    if quantity.step == 0 and value != value.to_integral_value():
        return None
    step = quantity.step
    if step and "." in number:
        step = wording.power.scaleb(-len(number.partition(".")[2]))
    elif step and "." in wording.number:
        step = wording.power
    ratio = value / quantity.low

    def moved(interval: Interval) -> Interval:
        # Around the figure, so that the width scales and the figure itself stays free of rounding.
        return interval.shifted(-quantity.low).scaled(ratio).shifted(value)

    strict = (
        moved(quantity.strict) if quantity.bound is Bound.ABOUT else strict_reading(value, value, quantity.bound, step)
    )
    plain = strict if quantity.plain == quantity.strict else moved(quantity.plain)
    text = wording.say(_grouped(number, quantity))
    return replace(quantity, low=value, high=value, step=step, strict=strict, plain=plain, text=text)


def _ordinal(text: str) -> str:
    """An ordinal with the ending of its number: "22nd" for "22th"."""

    def ending(found: re.Match[str]) -> str:
        number = int(found[1])
        teen = number // 10 % 10 == 1
        return found[1] + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))

    return re.sub(r"(\d+)(?:st|nd|rd|th)\b", ending, text)


def _number_of(quantity: Quantity, power: Decimal) -> str:
    """The number, or both numbers of a range, as they stand before the scale word."""
    ends = [f"{abs(end / power).normalize():f}" for end in (quantity.low, quantity.high)]
    return "–".join(_grouped(end, quantity) for end in dict.fromkeys(ends))


def _grouped(number: str, quantity: Quantity) -> str:
    """A number with thousands marks, unless the figure itself does without them."""
    whole, point, decimals = number.partition(".")
    bare = re.search(r"\d{4}", quantity.text) is not None
    return number if bare else f"{int(whole):,}{point}{decimals}"
