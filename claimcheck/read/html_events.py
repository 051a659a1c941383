"""The events of an HTML page, whatever its mistakes: one pass, each character looked at a bounded number of times.

Libraries that build a tree tell lines at best; a page is often one line, and a finding has to point into it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from html import unescape

from claimcheck.errors import ReadError
from claimcheck.read.markup import Close, Data, Event, Open

MOST_TAGS = 1_000_000
# Quantifiers that give nothing back, so that no page can make them try again and again.
_OPEN = re.compile(
    r"""<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>"""
)
_OPEN_WITHOUT_QUOTES = re.compile(r"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>[^>]*+)>")
_CLOSE = re.compile(r"</(?P<name>[a-zA-Z][^\s/>]*+)[^>]*+>")
_OTHER = re.compile(r"<[!?/][^>]*+>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
# What these hold is no text of the page.
_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title")
_PLAIN_TAG = re.compile(r"<(?P<open>[a-zA-Z][^\s/>]*+)(?P<attributes>[^>]*+)>")


def read_events(text: str) -> Iterator[Event]:
    """The tags and texts of a page, comments left out, escapes decoded."""
    position = 0
    last = text.rfind(">")
    tags = 0
    unclosed: set[str] = set()
    pattern = _OPEN
    while 0 <= (opening := text.find("<", position)) < last:
        tag = pattern.match(text, opening)
        if tag is None and pattern is _OPEN and _OPEN_WITHOUT_QUOTES.match(text, opening):
            # A quote is never closed; it would be looked for again at every tag.
            pattern = _OPEN_WITHOUT_QUOTES
            continue
        yield from _data(text, position, opening)
        tags += 1
        if tags > MOST_TAGS:
            raise ReadError(f"has more than {MOST_TAGS:,} tags", hint="split it")
        if tag is not None:
            name, attributes = tag["name"].lower(), tag["attributes"]
            yield Open(name, opening, _attributes(attributes), attributes.endswith("/"))
            position = tag.end()
            if name in _RAW:
                position = yield from _raw(text, position, name, unclosed)
        elif text.startswith("<!--", opening):
            position = _skip(text, opening + 4, "-->", unclosed)
        elif close := _CLOSE.match(text, opening):
            yield Close(close["name"].lower(), opening)
            position = close.end()
        elif other := _OTHER.match(text, opening):
            position = other.end()
        else:
            # A sign and no tag: "a < b".
            yield Data("<", opening)
            position = opening + 1
    yield from _data(text, position, len(text))


def _raw(text: str, position: int, name: str, unclosed: set[str]) -> Generator[Event, None, int]:
    """Pass over what a script holds; a title is text, but has no tags in it."""
    end = _find_end(text, position, name, unclosed)
    if end < 0:
        return position
    if name in ("title", "textarea"):
        yield from _data(text, position, end)
    return end


def _find_end(text: str, position: int, name: str, unclosed: set[str]) -> int:
    if name in unclosed:
        return -1
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, position)
    if match is None:
        unclosed.add(name)
        return -1
    return match.start()


def _skip(text: str, position: int, mark: str, unclosed: set[str]) -> int:
    """The place behind a mark; a comment that is never closed hides nothing."""
    end = -1 if mark in unclosed else text.find(mark, position)
    if end < 0:
        unclosed.add(mark)
        return position
    return end + len(mark)


def _data(text: str, start: int, end: int) -> Iterator[Data]:
    position = start
    for entity in _ENTITY.finditer(text, start, end):
        meaning = unescape(entity[0])
        if meaning == entity[0]:
            continue
        if entity.start() > position:
            yield Data(text[position : entity.start()], position)
        yield Data(meaning, entity.start(), True)
        position = entity.end()
    if position < end:
        yield Data(text[position:end], position)


def _attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(raw):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found
