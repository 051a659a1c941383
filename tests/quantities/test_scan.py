"""What the scanner reads, and what it leaves alone."""

from __future__ import annotations

import pytest

from claimcheck.model.settings import UnitSettings
from claimcheck.quantities import scan


def read(text: str) -> list[tuple[str, float, float, str, str]]:
    return [(q.text, float(q.low), float(q.high), q.unit, q.bound.value) for q in scan(text) if q.is_measurement]


@pytest.mark.parametrize(
    ("text", "figure", "low", "high", "unit", "bound"),
    [
        ("It weighs over five tons.", "five tons", 5, 5, "tonne", ">"),
        ("It costs one and a half billion dollars.", "one and a half billion dollars", 1.5e9, 1.5e9, "dollar", "="),
        ("We paid between 20 and $22 million.", "20 and $22 million", 20e6, 22e6, "dollar", "="),
        ("Some 35–40% agree.", "35–40%", 35, 40, "percent", "~"),
        ("We paid $8 to $11.8 billion.", "$8 to $11.8 billion", 8e9, 11.8e9, "dollar", "="),
        ("A crowd of 50- or 60,000 came.", "50- or 60,000", 50000, 60000, "", "="),
        ("They raised US$1.2bn.", "US$1.2bn", 1.2e9, 1.2e9, "dollar", "="),
        ("They raised £3m.", "£3m", 3e6, 3e6, "pound sterling", "="),
        (
            "It holds twenty-eight thousand six hundred books.",
            "twenty-eight thousand six hundred",
            28600,
            28600,
            "",
            "=",
        ),
        ("Output grew two and a half times.", "two and a half times", 2.5, 2.5, "times", "="),
        ("Fuel is $4 a gallon.", "$4 a gallon", 4, 4, "dollar per gallon", "="),
        ("It was almost $17 billion.", "$17 billion", 17e9, 17e9, "dollar", "~"),
        ("We seized several hundred rifles.", "several hundred", 200, 900, "", "="),
        ("Less than 5% voted.", "5%", 5, 5, "percent", "<"),
        ("It takes 10% or more.", "10%", 10, 10, "percent", ">="),
        ("We need not more than 3 vans.", "3", 3, 3, "", "<="),
        ("They sent 2.2. million masks.", "2.2. million", 2.2e6, 2.2e6, "", "="),
        ("Rates fell 25 basis points.", "25 basis points", 25, 25, "basis point", "="),
        ("The city has 1 790 000 people.", "1 790 000", 1790000, 1790000, "", "="),
        ("The plank is 5⅞ inches wide.", "5⅞ inches", 5.875, 5.875, "inch", "="),
        ("Profit doubled.", "doubled", 2, 2, "times", "="),
        ("Five thousand three hundred and twelve came.", "Five thousand three hundred and twelve", 5312, 5312, "", "="),
    ],
)
def test_reads(text: str, figure: str, low: float, high: float, unit: str, bound: str) -> None:
    assert read(text) == [(figure, low, high, unit, bound)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In 2005 it rained.", ["year"]),
        ("On June 23, 2005 at 20:33 they met.", ["date", "time"]),
        ("The N95 of the G8, a Boeing 747 and Canal-2004.", ["identifier"] * 4),
        ("See Section 12 of Resolution 1540.", ["identifier", "identifier"]),
        ("The 3rd time was on 9/11.", ["ordinal", "identifier"]),
    ],
)
def test_measures_nothing(text: str, kinds: list[str]) -> None:
    assert [q.kind.value for q in scan(text)] == kinds


@pytest.mark.parametrize("text", ["One of the guests left.", "No one came.", "A second power rose.", "Nothing."])
def test_is_no_number(text: str) -> None:
    assert read(text) == []


def test_elided_currency_is_carried_over() -> None:
    text = "A capital of two billion dollars, of which half a billion is ours, and a billion by Sweden."
    assert [(q.unit, float(q.low)) for q in scan(text)] == [("dollar", 2e9), ("dollar", 5e8), ("dollar", 1e9)]


@pytest.mark.parametrize(("ton", "kilograms"), [("metric", 1000.0), ("short", 907.18474), ("long", 1016.0469088)])
def test_ton_is_a_setting(ton: str, kilograms: float) -> None:
    [quantity] = scan("5 tons", UnitSettings(ton=ton))
    assert float(quantity.factor) == kilograms
