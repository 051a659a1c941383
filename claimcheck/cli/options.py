"""Arguments and options that several commands take, and the exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CLEAN, FINDINGS, FAILED = 0, 1, 2


def _need_paths(context: typer.Context, named: list[str]) -> list[str]:
    """What is named here or in the configuration, which is read before; nothing is an error that says what to do."""
    if not named and not context.resilient_parsing:
        from claimcheck.cli import console
        from claimcheck.errors import ConfigError

        with console.failures_told(FAILED):
            raise ConfigError(
                "nothing is named to be read",
                hint="name files or folders, or let `claimcheck init` write a configuration that does",
            )
    return named


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        default_factory=list,
        show_default=False,
        callback=_need_paths,
        help="Files and folders with transcripts; - reads standard input [those of the configuration].",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(metavar="PACK_OR_FILE", help="Rule pack, file or folder; may be repeated [all shipped packs]."),
]
Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="NAME=VALUE",
        help="What a text cannot tell: ton=metric|short|long, pound=mass|money, letter_m=auto|meter|million, "
        "scale=short|long; may be repeated.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="Read in so many processes at once [the number of cores for many files, 1 for few]."
    ),
]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Write to a file, and nothing to standard output.")]
