"""Numbers, however they are written and said."""

from __future__ import annotations

import pytest
from readings import values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,711 wells", 4711),
        ("12,34,567 voters", 1234567),
        ("3.141.592,65 lire", 3141592.65),
        ("7 654 321 cells", 7654321),
        ("2\u202f750 jobs", 2750),
        ("9'876 francs", 9876),
        (".75 of the vote", 0.75),
        ("a mean of 0,25", 0.25),
        ("１２３ tonnes", 123),
        ("4.2e5 cells", 420000),
        ("6.1×10⁴ cells", 61000),
        ("3.5 x 10^-2 of it", 0.035),
        ("10⁶ cells", 1000000),
        ("2^10 entries", 1024),
        ("in total 70 , 000 visitors", 70000),
        ("some 12 . 5 % more", 12.5),
    ],
)
def test_digits(text: str, value: float) -> None:
    assert values(text) == pytest.approx([value])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-seven goats", 47),
        ("nineteen hundred sacks", 1900),
        ("a hundred and seventeen sacks", 117),
        ("six thousand and four sacks", 6004),
        ("eleven million two hundred thousand", 11200000),
        ("four hundred thousand million", 400000000000),
        ("five million, three hundred and ten in all", 5000310),
        ("7 hundred and 12 sheep", 712),
        ("6 thousand sheep", 6000),
        ("seven lakh forty thousand voters", 740000),
        ("nine crores", 90000000),
        ("five dozen eggs", 60),
        ("half a dozen eggs", 6),
        ("one sixty eight pages", 168),
        ("four oh nine pages", 409),
        ("six point oh two", 6.02),
        ("3 point 5 tonnes", 3.5),
        ("a million six for the roof", 1600000),
        ("minus seventeen", -17),
        ("YEAS--43", 43),
        ("good news--12 buses", 12),
        ("a gain of -5", -5),
        ("negative 8.5", -8.5),
        ("an output of −40", -40),
    ],
)
def test_words(text: str, value: float) -> None:
    assert values(text) == pytest.approx([value])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/8 of the land", 0.375),
        ("4 2/5 hours", 4.4),
        ("7⅝ inches", 7.625),
        ("¾ cup", 0.75),
        ("two fifths of the land", 0.4),
        ("a ninth of the land", 1 / 9),
        ("nine and three eighths", 9.375),
        ("eleven and a half acres", 11.5),
        ("a million and a half", 1500000),
        ("two million and a quarter", 2250000),
        ("half a trillion", 500000000000),
        ("three quarters of a billion", 750000000),
        ("quarter of a million", 250000),
        ("three thirty-seconds of an inch", 3 / 32),
        ("seven out of ten drivers", 0.7),
        ("a score of 57 out of 100, taken from tests", 0.57),
        ("one in eight drivers", 0.125),
        ("every fourth driver", 0.25),
        ("half the drivers", 0.5),
        ("half an hour", 0.5),
        ("an hour and a half", 1.5),
    ],
)
def test_fractions(text: str, value: float) -> None:
    assert values(text) == pytest.approx([value])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14k followers", 14000),
        ("2.6M followers", 2600000),
        ("£7m", 7000000),
        ("$3.4bn", 3400000000),
        ("$2T", 2000000000000),
        ("4m households", 4000000),
        ("1.1m tonnes", 1100000),
        ("7.7. million doses", 7700000),
        ("£8.2m from 7.9m", 8200000),
    ],
)
def test_scale_letters(text: str, value: float) -> None:
    assert values(text)[0] == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "a 4m fence",
        "a 5G network",
        "a 4K film",
        "the back half as we plan it",
        "no one",
        "one of the goats",
        "the one who",
    ],
)
def test_is_no_such_number(text: str) -> None:
    assert not [value for value in values(text) if value >= 1000 or value in (0.5, 1)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("several hundred goats", 200, 900),
        ("thousands of goats", 1000, 10000),
        ("tens of thousands of goats", 10000, 100000),
        ("dozens of goats", 12, 120),
        ("100s of goats", 100, 1000),
    ],
)
def test_vague_counts_have_two_ends(text: str, low: float, high: float) -> None:
    from claimcheck import extract_quantities

    [quantity] = extract_quantities(text)
    assert (quantity.low, quantity.high, quantity.vague) == (low, high, True)
