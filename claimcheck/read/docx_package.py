"""The parts of a DOCX file: a zip archive that is opened with limits, and never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from claimcheck.errors import ReadError

MOST_PARTS = 10_000
PIECE = 1 << 16
DAMAGED = "is damaged docx"


class Package:
    """A DOCX file's parts by name, as "word/document.xml"; no part may unpack to more than the limit."""

    def __init__(self, raw: bytes, limit: int) -> None:
        self.limit = limit
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(raw))
            entries = self.archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ReadError(f"{DAMAGED}: {error}", hint="open it and save it anew") from error
        self.names = {entry.filename: entry for entry in entries}
        if len(entries) > MOST_PARTS:
            raise ReadError(f"has {len(entries):,} parts, more than a document has")
        declared = sum(entry.file_size for entry in entries)
        if declared > limit:
            raise self._too_large()

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part piece by piece; what it says of its own size is not believed."""
        size = 0
        try:
            with self.archive.open(self.names[name]) as stream:
                while piece := stream.read(PIECE):
                    size += len(piece)
                    if size > self.limit:
                        raise self._too_large()
                    yield piece
        except KeyError as error:
            raise ReadError(f"{DAMAGED}: it has no part {name}", hint="open it and save it anew") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(f"{DAMAGED}: {name}: {error}", hint="open it and save it anew") from error
        except RuntimeError as error:
            # zipfile's word for an encrypted part.
            raise ReadError("is protected by a password", hint="save a copy without it") from error

    def _too_large(self) -> ReadError:
        return ReadError(f"unpacks to more than {self.limit:,} bytes", hint="split it, or raise read.max_unpacked")
