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
      | (?!0)\d{{1,3}}(?:[ ]\d{{3}})+(?!\d|,\d|[.]\d{{1,2}}[.])(?:\.\d+)?
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
_MARGIN = 48


class Tokens(list[Token]):
    """The tokens of a text, `size` of them; an index a little outside gives an empty token.

    Looking around is safe and as fast as a list: behind the text stand empty tokens, which small negative
    indexes reach as well.
    """

    __slots__ = ("size", "text")

    def __init__(self, text: str) -> None:
        super().__init__(_cut(text))
        self.text = text
        self.size = len(self)
        self.extend([_OUTSIDE] * _MARGIN)

    def attached(self, index: int) -> bool:
        """Whether a token stands right behind the one before it: the "m" of "9m", the "%" of "40%"."""
        return 0 < index < self.size and not self[index].spaced

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens from `start` to before `end`, in lower case."""
        return tuple([self[index].low for index in range(start, end)])

    def new_line(self, index: int) -> bool:
        """Whether a line ends between a token and the one before it."""
        return self.breaks(index, 1)

    def breaks(self, index: int, lines: int) -> bool:
        """Whether at least `lines` line ends stand before a token; the first token of a text follows many."""
        if not self[index].spaced or not 0 <= index < self.size:
            return False
        if index == 0:
            return True
        return self.text.count("\n", self[index - 1].end, self[index].start) >= lines


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
