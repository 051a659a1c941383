"""Temperatures that are told by their scale's zero or name: "2 below zero", "−273.15° on the Celsius scale"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.quantities.figure import Figure
from claimcheck.quantities.tokens import Tokens
from claimcheck.quantities.units import Units

_SCALES = frozenset(["celsius", "centigrade", "fahrenheit", "kelvin"])


def as_temperature(tokens: Tokens, figure: Figure, units: Units) -> Figure:
    """The figure below zero, or in the scale that is named behind it; else the figure unchanged."""
    at = figure.last
    degrees = figure.unit.name == "degree" or figure.unit.dimension == "temperature"
    if tokens.lows(at, at + 2) == ("below", "zero") and (degrees or figure.is_bare) and figure.low > 0:
        unit = figure.unit if degrees else units.phrases["degree"]
        return replace(figure, last=at + 2, low=-figure.high, high=-figure.low, unit=unit, kind=unit.kind)
    if figure.unit.name == "degree" and tokens.lows(at, at + 2) == ("on", "the") and tokens[at + 2].low in _SCALES:
        return figure.measured_in(units.phrases[tokens[at + 2].low])
    return figure
