"""How much is told on standard error: `--quiet` and `--verbose`."""

from __future__ import annotations

from contextvars import ContextVar
from enum import IntEnum
from typing import Annotated

import typer


class Loudness(IntEnum):
    """QUIET: only what went wrong; NORMAL: what was skipped and written, too; VERBOSE: each file as it is read."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


_chosen = ContextVar("loudness", default=Loudness.NORMAL)


def loudness() -> Loudness:
    """How much the running command is to tell."""
    return _chosen.get()


def begin() -> None:
    """Begin a command, of which nothing is known yet."""
    _chosen.set(Loudness.NORMAL)


def _choose(level: Loudness, chosen: bool) -> bool:
    if chosen:
        if _chosen.get() not in (Loudness.NORMAL, level):
            raise typer.BadParameter("--quiet and --verbose exclude each other")
        _chosen.set(level)
    return chosen


def _quiet(chosen: bool) -> bool:
    return _choose(Loudness.QUIET, chosen)


def _verbose(chosen: bool) -> bool:
    return _choose(Loudness.VERBOSE, chosen)


Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", callback=_quiet, help="Say nothing on standard error but what went wrong."),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", callback=_verbose, help="Say on standard error what is being read, and how fast."),
]
