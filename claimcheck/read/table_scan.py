"""The cells of a table with their places; a quote within quotes is written twice, as RFC 4180 tells.

The standard library's reader tells no places, and joins the rest of a file silently to a quote left open.
"""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.errors import ReadError
from claimcheck.read.cells import Cell, Piece

DELIMITERS = ",;\t|"
MOST_CELLS = 5_000_000


def scan_table(text: str, delimiter: str) -> tuple[list[list[Cell]], int]:
    """The rows of a table, and the line of a quote that is never closed, or 0."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    position, cells, unclosed = 0, 0, 0
    while position <= len(text):
        if text.startswith('"', position):
            cell, position, closed = _quoted(text, position)
            if not closed:
                unclosed = text.count("\n", 0, cell.start) + 1
        else:
            cell, position = Cell(()), position
        rest = plain.match(text, position)
        # Behind a quoted cell stands nothing, or what some writers forgot to quote.
        if rest and rest[0].strip():
            cell = Cell((*cell.pieces, Piece(rest[0], position)))
        position = rest.end() if rest else position
        row.append(cell)
        cells += 1
        if cells > MOST_CELLS:
            raise ReadError(f"has more than {MOST_CELLS:,} cells", hint="split it")
        if position < len(text) and text[position] == delimiter:
            position += 1
            continue
        if any(one.pieces for one in row):
            rows.append(row)
        row = []
        if position >= len(text):
            break
        position += 2 if text.startswith("\r\n", position) else 1
    return rows, unclosed


def find_delimiter(text: str) -> str:
    """The delimiter that parts the first rows most evenly; a comma when none does."""
    best, score = ",", 0
    for delimiter in DELIMITERS:
        rows, _ = scan_table(text[:20_000], delimiter)
        widths = Counter(len(row) for row in rows[:20])
        width, rows_of_it = max(widths.items(), key=lambda entry: (entry[1], entry[0]), default=(1, 0))
        if width > 1 and rows_of_it * 10 + min(width, 9) > score:
            best, score = delimiter, rows_of_it * 10 + min(width, 9)
    return best


def _quoted(text: str, position: int) -> tuple[Cell, int, bool]:
    """The cell in quotes at `position`, where it ends, and whether its quote is closed."""
    pieces: list[Piece] = []
    at = position + 1
    while True:
        quote = text.find('"', at)
        end = len(text) if quote < 0 else quote
        if end > at:
            pieces.append(Piece(text[at:end], at))
        if quote < 0:
            return Cell(tuple(pieces)), end, False
        if not text.startswith('""', quote):
            return Cell(tuple(pieces)), quote + 1, True
        pieces.append(Piece('"', quote, True))
        at = quote + 2
