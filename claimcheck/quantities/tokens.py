"""Words, numbers and marks of a text with their places: the one compiled pass that all grammar stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = "word"
NUMBER = "number"
MARK = "mark"
HYPHENS = frozenset("-‐‑–—")

# Thin, narrow, no-break and figure spaces and apostrophes group digits as a comma does (ISO 80000-1, 7.3).
_GROUP_MARKS = "\u00a0\u2007\u2009\u202f'’"
_TOKEN = re.compile(
    rf"""
    (?P<number>
        \d+(?:\.\d+){{3,}}                                        # 192.168.1.2 measures nothing
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)(?:\.\d+)?            # 12,34,567
      | \d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?                # 1,790,000.5
      | \d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d)                         # 1.790.000,5
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.])                     # 1.790.000
      | \d{{1,3}}(?:[{_GROUP_MARKS}]\d{{3}})+(?!\d)(?:[.,]\d+)?   # 1 790 000
      | (?!0)\d{{1,3}}(?:[ ]\d{{3}})+(?![\d,]|[.]\d{{1,2}}[.])(?:\.\d+)?
      | \d+\.\d+(?:\.\d+)*
      | \d+,\d{{1,2}}(?![\d,])                                    # 5,25
      | \d+
      | (?<![\w.])\.\d+                                           # .5
    )
    | (?P<word>[^\W\d_¼-¾⅐-⅞²³¹⁰-₉]+)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")


class Token(NamedTuple):
    """A word, number or mark; `low` is its text in lower case, `spaced` whether white space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    spaced: bool


_OUTSIDE = Token("", "", "", -1, -1, True)


class Tokens:
    """The tokens of a text; an index outside of it gives an empty token, so that looking around is safe."""

    __slots__ = ("_items", "count", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._items = list(_cut(text))
        self.count = len(self._items)
        self._items += [_OUTSIDE] * 4

    def __getitem__(self, index: int) -> Token:
        return self._items[index] if 0 <= index < self.count else _OUTSIDE

    def __iter__(self) -> Iterator[Token]:
        return iter(self._items[: self.count])

    def attached(self, index: int) -> bool:
        """Whether a token stands right behind the one before it: the "m" of "9m", the "%" of "40%"."""
        return 0 < index < self.count and not self._items[index].spaced

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens from `start` to before `end`, in lower case."""
        return tuple(self[index].low for index in range(start, end))

    def new_line(self, index: int) -> bool:
        """Whether a line ends between a token and the one before it."""
        return self.breaks(index, 1)

    def new_paragraph(self, index: int) -> bool:
        """Whether an empty line stands between a token and the one before it."""
        return self.breaks(index, 2)

    def breaks(self, index: int, lines: int) -> bool:
        """Whether at least `lines` line ends stand before a token; the first token of a text follows many."""
        if not self[index].spaced or not 0 <= index < self.count:
            return False
        if index == 0:
            return True
        return self.text.count("\n", self._items[index - 1].end, self._items[index].start) >= lines


def _cut(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        piece = match.group()
        yield Token(match.lastgroup or "", piece, piece.lower(), start, match.end(), start > end or start == 0)
        end = match.end()


def plain_digits(text: str) -> str:
    """Superscript digits and signs as ordinary ones: "⁻³" is "-3"."""
    return text.translate(_SUPERSCRIPTS)
