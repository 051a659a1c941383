"""Where the report goes: to standard output and to files, each in the format that it asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.settled import is_configured, is_told
from claimcheck.errors import ConfigError, Place

if TYPE_CHECKING:
    from claimcheck.model.finding import Severity
    from claimcheck.model.report import Report

STDOUT = "-"
PLAIN_WIDTH = 100
# GitHub refuses a step's summary of more than a mebibyte; what other steps wrote is not ours to count.
SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
SUMMARY_ROOM = 1_000_000


class ReportFormat(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    RDJSON = "rdjson"


Format = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        help="The format of standard output, and of files whose ending tells none [text].",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the report to a file, in the format that its ending tells; may be repeated, and - is standard "
        "output [-].",
    ),
]


@dataclass(frozen=True, slots=True)
class Target:
    """One place for the report, as `--output report.sarif`; no file is standard output."""

    file: Path | None
    format: str


def choose_targets(
    outputs: Sequence[str] | None, format: ReportFormat | None, paths: Sequence[str] = ()
) -> list[Target]:
    """Where the report is to go; raises ConfigError, before any work, for what cannot be written."""
    if outputs and format and is_configured("output") and is_told("format"):
        # Who asks for a format wants to see it; the files that are configured are written besides.
        outputs = [*outputs, STDOUT] if STDOUT not in outputs else outputs
    targets = [_target(name, format) for name in outputs or (STDOUT,)]
    files = [target.file.resolve() if target.file else None for target in targets]
    for target, file in zip(targets, files, strict=True):
        refuse_to_overwrite(target.file, paths)
        if files.count(file) > 1:
            raise ConfigError(f"two reports go to {target.file or 'standard output'}", hint="name each output once")
    if format and not is_configured("format") and all(target.format != format for target in targets):
        raise ConfigError(
            f"--format {format} is the format of no output: the endings of the files say otherwise",
            hint="add --output - to print that format besides",
        )
    return targets


def refuse_to_overwrite(output: Path | None, paths: Sequence[str]) -> None:
    """Raise ConfigError for an output that is a file to be read: no report is worth a transcript."""
    if output and output.resolve() in {Path(path).resolve() for path in paths if path != STDOUT}:
        raise ConfigError("is to be read, and is not written over", Place(str(output)), "name another file")


def _target(name: str, format: ReportFormat | None) -> Target:
    if name == STDOUT:
        return Target(None, format or ReportFormat.TEXT)
    from claimcheck.reports import format_of

    console.check_output(Path(name))
    told = format_of(name) or format
    if not told:
        raise ConfigError(
            "the ending of the file tells no format of reports", Place(name), hint="name it with --format"
        )
    return Target(Path(name), told)


def write_report(report: Report, targets: Sequence[Target], show: Severity) -> None:
    """Write the report to each place, and as the summary of a step on GitHub where one is asked for."""
    from claimcheck.reports import render

    for target in targets:
        view = replace(console.view(target.file, PLAIN_WIDTH), show=show)
        console.write(render(report, target.format, view), target.file)
    if summary := os.environ.get(SUMMARY_FILE):
        _append_summary(report, Path(summary), show)


def _append_summary(report: Report, file: Path, show: Severity) -> None:
    from claimcheck.reports import View, render_summary

    text = render_summary(report, View(show=show), SUMMARY_ROOM)
    try:
        with file.open("ab") as summary:
            summary.write(text.encode("utf-8", "replace"))
    except OSError as error:
        console.tell(ConfigError(f"cannot write the summary: {error.strerror}", Place(str(file))))
