"""Where each key and value of a TOML file stands; Python's parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Location = tuple[int | str, ...]
# What a value can be made of, so that brackets and signs within strings and comments are passed over.
_TOKEN = re.compile(
    r"""(?P<string>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
      | (?P<comment>\#[^\n]*)
      | (?P<open>[\[{])
      | (?P<close>[\]}])
      | (?P<comma>,)
      | (?P<end>\r?\n)
      | (?P<other>[^\s\[\]{},#"']+)
      | (?P<space>[ \t\r]+)""",
    re.VERBOSE | re.DOTALL,
)
_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*")
_HEADER = re.compile(rf"[ \t]*\[+[ \t]*(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*\]+")
_PART = re.compile(_NAME)


@dataclass(slots=True)
class TomlPlaces:
    """The offsets of keys and values in a well-formed file, by their path: ("tool", "claimcheck", "rules", 0)."""

    text: str
    keys: dict[Location, int] = field(default_factory=dict)
    values: dict[Location, int] = field(default_factory=dict)

    @staticmethod
    def of(text: str) -> TomlPlaces:
        """Find all of them in one pass."""
        places = TomlPlaces(text)
        table: Location = ()
        position = 0
        while position < len(text):
            if header := _HEADER.match(text, position):
                table = places._path((), header)
                position = _line_end(text, header.end())
            elif key := _KEY.match(text, position):
                path = places._path(table, key)
                position = _line_end(text, places._value(path, key.end()))
            else:
                position = _line_end(text, position)
        return places

    def line_and_column(self, location: Location, *, key: bool = False) -> tuple[int, int]:
        """Where a value stands, or its key; the nearest one around it for what has no place of its own."""
        for end in range(len(location), 0, -1):
            found = self.keys if key or location[:end] not in self.values else self.values
            if (offset := found.get(location[:end])) is not None:
                line = self.text.count("\n", 0, offset) + 1
                return line, offset - self.text.rfind("\n", 0, offset)
        return 1, 1

    def _path(self, table: Location, match: re.Match[str]) -> Location:
        """The path that a dotted key names, each part of it noted down."""
        path = table
        for part in _PART.finditer(self.text, match.start("key"), match.end("key")):
            path = (*path, part[0].strip("\"'"))
            self.keys.setdefault(path, part.start())
        return path

    def _value(self, path: Location, position: int) -> int:
        """Note down a value, with the entries of a list; where it ends."""
        self.values[path] = position
        depth, index, fresh = 0, 0, True
        while token := _TOKEN.match(self.text, position):
            kind = token.lastgroup
            if kind == "end" and depth == 0:
                break
            if depth == 1 and fresh and kind in ("string", "other", "open"):
                self.values[(*path, index)] = position
                index, fresh = index + 1, False
            depth += {"open": 1, "close": -1}.get(kind or "", 0)
            fresh = fresh or (kind == "comma" and depth == 1)
            position = token.end()
        return position


def value_at(content: object, location: Location) -> object:
    """What stands at a path, or None."""
    for step in location:
        if isinstance(content, Mapping):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    return content


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1
