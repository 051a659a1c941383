"""The JSON of speech-to-text: Whisper, the vendors' services, the editors that correct their output."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimcheck.data_files import read_table
from claimcheck.read.cues import Cue, name_voices, voice_notes
from claimcheck.read.json_paths import Trail, find_all, find_one, seconds_of, text_of
from claimcheck.read.json_scan import Text, Value, cell_of


@dataclass(frozen=True, slots=True)
class Shape:
    """Where one service puts words, voices and times; `data/speech_json.toml` explains the fields."""

    name: str
    at: str
    text: tuple[str, ...]
    speaker: str = ""
    start: str = ""
    end: str = ""
    length: str = ""
    unit: float = 1.0
    running: bool = False
    spaced: bool = False
    glue: tuple[str, str] = ("", "")
    needs: str = ""
    voices: dict[str, str] | None = None
    names: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a service recognised: its cues in order, under which name it is known, what had to be guessed."""

    shape: str
    cues: tuple[Cue, ...]
    notes: tuple[str, ...]


def read_speech(text: str, root: Value) -> Recognised | None:
    """The cues of the first shape that fits a JSON value, None when none does."""
    for shape in _shapes():
        entries = [trail for trail in find_all(root, shape.at) if _is_entry(trail, shape)]
        if entries:
            cues = list(_cues(text, root, shape, entries))
            names = name_voices(cue.label for cue in cues)
            named = tuple(replace(cue, label=names.get(cue.label, "")) for cue in cues)
            return Recognised(shape.name, named, voice_notes(names))
    return None


def _is_entry(trail: Trail, shape: Shape) -> bool:
    return (not shape.needs or bool(find_one(trail, shape.needs))) and _words(trail, shape) is not None


def _words(trail: Trail, shape: Shape) -> Text | None:
    for path in shape.text:
        found = find_one(trail, path)
        if isinstance(found, Text):
            return found
    return None


def _cues(text: str, root: Value, shape: Shape, entries: list[Trail]) -> Iterator[Cue]:
    voices = _voices(root, shape.voices) if shape.voices else None
    names = _names(root, shape.names) if shape.names else {}
    speaker = ""
    for trail in entries:
        words = _words(trail, shape)
        if words is None:
            continue
        start = _time(trail, shape.start, shape.unit)
        end = _time(trail, shape.end, shape.unit)
        length = _time(trail, shape.length, shape.unit)
        if end is None and start is not None and length is not None:
            end = start + length
        glued = bool(shape.glue[0]) and find_one(trail, shape.glue[0]) == shape.glue[1]
        # Punctuation has no voice of its own.
        if not glued:
            own = text_of(find_one(trail, shape.speaker)) if shape.speaker else ""
            speaker = own or (voices.at(start) if voices and start is not None else "")
        cell = cell_of(text, words)
        yield Cue(cell, names.get(speaker, speaker), start, end, glued=glued or shape.spaced, opens=not shape.running)


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who speaks from when on, in order of time."""

    starts: tuple[float, ...]
    labels: tuple[str, ...]

    def at(self, second: float) -> str:
        index = bisect.bisect_right(self.starts, second + 1e-6) - 1
        return self.labels[max(0, index)] if self.labels else ""


def _voices(root: Value, fields: dict[str, str]) -> _Voices:
    found = []
    for trail in find_all(root, fields["at"]):
        start, label = seconds_of(find_one(trail, fields["start"])), text_of(find_one(trail, fields["speaker"]))
        if start is not None and label:
            found.append((start, label))
    found.sort(key=lambda one: one[0])
    return _Voices(tuple(start for start, _ in found), tuple(label for _, label in found))


def _names(root: Value, fields: dict[str, str]) -> dict[str, str]:
    pairs = [
        (text_of(find_one(trail, fields["id"])), text_of(find_one(trail, fields["name"])))
        for trail in find_all(root, fields["at"])
    ]
    return {key: name for key, name in pairs if key and name}


def _time(trail: Trail, path: str, unit: float) -> float | None:
    seconds = seconds_of(find_one(trail, path)) if path else None
    return None if seconds is None else seconds * unit


@cache
def _shapes() -> tuple[Shape, ...]:
    data = read_table("claimcheck.read", "speech_json.toml")
    return tuple(
        Shape(**entry | {"text": tuple(entry["text"]), "glue": tuple(entry.get("glue", ("", "")))})
        for entry in data["shape"]
    )
