"""Text of strangers made harmless: a transcript may hold anything, and changes nothing but its own place."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Terminal controls, line ends, the marks that reverse the text after them, and halves of characters.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SURROGATES = re.compile("[\ud800-\udfff]")
LINE_ENDS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
CONTROL_PICTURES = 0x2400

MARKDOWN = re.compile(r"[\\`*_\[\]|~]|\$(?!\d)|@(?=\w)|<(?=[a-zA-Z/!?])|&(?=[#a-zA-Z])")
MARKDOWN_ENTITIES = {"<": "&lt;", "&": "&amp;", "@": "@&#8203;"}
MARKDOWN_BLOCK_START = re.compile(r"^( *)([#=>]|[+-](?=[\s-]|$)|\d+(?=[.)](?:\s|$)))")

# The full-width forms too: some spreadsheets read them alike.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """The text on one line without control characters, character for character, so that offsets still hold.

    "red \\x1b[31m" becomes "red ␛[31m", a line end a space.
    """
    return UNPRINTABLE.sub(_shown, text)


def for_markdown(text: str) -> str:
    """The text as Markdown that shows just that text: "5 * 3 <b>" becomes "5 \\* 3 &lt;b&gt;".

    A dollar sign before a digit is left alone, for no formula can end there.
    """
    escaped = MARKDOWN.sub(_markdown, printable(text))
    return MARKDOWN_BLOCK_START.sub(_block_start, escaped)


def code(text: str) -> str:
    """The text as Markdown code, which nothing can be escaped in: "a`b.txt" and "a|b.txt" stay plain text."""
    shown = printable(text)
    return for_markdown(shown) if {"`", "|"} & set(shown) or not shown.strip() else f"`{shown}`"


def for_sheet(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: "=1+1" becomes "'=1+1"."""
    shown = printable(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA_STARTS) else shown


def encodable(text: str) -> str:
    """The text as UTF-8 can write it: half of a character, as file names may hold, becomes "\ufffd"."""
    return SURROGATES.sub("\ufffd", text)


def escape_json(document: str) -> str:
    """A JSON document with the characters escaped that a terminal would obey; it still says the same.

    Line ends stay: in a JSON document they can only stand between values.
    """
    return UNPRINTABLE.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", document)


def one_line(parts: Iterable[str], between: str = ", ") -> str:
    """The parts that say something, on one line: ("Anna", "", "2005-06-23") is "Anna, 2005-06-23"."""
    return between.join(part for part in parts if part)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in LINE_ENDS:
        return " "
    code_point = ord(character)
    if code_point < 0x20:
        return chr(CONTROL_PICTURES + code_point)
    return "\u2421" if code_point == 0x7F else "\ufffd"


def _markdown(match: re.Match[str]) -> str:
    return MARKDOWN_ENTITIES.get(match[0], f"\\{match[0]}")


def _block_start(match: re.Match[str]) -> str:
    spaces, mark = match.groups()
    return f"{spaces}{mark}\\" if mark.isdigit() else f"{spaces}\\{mark}"
