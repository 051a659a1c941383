"""Computed values are said as the speaker said the figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hand_made_links import claim

from claimcheck.model.interval import Interval
from claimcheck.rules.wording import said, say_interval, say_value


@pytest.mark.parametrize(
    ("value", "like", "said"),
    [
        ("28500000000", "$9 billion", "$28.5 billion"),
        ("28500000000", "nine billion dollars", "28.5 billion dollars"),
        ("4000000", "£3m", "£4m"),
        ("42", "29 laws", "42"),
        ("4200", "29 laws", "4,200"),
        ("70.3", "73%", "70.3%"),
        ("27.701375", "21%", "27.7%"),
        ("6", "over five tons", "6 tons"),
        ("3", "doubled", "3 times"),
        ("410", "390 basis points", "410 basis points"),
        ("-1000000", "$3 million", "-$1 million"),
        ("0", "$3 million", "$0 million"),
    ],
)
def test_say_value(value: str, like: str, said: str) -> None:
    assert say_value(Decimal(value), claim(like).quantity) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("30 or fewer", "30 or fewer"),
        ("12 trams or more", "12 or more"),
        ("$5 million or so", "$5 million or so"),
        ("40 tops", "40 tops"),
        ("at most 30 people", "at most 30"),
        ("over 4,000 tonnes", "over 4,000 tonnes"),
        ("29 laws", "29"),
    ],
)
def test_said_with_the_hedge_on_its_side(text: str, told: str) -> None:
    assert said(claim(text).quantity) == told


@pytest.mark.parametrize(
    ("interval", "like", "said"),
    [
        (Interval(Decimal("8.5e9"), Decimal("1e10"), False, True), "$9 billion", "$8.5–10 billion"),
        (Interval(Decimal(29), Decimal(29)), "29 laws", "29"),
        (Interval(Decimal(4000), Decimal("Infinity"), True, True), "over 4,000 tonnes", "over 4,000 tonnes"),
        (Interval(Decimal(4000), Decimal("Infinity"), False, True), "4,000 tonnes", "at least 4,000 tonnes"),
        (Interval(Decimal("-Infinity"), Decimal(5), True, True), "5%", "under 5%"),
        (Interval(Decimal("-Infinity"), Decimal(5), True, False), "5%", "at most 5%"),
        (Interval(Decimal(-2), Decimal(3)), "5%", "-2% to 3%"),
    ],
)
def test_say_interval(interval: Interval, like: str, said: str) -> None:
    assert say_interval(interval, claim(like).quantity) == said
