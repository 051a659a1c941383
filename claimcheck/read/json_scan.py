r"""JSON whose strings know where they stand: {"text": "12 buses"} gives the text "12 buses" from character 10 on.

The standard library's reader tells no places. This one keeps its stack on the heap, so that no nesting can
exhaust the program's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from claimcheck.errors import ReadError
from claimcheck.read.cells import Cell, Piece

DEEPEST = 200
MOST_VALUES = 5_000_000
_TOKEN = re.compile(
    r"""[ \t\r\n]*+(?:
        (?P<mark>[{}\[\],:])
      | "(?P<string>(?:[^"\\\x00-\x08\x0b\x0c\x0e-\x1f]|\\.)*+)"
      | (?P<number>-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?|-?Infinity|NaN)
      | (?P<word>true|false|null)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n]*+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


class JsonDamage(Exception):  # noqa: N818
    """Where and how a text is no JSON: at character 12 it "lacks a comma"."""

    def __init__(self, position: int, what: str) -> None:
        super().__init__(position, what)
        self.position, self.what = position, what

    def told(self, text: str) -> ReadError:
        """The damage as a reason to skip the file, with line and column."""
        line = text.count("\n", 0, self.position) + 1
        column = self.position - text.rfind("\n", 0, self.position)
        return ReadError(f"is damaged json: line {line}, column {column} {self.what}", hint="export it again")


class Text(str):
    """A string of a JSON file with the places of its first character and of its closing quote."""

    __slots__ = ("end", "start")
    start: int
    end: int


Value: TypeAlias = "dict[str, Value] | list[Value] | Text | float | bool | None"


def scan_json(text: str, start: int = 0, end: int | None = None) -> Value:
    """The one value in text[start:end]; raises JsonDamage where it is no JSON."""
    value, position = scan_value(text, start, len(text) if end is None else end)
    at, what = _unread(text, position, len(text) if end is None else end)
    if what != "breaks off":
        raise JsonDamage(at, "goes on behind its end")
    return value


def scan_value(text: str, start: int, limit: int) -> tuple[Value, int]:
    """The value that begins at `start`, and where it ends."""
    stack: list[dict[str, Value] | list[Value]] = []
    keys: list[str | None] = []
    position = start
    expects_value = True
    values = 0
    while True:
        token = _TOKEN.match(text, position, limit)
        if token is None:
            raise JsonDamage(*_unread(text, position, limit))
        mark, position = token["mark"], token.end()
        closing = mark in ("}", "]")
        if closing:
            value: Value = _close(text, token, stack, keys, expects_value)
        elif mark in ("{", "["):
            if not expects_value:
                raise JsonDamage(_start(token), "lacks a comma")
            if len(stack) >= DEEPEST:
                raise ReadError(f"is nested deeper than {DEEPEST} levels", hint="no transcript needs that")
            stack.append({} if mark == "{" else [])
            keys.append(None)
            if mark == "{":
                expects_value = _at(text, position, limit, "}")
                if not expects_value:
                    keys[-1], position = _read_key(text, position, limit)
                expects_value = True
            continue
        elif mark == ",":
            if expects_value or not stack:
                raise JsonDamage(_start(token), "has a comma too many")
            if isinstance(stack[-1], dict):
                keys[-1], position = _read_key(text, position, limit)
            expects_value = True
            continue
        elif mark == ":" or not expects_value:
            raise JsonDamage(_start(token), "lacks a comma")
        else:
            value = _scalar(text, token)
        if not stack:
            return value, position
        values += 1
        if values > MOST_VALUES:
            raise ReadError(f"has more than {MOST_VALUES:,} values", hint="split it")
        _store(stack[-1], keys[-1], value)
        expects_value = False


def cell_of(text: str, value: Text) -> Cell:
    r"""The pieces of a string: "5\u00a0km" is "5", an escaped space and "km"."""
    return Cell(tuple(_pieces(text, value.start, value.end)))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    pending: tuple[int, int] | None = None
    for escape in _ESCAPE.finditer(text, start, end):
        if escape.start() > position:
            yield Piece(text[position : escape.start()], position)
        code = int(escape[1], 16) if escape[1] else -1
        position = escape.end()
        if 0xD800 <= code < 0xDC00:
            pending = (code, escape.start())
        elif 0xDC00 <= code < 0xE000 and pending and escape.start() == pending[1] + 6:
            yield Piece(chr(0x10000 + ((pending[0] - 0xD800) << 10) + code - 0xDC00), pending[1], True)
            pending = None
        elif 0xDC00 <= code < 0xE000:
            yield Piece("\ufffd", escape.start(), True)
        else:
            character = chr(code) if code >= 0 else _SHORT.get(escape[2], escape[2])
            yield Piece(character, escape.start(), True)
    if position < end:
        yield Piece(text[position:end], position)


def _scalar(text: str, token: re.Match[str]) -> Value:
    if token["string"] is not None:
        return _text(text, token.start("string"), token.end("string"))
    if token["word"]:
        return _WORDS[token["word"]]
    try:
        return float(token["number"])
    except (ValueError, OverflowError):
        return 0.0


def _text(text: str, start: int, end: int) -> Text:
    raw = text[start:end]
    value = Text("".join(piece.text for piece in _pieces(text, start, end)) if "\\" in raw else raw)
    value.start, value.end = start, end
    return value


def _read_key(text: str, position: int, limit: int) -> tuple[str, int]:
    key = _TOKEN.match(text, position, limit)
    if key is None or key["string"] is None:
        raise JsonDamage(position, "lacks a name in quotes")
    colon = _TOKEN.match(text, key.end(), limit)
    if colon is None or colon["mark"] != ":":
        raise JsonDamage(key.end(), "lacks a colon")
    return str(_text(text, key.start("string"), key.end("string"))), colon.end()


def _at(text: str, position: int, limit: int, mark: str) -> bool:
    token = _TOKEN.match(text, position, limit)
    return token is not None and token["mark"] == mark


def _close(
    text: str,
    token: re.Match[str],
    stack: list[dict[str, Value] | list[Value]],
    keys: list[str | None],
    expects_value: bool,
) -> Value:
    opened = {"}": dict, "]": list}[token["mark"]]
    if not stack or not isinstance(stack[-1], opened) or (expects_value and len(stack[-1]) > 0):
        raise JsonDamage(_start(token), f"has a {token['mark']} too many")
    keys.pop()
    return stack.pop()


def _store(container: dict[str, Value] | list[Value], key: str | None, value: Value) -> None:
    if isinstance(container, list):
        container.append(value)
    elif key is not None:
        container[key] = value


def _unread(text: str, position: int, limit: int) -> tuple[int, str]:
    space = _SPACE.match(text, position, limit)
    at = space.end() if space else position
    return at, "breaks off" if at >= limit else "cannot be read"


def _start(token: re.Match[str]) -> int:
    """Where a token begins behind the white space before it."""
    return token.end() - len(token[0].lstrip(" \t\r\n"))
