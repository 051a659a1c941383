"""The baseline as a file: JSON that a person can read, and that changes by whole findings when it is compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from claimcheck.errors import ConfigError, Place
from claimcheck.model.baseline import Baseline, KnownFigure, KnownFinding
from claimcheck.model.finding import Severity
from claimcheck.project.paths import from_folder, seen_from

NOTE = "Findings that are known; `claimcheck baseline write` makes this file, `prune` removes what is mended."
ANEW = "make it anew with `claimcheck baseline write`"

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class FigureEntry(_Entry):
    """A figure, for people to read."""

    file: str
    figure: str
    quote: str


class FindingEntry(_Entry):
    """A known finding; `clashes` are what it is recognised by."""

    rule: str
    severity: Severity
    message: str
    figures: list[FigureEntry]
    fingerprint: str
    clashes: list[Digest]


class BaselineEntry(_Entry):
    """The whole file."""

    claimcheck_baseline: Literal[1]
    note: str = NOTE
    findings: list[FindingEntry]


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file, its files named as from here; raises ConfigError where it is none."""
    place = Place(file.as_posix())
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError("no such baseline", place, "make one with `claimcheck baseline write`") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the baseline: {error}", place, ANEW) from error
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(file.as_posix(), error.lineno, error.colno)
        line = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
        raise ConfigError(f"not a baseline: {error.msg}", place, ANEW, line) from error
    try:
        entry = BaselineEntry.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ConfigError(f"not a baseline of this version: {where}: {first['msg']}", place, ANEW) from error
    return Baseline(tuple(_finding(one, file.parent) for one in entry.findings))


def write_baseline(file: Path, findings: Iterable[KnownFinding]) -> None:
    """Write the findings, sorted by their files, so that two writers change the same lines only for one finding."""
    named = [_named(finding, file.parent) for finding in findings]
    named.sort(key=lambda one: ([item.file for item in one.figures], one.rule, one.message, one.fingerprint))
    entry = BaselineEntry(claimcheck_baseline=1, findings=[FindingEntry.model_validate(one) for one in named])
    text = json.dumps(entry.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"cannot write the baseline: {reason}", Place(file.as_posix())) from error


def _named(finding: KnownFinding, folder: Path) -> KnownFinding:
    """The finding with its files as they are seen from the baseline's folder, wherever the command was run."""
    figures = tuple(replace(item, file=seen_from(folder, item.file)) for item in finding.figures)
    return replace(finding, figures=figures)


def _finding(entry: FindingEntry, folder: Path) -> KnownFinding:
    return KnownFinding(
        entry.fingerprint,
        entry.rule,
        entry.severity,
        entry.message,
        tuple(KnownFigure(from_folder(folder, one.file), one.figure, one.quote) for one in entry.figures),
        tuple(entry.clashes),
    )
