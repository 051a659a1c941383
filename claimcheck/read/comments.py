"""Comments that are addressed to claimcheck: found in the file, and no part of what is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.model.document import Document, line_starts
from claimcheck.model.remark import Remark

# Bounded, so that a file of nothing but openings is read in linear time.
_MARKED = r"<!--\s{0,99}claimcheck:(?P<marked>(?:(?!<!--).){0,2000}?)-->"
_HASH = r"(?:^|(?<=[ \t]))\#[ \t]{0,9}claimcheck:(?P<hash>[^\r\n]*)"
_NOTE = r"^[ \t]*NOTE[ \t]{1,9}claimcheck:(?P<note>[^\r\n]*)"
# In captions only a whole line can be one: "# 1" may well be said.
_CAPTION = r"^[ \t]*\#[ \t]{0,9}claimcheck:(?P<hash>[^\r\n]*)"

_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        format_name: re.compile("|".join(forms), re.DOTALL | re.MULTILINE)
        for format_name, forms in {
            "text": (_MARKED, _HASH),
            "markdown": (_MARKED, _HASH),
            "html": (_MARKED,),
            "xml": (_MARKED,),
            "vtt": (_NOTE, _CAPTION),
            "srt": (_NOTE, _CAPTION),
        }.items()
    }
)
_INK = re.compile(r"[^\r\n]")
_WORD = re.compile(r"\S")
# Where what follows a comment ends: a line of text, a paragraph, item or row of Markdown, a whole caption.
_LINE_END = re.compile(r"\n")
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n|\Z)")
_BLOCK_END = re.compile(r"\n(?=[ \t\r]*(?:\n|\Z|\||\#|[-*+][ \t]|\d{1,9}[.)][ \t]))")
_ENDS = MappingProxyType({"markdown": _BLOCK_END, "vtt": _BLANK_LINE, "srt": _BLANK_LINE})
# Space that is none to Markdown, which would take four plain spaces before words for code.
BLANK = "\xa0"
_ADDRESS = "claimcheck:"


def hide_comments(text: str, format_name: str) -> str:
    """The text with such comments blanked, every other character in its place; a line that was one joins the one above.

    "12 buses. <!-- claimcheck: ignore core/sum -- by car -->" says "12 buses." and no more.
    """
    if _ADDRESS not in text:
        return text
    parts, position = [], 0
    for comment in _FORMS[format_name].finditer(text):
        start = _own_line(text, comment)
        at_end = text[comment.end() : comment.end() + 1] in ("", "\r", "\n")
        parts += [text[position:start], (" " if at_end else BLANK) * (comment.end() - start)]
        position = comment.end()
    return "".join([*parts, text[position:]])


def is_comment(line: str, format_name: str) -> bool:
    """Whether a line of captions is such a comment."""
    return _ADDRESS in line and _FORMS[format_name].match(line) is not None


def with_remarks(documents: Sequence[Document], format_name: str) -> list[Document]:
    """The documents of a file with the comments in them."""
    text = documents[0].text if documents else ""
    if format_name not in _FORMS or _ADDRESS not in text:
        return list(documents)
    found = list(_remarks(text, format_name))
    return [
        replace(document, remarks=tuple(one for one in found if document.start <= one.start < document.end))
        for document in documents
    ]


def _remarks(text: str, format_name: str) -> Iterator[Remark]:
    starts = line_starts(text)
    # Lines stay lines here, so that what follows a comment can be told.
    plain = _FORMS[format_name].sub(lambda comment: _INK.sub(" ", comment[0]), text)
    for comment in _FORMS[format_name].finditer(text):
        begin = comment.start() + len(comment[0]) - len(comment[0].lstrip(" \t"))
        line = bisect_right(starts, begin)
        yield Remark(
            " ".join((comment[comment.lastgroup or 0] or "").split()),
            begin,
            comment.end(),
            line,
            begin - starts[line - 1] + 1,
            _covered(plain, comment, format_name),
        )


def _covered(plain: str, comment: re.Match[str], format_name: str) -> tuple[int, int]:
    """What the comment is about: the line it stands on or, where that is blank, what comes next."""
    start = plain.rfind("\n", 0, comment.start()) + 1
    end = plain.find("\n", comment.end())
    end = len(plain) if end < 0 else end
    if plain[start:end].strip():
        return start, end
    following = _WORD.search(plain, end)
    if following is None:
        return end, end
    start = plain.rfind("\n", 0, following.start()) + 1
    last = _ENDS.get(format_name, _LINE_END).search(plain, following.start())
    return start, last.start() if last else len(plain)


def _own_line(text: str, comment: re.Match[str]) -> int:
    """Where the comment begins, with the end of the line above where it has a line to itself."""
    start = text.rfind("\n", 0, comment.start()) + 1
    end = text.find("\n", comment.end())
    rest = text[comment.end() : len(text) if end < 0 else end]
    if start == 0 or text[start : comment.start()].strip() or rest.strip():
        return comment.start()
    return start - 2 if text[start - 2 : start] == "\r\n" else start - 1
