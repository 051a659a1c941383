"""Remarks in a transcript that are meant for claimcheck, and what they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that is addressed to claimcheck: "ignore core/sum -- counted without overseas staff".

    `start` and `end` are the comment's own characters in the file, `line` and `column` its place; `covers` are those
    of the line it stands on or, where it stands alone, of what follows it.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    covers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ignore:
    """What is to be kept silent, and why: findings of some rules (ids or patterns), on some figures.

    A comment names characters of one file (`file`, `span`). An entry of a suppression file may name files by patterns
    (`files`), a figure as it is written, words of its sentence, or one finding by its fingerprint.
    """

    rules: tuple[str, ...]
    reason: str
    place: Place
    in_source: bool = True
    file: str = ""
    span: tuple[int, int] | None = None
    files: tuple[str, ...] = ()
    figure: str = ""
    words: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a remark or an entry: it says no reason, it names no rule, nothing came of it."""

    place: Place
    message: str
    hint: str = ""
