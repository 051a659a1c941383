"""The lines of a PDF, read by a process of its own, which may be slow, greedy or crash without harm.

Run as a script, it imports nothing of claimcheck: it takes a PDF on standard input, limits as arguments, and writes
one JSON object a line: first {"title": ...}, then {"lines": [[text, left, bottom, right, top, bold], ...]} a page,
and at last {"end": true}. `bold` is the number of bold characters at the line's beginning; a text ends with U+00AD
where its line breaks within a word. A failure is {"error": reason, "hint": what to do}.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

HYPHEN = 0x02
SOFT_HYPHEN = "\xad"
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
LETTERS_ASKING = "QA"
SPACES = frozenset({0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F})
# A line takes memory even if it is short.
LINE_COST = 100
BOLD_WEIGHT = 600
BOLD_NAMES = (b"bold", b"black", b"heavy")


def main() -> None:
    """Read standard input within the limits given: bytes of memory, seconds, characters."""
    memory, seconds, characters = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    _limit(memory, seconds)
    try:
        for item in read(sys.stdin.buffer.read(), characters):
            sys.stdout.write(json.dumps(item) + "\n")
    except MemoryError:
        _fail(f"needs more than {memory:,} bytes of memory", "raise read.pdf_memory")
    sys.stdout.flush()


def read(raw: bytes, characters: int) -> Iterator[dict[str, Any]]:
    """The pages of a PDF as JSON objects, up to a number of characters."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            yield _failure("is protected by a password", "save a copy without it")
        else:
            yield _failure("is damaged pdf: no document can be found in it", "open it and save it anew")
        return
    yield {"title": document.get_metadata_value("Title")}
    for number in range(len(document)):
        try:
            lines = list(_lines(document[number], pdfium))
        except pypdfium2.PdfiumError:
            yield {"lines": [], "damaged": True}
            continue
        characters -= sum(len(line[0]) + LINE_COST for line in lines)
        if characters < 0:
            yield _failure("holds more text than may be read", "split it, or raise read.max_bytes")
            return
        yield {"lines": lines}
    yield {"end": True}


def _lines(page: Any, pdfium: Any) -> Iterator[list[Any]]:
    text_page = page.get_textpage()
    line: list[int] = []
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0A, 0x0D, HYPHEN):
            yield from _line(text_page, pdfium, line, broken=code == HYPHEN)
            line = []
        if code not in (0x0A, 0x0D, HYPHEN):
            line.append(index)
    yield from _line(text_page, pdfium, line, broken=False)


def _line(text_page: Any, pdfium: Any, indices: list[int], broken: bool) -> Iterator[list[Any]]:
    codes = [pdfium.FPDFText_GetUnicode(text_page, index) for index in indices]
    seen = [at for at, code in enumerate(codes) if code not in SPACES and code >= 0x20]
    if not seen:
        return
    first, last = seen[0], seen[-1]
    left, bottom, _, top = text_page.get_charbox(indices[first], loose=True)
    _, _, right, _ = text_page.get_charbox(indices[last], loose=True)
    pieces = [_decoded(code) for code in codes[first : last + 1]]
    bold = 0
    for at in range(first, last + 1):
        if codes[at] not in SPACES and not _is_bold(text_page, pdfium, indices[at]):
            break
        bold += len(pieces[at - first])
    if len(seen) > 1 and chr(codes[first]) in LETTERS_ASKING and seen[1] > first + 1:
        # "Q    Will it ...": pdfium makes any gap one space, but a wide one tells a label from a word.
        gap = text_page.get_charbox(indices[seen[1]])[0] - text_page.get_charbox(indices[first])[2]
        pieces[0] += " " if gap > (top - bottom) / 2 else ""
    text = "".join(pieces) + (SOFT_HYPHEN if broken else "")
    yield [text, *(round(value, 2) for value in (left, bottom, right, top)), bold]


def _decoded(code: int) -> str:
    if code in LIGATURES:
        return LIGATURES[code]
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _is_bold(text_page: Any, pdfium: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), ctypes.c_int())
    return any(word in name.value.lower() for word in BOLD_NAMES)


def _limit(memory: int, seconds: int) -> None:
    """Bound this process, where the system can: the parent ends it anyway when its time is over."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue


def _failure(reason: str, hint: str) -> dict[str, str]:
    return {"error": reason, "hint": hint}


def _fail(reason: str, hint: str) -> None:
    sys.stdout.write(json.dumps(_failure(reason, hint)) + "\n")


if __name__ == "__main__":
    main()
