"""Paths in a project's files, which count from the folder of that file, wherever a command is run."""

from __future__ import annotations

import os
from pathlib import Path


def from_folder(folder: Path, name: str) -> str:
    """A path as written in a file of a folder, as it is seen from here: "talks" in ../claimcheck.toml is "../talks"."""
    if os.path.isabs(name):
        return name
    return _slashes(_relative(os.path.join(folder, name), os.curdir))


def seen_from(folder: Path, name: str) -> str:
    """A path from here as it is written in a file of a folder; one on another drive stays as it is."""
    return _slashes(_relative(name, folder))


def _relative(path: str, start: str | Path) -> str:
    try:
        return os.path.relpath(path, start)
    except ValueError:
        return path


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
