"""The pages of a PDF as lines with their places, from a process of its own with limits of time and memory."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.errors import BusyError, ReadError
from claimcheck.read.settings import ReadSettings

WORKER = Path(__file__).with_name("pdf_worker.py")
PDF_MEMORY = "read.pdf_memory"
MEMORY_HINT = f"open it and save it anew, or raise {PDF_MEMORY}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text and its box, in points from the lower left corner.

    `bold` is the number of bold characters at its beginning, as in "**Anna Berg:** We bought ...".
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF's own title, the lines of each page, and what went wrong with some of them."""

    title: str
    pages: tuple[tuple[Line, ...], ...]
    notes: tuple[str, ...] = ()


def read_pages(raw: bytes, settings: ReadSettings) -> Pages:
    """The lines of every page; raises ReadError for what takes too long, needs too much, or is no PDF."""
    limits = (settings.pdf_memory, math.ceil(settings.pdf_seconds) + 1, settings.max_bytes)
    # -P: a file named like a module of Python's, in the folder at hand, must not be run.
    command = [sys.executable, "-P", str(WORKER), *map(str, limits)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=settings.pdf_seconds, check=False)
    except subprocess.TimeoutExpired:
        told = f"takes longer than {settings.pdf_seconds:g} seconds to read"
        raise BusyError(told, hint="open it and save it anew, or raise read.pdf_seconds") from None
    except OSError as error:
        raise BusyError(f"cannot be read: no process can be started for it: {error.strerror}") from error
    items = list(_items(done.stdout))
    for item in items:
        if "error" in item:
            busy = PDF_MEMORY in item["hint"]
            raise (BusyError if busy else ReadError)(item["error"], hint=item["hint"])
    if not items or "end" not in items[-1]:
        raise BusyError(_broken_off(done.returncode, done.stderr), hint=MEMORY_HINT)
    pages = [item for item in items if "lines" in item]
    damaged = [number for number, page in enumerate(pages, start=1) if page.get("damaged")]
    notes = (f"pages that cannot be read: {', '.join(map(str, damaged))}",) if damaged else ()
    return Pages(items[0].get("title", ""), tuple(tuple(map(_line, page["lines"])) for page in pages), notes)


def _items(output: bytes) -> Iterator[dict[str, Any]]:
    for line in output.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            # The process ended in the middle of a line.
            return


def _line(fields: list[Any]) -> Line:
    text, left, bottom, right, top, bold = fields
    return Line(text, left, bottom, right, top, bold)


def _broken_off(code: int, errors: bytes) -> str:
    """Why the process ended early: killed for its memory, crashed, or it could not even begin."""
    told = errors.decode("utf-8", errors="replace").strip().splitlines()
    if code > 0 and told:
        return f"cannot be read: {told[-1]}"
    return "is damaged pdf, or needs more memory than may be used for one file"
