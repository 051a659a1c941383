"""Which format a file has: its beginning is asked first, its name when the beginning leaves it open."""

from __future__ import annotations

import re

from claimcheck.read.columns import speech_columns
from claimcheck.read.decoding import stated_encoding

_SUFFIXES = {
    "txt": "text",
    "text": "text",
    "transcript": "text",
    "log": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "vtt": "vtt",
    "srt": "srt",
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "xml": "xml",
    "tei": "xml",
    "akn": "xml",
    "docx": "docx",
    "pdf": "pdf",
    # Data and programs hold no speech.
    **dict.fromkeys(("yaml", "yml", "toml", "ini", "cfg", "lock", "py", "js", "css", "sh", "sql"), "data"),
}
_ARCHIVES = (b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BINARY = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"RIFF",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3",
    b"PAR1",
)
_CUE = re.compile(r"^\s*(?:\d+\s*\r?\n)?\d{1,2}:\d\d(?::\d\d)?[,.]\d{1,3}\s*-->", re.MULTILINE)


def detect_format(name: str, raw: bytes) -> str:
    """The format's name, or "archive", "binary" or "unknown": b"WEBVTT..." is "vtt" whatever its name."""
    magic = _by_magic(name, raw)
    if magic:
        return magic
    encoding = stated_encoding(raw)
    if not encoding and b"\0" in raw[:4096]:
        return "binary"
    head = raw[:4096].decode(encoding or "utf-8", errors="replace")
    return detect_text_format(name, head.lstrip("\ufeff \t\r\n"))


def detect_text_format(name: str, head: str) -> str:
    """The format of decoded text, from its beginning and the name's suffix."""
    suffix = _SUFFIXES.get(name.rpartition(".")[2].lower(), "") if "." in name else ""
    if head.startswith("WEBVTT"):
        return "vtt"
    if head.startswith("<"):
        return _markup(head, suffix)
    if head[:1] in "{[" and _looks_like_json(head):
        lines = head.split("\n", 2)
        whole_first_line = len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].startswith("{")
        return "jsonl" if whole_first_line or suffix == "jsonl" else "json"
    if suffix == "srt" or (_CUE.match(head) and suffix != "vtt"):
        return "srt"
    if suffix in ("", "text") and (delimiter := _table_delimiter(head)):
        return "tsv" if delimiter == "\t" else "csv"
    if suffix in ("json", "jsonl", "xml", "docx", "pdf", "vtt"):
        # The name promises what the content does not keep.
        return "unknown" if suffix in ("docx", "pdf") else suffix
    return suffix or "text"


def _by_magic(name: str, raw: bytes) -> str:
    if raw.startswith(b"%PDF-") or b"%PDF-" in raw[:1024]:
        return "pdf"
    if raw.startswith(b"\x1f\x8b"):
        return "gzip"
    if raw.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in raw or name.lower().endswith(".docx") else "archive"
    if raw.startswith(_ARCHIVES) or raw[257:262] == b"ustar":
        return "archive"
    if raw.startswith(_OLD_OFFICE):
        return "old office"
    # Some of these begin a text as well: "MZ: I came late."
    return "binary" if raw.startswith(_BINARY) and b"\0" in raw[:4096] else ""


def _markup(head: str, suffix: str) -> str:
    lowered = head[:2048].lower()
    if re.search(r"<!doctype html|<html[\s>]", lowered):
        return "html"
    if lowered.startswith("<?xml") or re.match(
        r"<(?:\w+:)?(?:tei|akomantoso|debates|publicwhip|teicorpus|tt)[\s>]", lowered
    ):
        return "xml"
    return suffix if suffix in ("xml", "markdown", "text") else "html"


def _table_delimiter(head: str) -> str:
    """What parts the columns, where the first line names a speaker's and a text's: "speaker,text"."""
    first, _, rest = head.partition("\n")
    for delimiter in ",;\t|" if rest.strip() and len(first) < 500 else "":
        names = [name.strip().strip('"') for name in first.split(delimiter)]
        if delimiter in rest and speech_columns(names) != (-1, -1):
            return delimiter
    return ""


def _looks_like_json(head: str) -> bool:
    # "[00:12:03] Anna Berg: ..." is a transcript with times.
    return bool(re.match(r"\{\s*(?:\"|\})|\[\s*(?!\d{1,2}:\d\d)(?:[\[{\"\d\-\]]|true|false|null)", head))
