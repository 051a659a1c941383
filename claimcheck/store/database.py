"""The database behind an archive: questions, transactions, and what is said when one fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ArchiveError, Place, UnwritableError
from claimcheck.store.opening import Notice, connect_to_read, in_a_line

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FULL_HINT = "is the disk full? The archive is as it was before; make room, or run with --no-archive"
LOCKED_HINT = "change its permissions, or name another archive"


class Database:
    """An open database, and whether anything can be written; `must` says that what cannot be is an error."""

    def __init__(
        self, path: Path, connection: DuckDBPyConnection, writable: bool, must: bool, notice: Notice | None = None
    ) -> None:
        self.path = path
        self._writable = writable
        self._must = must
        self._connection = connection
        self._notice = notice

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that answer a query; raises ArchiveError."""
        import duckdb

        try:
            return self._connection.execute(query, values).fetchall()
        except duckdb.Error as error:
            raise self._failed(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes within, or none of them; raises UnwritableError where nothing can be written."""
        import duckdb

        if not self._writable:
            raise UnwritableError("can only be read", Place(str(self.path)), LOCKED_HINT)
        self.ask("BEGIN")
        try:
            yield
            self.ask("COMMIT")
        except BaseException:
            # After a full disk nothing more is accepted; what was not committed goes with the connection.
            with suppress(duckdb.Error):
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Changes that a run can do without: where they cannot be written it says so, once, and goes on."""
        try:
            yield
        except UnwritableError as error:
            if self._must:
                raise
            if self._writable:
                self._read_on(error)

    def _read_on(self, why: UnwritableError) -> None:
        """Open it anew, for reading: after a full disk not even that is possible otherwise."""
        self.close()
        self._writable = False
        self._connection = connect_to_read(self.path)
        if self._notice is not None:
            self._notice(f"{self.path}: {why.message}; the run goes on, and nothing more is remembered ({why.hint})")

    def close(self) -> None:
        """Close it; what cannot be put in order now is the next run's to do."""
        import duckdb

        with suppress(duckdb.Error):
            self._connection.close()

    def damaged(self, told: str) -> ArchiveError:
        """The error of an archive that holds what nobody can have written."""
        hint = "claimcheck archive check tells more; without the file, the next run makes a new one"
        return ArchiveError(f"is damaged: {told}", Place(str(self.path)), hint)

    def _failed(self, error: Exception) -> ArchiveError:
        import duckdb

        told = in_a_line(error)
        if isinstance(error, duckdb.Error) and not isinstance(error, duckdb.DataError | duckdb.ProgrammingError):
            return UnwritableError(f"cannot be written: {told}", Place(str(self.path)), FULL_HINT)
        return self.damaged(told)
