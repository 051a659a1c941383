"""The configuration file: found upward, read, and held against its schema, with every error at its place."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimcheck.errors import ConfigError, Place
from claimcheck.project.config_schema import TABLES, ConfigFile, known_keys
from claimcheck.project.finding import PYPROJECT, SECTION, inside
from claimcheck.project.toml_places import Location, TomlPlaces, value_at
from claimcheck.rules.json_schema import without_extras
from claimcheck.rules.places import line_of, nearest

_AT = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file sets: the entry, and where each of its values stands."""

    file: Path
    entry: ConfigFile
    places: TomlPlaces
    section: Location = ()

    @property
    def folder(self) -> Path:
        """The folder that paths in the file count from."""
        return self.file.parent

    def place(self, *keys: str) -> Place:
        """Where a key stands, as in `place("fail-on")`."""
        return Place(self.file.as_posix(), *self.places.line_and_column((*self.section, *keys), key=True))


def read_config(file: Path) -> Config:
    """Read a configuration file; raises ConfigError, with line and column, for what it does not understand."""
    shown = file.as_posix()
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError("no such configuration file", Place(shown), "`claimcheck init` writes one") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the configuration: {error}", Place(shown), "save it as UTF-8 text") from error
    text = text.replace("\r\n", "\n")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(shown, text, str(error)) from error
    section = SECTION if file.name == PYPROJECT else ()
    content = inside(content, section)
    places = TomlPlaces.of(text)
    try:
        entry = ConfigFile.model_validate(content)
    except ValidationError as error:
        raise _explain(shown, places, section, content, error) from error
    config = Config(file, entry, places, section)
    if entry.quiet and entry.verbose:
        raise _error(places, config.place("verbose"), "quiet and verbose exclude each other", "remove one of them")
    return config


def config_schema() -> str:
    """The JSON schema of claimcheck.toml, from which editors complete and check it."""
    schema: dict[str, Any] = ConfigFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema = without_extras(schema) | {"title": "The configuration of claimcheck"}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _explain(shown: str, places: TomlPlaces, section: Location, content: object, error: ValidationError) -> ConfigError:
    """The first of the schema's errors at its place: "unknown key "fial-on"", did you mean "fail-on"?"""
    details = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    location: Location = tuple(step for step in details["loc"] if not _is_branch(step))
    kind = details["type"]
    table = str(location[0]) if len(location) > 1 and location[0] in TABLES else ""
    where = Place(shown, *places.line_and_column((*section, *location), key=kind == "extra_forbidden"))
    if kind == "extra_forbidden":
        return _error(places, where, f'unknown key "{location[-1]}"', nearest(location[-1], known_keys(table)))
    name = ".".join(str(step) for step in location if isinstance(step, str))
    found = value_at(content, location)
    told = f'"{name}": {_say(details["msg"])}, found {json.dumps(found, default=str, ensure_ascii=False)}'
    choices = re.findall(r"'([^']+)'", str(details.get("ctx", {}).get("expected", "")))
    return _error(places, where, told, nearest(found, choices) if choices else "")


def _is_branch(step: int | str) -> bool:
    """Whether a step of pydantic's is no key of the file but the name of an alternative."""
    branches = ("function-", "constrained-", "literal[", "tuple[")
    return isinstance(step, str) and (step == "str" or step.startswith(branches))


def _say(message: str) -> str:
    return message.replace("Input should be", "expected").replace("valid ", "").replace("tuple", "list")


def _error(places: TomlPlaces, place: Place, message: str, hint: str) -> ConfigError:
    return ConfigError(message, place, hint, line_of(places.text, place.line))


def _not_toml(shown: str, text: str, told: str) -> ConfigError:
    at = _AT.search(told)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.count("\n") + 1, 1)
    message = f"not well-formed TOML: {_AT.sub('', told)}"
    return ConfigError(message, Place(shown, line, column), "check quotes and brackets here", line_of(text, line))


def each_value(config: Config) -> Iterator[tuple[str, object, Place]]:
    """What the file sets, key by key: ("fail-on", "warning", claimcheck.toml:7:1), tables in dots: "unit.ton"."""
    for key, value in config.entry.model_dump(by_alias=True, exclude_none=True).items():
        if isinstance(value, dict):
            for name, inner in value.items():
                yield f"{key}.{name}", inner, config.place(key, name)
        else:
            yield key, list(value) if isinstance(value, tuple) else value, config.place(key)
