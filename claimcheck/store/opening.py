"""Opening the file of an archive: made when there is none, waited for when another run has it."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ArchiveError, Place, UnwritableError
from claimcheck.store.schema import BEFORE_OUTCOMES, OUTCOMES, TABLES, VERSION, VIEWS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Notice = Callable[[str], None]
# Keeps itself out of git: an archive is large, and changes with each run.
OWN_FOLDER = ".claimcheck"
SECONDS_BETWEEN_TRIES = 0.2
ELSEWHERE_HINT = "name another place, or run with --no-archive"
_LOCKED = re.compile(r"Could not set lock|being used by another process|Conflicting lock")
_HOLDER = re.compile(r"PID (\d+)")
_FORBIDDEN = re.compile(r"Permission denied|[Rr]ead-only file system|Operation not permitted|Cannot open file")


def connect(file: Path, notice: Notice | None, make: bool) -> tuple[DuckDBPyConnection, bool]:
    """A connection to an archive, and whether it can be written."""
    import duckdb

    if not file.exists():
        if not make:
            raise ArchiveError("there is no such archive", Place(str(file)), "claimcheck archive add makes one")
        _make_folder(file.parent)
        _make(file)
    elif file.is_dir():
        raise ArchiveError("is a folder, not an archive", Place(str(file)), "name a file")
    told = False
    while True:
        try:
            return _open(file), True
        except duckdb.IOException as error:
            message = str(error)
            if not _LOCKED.search(message):
                return _open_to_read(file, error, notice), False
            if not told and notice is not None:
                holder = _HOLDER.search(message)
                who = f"another run (process {holder[1]})" if holder else "another run"
                notice(f"{file}: {who} has the archive open; waiting for it, Ctrl-C ends")
            told = True
            time.sleep(SECONDS_BETWEEN_TRIES)
        except duckdb.Error as error:
            raise _cannot_open(file, error) from error


def _make(file: Path) -> None:
    """Make a new archive, which has its tables when it gets its name: a run that ends here leaves none half made."""
    import duckdb

    begun = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        _open(begun).close()
        if not file.exists():
            _give_name(begun, file)
    except (duckdb.Error, OSError) as error:
        raise UnwritableError(f"cannot be made: {in_a_line(error)}", Place(str(file)), ELSEWHERE_HINT) from error
    finally:
        with suppress(OSError):
            begun.unlink()


def _give_name(begun: Path, file: Path) -> None:
    """Give a file its name, unless another run was first."""
    try:
        os.link(begun, file)
    except FileExistsError:
        return
    except OSError:
        # A file system without links.
        os.replace(begun, file)


def _open(file: Path) -> DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(str(file))
    try:
        _prepare(file, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(file: Path) -> DuckDBPyConnection:
    """A connection that only reads; raises ArchiveError for what is no archive of this version."""
    import duckdb

    try:
        connection = duckdb.connect(str(file), read_only=True)
    except duckdb.Error as error:
        raise _cannot_open(file, error) from error
    try:
        _refuse_others(file, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(file: Path, why: Exception, notice: Notice | None) -> DuckDBPyConnection:
    """Open what cannot be opened for writing; where it is the file itself that is wrong, that is told."""
    try:
        connection = connect_to_read(file)
    except ArchiveError as error:
        raise (error if _FORBIDDEN.search(str(why)) else _cannot_open(file, why)) from why
    if notice is not None:
        notice(f"{file}: can only be read; nothing new is remembered")
    return connection


def _prepare(file: Path, connection: DuckDBPyConnection) -> None:
    """Make the tables of a new archive, those that came since in an older one, and refuse a file that is none."""
    if not _tables(connection):
        connection.execute("BEGIN")
        connection.execute(TABLES)
        connection.execute(VIEWS)
        connection.execute("INSERT INTO meta VALUES ('schema', ?), ('keys', '')", [VERSION])
        connection.execute("COMMIT")
        return
    if _version(connection) == BEFORE_OUTCOMES:
        connection.execute("BEGIN")
        connection.execute(OUTCOMES)
        connection.execute("UPDATE meta SET value = ? WHERE name = 'schema'", [VERSION])
        connection.execute("COMMIT")
    _refuse_others(file, connection)


def _refuse_others(file: Path, connection: DuckDBPyConnection) -> None:
    if not {"meta", "files"} <= _tables(connection):
        raise ArchiveError("is a database, but no archive of claimcheck", Place(str(file)), "name another file")
    if _version(connection) != VERSION:
        raise ArchiveError(
            "was made by another version of claimcheck", Place(str(file)), "remove it, and add the transcripts again"
        )


def _tables(connection: DuckDBPyConnection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def _version(connection: DuckDBPyConnection) -> str:
    """The version of the tables; "" for another database."""
    if "meta" not in _tables(connection):
        return ""
    found = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchall()
    return str(found[0][0]) if found else ""


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.name == OWN_FOLDER:
            (folder / ".gitignore").write_text("*\n", "utf-8")
    except OSError as error:
        raise UnwritableError(f"cannot be made: {error.strerror}", Place(str(folder)), "name another place") from error


def _cannot_open(file: Path, error: Exception) -> ArchiveError:
    return ArchiveError(f"cannot be opened as an archive: {in_a_line(error)}", Place(str(file)), ELSEWHERE_HINT)


def in_a_line(error: Exception) -> str:
    """What an error of the database says, in one line of bearable length."""
    return " ".join(str(error).split())[:300]
