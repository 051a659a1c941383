"""From a configuration file to the defaults of a command's options, by the names they have in Python."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from claimcheck.project.config_file import Config
from claimcheck.project.config_schema import ConfigFile, Entry
from claimcheck.project.paths import from_folder

STDOUT = "-"
# What several commands have under one name, and mean something of their own by it.
OWN = ("format", "output")
SECTIONS = ("claims", "explain", "diff")


def defaults_of(config: Config, command: str) -> dict[str, Any]:
    """The defaults that a file gives to the options of a command; its paths as they are seen from here."""
    entry = config.entry
    found = _set(entry, [name for name in ConfigFile.model_fields if name not in (*SECTIONS, "baseline", "archive")])
    for name in ("unit", "column", "facts_columns"):
        if name in found:
            found[name] = _pairs(found[name])
    if entry.baseline is False:
        found["no_baseline"] = True
    elif entry.baseline:
        found["baseline"] = from_folder(config.folder, entry.baseline)
    if entry.archive is False:
        found["no_archive"] = True
    elif entry.archive:
        found["archive"] = from_folder(config.folder, entry.archive)
    for name in ("paths", "facts", "output"):
        if name in found:
            found[name] = [one if one == STDOUT else from_folder(config.folder, one) for one in found[name]]
    if "rules" in found:
        found["rules"] = [from_folder(config.folder, one) if _is_path(config, one) else one for one in found["rules"]]
    for name in ("suppressions", "parquet"):
        if name in found:
            found[name] = from_folder(config.folder, found[name])
    if command == "run":
        return found
    found = {name: value for name, value in found.items() if name not in OWN}
    return found | (_of_command(config, command) if command in SECTIONS else {})


def _is_path(config: Config, rules: str) -> bool:
    """Whether rules are named by a path: "budget.yaml", "packs/"; "core" is a pack, unless a folder has that name."""
    return os.path.exists(config.folder / rules) or "/" in rules or rules.endswith((".yaml", ".yml"))


def _of_command(config: Config, command: str) -> dict[str, Any]:
    """What the section of a command sets: [claims], [explain], [diff]."""
    section: Entry | None = getattr(config.entry, command)
    if section is None:
        return {}
    found = _set(section, type(section).model_fields)
    if "output" in found:
        found["output"] = from_folder(config.folder, found["output"])
    renamed = {"all": "everything", "json_": "as_json"}
    return {renamed.get(name, name): value for name, value in found.items()}


def _set(entry: Entry, names: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in names}
    return {name: list(one) if isinstance(one, tuple) else one for name, one in values.items() if one is not None}


def _pairs(table: Entry) -> list[str]:
    """A table as the options that stand for it: "ton=short"."""
    return [f"{name}={value}" for name, value in table.model_dump(exclude_none=True).items()]
