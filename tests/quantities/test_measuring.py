"""Units: words, symbols, products and quotients, and letters that are units only in some company."""

from __future__ import annotations

import pytest
from readings import measured


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("8 sq. ft. of tiles", "square foot"),
        ("31 m² of tiles", "square meter"),
        ("31 m2 of tiles", "square meter"),
        ("6 km squared", "square kilometer"),
        ("14 cu m", "cubic meter"),
        ("20 mgs", "milligram"),
        ("3.2 TeV", "teraelectronvolt"),
        ("7 kg/m³", "kilogram per cubic meter"),
        ("2.5 A/cm2", "ampere per square centimeter"),
        ("4 m s−1", "meter per second"),
        ("60 mg kg−1", "milligram per kilogram"),
        ("9 m/s²", "meter per second squared"),
        ("12 N·m", "newton-meter"),
        ("41 m.p.h.", "mile per hour"),
        ("88 km/hr", "kilometer per hour"),
        ("17 µg", "microgram"),
        ("5 fb−1", "inverse femtobarn"),
        ("21 ℃", "degree celsius"),
        ("3 percentage points", "percentage point"),
        ("40 bps", "basis point"),
        ("6 per mille", "permille"),
        ("19 ppm", "part per million"),
        ("a kilogram of rice", "kilogram"),
        ("two and a half times", "times"),
        ("4x", "times"),
        ("sixfold", "times"),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert [read[3] for read in measured(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$6 a bushel", "dollar per bushel"),
        ("90 pence per litre", "penny per liter"),
        ("$1.10 per diluted share", "dollar per share"),
        ("€7 each month", "euro per month"),
        ("five times a day", "times per day"),
        ("twice weekly", "times per week"),
        ("35 hours a week", "hour per week"),
        ("3 percent a year", "percent per year"),
        ("11 per 100,000", "per 100,000"),
        ("2 grams per 100 millilitres", "gram per 100 milliliter"),
        ("4.5 million a year", "per year"),
        ("a 700 barrel-a-day well", "barrel per day"),
        ("$6 a year ago", "dollar"),
        ("three times larger", "times"),
    ],
)
def test_rates(text: str, unit: str) -> None:
    assert [read[3] for read in measured(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a 60m pool", "meter"),
        ("a loan of £60m", "pound sterling"),
        ("it is 33 C here", "degree celsius"),
        ("it is 80F here", "degree fahrenheit"),
        ("a 3 F capacitor", "farad"),
        ("at 300 K", "kelvin"),
        ('a 7" disc', "inch"),
        ("a 20' mast", "foot"),
        ("4 in. of rain", "inch"),
        ("nails of 2 in", "inch"),
        ("the ham weighs six pounds", "pound"),
        ("they paid six pounds for it", "pound sterling"),
        ("six million pounds", "pound sterling"),
        ("6 lb of ham", "pound"),
        ("9 stone", "stone"),
        ("900 won", "south korean won"),
        ("8 points", "point"),
        ("a 12 second lap", "second"),
        ("45 degrees", "degree"),
        ("4.125 am", "attometer"),
    ],
)
def test_company_decides(text: str, unit: str) -> None:
    assert [read[3] for read in measured(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("They scored 5 in the cup.", ["5"]),
        ("of the 12 won by her", ["12"]),
        ("two second-half goals", ["two"]),
        ("the 3 stone lions", ["3"]),
        ("2 has-beens", ["2"]),
        ('She said "we lost 40" and left.', ["40"]),
        ("55 million N95s", ["55 million"]),
        ("'We kept 30' was all", ["30"]),
        ("4 horses", ["4"]),
    ],
)
def test_is_no_unit(text: str, figures: list[str]) -> None:
    assert [(read[0], read[3]) for read in measured(text)] == [(figure, "") for figure in figures]
