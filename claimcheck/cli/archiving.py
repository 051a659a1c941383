"""The options about the archive, and how it is found and opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.settled import is_told, project_folder
from claimcheck.errors import ConfigError, UnwritableError

if TYPE_CHECKING:
    from claimcheck.read import ReadSettings
    from claimcheck.store import Archive

ARCHIVE = ".claimcheck/archive.duckdb"

ArchiveFile = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help=f"Remember what is read, and compare with what was added before [{ARCHIVE}, if it is there].",
        show_default=False,
    ),
]
Remembered = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help=f"Remember what is read, and read nothing again [{ARCHIVE}, if it is there].",
        show_default=False,
    ),
]
NoArchive = Annotated[bool, typer.Option("--no-archive/--use-archive", help="Do without an archive.")]


def archive_path(named: Path | None) -> Path:
    """The archive that is named, or the usual one of the project."""
    return named or project_folder() / ARCHIVE


def choose_archive(named: Path | None, no_archive: bool) -> Path | None:
    """The archive of a run: the one that is named, or the usual one where it was made before."""
    if no_archive and is_told("no_archive") and is_told("archive"):
        raise ConfigError("--archive and --no-archive exclude each other")
    # Who names an archive wants it, whatever a configuration says.
    if no_archive and not is_told("archive"):
        return None
    usual = archive_path(None)
    return named or (usual if usual.is_file() else None)


@contextmanager
def opened(path: Path | None) -> Iterator[Archive | None]:
    """The archive at a path, open; nothing for none, nor where one cannot be made: a run can do without."""
    if path is None:
        yield None
        return
    from claimcheck.store import open_archive

    with ExitStack() as stack:
        try:
            archive = stack.enter_context(open_archive(path, console.note, must=False))
        except UnwritableError as error:
            console.note(f"{error.place}: {error.message}; the run goes on without an archive")
            archive = None
        yield archive


def without_archive(settings: ReadSettings, path: Path | None) -> ReadSettings:
    """The settings by which the archive's own files are no transcripts."""
    if path is None:
        return settings
    files = (path, path.with_name(path.name + ".wal"))
    return replace(settings, own=settings.own | {str(file.resolve()) for file in files})
