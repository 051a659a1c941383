"""The options about what is known, what is kept silent, and what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.settled import is_told, project_folder
from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from claimcheck.model.baseline import Adoption
    from claimcheck.model.report import Report
    from claimcheck.read import ReadSettings

BASELINE = "claimcheck-baseline.json"
SUPPRESSIONS = "claimcheck-ignore.yaml"

BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help=f"The file that holds what is known [{BASELINE}]."),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline/--use-baseline", help="Report known findings as if they were new.")
]
Suppressions = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help=f"The file that says what is kept silent [{SUPPRESSIONS}]."),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="REVISION", help="New is only what involves a sentence that was not there at this revision."),
]
NewOnly = Annotated[
    bool, typer.Option("--new-only/--all-findings", help="Leave known findings out of the report; count them only.")
]


def baseline_path(named: Path | None) -> Path:
    """The file that is named, or the one that is looked for, beside the configuration file."""
    return named or project_folder() / BASELINE


def load_adoption(
    baseline: Path | None, no_baseline: bool, suppressions: Path | None, since: str | None, new_only: bool = False
) -> Adoption:
    """What is known, silent and new in a run; files that are not named are taken where they are there."""
    from claimcheck.project.adopting import adopt

    # Who names a baseline wants it, whatever a configuration says.
    ignored = no_baseline and (is_told("no_baseline") or not is_told("baseline"))
    if new_only and not since and (ignored or not (baseline or baseline_path(None).is_file())):
        raise ConfigError("--new-only: nothing tells what is new", hint="write a baseline, or say --since REVISION")
    return adopt(project_folder(), baseline=baseline, no_baseline=ignored, suppressions=suppressions, since=since or "")


def adopted_files(baseline: Path | None, suppressions: Path | None) -> list[str]:
    """The files that say what is known and silent, of which a run that watches sees every change."""
    files = (baseline_path(baseline), suppressions or project_folder() / SUPPRESSIONS)
    return [str(file) for file in files if file.is_file()]


def with_own_files(settings: ReadSettings, *files: Path | None) -> ReadSettings:
    """The settings with files that are the run's own, and no transcripts: reports, a baseline of another name."""
    named = frozenset(str(file.resolve()) for file in files if file)
    return replace(settings, own=settings.own | named)


def without_known(report: Report) -> Report:
    """The report without known findings, whose number is told instead."""
    from claimcheck.reports.words import counted

    if report.known:
        console.note(f"left out {counted(len(report.known), 'known finding')}")
    return replace(report, known=())
