"""How the tests of the scanner say what a text is read as."""

from __future__ import annotations

from claimcheck import extract_quantities


def values(text: str) -> list[float]:
    """The lowest values of all figures in a text that measure something."""
    return [float(quantity.low) for quantity in extract_quantities(text) if quantity.is_measurement]


def measured(text: str) -> list[tuple[str, float, float, str]]:
    """What stands there, lowest and highest value and unit of all figures that measure something."""
    return [
        (quantity.text, float(quantity.low), float(quantity.high), quantity.unit)
        for quantity in extract_quantities(text)
        if quantity.is_measurement
    ]


def kinds(text: str) -> list[tuple[str, str]]:
    """What stands there and its kind, for all numbers of a text."""
    return [(quantity.text, quantity.kind.value) for quantity in extract_quantities(text)]
