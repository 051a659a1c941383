"""`claimcheck archive`: what new transcripts are compared with, and what need not be read again."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.archiving import ArchiveFile, archive_path, without_archive
from claimcheck.cli.folding import unfold
from claimcheck.cli.loudness import Quiet, Verbose
from claimcheck.cli.options import FAILED, FINDINGS, Paths, Rules, Units, Workers
from claimcheck.cli.progress import progress as progress_told
from claimcheck.cli.reading import Reading
from claimcheck.cli.settled import ConfigFile, NoConfig
from claimcheck.errors import ConfigError
from claimcheck.model.settings import UnitSettings

archive_app = typer.Typer(
    help="Transcripts that new ones are compared with, in one file.", no_args_is_help=True, rich_markup_mode=None
)

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[FILES]", help="Files as the archive lists them, or patterns: 'docs/*'.")
]


@archive_app.command()
@unfold
def add(
    paths: Paths,
    *,
    archive: ArchiveFile = None,
    rules: Rules = None,
    unit: Units = None,
    reading: Reading,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Read transcripts that new ones shall be compared with; one that is there already is replaced if it changed."""
    with console.failures_told(FAILED):
        from claimcheck import pipeline
        from claimcheck.store import open_archive
        from claimcheck.study import enlist

        file = archive_path(archive)
        settings = without_archive(reading.settings(paths), file)
        units = UnitSettings.parse(unit or ()).over(pipeline.load(rules or ()).units)
        with open_archive(file, console.note) as opened, progress_told() as progress:
            added = enlist(paths, opened, settings, units, progress, workers)
        failed = console.tell_unread(added.documents, added.skipped)
        console.note(
            f"{file}: {added.new:,} files added, {added.changed:,} replaced, {added.unchanged:,} there already"
        )
        if failed:
            raise typer.Exit(FAILED)


@archive_app.command("list")
def list_files(archive: ArchiveFile = None, config: ConfigFile = None, no_config: NoConfig = False) -> None:
    """List the files of the archive with their transcripts and claims."""
    with console.failures_told(FAILED):
        from claimcheck.reports.safe import printable
        from claimcheck.store import open_archive

        with open_archive(archive_path(archive), console.note, make=False) as opened:
            counts = opened.count()
            for kept in opened.files():
                documents, claims = counts[kept.file]
                rest = "" if kept.listed else "\tremembered only"
                typer.echo(f"{printable(kept.file)}\t{documents:,}\t{claims:,}{rest}")


@archive_app.command()
def remove(
    names: Names = None,
    archive: ArchiveFile = None,
    unlisted: Annotated[
        bool, typer.Option("--unlisted", help="Forget what runs have only remembered, and nobody added.")
    ] = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Take files out of the archive."""
    with console.failures_told(FAILED):
        from claimcheck.store import open_archive

        if bool(names) == unlisted:
            raise ConfigError("say either files or --unlisted" if unlisted else "nothing is said to be removed")
        with open_archive(archive_path(archive), console.note, make=False) as opened:
            known = opened.files()
            gone = {kept.file for kept in known if unlisted and not kept.listed}
            for name in names or ():
                found = {kept.file for kept in known if kept.file == name or fnmatchcase(kept.file, name)}
                if not found:
                    raise ConfigError(f'"{name}" is not in the archive', hint="claimcheck archive list names all")
                gone |= found
            opened.remove(sorted(gone))
        console.note(f"removed {len(gone):,} files")


@archive_app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where documents.parquet and claims.parquet go.")],
    archive: ArchiveFile = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Write the transcripts and claims of the archive as Parquet, for other programs."""
    with console.failures_told(FAILED):
        from claimcheck.store import open_archive

        with open_archive(archive_path(archive), console.note, make=False) as opened:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ConfigError(f"cannot be made: {error.strerror}", hint=str(folder)) from error
            for file in opened.export(folder):
                console.note(f"wrote {file}")


@archive_app.command()
def check(archive: ArchiveFile = None, config: ConfigFile = None, no_config: NoConfig = False) -> None:
    """Look whether all that is in the archive is as it was written."""
    with console.failures_told(FAILED):
        from claimcheck.store import open_archive

        with open_archive(archive_path(archive), console.note, make=False) as opened:
            wrong = opened.check()
            number = len(opened.files())
        for line in wrong:
            typer.echo(line)
        if wrong:
            raise typer.Exit(FINDINGS)
        typer.echo(f"{number:,} files, nothing wrong")
