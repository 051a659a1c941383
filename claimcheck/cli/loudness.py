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


def _choose(context: typer.Context, parameter: typer.CallbackParam, level: Loudness, chosen: bool) -> bool:
    source = context.get_parameter_source(parameter.name or "")
    # What is told on the command line comes first, and outweighs what is configured.
    configured = source is not None and source.name == "DEFAULT_MAP"
    if chosen and not (configured and _chosen.get() is not Loudness.NORMAL):
        if _chosen.get() not in (Loudness.NORMAL, level):
            raise typer.BadParameter("--quiet and --verbose exclude each other")
        _chosen.set(level)
    return chosen


def _quiet(context: typer.Context, parameter: typer.CallbackParam, chosen: bool) -> bool:
    return _choose(context, parameter, Loudness.QUIET, chosen)


def _verbose(context: typer.Context, parameter: typer.CallbackParam, chosen: bool) -> bool:
    return _choose(context, parameter, Loudness.VERBOSE, chosen)


Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", callback=_quiet, help="Say nothing on standard error but what went wrong."),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", callback=_verbose, help="Say on standard error what is being read, and how fast."),
]
