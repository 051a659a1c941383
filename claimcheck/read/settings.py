"""What a user may set about reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claimcheck.errors import ConfigError

# Packages that bring readers name them under this entry point.
PLUGIN_GROUP = "claimcheck.readers"

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?", re.IGNORECASE)
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the fields that hold speaker, text and date in tables and JSON, the best first.

    A CSV file with the columns "who" and "said" needs `Columns(speaker=("who",), text=("said",))`.
    """

    speaker: tuple[str, ...] = (
        "speaker",
        "speaker_name",
        "speakername",
        "name",
        "who",
        "by",
        "author",
        "person",
        "role",
        "member",
        "participant",
        "speaker_label",
    )
    text: tuple[str, ...] = (
        "text",
        "speech",
        "body",
        "content",
        "transcript",
        "utterance",
        "sentence",
        "said",
        "message",
        "statement",
        "words",
        "answer",
    )
    date: tuple[str, ...] = (
        "date",
        "day",
        "datetime",
        "meeting_date",
        "event_date",
        "timestamp",
        "published",
        "time",
    )
    title: tuple[str, ...] = ("title", "headline", "event", "meeting", "subject")
    place: tuple[str, ...] = ("place", "venue", "location", "city")
    document: tuple[str, ...] = (
        "document",
        "document_id",
        "doc",
        "doc_id",
        "file",
        "source",
        "meeting_id",
        "debate_id",
    )


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What is read and how much: hidden files, ignore files, links, limits of size, time and memory.

    `ignore` are patterns in the manner of .gitignore, from the folder `ignore_from` or, without one, from each folder
    that is read; and `own` the real paths of files that the run itself writes.
    `follow_links` reads what links in a folder lead to outside of it, `any_language` what is not English. `max_bytes`
    bounds one file, `max_unpacked` what a compressed one may grow to, `pdf_seconds` and `pdf_memory` (bytes) what one
    PDF may take. `stdin_name` stands for the name of standard input.
    """

    hidden: bool = False
    ignore: tuple[str, ...] = ()
    ignore_from: str = ""
    use_ignore_files: bool = True
    follow_links: bool = False
    max_bytes: int = 64_000_000
    max_unpacked: int = 256_000_000
    pdf_seconds: float = 60.0
    pdf_memory: int = 1_500_000_000
    columns: Columns = field(default_factory=Columns)
    any_language: bool = False
    stdin_name: str = "stdin.txt"
    own: frozenset[str] = frozenset()

    def with_largest(self, size: int) -> ReadSettings:
        """The same for files of up to this size; what they unpack to may be four times as much."""
        return replace(self, max_bytes=size, max_unpacked=4 * size)


def parse_size(size: str) -> int:
    """How many bytes "500k" or "200M" are; raises ConfigError for what is no size."""
    match = _SIZE.fullmatch(size.strip())
    number = int(float(match[1]) * _FACTORS[match[2].lower()]) if match else 0
    if not number:
        raise ConfigError(f'--max-size: "{size}" is no size', hint="write it as 500k or 200M")
    return number
