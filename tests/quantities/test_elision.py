"""Units that are said once for several figures."""

from __future__ import annotations

import pytest
from readings import measured


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("at 200, 400 and 800 m", ["meter"] * 3),
        ("doses of 30 and 60 mg", ["milligram"] * 2),
        ("a 5- or 6-inch pipe", ["inch"] * 2),
        ("It grew 6% in May and 4.5 in June.", ["percent"] * 2),
        ("7.8 and 2.4%, respectively", ["percent"] * 2),
        ("up 6% and down by 2", ["percent"] * 2),
        ("It eased to 6.7% from 7.1 last week.", ["percent"] * 2),
        ("$2.1 billion, of which half a billion is new", ["dollar"] * 2),
        ("$1.762bn, against 1.356 billion", ["dollar"] * 2),
        ("C$9 (US$7) per share", ["canadian dollar per share", "dollar"]),
        ("It rose 2% to 463.87 points, the small caps 4% to 318.2.", ["percent", "point"] * 2),
        ("It rose 2% to 463.87 points. Our rating rose 4% to 318.2.", ["percent", "point", "percent", ""]),
        ("The index stood at 6,309.03, up 58.06 points.", ["", "point"]),
        ("The index (6,309.03 up 58.06 points) held.", ["point"] * 2),
        ("It weighed 90 kg and shrank to 80.", ["kilogram", ""]),
    ],
)
def test_shared_units(text: str, units: list[str]) -> None:
    assert [unit for *_, unit in measured(text)] == units


@pytest.mark.parametrize(
    "text",
    [
        "It rose 6% and 40 people cheered.",
        "The index closed at 16,500, 6 percent up.",
        "$4 million went to 12 villages.",
        "It costs $4. Twelve came.",
    ],
)
def test_nothing_is_shared(text: str) -> None:
    assert sorted(unit for *_, unit in measured(text))[0] == ""
