"""The events of an XML file, read by expat: the places are its own, and nothing outside of the file is opened.

Entities are the way to make a small file huge, and to have others read. They are never expanded: a declared
character ("&pound;") is taken as that, and a file that declares anything longer is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.parsers import expat

from claimcheck.errors import ReadError
from claimcheck.read.markup import Close, Data, Event, Open

DEEPEST = 200
MOST_ELEMENTS = 3_000_000
LONGEST_ENTITY = 8
_HINT = "a transcript needs no entities but for single characters"


def read_events(text: str, consume: Callable[[Event], None]) -> None:
    """Hand over the elements and texts of a file; ReadError with line and column where it is no XML."""
    begin = len(text) - len(text.lstrip())
    raw = text[begin:].encode("utf-8", "surrogatepass")
    source = _Source(raw, begin, consume)
    try:
        source.parser.Parse(raw, True)
    except expat.ExpatError as error:
        line = error.lineno + text.count("\n", 0, begin)
        what = expat.errors.messages.get(error.code, "cannot be read")
        told = f"is damaged xml: line {line}, column {error.offset + 1}: {what}"
        raise ReadError(told, hint="export it again") from error


class _Source:
    def __init__(self, raw: bytes, begin: int, consume: Callable[[Event], None]) -> None:
        self.raw, self.consume = raw, consume
        self.byte, self.character = 0, begin
        self.ascii = raw.isascii()
        self.begin = begin
        self.depth = self.elements = 0
        self.entities: dict[str, str] = {}
        parser = expat.ParserCreate("utf-8")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = False
        parser.StartElementHandler = self.open
        parser.EndElementHandler = self.close
        parser.CharacterDataHandler = self.data
        parser.EntityDeclHandler = self.declare
        # Not "DefaultHandlerExpand": with this one references come as they stand.
        parser.DefaultHandler = self.other
        self.parser = parser

    def at(self) -> int:
        """The character that the parser is at; it only goes forward."""
        byte = self.parser.CurrentByteIndex
        if self.ascii:
            return self.begin + byte
        if byte > self.byte:
            self.character += len(self.raw[self.byte : byte].decode("utf-8", "surrogatepass"))
            self.byte = byte
        return self.character

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise ReadError(f"has more than {MOST_ELEMENTS:,} elements", hint="split it")
        if self.depth > DEEPEST:
            raise ReadError(f"is nested deeper than {DEEPEST} elements", hint="no transcript needs that")
        self.consume(Open(_local(tag), self.at(), {_local(key): value for key, value in attributes.items()}))

    def close(self, tag: str) -> None:
        self.depth -= 1
        self.consume(Close(_local(tag), self.at()))

    def data(self, text: str) -> None:
        escaped = self.raw[self.parser.CurrentByteIndex : self.parser.CurrentByteIndex + 1] == b"&"
        self.consume(Data(text, self.at(), escaped))

    def other(self, text: str) -> None:
        reference = re.fullmatch(r"&([\w.:-]{1,64});", text)
        if reference and self.depth:
            meaning = self.entities.get(reference[1]) or unescape(text)
            self.consume(Data("" if meaning == text else meaning, self.at(), True))

    def declare(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if is_parameter or value is None or system is not None or public is not None:
            raise ReadError(f'declares the external entity "{name}"', hint=_HINT)
        if len(value) > LONGEST_ENTITY or "&" in value.replace("&#", "") or "<" in value:
            raise ReadError(f'declares the entity "{name}", which could grow without bound', hint=_HINT)
        self.entities[name] = unescape(value)


def _local(name: str) -> str:
    """A name without its prefix: "xml:id" is "id"."""
    return name.rpartition(":")[2]
