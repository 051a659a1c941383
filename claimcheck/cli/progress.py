"""How far the work is: a bar on a terminal, lines elsewhere if asked for, on standard error alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from claimcheck.cli.loudness import Loudness, loudness

Progress = Callable[[int, int, str], None]
# Where each transcript would be a line of a log, one a second is enough.
SECONDS_BETWEEN_LINES = 1.0


@contextmanager
def progress(then: str = "") -> Iterator[Progress | None]:
    """What to call after each file with the number done, that of all, and its file; None when none is told.

    `then` is what is done when all are read, as "comparing".
    """
    told = loudness()
    if told is Loudness.QUIET or (told is Loudness.NORMAL and not sys.stderr.isatty()):
        yield None
    elif sys.stderr.isatty():
        with _bar(then) as update:
            yield update
    else:
        yield _lines()


def pace(done: int, total: int, seconds: float) -> str:
    """The work's rate and what is left of it: (10, 30, 5) is "2.0 a second, 10 s left"."""
    if not done or seconds <= 0:
        return ""
    rate = done / seconds
    left = round((total - done) / rate)
    told = f"{left // 60} min {left % 60:02} s" if left >= 60 else f"{left} s"
    return f"{rate:.1f} a second, {told} left" if done < total else f"{rate:.1f} a second"


@contextmanager
def _bar(then: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}", markup=False),
        TextColumn("{task.fields[file]}", markup=False),
    )
    started = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, pace="", file="")

        def update(done: int, total: int, file: str) -> None:
            told = pace(done, total, time.monotonic() - started)
            shown = _printable(file) if done < total else then
            bar.update(task, completed=done, total=total, pace=told, file=shown)

        yield update


def _lines() -> Progress:
    started = time.monotonic()
    last = started - SECONDS_BETWEEN_LINES

    def update(done: int, total: int, file: str) -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last < SECONDS_BETWEEN_LINES:
            return
        last = now
        told = pace(done, total, now - started)
        typer.echo(f"read {done:,} of {total:,} files, {told}: {_printable(file)}", err=True)

    return update


def _printable(file: str) -> str:
    from claimcheck.reports.safe import printable

    return printable(file)
