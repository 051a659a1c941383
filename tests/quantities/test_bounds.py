"""Hedges on both sides of a figure, and words that only look like hedges."""

from __future__ import annotations

import pytest

from claimcheck import extract_quantities


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 40 goats", ">"),
        ("upwards of 40 goats", ">"),
        ("no fewer than 40 goats", ">="),
        ("40 goats or more", ">="),
        ("40-plus goats", ">="),
        ("40+ goats", ">="),
        ("up to 40 goats", "<="),
        ("no more than 40 goats", "<="),
        ("at most 40 goats", "<="),
        ("40 goats or fewer", "<="),
        ("just under 40 goats", "<"),
        ("sub-40 scores", "<"),
        ("a little over 40 goats", ">"),
        ("nearly 40 goats", "~"),
        ("some 40 goats", "~"),
        ("40 or so goats", "~"),
        ("40-odd goats", "~"),
        ("~40 goats", "~"),
        ("≥ 40 goats", ">="),
        ("< = 40 goats", "<="),
        ("equal to or more than 40", ">="),
        ("more than 40 or equal to it", ">="),
        ("not more than a 40 percent share", "<="),
        ("over the age of 40", ">"),
        ("for over 40 years", ">"),
    ],
)
def test_hedges(text: str, bound: str) -> None:
    assert [quantity.bound.value for quantity in extract_quantities(text)] == [bound]


@pytest.mark.parametrize(
    "text",
    [
        "we talk about 40 goats",
        "spread over 40 villages",
        "grow it over 40 years",
        "is 8 percent higher than 3 percent",
        "a rise of 8% over $30 million",
        "an improvement over 40",
        "twice as many as 40",
        "40 plus 30",
        "some say 40",
    ],
)
def test_is_no_hedge(text: str) -> None:
    assert {quantity.bound.value for quantity in extract_quantities(text)} == {"="}


def test_a_conversion_is_bounded_as_what_it_converts() -> None:
    kilometers, miles = extract_quantities("They can fly more than 80 kilometers (50 miles).")
    assert (kilometers.bound, miles.bound, miles.hedge) == (">", ">", "more than")
