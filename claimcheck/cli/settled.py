"""The configuration file behind a command: its values are the defaults of the options, and the command line wins."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import FAILED

if TYPE_CHECKING:
    from claimcheck.project.config_file import Config

NO_CONFIG = "claimcheck.no_config"
_config: ContextVar[Config | None] = ContextVar("config", default=None)
_context: ContextVar[typer.Context | None] = ContextVar("context", default=None)


def begin() -> None:
    """Begin a command, for which no file was looked for yet."""
    _config.set(None)
    _context.set(None)


def config() -> Config | None:
    """The configuration file that holds for the running command."""
    return _config.get()


def project_folder() -> Path:
    """The folder of the configuration file, as seen from here; this folder where there is none."""
    found = _config.get()
    return found.folder if found else Path()


def is_told(option: str) -> bool:
    """Whether an option of the running command was given on the command line."""
    return _source(option) == "COMMANDLINE"


def is_configured(option: str) -> bool:
    """Whether an option of the running command has its value from the configuration file."""
    return _source(option) == "DEFAULT_MAP"


def _source(option: str) -> str:
    context = _context.get()
    source = context.get_parameter_source(option) if context else None
    return source.name if source else ""


def _forgo(context: typer.Context, chosen: bool) -> bool:
    context.meta[NO_CONFIG] = chosen
    return chosen


def _load(context: typer.Context, named: Path | None) -> Path | None:
    """Take what the file says for the defaults of the command, before any other option is looked at."""
    from claimcheck.cli import console

    _context.set(context)
    if context.resilient_parsing or context.meta.get(NO_CONFIG):
        return named
    with console.failures_told(FAILED):
        # Most runs have no file, and must not pay for what reads one.
        from claimcheck.project.finding import find_config

        file = named or find_config(Path())
        if file is not None:
            from claimcheck.project.config_file import read_config
            from claimcheck.project.defaults import defaults_of

            found = read_config(file)
            _config.set(found)
            known = {parameter.name for parameter in context.command.params}
            defaults = defaults_of(found, context.info_name or "")
            context.default_map = {name: value for name, value in defaults.items() if name in known}
    return named


NoConfig = Annotated[
    bool, typer.Option("--no-config", is_eager=True, callback=_forgo, help="Read no configuration file.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        is_eager=True,
        callback=_load,
        help="The configuration file [claimcheck.toml or pyproject.toml, here or above].",
    ),
]
