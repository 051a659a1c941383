"""What holds for the running command: the folder that its project's files are looked for in."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path

_folder = ContextVar("folder", default=Path())


def project_folder() -> Path:
    """The folder of the configuration file, as seen from here; this folder where there is none."""
    return _folder.get()


def settle(folder: Path) -> None:
    """Take a folder for the project's."""
    _folder.set(folder)
