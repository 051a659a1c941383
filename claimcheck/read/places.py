"""From an offset to line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.errors import Place


def place_at(file: str, lines: Sequence[int], offset: int) -> Place:
    """The line and column of a character, `lines` being where each line starts: "facts.csv:3:20"."""
    line = bisect_right(lines, offset)
    return Place(file, line, offset - lines[line - 1] + 1)
