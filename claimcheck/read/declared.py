"""Decoding files that say themselves how: <meta charset="windows-1252">, <?xml encoding="ISO-8859-1"?>."""

from __future__ import annotations

import codecs
import re

from claimcheck.read.decoding import decode

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""",
    re.I,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What pages call Latin-1 is read as Windows does by every browser (encoding.spec.whatwg.org).
_AS_WINDOWS = ("iso8859-1", "ascii")


def decode_declared(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a page: UTF-8 if it is that, else as it declares, else as it looks."""
    declared = _declared(raw)
    if declared and not raw.startswith(_MARKS) and not _is_utf8(raw):
        try:
            return raw.decode(declared), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(raw)


def _declared(raw: bytes) -> str:
    match = _DECLARED.search(raw[:2048])
    if match is None:
        return ""
    try:
        found = codecs.lookup((match[1] or match[2]).decode("ascii"))
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""
    # "base64" and its like are codecs too, and none for text.
    if not getattr(found, "_is_text_encoding", False) or found.name.startswith(("utf", "idna", "punycode")):
        return ""
    return "cp1252" if found.name in _AS_WINDOWS else found.name


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
