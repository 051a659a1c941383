"""From bytes to text: UTF-8 first, then the marks of other encodings, then a guess that is said to be one."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from claimcheck.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A guess from the beginning is as good as one from the whole, and bounded in time.
_GUESS_FROM = 100_000


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what had to be guessed: b"caf\\xe9" is "café", "not UTF-8, read as cp1252"."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw.decode(encoding, errors="replace")
            return text, _replaced(text)
    try:
        return _without_nul(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guess(raw, error)


def _guess(raw: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    # A few bad bytes in UTF-8 text are damage, not another encoding.
    damaged = raw.decode("utf-8", errors="replace")
    bad = damaged.count("\ufffd")
    if any(byte > 127 for byte in raw[: error.start]) and bad <= max(3, len(damaged) // 1000):
        return damaged, (f"{bad} bytes are not UTF-8 (the first at byte {error.start}); each is shown as \ufffd",)
    around = raw[max(0, error.start - _GUESS_FROM // 2) : error.start + _GUESS_FROM // 2]
    best = from_bytes(
        around, cp_isolation=["cp1252", "cp1251", "cp1250", "mac_roman", "shift_jis", "gb18030", "big5"]
    ).best()
    encoding = "cp1252" if best is None else best.encoding
    text = raw.decode(encoding, errors="replace")
    return text, (f"not UTF-8, read as {encoding}", *_replaced(text))


def _without_nul(text: str) -> tuple[str, tuple[str, ...]]:
    if "\0" in text:
        raise ReadError("holds NUL bytes, so it is no text", hint="convert it to text first")
    return text, ()


def _replaced(text: str) -> tuple[str, ...]:
    bad = text.count("\ufffd")
    return (f"{bad} characters could not be decoded; each is shown as \ufffd",) if bad else ()
