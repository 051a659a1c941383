"""Opening the file of an archive: made when there is none, waited for when another run has it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ArchiveError, Place
from claimcheck.store.schema import TABLES, VERSION, VIEWS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Notice = Callable[[str], None]
SECONDS_BETWEEN_TRIES = 0.2
_LOCKED = re.compile(r"Could not set lock|being used by another process|Conflicting lock")
_HOLDER = re.compile(r"PID (\d+)")
_FORBIDDEN = re.compile(r"Permission denied|[Rr]ead-only file system|Cannot open file")


def connect(file: Path, notice: Notice | None, make: bool) -> tuple[DuckDBPyConnection, bool]:
    """A connection to an archive, and whether it can be written."""
    import duckdb

    if not file.exists():
        if not make:
            raise ArchiveError("there is no such archive", Place(str(file)), "claimcheck archive add makes one")
        _make_folder(file.parent)
    elif file.is_dir():
        raise ArchiveError("is a folder, not an archive", Place(str(file)), "name a file")
    told = False
    while True:
        try:
            return _open(file), True
        except duckdb.IOException as error:
            message = str(error)
            if not _LOCKED.search(message):
                if _FORBIDDEN.search(message) and file.exists():
                    return _open_to_read(file, notice), False
                raise _cannot_open(file, error) from error
            if not told and notice is not None:
                holder = _HOLDER.search(message)
                who = f"another run (process {holder[1]})" if holder else "another run"
                notice(f"{file}: {who} has the archive open; waiting for it, Ctrl-C ends")
            told = True
            time.sleep(SECONDS_BETWEEN_TRIES)
        except duckdb.Error as error:
            raise _cannot_open(file, error) from error


def _open(file: Path) -> DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(str(file))
    try:
        _prepare(file, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(file: Path, notice: Notice | None) -> DuckDBPyConnection:
    import duckdb

    try:
        connection = duckdb.connect(str(file), read_only=True)
    except duckdb.Error as error:
        raise _cannot_open(file, error) from error
    if notice is not None:
        notice(f"{file}: can only be read; nothing new is remembered")
    return connection


def _prepare(file: Path, connection: DuckDBPyConnection) -> None:
    """Make the tables of a new archive, and refuse a file that is something else."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        connection.execute("BEGIN")
        connection.execute(TABLES)
        connection.execute(VIEWS)
        connection.execute("INSERT INTO meta VALUES ('schema', ?), ('keys', '')", [VERSION])
        connection.execute("COMMIT")
        return
    if not {"meta", "files"} <= tables:
        raise ArchiveError("is a database, but no archive of claimcheck", Place(str(file)), "name another file")
    found = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchall()
    if found != [(VERSION,)]:
        raise ArchiveError(
            "was made by another version of claimcheck", Place(str(file)), "remove it, and add the transcripts again"
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"cannot be made: {error.strerror}", Place(str(folder)), "name another place") from error


def _cannot_open(file: Path, error: Exception) -> ArchiveError:
    told = " ".join(str(error).split())[:300]
    hint = "name another place, or run with --no-archive"
    return ArchiveError(f"cannot be opened as an archive: {told}", Place(str(file)), hint)
