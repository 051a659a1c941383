"""The baked factors of the units file are pint's."""

from __future__ import annotations

import tomllib
from importlib import resources

import pint
import pytest

ROWS = tomllib.loads(resources.files("claimcheck.quantities").joinpath("data/units.toml").read_text(encoding="utf-8"))[
    "unit"
]
# Where pint means another unit by the name, the one that prose means.
OTHER_NAMES = {"barrel": "oil_barrel", "dram": "fluid_dram", "acre-foot": "acre_foot"}
PLAIN = [row for row in ROWS if row["dimension"] in ("mass", "length", "time", "volume", "area", "power")]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: row["name"])
def test_factor_is_pints(registry: pint.UnitRegistry, row: dict[str, str]) -> None:
    name = (
        OTHER_NAMES.get(row["name"], row["name"])
        .replace("square ", "square_")
        .replace("cubic ", "cubic_")
        .replace(" ", "_")
    )
    try:
        unit = registry.Quantity(1, name)
    except pint.UndefinedUnitError:
        pytest.skip("pint has no unit of this name")
    assert float(row["factor"]) == pytest.approx(unit.to_base_units().magnitude, rel=1e-6)
