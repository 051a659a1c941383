"""WebVTT and SRT: what is said between two times, with the voice where the file names it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.model.document import Document, Landmark, Stated
from claimcheck.read.cues import Cue, join_cues, moments, name_voices, voice_notes
from claimcheck.read.decoding import decode
from claimcheck.read.lexicon import header_words
from claimcheck.read.records import UNKNOWN, differing_dates, stated_date
from claimcheck.read.shaping import Known, make_document
from claimcheck.read.subtitle_cues import Caption, Line, read_captions
from claimcheck.read.subtitle_text import SpokenLine, read_spoken

_KNOWN_FIELDS = ("title", "date", "place")


def read_vtt(name: str, raw: bytes) -> list[Document]:
    """Read WebVTT: "<v Anna>We sold 12 buses." is a turn of Anna's, found at its time."""
    return _read(name, raw, "vtt")


def read_srt(name: str, raw: bytes) -> list[Document]:
    """Read SRT; a caption that begins with "Anna:" opens a turn of Anna's."""
    return _read(name, raw, "srt")


def _read(name: str, raw: bytes, format_name: str) -> list[Document]:
    text, notes = decode(raw)
    captions, comments = read_captions(text, format_name)
    cues = _cues(captions)
    names = name_voices(cue.label for cue in cues)
    cues = [replace(cue, label=names.get(cue.label, "")) for cue in cues]
    known = _known(comments)
    notes += (*voice_notes(names), *differing_dates(name, [known.date]))
    document = make_document(name, text, format_name, join_cues(cues), known, notes)
    return [replace(document, landmarks=tuple(Landmark(start, moment) for start, moment in moments(cues)))]


def _cues(captions: Sequence[Caption]) -> list[Cue]:
    """The lines of all captions; those that roll on the screen are taken once."""
    spoken = [(caption, line) for caption in captions for line in read_spoken(caption.lines)]
    repeats = sum(one[1].text == other[1].text for one, other in itertools.pairwise(spoken))
    rolling = repeats > 0.2 * len(spoken)
    cues: list[Cue] = []
    # ">>" tells that somebody else speaks, not who.
    unknown = False
    before = ""
    for caption, line in spoken:
        if not (rolling and line.text == before):
            unknown = _is_unknown(line, unknown)
            label = line.voice or (UNKNOWN if unknown else "")
            cues.append(Cue(line.cell, label, caption.start, caption.end, opens=line.opens))
        before = line.text
    return cues


def _is_unknown(line: SpokenLine, unknown: bool) -> bool:
    if line.voice or line.named:
        return False
    return unknown or line.changes


def _known(comments: Iterable[Line]) -> Known:
    """What the comments of a file tell: "NOTE June 3, 2021", "Title: Budget Debate"."""
    found: dict[str, Stated] = {}
    for comment in comments:
        source = f"line {comment.number}"
        key, colon, value = comment.text.partition(":")
        kind = header_words().fields.get(key.strip().lower(), "") if colon else ""
        if kind == "publication":
            continue
        date = stated_date(comment.text, source)
        if date:
            found.setdefault("date", date)
        elif kind in _KNOWN_FIELDS and value.strip():
            found.setdefault(kind, Stated(value.strip(), source))
    return Known(**{kind: found.get(kind) for kind in _KNOWN_FIELDS})
