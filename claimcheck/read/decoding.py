"""From bytes to text: UTF-8 first, then the marks of other encodings, then a guess that is said to be one."""

from __future__ import annotations

import codecs

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
_SNIFF = 4096
# The most common ones first.
_CANDIDATES = ["cp1252", "cp1251", "cp1250", "mac_roman", "shift_jis", "gb18030", "big5"]
# Among the characters of text in another encoding, about one in fifteen looks like UTF-8 by chance (in GB 18030).
_MIXED = 0.25
_NOT_ASCII = bytes(range(128, 256))
_PATCHED = "claimcheck.cp1252"


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what had to be guessed: b"caf\\xe9" is "café", "not UTF-8, read as cp1252"."""
    encoding = stated_encoding(raw)
    if encoding:
        text = raw.decode(encoding, errors="replace")
        guessed = () if encoding in dict(_MARKS).values() else (f"no byte order mark, read as {encoding}",)
        return _without_nul(text, guessed + _replaced(text))
    try:
        return _without_nul(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _without_nul(*_guess(raw, error))


def stated_encoding(raw: bytes) -> str:
    """The encoding that the first bytes tell, so that zeros among them are no sign of data; "" for none.

    UTF-16 may lack its mark: then every other byte of a Latin text is zero.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:_SNIFF]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(zeros) > 1 and zeros.count(0) > 0.7 * len(zeros) and head.count(0) == zeros.count(0):
            return encoding
    return ""


def _guess(raw: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    damaged = raw.decode("utf-8", errors="replace")
    bad = damaged.count("\ufffd")
    good = len(damaged) - bad - len(raw.translate(None, _NOT_ASCII))
    if good > _MIXED * bad:
        # UTF-8 that was pasted together with text of another encoding, or damaged in a few places.
        text = raw.decode("utf-8", errors=_PATCHED)
        guessed = bad - text.count("\ufffd")
        note = f"mixed encodings: UTF-8, but {guessed:,} bytes read as cp1252 (the first at byte {error.start:,})"
        return text, ((note,) if guessed > 0 else ()) + _replaced(text)
    encoding = _likeliest(raw[max(0, error.start - _GUESS_FROM // 2) : error.start + _GUESS_FROM // 2])
    text = raw.decode(encoding, errors="replace")
    return text, (f"not UTF-8, read as {encoding}", *_replaced(text))


def _likeliest(raw: bytes) -> str:
    """The encoding that makes most sense of the bytes; of several that do equally, the most common one."""
    from charset_normalizer import from_bytes

    matches = from_bytes(raw, cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        return _CANDIDATES[0]
    equal = {
        name
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for name in match.could_be_from_charset
    }
    return next((name for name in _CANDIDATES if name in equal), best.encoding)


def _patch(error: UnicodeError) -> tuple[str, int]:
    """A byte that UTF-8 does not have, as the encoding of Western Windows has it: b"\\x96" is a dash."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    # The beginning of a character that was cut off is no letter of another encoding.
    cut_off = len(broken) > 1 or error.end == len(error.object)
    return "\ufffd" if cut_off else broken.decode("cp1252", errors="replace"), error.end


codecs.register_error(_PATCHED, _patch)


def _without_nul(text: str, notes: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    if "\0" in text:
        raise ReadError("holds NUL bytes, so it is no text", hint="convert it to text first")
    return text, notes


def _replaced(text: str) -> tuple[str, ...]:
    bad = text.count("\ufffd")
    return (f"{bad:,} characters could not be decoded; each is shown as \ufffd",) if bad else ()
