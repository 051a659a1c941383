"""Documents with their turns written down by hand, and what a reading of them must agree with.

A gold file names its document and gives the turns in order, each with speaker, label and first words; title, date
and place where the document states them. A speaker with a note in brackets ("Question (journalist)") names nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimcheck.model.document import Document, Turn, TurnKind


def spoken_turns(document: Document) -> list[Turn]:
    return [turn for turn in document.turns if turn.kind is TurnKind.SPEECH]


def read_gold(path: Path) -> Mapping[str, Any]:
    gold: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def differences(gold: Mapping[str, Any], document: Document) -> Iterator[str]:
    """Where a reading departs from the turns written by hand; nothing when it is right."""
    turns = spoken_turns(document)
    if len(turns) != gold["turns"]:
        yield f"{len(turns)} turns, not {gold['turns']}: {[(turn.label, turn.text[:30]) for turn in turns]}"
    for key in ("title", "date", "place"):
        stated = getattr(document, key)
        if key in gold and not (stated and _words(stated.value) == _words(gold[key])):
            yield f"{key} is {stated}, not {gold[key]}"
    named: dict[str, str] = {}
    for number, (turn, told) in enumerate(zip(turns, gold["order"], strict=False)):
        text = " ".join(turn.text.split())
        if not text.startswith(" ".join(told["first"].split())):
            yield f"turn {number} begins {text[:40]!r}, not {told['first']!r}"
        if not text.endswith(told.get("last", "")):
            yield f"turn {number} ends {text[-40:]!r}, not {told['last']!r}"
        if _words(told["label"]) != _words(turn.label):
            yield f"turn {number} is labelled {turn.label!r}, not {told['label']!r}"
        yield from _misnamed(number, turn, told["speaker"], named)


def _misnamed(number: int, turn: Turn, expected: str, named: dict[str, str]) -> Iterator[str]:
    """Whether a turn has the wrong speaker; an office that no text resolves may stand for its holder."""
    if turn.speaker is None:
        yield f"turn {number} has no speaker, not {expected}"
        return
    name = turn.speaker.name
    if ("(" in expected) != turn.speaker.anonymous and expected not in ("Question", "Answer"):
        yield f"turn {number} is by {turn.speaker}, not {expected}"
    if named.setdefault(expected, name) != name:
        yield f"{expected} is {named[expected]} and {name}"
    if list(named.values()).count(name) > 1:
        yield f"{name} is several people: {[one for one, other in named.items() if other == name]}"
    whole = turn.speaker.anonymous or name == expected
    by_office = turn.label.lower().startswith("the ") and name.split()[-1] == expected.split()[-1]
    if not whole and not by_office:
        yield f"turn {number} is by {name}, not {expected}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
