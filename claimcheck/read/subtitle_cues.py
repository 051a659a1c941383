"""The captions of a subtitle file: a line of times, then what is said until a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.read.comments import is_comment

_TIME = r"(?:(\d{1,6}):)?(\d{1,2}):(\d\d)(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?$")
_COMMENTS = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, with its number and the place of its first character."""

    text: str
    start: int
    number: int


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on the screen from one second to another."""

    start: float
    end: float
    lines: tuple[Line, ...]


def read_captions(text: str, format_name: str) -> tuple[list[Caption], list[Line]]:
    """The captions of a file, and its comments; both forms may lack the blank line between captions."""
    lines = [line for line in _lines(text) if not is_comment(line.text, format_name)]
    captions: list[Caption] = []
    comments: list[Line] = []
    body: list[Line] = []
    times: tuple[float, float] | None = None
    # Above the first caption of WebVTT stand its own fields.
    commented = format_name == "vtt" and text.lstrip("\ufeff \t\r\n").startswith("WEBVTT")

    def close() -> None:
        if times and body:
            captions.append(Caption(*times, tuple(body)))
        body.clear()

    for index, line in enumerate(lines):
        found = _TIMES.match(line.text) if "-->" in line.text else None
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if found:
            close()
            times, commented = (_seconds(found.groups()[:4]), _seconds(found.groups()[4:])), False
        elif not line.text.strip():
            commented = False
            if format_name == "vtt":
                close()
                times = None
        elif "-->" in following and _TIMES.match(following):
            # The number or name of the next caption.
            close()
            times = None
        elif commented or (times is None and _COMMENTS.match(line.text)):
            commented = True
            comments.append(line)
        elif times:
            body.append(line)
    close()
    return captions, comments


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield Line(line.rstrip("\r"), start, number)
        start += len(line) + 1


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000
