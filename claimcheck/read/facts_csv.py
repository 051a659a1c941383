"""Facts in CSV and TSV: a header, and a row a fact."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.errors import FactError, Place
from claimcheck.model.document import line_starts
from claimcheck.read.cells import Cell
from claimcheck.read.decoding import decode
from claimcheck.read.fact_cells import FactCell, Sheet
from claimcheck.read.places import place_at
from claimcheck.read.table_scan import find_delimiter, scan_table


def sheet_of_csv(file: str, raw: bytes) -> Sheet:
    """The cells of a CSV file, whatever parts them: "subject;measure;value"."""
    text, _ = decode(raw)
    return _sheet(file, text, find_delimiter(text))


def sheet_of_tsv(file: str, raw: bytes) -> Sheet:
    """The cells of a table whose columns are parted by tabs."""
    text, _ = decode(raw)
    return _sheet(file, text, "\t")


def _sheet(file: str, text: str, delimiter: str) -> Sheet:
    rows, unclosed = scan_table(text, delimiter)
    errors: list[FactError] = []
    if unclosed:
        # What follows an open quote is one cell to the end of the file: no row of it can be told.
        rows = rows[:-1]
        place = Place(file, unclosed, 1)
        errors.append(FactError("a quote is never closed, and the rows behind it are lost", place, 'close it with "'))
    lines = line_starts(text)
    header = rows[0] if rows else []
    names = tuple(cell.text.strip() for cell in header)
    found = []
    for row in rows[1:]:
        cells = _cells(file, lines, row)
        if len(row) > len(names):
            extra = cells[len(names)]
            if any(cell.text.strip() for cell in cells[len(names) :]):
                told = f"a row of {len(row)} cells under {len(names)} columns"
                errors.append(FactError(told, extra.place, f'put a cell that holds "{delimiter}" in quotes'))
                continue
        found.append({name: cell for name, cell in zip(names, cells, strict=False) if name})
    return Sheet(text, tuple(name for name in names if name), tuple(found), Place(file, 1, 1), tuple(errors))


def _cells(file: str, lines: Sequence[int], row: Sequence[Cell]) -> list[FactCell]:
    """The cells of a row; one without text stands right behind the one before it."""
    cells, position = [], next((cell.start for cell in row if cell.pieces), 0)
    for index, cell in enumerate(row):
        at = cell.start if cell.pieces else position + (1 if index else 0)
        cells.append(FactCell(cell.text, place_at(file, lines, at), at))
        position = cell.pieces[-1].start + len(cell.pieces[-1].text) if cell.pieces else at
    return cells
