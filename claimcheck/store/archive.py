"""The archive as Python knows it: recall, keep, list, remove, export, check; each change is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.model.extract import Reading
from claimcheck.store.codec import Encoded, decode, encode
from claimcheck.store.database import Database
from claimcheck.store.opening import Notice, connect
from claimcheck.store.outcomes import Outcomes

Reach = Callable[[Reading], Iterable[int]]

# So many files are decoded at once to make their keys.
_AT_ONCE = 200
EXPORTS = ("documents", "claims")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the archive: what it held, and what it was read with; `listed` if new ones are compared with it."""

    file: str
    content: str
    basis: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """A listed file with what it was read with, how many claims it has, and how much it shares with those asked for."""

    file: str
    basis: str
    figures: int
    shared: float


class Archive:
    """An open archive; `open_archive` makes one."""

    def __init__(self, database: Database) -> None:
        self.outcomes = Outcomes(database)
        self._database = database
        self._ask = database.ask

    def files(self) -> list[Kept]:
        """All files of the archive, by name."""
        return [Kept(*row) for row in self._ask("SELECT file, content, basis, listed FROM files ORDER BY file")]

    def recall(self, files: Iterable[str]) -> Iterator[Reading]:
        """What these files said when they were read."""
        columns = ", ".join(("file", "content", *Encoded._fields))
        for file in files:
            for name, content, *encoded in self._ask(f"SELECT {columns} FROM files WHERE file = ?", [file]):
                try:
                    yield decode(name, content, Encoded(*encoded))
                except ValueError as error:
                    raise self._database.damaged(f"what it holds of {name} cannot be read") from error

    def keep(self, readings: Sequence[Reading], basis: str, reach: Reach) -> None:
        """Remember readings, each in place of what was known of its file, all of them or none.

        A file that is listed stays so; `reach` gives the keys that it is found by.
        """
        rows = {reading.file: row for reading in readings if (row := _row(reading, basis))}
        keys = {}
        if not rows:
            return
        with self._database.remembering(), self._database.transaction():
            before = self._ask("SELECT file, number, listed FROM files WHERE list_contains(?, file)", [list(rows)])
            known = {file: number for file, number, _ in before}
            listed = {file for file, _, is_listed in before if is_listed}
            [[last]] = self._ask("SELECT coalesce(max(number), 0) FROM files")
            self._forget(known)
            for reading in readings:
                if reading.file not in rows:
                    continue
                row = rows[reading.file]
                last += reading.file not in known
                number = known.get(reading.file, last)
                row[3] = reading.file in listed
                figures = sum(len(extract.claims) for extract in reading.extracts)
                self._ask(f"INSERT INTO files VALUES ({', '.join('?' * (len(row) + 2))})", [*row, number, figures])
                if row[3]:
                    keys[number] = reach(reading)
            self._add_keys(keys)

    def enlist(self, files: Sequence[str], reach: Reach) -> None:
        """Have new transcripts compared with these files, which are known already."""
        unlisted = self._ask(
            "SELECT file, number FROM files WHERE NOT listed AND list_contains(?, file)", [list(files)]
        )
        with self._database.transaction():
            self._index(unlisted, reach)
            self._ask("UPDATE files SET listed = true WHERE list_contains(?, file)", [[file for file, _ in unlisted]])

    def reindex(self, version: str, reach: Reach) -> None:
        """Make the keys of all listed files anew where another version made them."""
        if self._ask("SELECT value FROM meta WHERE name = 'keys'") == [(version,)]:
            return
        listed = self._ask("SELECT file, number FROM files WHERE listed ORDER BY number")
        with self._database.remembering(), self._database.transaction():
            self._ask("DELETE FROM keys")
            self._index(listed, reach)
            self._ask("UPDATE meta SET value = ? WHERE name = 'keys'", [version])

    def reached(self, keys: Iterable[int], without: Collection[str], contents: Collection[str]) -> list[Reached]:
        """The listed files, those first that share most rare keys with these, but for some files and contents."""
        asked = """
            WITH hits AS (SELECT key, number FROM keys SEMI JOIN (SELECT unnest(?::UINTEGER[]) AS key) USING (key)),
            crowds AS (SELECT key, count(*) AS crowd FROM hits GROUP BY key),
            scores AS (SELECT number, sum(1 / crowd) AS score FROM hits JOIN crowds USING (key) GROUP BY number)
            SELECT file, basis, figures, round(coalesce(score, 0), 6) AS shared
            FROM files LEFT JOIN scores USING (number)
            WHERE listed AND NOT list_contains(?, file) AND NOT list_contains(?, content)
            ORDER BY shared DESC, file
        """
        return [Reached(*row) for row in self._ask(asked, [sorted(keys), list(without), list(contents)])]

    def remove(self, files: Sequence[str]) -> None:
        """Forget files."""
        with self._database.transaction():
            self._forget(dict(self._ask("SELECT file, number FROM files WHERE list_contains(?, file)", [list(files)])))

    def _forget(self, known: Mapping[str, int]) -> None:
        """Take files out, with their keys."""
        if known:
            self._ask("DELETE FROM files WHERE list_contains(?, file)", [list(known)])
            self._ask("DELETE FROM keys WHERE list_contains(?, number)", [list(known.values())])

    def _index(self, rows: Sequence[tuple[str, int]], reach: Reach) -> None:
        """Make the keys of files, which come with their numbers."""
        for start in range(0, len(rows), _AT_ONCE):
            numbers = dict(rows[start : start + _AT_ONCE])
            self._add_keys({numbers[reading.file]: reach(reading) for reading in self.recall(numbers)})

    def _add_keys(self, keys: Mapping[int, Iterable[int]]) -> None:
        pairs = sorted((key, number) for number, of_file in keys.items() for key in of_file)
        if pairs:
            columns = [[key for key, _ in pairs], [number for _, number in pairs]]
            self._ask("INSERT INTO keys SELECT unnest(?::UINTEGER[]), unnest(?::INTEGER[])", columns)

    def count(self) -> Mapping[str, tuple[int, int]]:
        """The documents and claims of each file."""
        asked = "SELECT file, json_array_length(documents), json_array_length(claims) FROM files"
        return {file: (documents, claims) for file, documents, claims in self._ask(asked)}

    def export(self, folder: Path) -> list[Path]:
        """Write documents.parquet and claims.parquet into a folder, sorted by place."""
        written = []
        for name in EXPORTS:
            target = folder / f"{name}.parquet"
            order = "document" if name == "documents" else 'document, turn, line, "column"'
            quoted = str(target).replace("'", "''")
            self._ask(f"COPY (SELECT * FROM {name} ORDER BY {order}) TO '{quoted}' (FORMAT parquet)")
            written.append(target)
        return written

    def check(self) -> list[str]:
        """What is wrong with the archive, a line each; nothing when all is well."""
        wrong = [
            f"{file}: is there {times} times"
            for file, times in self._ask(
                "SELECT file, count(*) FROM files GROUP BY file HAVING count(*) > 1 ORDER BY file"
            )
        ]
        columns = ", ".join(("file", "content", "digest", *Encoded._fields))
        for [name] in self._ask("SELECT DISTINCT file FROM files ORDER BY file"):
            for file, content, digest, *pieces in self._ask(f"SELECT {columns} FROM files WHERE file = ?", [name]):
                encoded = Encoded(*pieces)
                if encoded.digest != digest:
                    wrong.append(f"{file}: is not what was written")
                    continue
                try:
                    decode(file, content, encoded)
                except ValueError as error:
                    wrong.append(f"{file}: cannot be read: {str(error).splitlines()[0]}")
        return [*wrong, *self.outcomes.check()]


def _row(reading: Reading, basis: str) -> list[Any]:
    """A reading as a row of the table; nothing for one with halves of characters, which no database takes."""
    try:
        reading.file.encode()
        encoded = encode(reading)
    except ValueError:
        return []
    return [reading.file, reading.content, basis, False, *encoded, encoded.digest]


@contextmanager
def open_archive(
    path: str | Path, notice: Notice | None = None, make: bool = True, must: bool = True
) -> Iterator[Archive]:
    """Open an archive, or make one; waits while another run has it open, and says so through `notice`.

    One that can only be read is opened for reading. Where something `must` be remembered, as when files are added,
    UnwritableError is raised when it cannot be; a run goes on without, and says so.
    """
    file = Path(path)
    database = Database(file, *connect(file, notice, make), must, notice)
    try:
        yield Archive(database)
    finally:
        database.close()
