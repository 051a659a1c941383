"""Facts in Parquet, read by DuckDB, which is loaded only here."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.errors import FactError, Place
from claimcheck.read.fact_cells import Sheet, sheet_of_rows

# Nothing is fetched: the format is built in.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
MOST_ROWS = 1_000_000


def sheet_of_parquet(file: str, raw: bytes) -> Sheet:
    """The rows of a Parquet file; they have no lines, so that they are told as "facts.parquet, row 3"."""
    import duckdb

    with TemporaryDirectory(prefix="claimcheck-") as folder, duckdb.connect(":memory:", config=SETTINGS) as database:
        copy = Path(folder, "facts.parquet")
        copy.write_bytes(raw)
        try:
            result = database.execute("SELECT * FROM read_parquet(?)", [str(copy)])
            names = tuple(column[0] for column in result.description)
            rows = result.fetchmany(MOST_ROWS + 1)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0].replace(str(copy), file)
            raise FactError(
                f"not a Parquet file: {reason}", Place(file), "write it anew as Parquet, or as CSV"
            ) from error
    if len(rows) > MOST_ROWS:
        raise FactError(f"has more than {MOST_ROWS:,} rows", Place(file), "split it")
    return sheet_of_rows(file, (dict(zip(names, row, strict=True)) for row in rows))
