"""Ranges, moves from one level to another, and figures in two units."""

from __future__ import annotations

import pytest
from readings import measured


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12–15%", 12, 15, "percent"),
        ("12% to 15%", 12, 15, "percent"),
        ("£3 to £4.5 million", 3e6, 4.5e6, "pound sterling"),
        ("between 30 and $35 million", 30e6, 35e6, "dollar"),
        ("between $30 and $35 per head", 30, 35, "dollar per person"),
        ("40- or 50,000 people", 40000, 50000, ""),
        ("two to three hundred people", 200, 300, ""),
        ("three or four hundred people", 300, 400, ""),
        ("six or seven years", 6, 7, "year"),
        ("a day or two", 1, 2, "day"),
        ("from 6 to 8 kg", 6, 8, "kilogram"),
        ("0-to-90 mph", 0, 90, "mile per hour"),
        ("8k-12k", 8000, 12000, ""),
        ("9 months to two years", 9, 24, "month"),
        ("−6 to −2 °C", -6, -2, "degree celsius"),
        ("-2 °C to -6 °C", -6, -2, "degree celsius"),
        ("between minus four and plus four", -4, 4, ""),
        ("more than 20 but less than 60", 20, 60, ""),
        ("at most 60 and at least 20", 20, 60, ""),
        ("20 through 60", 20, 60, ""),
        ("in the low 40s", 40, 49, ""),
        ("in her fifties", 50, 59, "year"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    [(_, *read)] = measured(text)
    assert read == [low, high, unit]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It rose from 6 to 8 percent.", [(6, "percent"), (8, "percent")]),
        ("It fell 5% to 8%.", [(5, "percent"), (8, "percent")]),
        ("It rose 5% to $8.", [(5, "percent"), (8, "dollar")]),
        ("It grew by $2 million to $31 million.", [(2e6, "dollar"), (31e6, "dollar")]),
        ("It fell four percentage points to 31 percent.", [(4, "percentage point"), (31, "percent")]),
        ("25k or 40k", [(25000, ""), (40000, "")]),
        ("more than 90 and less than 10", [(90, ""), (10, "")]),
    ],
)
def test_two_figures_are_no_range(text: str, figures: list[tuple[float, str]]) -> None:
    assert [(low, unit) for _, low, _, unit in measured(text)] == figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 feet 6 inches", 5.5, "foot"),
        ("5'6\"", 5.5, "foot"),
        ("five foot, six inches", 5.5, "foot"),
        ("5'6 tall", 5.5, "foot"),
        ("a 6-foot-3 guard", 6.25, "foot"),
        ("11 stone 7", 11.5, "stone"),
        ("4 lb 8 oz", 4.5, "pound"),
        ("3 hours and 15 minutes", 3.25, "hour"),
        ("2h 30m", 2.5, "hour"),
        ("nine dollars and fifty cents", 9.5, "dollar"),
        ("nine euros and fifty centimes", 9.5, "euro"),
        ("nine dollars fifty", 9.5, "dollar"),
        ("$9 and 50c", 9.5, "dollar"),
        ("two dollars and five cents a pint", 2.05, "dollar per pint"),
        ("two pounds fifty", 2.5, "pound sterling"),
        ("1 km 200 m", 1.2, "kilometer"),
        ("7.1 ± 0.2 kg", 7.1, "kilogram"),
        ("three miles and a half", 3.5, "mile"),
        ("4 degrees below zero", -4, "degree"),
    ],
)
def test_compounds(text: str, value: float, unit: str) -> None:
    [(_, low, high, found)] = measured(text)
    assert (low, high, found) == (pytest.approx(value), pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text", ["$9 and 50 people", "between $9 and 50.", "ten years and six months", "5 feet and 9 mice"]
)
def test_two_figures_are_no_compound(text: str) -> None:
    assert len(measured(text)) == 2 or "between" in text
