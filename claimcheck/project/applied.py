"""A configuration file as the arguments of a run, for programs in Python."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.model.settings import UnitSettings
from claimcheck.project.adopting import adopt
from claimcheck.project.config_file import read_config
from claimcheck.project.defaults import defaults_of
from claimcheck.read import ReadSettings, declare_fact_columns
from claimcheck.read.columns import declare_columns
from claimcheck.read.settings import parse_size


def run_arguments(file: Path) -> dict[str, Any]:
    """What `pipeline.run` is called with for a configuration file: paths, rules, units, what is read and what is known.

    What is about the command line alone, as the format of reports, is left out.
    """
    config = read_config(file)
    said = defaults_of(config, "run")
    adoption = adopt(
        config.folder,
        baseline=_path(said.get("baseline")),
        no_baseline=said.get("no_baseline", False),
        suppressions=_path(said.get("suppressions")),
        since=said.get("since", ""),
    )
    return {
        "paths": said.get("paths", []),
        "rules": said.get("rules", []),
        "units": UnitSettings.parse(said.get("unit", ())),
        "facts": said.get("facts", []),
        "fact_columns": declare_fact_columns(said.get("facts_columns", ())),
        "settings": _settings(said, str(config.folder)),
        "adoption": adoption,
    }


def _settings(said: dict[str, Any], folder: str) -> ReadSettings:
    exclude: Sequence[str] = said.get("exclude", ())
    settings = ReadSettings(
        hidden=said.get("hidden", False),
        ignore=tuple(exclude),
        ignore_from=folder,
        use_ignore_files=not said.get("no_ignore", False),
        follow_links=said.get("follow_links", False),
        stdin_name=said.get("stdin_filename", ReadSettings().stdin_name),
        columns=declare_columns(said.get("column", ())),
        any_language=said.get("any_language", False),
    )
    return settings.with_largest(parse_size(said["max_size"])) if "max_size" in said else settings


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None
