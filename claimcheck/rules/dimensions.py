"""Dimensions as rule files name them: "money", "money:dollar", "mass", "money/resident"."""

from __future__ import annotations

# What a figure may be a measure of, besides the money of one currency ("money:dollar") and rates ("money/time").
DIMENSIONS = (
    *("count", "money", "percent", "multiple", "mass", "length", "area", "volume", "time", "temperature"),
    *("energy", "power", "pressure", "force", "frequency", "data", "angle", "current", "voltage", "charge"),
)


def is_dimension(text: str) -> bool:
    """Whether a rule file may name such a dimension; a rate may be for each of any counted noun: "money/pupil"."""
    over, *under = text.split("/")
    known = over in DIMENSIONS or (over.startswith("money:") and over != "money:")
    return known and all(part in DIMENSIONS or part.isalpha() for part in under)


def is_of_dimension(actual: str, wanted: str) -> bool:
    """Whether a figure is of a named dimension: "money:dollar/resident" is "money/resident", and no "money"."""
    parts, named = actual.split("/"), wanted.split("/")
    return len(parts) == len(named) and all(
        part == name or part.startswith(f"{name}:") for part, name in zip(parts, named, strict=True)
    )
