"""Errors that say where, what was expected, and what to do.

ClaimcheckError
 ├─ ReadError          a file could not be read; it is skipped, listed with its reason
 │   └─ BusyError      it might be, another time
 ├─ RuleError          a rule file is wrong, with line and column; the run does not start
 ├─ FactError          a table of facts cannot be read, or one of its rows: the row is listed, and the run goes on
 ├─ ConfigError        a setting or an option is wrong; the run does not start
 ├─ ArchiveError       the archive cannot be opened or trusted; nothing in it is lost by that
 │   └─ UnwritableError  it cannot be written; a run goes on, and remembers nothing
 ├─ EngineError        what is to do the work cannot: no Spark, no Java, a cluster that is not there
 └─ UnitError          two figures have no common unit
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as in "rules/budget.yaml:14:9"; line and column count from 1, 0 is unknown."""

    file: str
    line: int = 0
    column: int = 0

    @property
    def order(self) -> tuple[str, int, int]:
        """The sorting key: by file, then line and column."""
        return self.file, self.line, self.column

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class ClaimcheckError(Exception):
    """Anything claimcheck refuses, with its place and a hint.

    "rules/budget.yaml:14:9: unknown check "summ" (did you mean "sum"?)"
    """

    def __init__(self, message: str, place: Place | None = None, hint: str = "", source: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint
        self.source = source

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        lines = [head]
        if self.source and self.place and self.place.line:
            number = f"{self.place.line:>6}"
            lines.append(f"{number} | {self.source}")
            lines.append(f"{'':>6} | {' ' * max(0, self.place.column - 1)}^ {self.hint}".rstrip())
        elif self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class ReadError(ClaimcheckError):
    """A file that cannot be read: missing, empty, binary, of an unknown format."""


class BusyError(ReadError):
    """A file that cannot be read this time: it took too long, or more memory than there was."""


class RuleError(ClaimcheckError):
    """A rule file that says something claimcheck does not understand."""


class FactError(ClaimcheckError):
    """A table of facts, or a row of one, that claimcheck does not understand."""


class ConfigError(ClaimcheckError):
    """A setting or command-line option that claimcheck does not understand."""


class ArchiveError(ClaimcheckError):
    """An archive that cannot be opened or written, or that is damaged."""


class UnwritableError(ArchiveError):
    """An archive that cannot be written; it can be read all the same."""


class EngineError(ClaimcheckError):
    """An engine that cannot be started, or gave up."""


class UnitError(ClaimcheckError):
    """Two figures that cannot be compared, as tonnes with dollars."""
