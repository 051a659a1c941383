"""Where in a JSON value something stands: "results.items[]", "alternatives[0].content", "^1.speaker"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.read.json_scan import Text, Value

# A step is a name, a place in a list, or -1 for every one of a list.
_Step = str | int
_EVERY = -1
Trail = tuple[Value, ...]


def find_all(root: Value, path: str) -> Iterator[Trail]:
    """What a path leads to, each with the objects around it, the outermost first."""
    yield from _follow((root,), _steps(path), 0)


def find_one(trail: Trail, path: str) -> Value:
    """What a path leads to from the last value of a trail; "^1." begins at the object one further out."""
    if path.startswith("^"):
        up, _, path = path[1:].partition(".")
        objects = [value for value in trail if isinstance(value, dict)]
        if len(objects) <= int(up):
            return None
        trail = (objects[-1 - int(up)],)
    found = next(_follow((trail[-1],), _steps(path), 0), None)
    return found[-1] if found else None


def _follow(trail: Trail, steps: tuple[_Step, ...], at: int) -> Iterator[Trail]:
    if at == len(steps):
        yield trail
        return
    step, value = steps[at], trail[-1]
    if isinstance(step, str):
        if isinstance(value, dict) and step in value:
            yield from _follow((*trail, value[step]), steps, at + 1)
    elif isinstance(value, list):
        for one in value if step == _EVERY else value[step : step + 1]:
            yield from _follow((*trail, one), steps, at + 1)


@cache
def _steps(path: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    for part in re.findall(r"\[\d*\]|[^.\[\]]+", path):
        if part.startswith("["):
            steps.append(int(part[1:-1]) if len(part) > 2 else _EVERY)
        else:
            steps.append(part)
    return tuple(steps)


def text_of(value: Value) -> str:
    """A name or a number as a label: the voice 2 is "2"; "" for what is neither."""
    if isinstance(value, Text):
        return value.strip()
    if isinstance(value, float) and not isinstance(value, bool):
        return f"{value:g}"
    return ""


def seconds_of(value: Value) -> float | None:
    """A time in the writings of the services: 13.05, "13.05", "13.05s", {"seconds": "13", "nanos": 50000000}."""
    if isinstance(value, dict):
        whole, parts = seconds_of(value.get("seconds")), seconds_of(value.get("nanos"))
        return None if whole is None and parts is None else (whole or 0.0) + (parts or 0.0) / 1e9
    if isinstance(value, float) and not isinstance(value, bool):
        return value
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*s?\s*", value) if isinstance(value, Text) and len(value) < 40 else None
    return float(match[1]) if match else None
