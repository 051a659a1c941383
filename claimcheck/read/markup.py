"""What HTML and XML readers share: the events of a file in order, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Open:
    """An element begins: <u who="#anna"> is "u" with who="#anna", in small letters for HTML."""

    tag: str
    start: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Close:
    """An element ends."""

    tag: str
    start: int


@dataclass(frozen=True, slots=True)
class Data:
    """Text: word for word in the file at `start`, or what an escape there stands for."""

    text: str
    start: int
    escaped: bool = False


Event = Open | Close | Data
