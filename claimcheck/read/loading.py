"""From a name to bytes: files, standard input and gzip, each within its limit."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path

from claimcheck.errors import BusyError, ReadError
from claimcheck.read.settings import ReadSettings
from claimcheck.read.walking import STDIN

GZIP = b"\x1f\x8b"
SUFFIX = ".gz"


def load(file: str, settings: ReadSettings) -> tuple[str, bytes]:
    """The name that tells the format, and the bytes: "talk.md.gz" is "talk.md", unpacked.

    Raises ReadError for what is missing, too large, empty or damaged.
    """
    return unpack(settings.stdin_name if file == STDIN else file, load_bytes(file, settings.max_bytes), settings)


def unpack(name: str, raw: bytes, settings: ReadSettings) -> tuple[str, bytes]:
    """The same for bytes that are there already."""
    _check_size(len(raw), settings.max_bytes, "read.max_bytes")
    if raw.startswith(GZIP):
        raw = _unpack(raw, settings.max_unpacked)
        name = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
        if raw.startswith(GZIP):
            raise ReadError("is compressed twice", hint="unpack it once")
    if not raw.strip():
        raise ReadError("is empty")
    return name, raw


def load_bytes(file: str, limit: int) -> bytes:
    """The bytes of a file, one more than the limit at most; raises ReadError where it cannot be read."""
    try:
        if file == STDIN:
            return sys.stdin.buffer.read(limit + 1)
        path = Path(file)
        # Told before it is read; a file may still grow, so reading stops behind the limit.
        _check_size(path.stat().st_size, limit, "read.max_bytes")
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise BusyError(f"cannot be read: {error.strerror or error}", hint="check the file's permissions") from error


def _unpack(raw: bytes, limit: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            unpacked = stream.read(limit + 1)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise ReadError(f"is damaged gzip: {error}", hint="fetch or pack it anew") from error
    _check_size(len(unpacked), limit, "read.max_unpacked")
    return unpacked


def _check_size(size: int, limit: int, setting: str) -> None:
    if size > limit:
        raise ReadError(f"is larger than {limit:,} bytes", hint=f"split it, or raise {setting}")
