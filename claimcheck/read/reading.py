"""Reading: paths in, documents out, and a reason for every file that was not read."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimcheck.errors import ReadError
from claimcheck.model.document import Document, Skipped
from claimcheck.read.detecting import detect_format
from claimcheck.read.registry import Reader, readers
from claimcheck.read.settings import ReadSettings
from claimcheck.read.walking import find_files

_DEFAULT = ReadSettings()


def read_paths(paths: Sequence[str], settings: ReadSettings = _DEFAULT) -> tuple[list[Document], list[Skipped]]:
    """Read files and folders; "-" is standard input. What cannot be read is skipped with its reason."""
    files, skipped = find_files(paths, settings)
    known = readers(settings)
    documents: list[Document] = []
    for file in files:
        try:
            documents.extend(_read_bytes(file, _load(file, settings), known, settings))
        except ReadError as error:
            skipped.append(Skipped(file, error.message, error.hint))
    return documents, sorted(skipped, key=lambda one: one.file)


def read_text(name: str, text: str) -> list[Document]:
    """Read text that is in memory, as `read_text("talk.md", "**Anna:** 12 buses")`; plain text by default."""
    if not text.strip():
        return []
    return _read_bytes(name, text.encode("utf-8", errors="replace"), readers(_DEFAULT), _DEFAULT)


def _load(file: str, settings: ReadSettings) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read(settings.max_bytes + 1)
        with Path(file).open("rb") as stream:
            return stream.read(settings.max_bytes + 1)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", hint="check the file's permissions") from error


def _read_bytes(file: str, raw: bytes, known: Mapping[str, Reader], settings: ReadSettings) -> list[Document]:
    name = settings.stdin_name if file == "-" else file
    _check_size(len(raw), settings.max_bytes)
    if raw.startswith(b"\x1f\x8b"):
        raw, name = _unpack(raw, settings), name.removesuffix(".gz")
    if not raw.strip():
        raise ReadError("is empty")
    format_name = detect_format(name, raw)
    if format_name == "archive":
        raise ReadError("is an archive", hint="unpack it and give the folder")
    if format_name == "binary":
        raise ReadError("is binary, not text", hint="give transcripts, not sound, pictures or programs")
    reader = known.get(format_name)
    if reader is None:
        if format_name == "data":
            raise ReadError("a data or program file, not a transcript")
        raise ReadError(f"format not read yet: {format_name}", hint="convert it to plain text")
    return _guarded(reader, name, raw, format_name)


def _guarded(reader: Reader, name: str, raw: bytes, format_name: str) -> list[Document]:
    """Whatever a reader stumbles over is a reason to skip its file, never the end of the run."""
    try:
        documents = reader(name, raw)
    except ReadError:
        raise
    except (Exception, RecursionError) as error:
        raise ReadError(f"is damaged {format_name}: {type(error).__name__}: {error}") from error
    if not any(document.blocks for document in documents):
        raise ReadError(f"holds no text to read as {format_name}")
    return documents


def _unpack(raw: bytes, settings: ReadSettings) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            unpacked = stream.read(settings.max_unpacked + 1)
    except (OSError, EOFError, ValueError) as error:
        raise ReadError(f"is damaged gzip: {error}") from error
    _check_size(len(unpacked), settings.max_unpacked)
    return unpacked


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise ReadError(f"is larger than {limit:,} bytes", hint="split it, or raise read.max_bytes")
