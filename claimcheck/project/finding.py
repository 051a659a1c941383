"""Where the configuration file is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CONFIG = "claimcheck.toml"
PYPROJECT = "pyproject.toml"
SECTION = ("tool", "claimcheck")
REPOSITORY = ".git"


def find_config(folder: Path) -> Path | None:
    """The nearest configuration file, in a folder or above it, up to the root of the repository.

    A pyproject.toml is one only when it has a section [tool.claimcheck]; beside a claimcheck.toml it is none.
    """
    above = "."
    while True:
        here = folder / above
        if (here / CONFIG).is_file():
            return Path(here / CONFIG)
        if (here / PYPROJECT).is_file() and _has_section(here / PYPROJECT):
            return Path(here / PYPROJECT)
        if (here / REPOSITORY).exists() or here.resolve() == here.resolve().parent:
            return None
        above = ".." if above == "." else f"{above}/.."


def inside(content: Mapping[str, Any], section: tuple[int | str, ...]) -> Any:
    """What stands in a section of a file, or None."""
    found: Any = content
    for step in section:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _has_section(file: Path) -> bool:
    try:
        text = file.read_text("utf-8-sig")
        return isinstance(inside(tomllib.loads(text), SECTION), Mapping)
    except (OSError, UnicodeDecodeError):
        return False
    except tomllib.TOMLDecodeError:
        # Somebody else's mistake, unless it may be in our section.
        return "[tool.claimcheck" in text
