"""How a figure was said, taken apart, so that other values can be said the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from claimcheck.data_files import read_table
from claimcheck.model.interval import Interval, plain_number
from claimcheck.model.quantity import Quantity

_NUMBER = re.compile(r"\d(?:[\d,.'’   ]*\d)?")
_GROUP_MARKS = re.compile(r"[,'’   ]")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A figure in its pieces: "$9.5 billion" is before "$", number 9.5, scale "billion", after "".

    A figure in words is taken as if it stood in digits: "five tons" is number 5, after " tonnes".
    """

    before: str
    number: str
    scale: str
    after: str
    power: Decimal

    def say(self, number: str, scale: str | None = None) -> str:
        """The same words around another number: "10" makes "$10 billion"."""
        word = self.scale if scale is None else scale
        # "$5m" keeps its letter on the number; a word that is new stands apart, as words do.
        gap = "" if not word or (len(word) <= 2 and self.scale and len(self.scale) <= 2) else " "
        return f"{self.before}{number}{gap}{word}{self.after}"


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, Any]:
    """Scale words and units that are mistaken for one another, and hedges behind figures, from data/scales.toml."""
    return read_table("claimcheck.rules", "scales.toml")


def scale_family(word: str) -> Mapping[str, int]:
    """The scale words that may be said by mistake for `word`, with their powers of ten; {} for others."""
    families: list[Mapping[str, int]] = [family["members"] for family in lexicon()["family"]]
    return next((family for family in families if word in family), {})


def take_apart(quantity: Quantity) -> Wording:
    """The pieces of a figure as it stands in the text: "over $9 billion" is "$", 9, "billion"."""
    numbers = list(_NUMBER.finditer(quantity.text))
    if numbers:
        number = _GROUP_MARKS.sub("", numbers[0].group())
        before = re.split(r"\s", quantity.text[: numbers[0].start()])[-1]
        scale, after = _split_scale(quantity.text[numbers[-1].end() :])
        power = Decimal(10) ** scale_family(scale).get(scale, 0)
        if number.count(".") <= 1 and Decimal(number) * power in (quantity.low, -quantity.low):
            if quantity.low < 0:
                before = "-" + before.lstrip("-−–")
            return Wording(before, number, scale, after, power)
    return _in_digits(quantity)


def said(quantity: Quantity) -> str:
    """The figure as its speaker said it, with its hedge on its side: "almost $17 billion", "30 or fewer"."""
    hedge = quantity.hedge.casefold()
    if not hedge or hedge in quantity.text.casefold():
        return quantity.text
    behind = lexicon()["behind"]
    if hedge in behind["hedges"] or hedge.partition(" ")[0] in behind["openers"]:
        return f"{quantity.text} {quantity.hedge}"
    return f"{quantity.hedge} {quantity.text}"


def say_value(value: Decimal, like: Quantity) -> str:
    """A value said as another figure was: 28500000000 like "$9 billion" is "$28.5 billion"."""
    wording = take_apart(like)
    positive = _drop_sign(wording)
    sign = "-" if value < 0 else ""
    return sign + positive.say(_shorten(abs(value) / wording.power, wording.number))


def say_interval(interval: Interval, like: Quantity) -> str:
    """An interval said as a figure was: [8.5, 10) billion like "$9 billion" is "$8.5–10 billion"."""
    if interval.low == interval.high:
        return say_value(interval.low, like)
    if not interval.low.is_finite() and not interval.high.is_finite():
        return "any value"
    if not interval.high.is_finite():
        return f"{'over' if interval.low_open else 'at least'} {say_value(interval.low, like)}"
    if not interval.low.is_finite():
        return f"{'under' if interval.high_open else 'at most'} {say_value(interval.high, like)}"
    if interval.low < 0:
        return f"{say_value(interval.low, like)} to {say_value(interval.high, like)}"
    wording = _drop_sign(take_apart(like))
    low, high = (_shorten(end / wording.power, wording.number) for end in (interval.low, interval.high))
    return wording.say(f"{low}–{high}" if low != high else low)


def _shorten(number: Decimal, like: str) -> str:
    """A computed number with no more digits than a reader can use: 27.70137 like "21" is "27.7"."""
    if not number.is_finite() or number == round(number, 2):
        return plain_number(number)
    rounded = round(number, len(like.partition(".")[2]) + 1)
    # Figures below a hundredth keep two significant digits instead of vanishing.
    return plain_number(rounded if rounded else number.normalize().__round__(1 - number.adjusted()))


def _drop_sign(wording: Wording) -> Wording:
    return Wording(wording.before.lstrip("-−–"), wording.number, wording.scale, wording.after, wording.power)


def _split_scale(rest: str) -> tuple[str, str]:
    """The scale word that follows a number, and what follows that."""
    word = _WORD.match(rest.lstrip(" -"))
    if word and scale_family(word.group()):
        return word.group(), rest.lstrip(" -")[word.end() :]
    return "", rest


def _in_digits(quantity: Quantity) -> Wording:
    """A figure said in words, or in a way of its own, as it would stand in digits."""
    words = _WORD.findall(quantity.text.casefold())
    scale = next((word for word in reversed(words) if scale_family(word)), "")
    power = Decimal(10) ** scale_family(scale).get(scale, 0)
    after = f" {_unit_word(quantity, words)}" if quantity.unit else ""
    before = "-" if quantity.low < 0 else ""
    return Wording(before, f"{abs(quantity.low / power).normalize():f}", scale, after, power)


def _unit_word(quantity: Quantity, words: Sequence[str]) -> str:
    """The unit as the speaker said it: "tons" of "five tons", dollars of "five dollars and fifty cents"."""
    unit = quantity.unit
    last = words[-1] if len(words) > 1 else ""
    if last and not scale_family(last) and (unit in last or unit not in quantity.text.casefold()):
        return last
    return _plural(unit)


def _plural(unit: str) -> str:
    """The plural of a unit's first word: "dollar per share" is "dollars per share"."""
    first, *rest = unit.split(" ")
    irregular = {"foot": "feet", "inch": "inches"}
    if unit.endswith("s"):
        return unit
    if first in ("percentage", "basis"):
        return unit + "s"
    return " ".join([irregular.get(first, first + "s"), *rest])
