"""What a figure commits its speaker to, and what a listener takes away."""

from __future__ import annotations

import pytest

from claimcheck.quantities import scan


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        ("$9 billion", "[8,500,000,000, 10,000,000,000)"),
        ("16.7%", "[16.65, 16.8)"),
        ("10%", "[9.5, 11)"),
        ("29 laws", "29"),
        ("5,000 kilograms", "[4,950, 5,100)"),
        ("over 4,000 crimes", "(4,000, ∞)"),
        ("at least 12 buses", "[12, ∞)"),
        ("under 5 tons", "(-∞, 5)"),
        ("about 500 weapons", "[400, 600]"),
    ],
)
def test_strict(text: str, strict: str) -> None:
    assert str(scan(text)[0].strict) == strict


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("over 4,000 crimes", "(4,000, 5,000)"),
        ("over 110,000 tests", "(110,000, 132,000)"),
        ("over 1,234 crimes", "(1,234, 1,357.4)"),
        ("under 4,000 crimes", "(3,000, 4,000)"),
        ("under 4,500 crimes", "(3,600, 4,500)"),
        ("about 500 weapons", "[450, 550]"),
        ("about 7,600 weapons", "[7,220, 7,980]"),
        ("about 512 weapons", "[506.88, 517.12]"),
        ("almost $17", "[15.3, 17]"),
        ("several hundred rifles", "[200, 900]"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    assert str(scan(text)[0].plain) == plain
