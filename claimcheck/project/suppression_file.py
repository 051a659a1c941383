"""The suppression file: what is kept silent in formats that have no comments, as PDF, DOCX, JSON and CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from claimcheck.errors import ConfigError, Place, RuleError
from claimcheck.model.remark import Ignore
from claimcheck.project.paths import from_folder
from claimcheck.rules.places import Location, Source, line_of, nearest, parse

# At least one of these says what an entry is about.
NARROWING = ("file", "figure", "quote", "fingerprint")

Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | tuple[Text, ...])]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class IgnoreEntry(_Entry):
    """One entry: "rule: core/restated, file: letters/*.pdf, figure: $312 million, reason: before the amendment"."""

    rule: Annotated[OneOrMore, Field(min_length=1)] = Field(description='Rules, by id or pattern: "core/*".')
    reason: Text = Field(description="Why; it stands in every report.")
    file: OneOrMore = Field((), description="Files, by path or pattern, from the folder of this file.")
    figure: Text | None = Field(None, description='A figure as it is written: "$312 million".')
    quote: Text | None = Field(None, description="Words of the sentence that the figure stands in.")
    fingerprint: Text | None = Field(None, description="One finding, by the fingerprint that reports give.")


class SuppressionFile(_Entry):
    """The whole file."""

    ignore: tuple[IgnoreEntry, ...]


def read_suppressions(file: Path) -> list[Ignore]:
    """The entries of a suppression file; raises ConfigError, with line and column, for what it does not understand."""
    shown = file.as_posix()
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError("no such suppression file", Place(shown), "check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the suppression file: {error}", Place(shown), "save it as UTF-8") from error
    try:
        source = parse(shown, text)
    except RuleError as error:
        raise ConfigError(error.message, error.place, error.hint, error.source) from error
    if source.content is None:
        return []
    try:
        entries = SuppressionFile.model_validate(source.content).ignore
    except ValidationError as error:
        raise _explain(source, error) from error
    return [_ignore(source, index, entry, file.parent) for index, entry in enumerate(entries)]


def _ignore(source: Source, index: int, entry: IgnoreEntry, folder: Path) -> Ignore:
    place = source.place(("ignore", index))
    if not any(getattr(entry, name) for name in NARROWING):
        hint = f"add one of {', '.join(NARROWING)}"
        raise ConfigError("an entry that names rules alone silences them everywhere", place, hint, _line(source, place))
    return Ignore(
        entry.rule,
        entry.reason,
        place,
        in_source=False,
        files=tuple(from_folder(folder, one) for one in entry.file),
        figure=entry.figure or "",
        words=entry.quote or "",
        fingerprint=entry.fingerprint or "",
    )


def _explain(source: Source, error: ValidationError) -> ConfigError:
    """The first of the schema's errors at its place: "unknown key "resaon"", did you mean "reason"?"""
    # A key that is misspelled is missing, too: that it is unknown says more.
    details = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    location: Location = details["loc"]
    key, kind = str(location[-1]) if location else "", details["type"]
    known = IgnoreEntry.model_fields if len(location) > 1 else SuppressionFile.model_fields
    if kind == "extra_forbidden":
        place, message, hint = source.place(location, key=True), f'unknown key "{key}"', nearest(key, known)
    elif kind == "missing":
        place, message = source.place(location[:-1]), f'missing key "{key}"'
        hint = f'add "{key}: ..."'
    else:
        place, message = source.place(location), f'"{key}": {details["msg"]}' if key else "not a suppression file"
        hint = 'begin with "ignore:", and write an entry after each "- "' if len(location) < 2 else "put it in quotes"
    return ConfigError(message, place, hint, _line(source, place))


def _line(source: Source, place: Place) -> str:
    return line_of(source.text, place.line)
