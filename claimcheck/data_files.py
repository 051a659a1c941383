"""The word lists and tables of each stage, as they stand in its folder `data/`."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_table(stage: str, name: str) -> dict[str, Any]:
    """A data file of a stage as a table: `read_table("claimcheck.read", "html.toml")`."""
    return tomllib.loads(files(stage).joinpath("data", name).read_text(encoding="utf-8"))
