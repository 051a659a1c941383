"""The commands `claimcheck init` and `claimcheck config`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli import console
from claimcheck.cli.loudness import Quiet, Verbose
from claimcheck.cli.options import CLEAN, FAILED
from claimcheck.cli.settled import ConfigFile, NoConfig
from claimcheck.cli.settled import config as found_config

if TYPE_CHECKING:
    from claimcheck.project.looking import Look

# What the options are without a configuration, where "nothing" would not say it.
UNSET = {
    "paths": "(none: name them)",
    "rules": "all shipped packs",
    "baseline": "claimcheck-baseline.json, if there is one",
    "suppressions": "claimcheck-ignore.yaml, if there is one",
    "fail-on": "error",
    "show": "warning",
    "format": "text",
    "output": "-",
    "archive": ".claimcheck/archive.duckdb, if there is one",
    "max-size": "64M",
    "stdin-filename": "stdin.txt",
    "unit.ton": "metric",
    "unit.pound": "mass",
    "unit.letter_m": "auto",
    "unit.scale": "short",
}
SWITCHES = ("new-only", "statistics", "hidden", "no-ignore", "follow-links", "any-language", "quiet", "verbose")


def show_config(
    config: ConfigFile = None,
    no_config: NoConfig = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Print what holds where nothing else is said on the command line, and where each value comes from."""
    with console.failures_told(FAILED):
        from claimcheck.project.config_file import each_value
        from claimcheck.project.config_schema import all_keys

        found = found_config()
        told = {key: (value, str(place)) for key, value, place in each_value(found)} if found else {}
        usual: dict[str, Any] = {key: UNSET.get(key, False if key in SWITCHES else None) for key in all_keys()}
        values = {key: told.get(key, (value, "default")) for key, value in usual.items()}
        if as_json:
            listed = {key: {"value": value, "source": source} for key, (value, source) in values.items()}
            console.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
            return
        shown = {key: _shown(value) for key, (value, _) in values.items() if value is not None}
        width = max(map(len, shown))
        wide = min(44, max(map(len, shown.values())))
        lines = [f"{key:<{width}}  {value:<{wide}}  {values[key][1]}" for key, value in shown.items()]
        head = f"configuration: {found.file.as_posix()}" if found else "configuration: none found, here or above"
        console.write("".join(f"{line}\n" for line in [head, "", *lines]))


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to write claimcheck.toml.", show_default=False)
    ] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Write over a claimcheck.toml that is there.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Look at a folder and write a configuration for it, with every option explained."""
    with console.failures_told(FAILED):
        from claimcheck.errors import ConfigError, Place
        from claimcheck.project.finding import CONFIG
        from claimcheck.project.starter import write_starter

        file = folder / CONFIG
        if not folder.is_dir():
            raise ConfigError("no such folder", Place(folder.as_posix()), "make it first")
        if file.exists() and not force:
            raise ConfigError("is there already", Place(file.as_posix()), "--force writes over it")
        look = _look(folder)
        try:
            file.write_text(write_starter(look), "utf-8", newline="\n")
        except OSError as error:
            raise ConfigError(f"cannot write the configuration: {error.strerror}", Place(file.as_posix())) from error
        for line in look.told():
            console.note(line)
        console.note(f"wrote {file.as_posix()}")
        console.note("next: `claimcheck run` shows what is found, `claimcheck baseline write` takes it for known")
        raise typer.Exit(CLEAN)


def _look(folder: Path) -> Look:
    from claimcheck import pipeline
    from claimcheck.project.looking import look_at

    return look_at(folder, lambda files: pipeline.list_documents(files).documents)
