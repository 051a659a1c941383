"""`claimcheck run --watch`: the report anew whenever a transcript or a rule file changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.options import FAILED
from claimcheck.errors import ClaimcheckError, ConfigError

if TYPE_CHECKING:
    from watchfiles import Change

STDIN = "-"
# Milliseconds between two looks.
PATIENCE = 200
CLEAR_SCREEN = "\x1b[2J\x1b[H"

Watch = Annotated[bool, typer.Option("--watch", help="Report again whenever a transcript or a rule file changes.")]


def watch(once: Callable[[], int], watched: Iterable[str], written: Iterable[Path], stdout: bool) -> int:
    """Do it once, and again after each change of what is `watched`, until interrupted; the last exit code.

    A change of what the run itself has `written` is none. Each report on a terminal begins on a clear screen.
    """
    names = list(watched)
    if STDIN in names:
        raise ConfigError("standard input cannot be watched", hint="name files and folders")
    try:
        from watchfiles import DefaultFilter
        from watchfiles import watch as changes
    except ImportError:
        raise ConfigError("--watch needs the package watchfiles", hint="pip install 'claimcheck[watch]'") from None

    paths = [Path(name).resolve() for name in names if Path(name).exists()]
    roots = {path if path.is_dir() else path.parent for path in paths}
    own = {path.resolve() for path in written}
    usual = DefaultFilter()

    def concerns(change: Change, name: str) -> bool:
        path = Path(name)
        return path not in own and usual(change, name) and any(path == one or one in path.parents for one in paths)

    code = FAILED
    try:
        seen = changes(*sorted(roots), watch_filter=concerns, yield_on_timeout=True, rust_timeout=PATIENCE)
        # The first look starts the watch, so that no change is missed while the first report is made.
        next(seen)
        for changed in chain([True], seen):
            if changed:
                code = _try(once, stdout)
                if code == console.INTERRUPTED:
                    return code
                console.note("watching for changes; Ctrl-C ends")
    except KeyboardInterrupt:
        pass
    return code


def _try(once: Callable[[], int], stdout: bool) -> int:
    """Do it, and tell a failure, which the next change may mend."""
    if stdout and sys.stdout.isatty():
        typer.echo(CLEAR_SCREEN, nl=False)
    try:
        return once()
    except ClaimcheckError as error:
        console.tell(error)
        return FAILED


def files_of(selection: Sequence[str]) -> list[str]:
    """The rule files and folders among names of packs."""
    return [name for name in selection if Path(name).exists()]
