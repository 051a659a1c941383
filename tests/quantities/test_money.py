"""Money: marks and codes on either side, kinds of dollar, coins."""

from __future__ import annotations

import pytest
from readings import measured


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("US$9.5bn", 9.5e9, "dollar"),
        ("U.S.$40", 40, "dollar"),
        ("$US40", 40, "dollar"),
        ("$A40", 40, "australian dollar"),
        ("C$40", 40, "canadian dollar"),
        ("HK $40", 40, "hong kong dollar"),
        ("NZ$40", 40, "new zealand dollar"),
        ("S$2mil", 2e6, "singapore dollar"),
        ("$40 US", 40, "dollar"),
        ("CHF 40", 40, "swiss franc"),
        ("SEK40m", 40e6, "swedish krona"),
        ("40 NOK", 40, "norwegian krone"),
        ("40EUR", 40, "euro"),
        ("eur 40", 40, "euro"),
        ("70 MEUR", 70e6, "euro"),
        ("MSEK 70", 70e6, "swedish krona"),
        ("Rs. 500", 500, "indian rupee"),
        ("₦500", 500, "nigerian naira"),
        ("R450m", 450e6, "south african rand"),
        ("40€", 40, "euro"),
        ("8k$", 8000, "dollar"),
        ("40 quid", 40, "pound sterling"),
        ("9 Swedish crowns", 9, "swedish krona"),
        ("9 Danish kroner", 9, "danish krone"),
        ("60 USD million", 60e6, "dollar"),
        ("85p", 85, "penny"),
        ("30c", 30, "cent"),
        ("9 dimes", 9, "dime"),
        ("$4 million dollars", 4e6, "dollar"),
        ("($7.5) million", -7.5e6, "dollar"),
        ("£-12", -12, "pound sterling"),
        ("-£12", -12, "pound sterling"),
        ("a loss of PS3m", 3e6, "pound sterling"),
        ("Y=700 billion", 7e11, "japanese yen"),
    ],
)
def test_currencies(text: str, value: float, unit: str) -> None:
    [(_, low, _, found)] = measured(text)
    assert (low, found) == (pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["We won all 40 cases.", "Try 40 of them.", "its top 40 songs", "a pen 40 times"])
def test_words_are_no_codes(text: str) -> None:
    assert all(not unit.startswith(("albanian", "turkish", "tongan", "peruvian")) for *_, unit in measured(text))
