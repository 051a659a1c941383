"""Whole numbers as English says them, written for the tests and knowing nothing of the scanner."""

from __future__ import annotations

SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, *, british: bool) -> str:
    """A number below a thousand trillion: 1105 is "one thousand one hundred and five", American without "and"."""
    if number < 1000:
        return _below_thousand(number, british)
    words = []
    for scale, name in SCALES:
        count, number = divmod(number, scale)
        if count:
            words += [_below_thousand(count, british), name]
    if number:
        words += ["and"] if british and number < 100 else []
        words.append(_below_thousand(number, british))
    return " ".join(words)


def _below_thousand(number: int, british: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    if not rest:
        return f"{SMALL[hundreds]} hundred"
    return f"{SMALL[hundreds]} hundred {'and ' if british else ''}{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < len(SMALL):
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens]}-{SMALL[ones]}" if ones else TENS[tens]
