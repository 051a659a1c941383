"""Units made of units: squares, products and quotients, with their plain English names."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model.quantity import Kind
from claimcheck.quantities.units import Unit

_POWER_NAMES = {"2": "square", "3": "cubic"}
_POWER_NAMES_BEHIND = {"2": "squared", "3": "cubed"}
_POWERS_OF_LENGTH = {"2": "area", "3": "volume"}


def raise_unit(unit: Unit, power: str) -> Unit:
    """A unit to the power "1", "2" or "3": meter to "2" is square meter, second to "2" second squared."""
    if power == "1":
        return unit
    dimension = _POWERS_OF_LENGTH[power] if unit.dimension == "length" else f"{unit.dimension}^{power}"
    plain = unit.dimension == "length"
    name = f"{_POWER_NAMES[power]} {unit.name}" if plain else f"{unit.name} {_POWER_NAMES_BEHIND[power]}"
    return replace(unit, name=name, dimension=dimension, factor=unit.factor ** int(power))


def multiply_units(one: Unit, other: Unit) -> Unit:
    """The product of two units: joule by second is joule second."""
    dimension = f"{one.dimension}*{other.dimension}"
    return replace(one, name=f"{one.name} {other.name}", dimension=dimension, factor=one.factor * other.factor)


def divide_units(above: Unit, below: Unit) -> Unit:
    """The quotient of two units: dollar by gallon is dollar per gallon; what is per year stays a percentage."""
    if above.kind in (Kind.PERCENT, Kind.POINT):
        return replace(above, name=f"{above.name} per {below.name}")
    joint = f"{above.name} per {below.name}" if above.name else f"per {below.name}"
    dimension = f"{above.dimension or 'count'}/{below.dimension or below.name}"
    return Unit(joint, dimension, above.factor / below.factor, Kind.RATE)


def invert_unit(unit: Unit) -> Unit:
    """One by a unit: "s−1" is per second, "fb−1" an inverse femtobarn."""
    name = f"per {unit.name}" if unit.dimension == "time" else f"inverse {unit.name}"
    return Unit(name, f"1/{unit.dimension}", 1 / unit.factor, Kind.RATE)
