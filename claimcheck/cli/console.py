"""The two streams: the report goes to stdout or a file, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.loudness import Loudness, loudness
from claimcheck.errors import ClaimcheckError, ConfigError, Place, ReadError

if TYPE_CHECKING:
    from claimcheck.model.document import Document, Skipped
    from claimcheck.model.mention import Mention
    from claimcheck.model.remark import Complaint
    from claimcheck.model.report import Report
    from claimcheck.reports import View

INTERRUPTED = 130
MOST_SKIPPED_ALIKE = 5
MISSING = {"does not exist": "no such file or folder"}


def view(output: Path | None, plain_width: int) -> View:
    """Colour and width as the terminal has them; plain text of one width, or of $COLUMNS, for files and pipes."""
    from rich.console import Console

    from claimcheck.reports import View

    terminal = Console(file=sys.stdout)
    if output is not None or not terminal.is_terminal:
        asked = os.environ.get("COLUMNS", "") if output is None else ""
        return View(width=int(asked) if asked.isdecimal() and int(asked) else plain_width)
    return View(colour=terminal.color_system is not None and not terminal.no_color, width=terminal.width)


def check_output(output: Path | None) -> None:
    """Refuse a file that cannot be written before the work is done, not after."""
    if output is None:
        return
    if output.is_dir():
        raise ConfigError("cannot write the report: this is a folder", Place(str(output)))
    if not output.parent.is_dir():
        raise ConfigError("cannot write the report: there is no such folder", Place(str(output.parent)))


def check_binary(output: Path | None, name: str) -> None:
    """Refuse to fill a terminal with bytes that are not text; pipes and files may have them."""
    if output is None and sys.stdout.isatty():
        raise ConfigError(
            f"{name} is not text, and is not written to a terminal", hint="name a file with --output, or use a pipe"
        )


def write(report: str | bytes, output: Path | None = None) -> None:
    """Write the report, always as UTF-8; of a report in a file nothing but its name is told."""
    data = report.encode("utf-8", errors="replace") if isinstance(report, str) else report
    if output is None:
        _write_stdout(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise ConfigError(f"cannot write the report: {error.strerror}", Place(str(output))) from error
    note(f"wrote {output}")


def note(text: str) -> None:
    """Say on stderr what is worth knowing, unless it is to be quiet there."""
    if loudness() is not Loudness.QUIET:
        typer.echo(text, err=True)


def make_folder(folder: Path, what: str) -> None:
    """Make a folder to write something into, if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"cannot write {what}: {error.strerror}", Place(str(folder))) from error


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write pages by file name into a folder, which is made when there is none."""
    make_folder(folder, "the pages")
    try:
        for name, page in pages.items():
            (folder / name).write_text(page, "utf-8")
    except OSError as error:
        raise ConfigError(f"cannot write the pages: {error.strerror}", Place(str(folder))) from error
    note(f"wrote {len(pages)} pages to {folder}")


def tell(error: ClaimcheckError) -> None:
    """Say on stderr what is wrong: "docs/a.txt: no such file or folder"."""
    from claimcheck.reports.safe import printable

    for line in str(error).splitlines():
        typer.echo(printable(line), err=True)


def tell_skipped(skipped: Iterable[Skipped]) -> None:
    """Say what was not read and why: each file, or of many alike the first and their number."""
    if loudness() is Loudness.QUIET:
        return
    alike: dict[tuple[str, str], list[str]] = {}
    for item in sorted(skipped, key=lambda item: item.file):
        alike.setdefault((item.reason, item.hint), []).append(item.file)
    for (reason, hint), files in alike.items():
        told = f"skipped: {reason}; {hint}" if hint else f"skipped: {reason}"
        if len(files) > MOST_SKIPPED_ALIKE:
            tell(ReadError(f"{told} (so are {len(files) - 1:,} other files)", Place(files[0])))
            continue
        for file in files:
            tell(ReadError(told, Place(file)))


def tell_complaints(complaints: Iterable[Complaint]) -> None:
    """Warn of requests for silence that came to nothing: "talk.txt:12:1: warning: unused: ..."."""
    if loudness() is not Loudness.QUIET:
        for one in complaints:
            tell(ConfigError(f"warning: {one.message}", one.place, one.hint))


def tell_unread(documents: Sequence[Document], skipped: Iterable[Skipped]) -> bool:
    """Say what was not read; whether the run failed by it: a path is missing, nothing could be read, a fault."""
    told = list(skipped)
    missing = [item for item in told if item.missing]
    for item in missing:
        tell(ReadError(MISSING.get(item.reason, item.reason), Place(item.file)))
    tell_skipped(item for item in told if not item.missing)
    if not documents and not missing:
        tell(ReadError("no transcript could be read", hint="name files or folders with transcripts"))
    return bool(missing) or not documents or any(item.fault for item in told)


def tell_unlisted(mentions: Iterable[Mention]) -> None:
    """Say how many numbers a list leaves out: "not listed: 3 years, 1 date (--all lists them)"."""
    from claimcheck.reports.words import counted

    kinds = Counter(
        mention.quantity.kind.value if not mention.quantity.is_measurement else "other figure" for mention in mentions
    )
    if kinds:
        told = ", ".join(counted(number, kind) for kind, number in sorted(kinds.items()))
        note(f"not listed: {told} (--all lists them)")


def tell_statistics(report: Report) -> None:
    """Say how much was read, understood, compared and found, a line a count."""
    from claimcheck.reports import render_statistics

    typer.echo(render_statistics(report), err=True, nl=False)


@contextmanager
def failures_told(code: int) -> Iterator[None]:
    """Every failure as a message with its place on stderr and this exit code, never a traceback."""
    try:
        yield
    except typer.Exit:
        raise
    except ClaimcheckError as error:
        tell(error)
        raise typer.Exit(code) from None
    except KeyboardInterrupt:
        typer.echo("interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        tell(_fault(error))
        raise typer.Exit(code) from None


def _write_stdout(data: bytes) -> None:
    """Print; a reader that has seen enough (`| head`) is no error."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at exit and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> ClaimcheckError:
    """A mistake of claimcheck's own, with the line it happened in for whoever reports it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = Place(trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else None
    told = f"internal error: {type(error).__name__}: {error}"
    return ClaimcheckError(told, place, hint="this is a fault in claimcheck; please report it with this line")
