"""Reading: paths in, documents out, and a reason for every file that was not read."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.errors import BusyError, ReadError
from claimcheck.model.document import Document, Skipped
from claimcheck.read.comments import with_remarks
from claimcheck.read.detecting import detect_format
from claimcheck.read.language import part_foreign
from claimcheck.read.loading import load_bytes, unpack
from claimcheck.read.registry import Reader, built_in, plugins
from claimcheck.read.settings import ReadSettings
from claimcheck.read.walking import STDIN, find_files

_DEFAULT = ReadSettings()
# Reasons for what can be told from its first bytes: (what it is, what to do).
_REFUSED = {
    "archive": ("is an archive", "unpack it and give the folder"),
    "binary": ("is binary, not text", "give transcripts, not sound, pictures or programs"),
    "old office": ("is an old Word, Excel or PowerPoint file, or a protected one", "save it as .docx without password"),
    "data": ("a data or program file, not a transcript", ""),
}


class Readers(NamedTuple):
    """Every reader under its format's name, and the names of those that installed packages bring."""

    known: Mapping[str, Reader]
    plugged: Container[str]


def read_paths(paths: Sequence[str], settings: ReadSettings = _DEFAULT) -> tuple[list[Document], list[Skipped]]:
    """Read files and folders; "-" is standard input. What is not read or not English is told with its reason."""
    files, skipped = find_files(paths, settings)
    readers = find_readers(settings)
    documents: list[Document] = []
    for file in files:
        try:
            found, foreign = read_file(file, settings, readers)
            documents += found
            skipped += foreign
        except ReadError as error:
            skipped.append(Skipped(name_of(file, settings), error.message, error.hint))
    return documents, sorted(skipped, key=lambda one: (one.file, one.reason))


def read_file(
    file: str, settings: ReadSettings, readers: Readers, raw: bytes | None = None
) -> tuple[list[Document], list[Skipped]]:
    """The documents of one file, and those of them that are left out; raises ReadError where none can be read.

    `raw` are its bytes, where somebody has read them already.
    """
    held = load_bytes(file, settings.max_bytes) if raw is None else raw
    name, content = unpack(name_of(file, settings), held, settings)
    documents = _renamed(_read_bytes(name, content, *readers), name, name_of(file, settings))
    return (documents, []) if settings.any_language else part_foreign(documents)


def find_readers(settings: ReadSettings = _DEFAULT) -> Readers:
    """The readers that come with claimcheck, and those of installed packages."""
    plugged = plugins()
    return Readers(built_in(settings) | plugged, plugged)


def name_of(file: str, settings: ReadSettings) -> str:
    """The name that a file goes by: its own, or that of standard input."""
    return settings.stdin_name if file == STDIN else file


def read_text(name: str, text: str) -> list[Document]:
    """Read text that is in memory, as `read_text("talk.md", "**Anna:** 12 buses")`; plain text by default."""
    if not text.strip():
        return []
    return _read_bytes(name, text.encode("utf-8", errors="replace"), *find_readers())


def read_bytes(name: str, raw: bytes, settings: ReadSettings = _DEFAULT) -> list[Document]:
    """Read the bytes of a file that may be no longer there; raises ReadError where they hold no transcript."""
    plugged = plugins()
    unpacked, content = unpack(name, raw, settings)
    return _renamed(_read_bytes(unpacked, content, built_in(settings) | plugged, plugged), unpacked, name)


def _read_bytes(name: str, raw: bytes, known: Mapping[str, Reader], plugged: Container[str]) -> list[Document]:
    format_name = _format(name, raw, plugged)
    reader = known.get(format_name)
    if reader is None:
        reason, hint = _REFUSED.get(format_name, (f"format not read yet: {format_name}", "convert it to plain text"))
        raise ReadError(reason, hint=hint)
    return with_remarks(_guarded(reader, name, raw, format_name), format_name)


def _format(name: str, raw: bytes, plugged: Container[str]) -> str:
    """The format's name; a plug-in gets the files whose names end with its own, whatever is in them."""
    suffix = name.rpartition(".")[2].lower()
    return suffix if "." in name and suffix in plugged else detect_format(name, raw)


def _guarded(reader: Reader, name: str, raw: bytes, format_name: str) -> list[Document]:
    """Whatever a reader stumbles over is a reason to skip its file, never the end of the run."""
    try:
        documents = reader(name, raw)
    except ReadError:
        raise
    except MemoryError as error:
        raise BusyError("needs more memory than there is", hint="split it") from error
    except Exception as error:
        # What a library says may be long, or quote the file.
        told = " ".join(str(error).split())[:200]
        raise ReadError(f"is damaged {format_name}: {type(error).__name__}: {told}") from error
    if not any(document.blocks for document in documents):
        raise ReadError(f"holds no text to read as {format_name}")
    return documents


def _renamed(documents: Sequence[Document], name: str, shown: str) -> list[Document]:
    """The documents under the name that the user knows: what "talk.md.gz" holds was read as "talk.md"."""
    if name == shown:
        return list(documents)
    return [replace(document, file=shown, name=shown + document.name.removeprefix(name)) for document in documents]
