"""The commands `claimcheck baseline write|show|prune`: what is known, and need not stop a run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.adopting import BaselineFile, Suppressions, baseline_path, load_adoption, with_own_files
from claimcheck.cli.archiving import ArchiveFile, NoArchive, choose_archive, without_archive
from claimcheck.cli.checking import checked
from claimcheck.cli.facts import Facts, FactsColumns
from claimcheck.cli.folding import unfold
from claimcheck.cli.loudness import Quiet, Verbose
from claimcheck.cli.options import FAILED, Paths, Rules, Units
from claimcheck.cli.reading import Reading
from claimcheck.cli.settled import ConfigFile, NoConfig
from claimcheck.cli.settled import config as configuration
from claimcheck.model.finding import Severity
from claimcheck.model.settings import UnitSettings

if TYPE_CHECKING:
    from claimcheck.model.baseline import KnownFinding
    from claimcheck.model.report import Report

baseline_app = typer.Typer(
    help="The findings that are known: they are listed, folded, and do not fail a run.", no_args_is_help=True
)


@baseline_app.command("show")
def show_baseline(baseline: BaselineFile = None, config: ConfigFile = None, no_config: NoConfig = False) -> None:
    """List the known findings, by rule and file, and name those whose files are gone."""
    with console.failures_told(FAILED):
        from claimcheck.project.baseline_file import read_baseline
        from claimcheck.reports.words import counted

        known = read_baseline(baseline_path(baseline)).findings
        lines = [line for finding in known for line in _lines(finding)]
        gone = sum(any(not os.path.exists(file) for file in finding.files) for finding in known)
        told = f"{counted(len(known), 'known finding')}"
        if gone:
            told += f"; files of {gone:,} are gone: `claimcheck baseline prune` removes what is not found any more"
        console.write("".join(f"{line}\n" for line in [*lines, f"{told}."]))


def _lines(finding: KnownFinding) -> list[str]:
    from claimcheck.reports.safe import printable

    head = f"{finding.severity}[{finding.rule}]: {finding.message}  ({finding.fingerprint})"
    figures = [
        f"  {item.file}{'' if os.path.exists(item.file) else ' (gone)'}: {item.figure}: {item.quote}"
        for item in finding.figures
    ]
    return [printable(line) for line in (head, *figures)]


def _write(report: Report, file: Path, shown: Severity) -> None:
    from claimcheck.model.baseline import KnownFinding
    from claimcheck.project.baseline_file import write_baseline
    from claimcheck.reports.words import counted

    findings = report.at_least(shown)
    write_baseline(file, map(KnownFinding.of, findings))
    console.note(f"wrote {file}: {counted(len(findings), 'known finding')}; commit it with the transcripts")


def _prune(report: Report, file: Path, shown: Severity) -> None:
    from claimcheck.findings import prune
    from claimcheck.project.baseline_file import read_baseline, write_baseline
    from claimcheck.reports.words import counted

    before = read_baseline(file)
    read = {*(one.file for one in report.documents), *(one.place.file for one in report.facts)}
    read = {os.path.abspath(name) for name in read}
    named = {name for finding in before.findings for name in finding.files}
    unread = {name for name in named if os.path.exists(name) and os.path.abspath(name) not in read}
    after = prune(before, [*report.findings, *report.suppressed], unread)
    write_baseline(file, after.findings)
    removed = len(before.findings) - len(after.findings)
    console.note(f"removed {counted(removed, 'finding')} from {file}; {len(after.findings):,} are left")


def _shown() -> Severity:
    """What a run prints: a configuration by which notes fail has them known as well."""
    found = configuration()
    return Severity.NOTE if found and found.entry.fail_on == "note" else Severity.WARNING


def _command(act: Callable[[Report, Path, Severity], None], told: str) -> Callable[..., None]:
    """A command that checks as `run` does, and does something with the report and the baseline's file."""

    def command(
        paths: Paths,
        *,
        baseline: BaselineFile = None,
        show: Annotated[
            Severity | None, typer.Option(help="Findings from this severity on are known [those that a run prints].")
        ] = None,
        suppressions: Suppressions = None,
        rules: Rules = None,
        facts: Facts = None,
        facts_columns: FactsColumns = None,
        unit: Units = None,
        reading: Reading,
        archive: ArchiveFile = None,
        no_archive: NoArchive = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        config: ConfigFile = None,
        no_config: NoConfig = False,
    ) -> None:
        with console.failures_told(FAILED):
            remembered = choose_archive(archive, no_archive)
            settings = with_own_files(reading.settings(paths), baseline, suppressions)
            settings = without_archive(settings, remembered)
            adoption = load_adoption(None, True, suppressions, None)
            units = UnitSettings.parse(unit or ())
            report, failed = checked(
                paths,
                rules or (),
                units,
                settings,
                adoption,
                facts or (),
                facts_columns or (),
                archive=remembered,
            )
            if report.interrupted:
                raise typer.Exit(console.INTERRUPTED)
            if failed:
                raise typer.Exit(FAILED)
            act(report, baseline_path(baseline), show or _shown())

    command.__doc__ = told
    return unfold(command)


baseline_app.command("write")(_command(_write, "Check, and write all findings down as known."))
baseline_app.command("prune")(_command(_prune, "Check, and remove what is not found any more; adds nothing."))
