"""What is known of each document, as text to read: title, date, place, who speaks, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.model.document import Document, say_date
from claimcheck.reports.safe import printable
from claimcheck.reports.words import counted

INDENT = 12
NAMED = "“{}”"


def describe_documents(documents: Iterable[Document]) -> str:
    """The documents that were read, each in a few lines, with the source of every statement."""
    ordered = sorted(documents, key=lambda document: document.name)
    return "\n".join("".join(f"{line}\n" for line in _described(document)) for document in ordered)


def _described(document: Document) -> Iterator[str]:
    size = (counted(document.end - document.start, "character"), counted(len(document.turns), "turn"))
    yield f"{printable(document.name)} ({', '.join((document.format, *size))})"
    for name, stated in (("title", document.title), ("date", document.date), ("place", document.place)):
        yield _line(name, f"{say_date(stated.value)} ({stated.source})" if stated else "not found")
    speaking = list(_speaking(document)) or ["none named"]
    yield _line("speakers", speaking[0])
    yield from (_line("", one) for one in speaking[1:])
    yield from (_line("note", note) for note in document.notes)


def _line(name: str, told: str) -> str:
    return f"  {name + ':' if name else '':<{INDENT - 2}}{printable(told)}"


def _speaking(document: Document) -> Iterator[str]:
    """Each speaker with the number of turns and the labels, where they say something else than the name."""
    turns: Counter[str] = Counter()
    called: dict[str, dict[str, None]] = {}
    for turn in document.turns:
        if turn.speaker:
            turns[turn.speaker.name] += 1
            called.setdefault(turn.speaker.name, {})[turn.label] = None
    for name, number in turns.items():
        others = [NAMED.format(label) for label in called[name] if label and label != name]
        yield f"{name} ({', '.join((counted(number, 'turn'), *others))})"
