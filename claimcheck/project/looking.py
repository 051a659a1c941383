"""A look at a folder that claimcheck is new to: where its transcripts are, and its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.model.document import Document
from claimcheck.read.settings import ReadSettings
from claimcheck.read.walking import find_files
from claimcheck.rules.packs import SUFFIXES, read_text

# Enough of a folder to know it by, and quick to read.
SAMPLE = 12
READABLE = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".vtt", ".srt", ".json", ".jsonl"}
    | {".csv", ".tsv", ".xml", ".tei", ".gz"}
)
# What projects keep at their top for people who read code.
PROJECT_PAPERS = ("readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security", "notice")

ReadDocuments = Callable[[Sequence[str]], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, or a file at the top, that may hold transcripts: how many files, and how many speak in the sample."""

    path: str
    files: int
    spoken: int
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: places with transcripts, the most likely first, and rule files."""

    places: tuple[Place, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """What is to be read: the places where people speak or, where nobody does, all."""
        spoken = [place.path for place in self.places if place.spoken]
        return tuple(spoken or [place.path for place in self.places])

    def told(self) -> Iterator[str]:
        """What to say of it."""
        for place in self.places:
            if place.path in self.paths:
                number = f"{place.files:,} file{'s' if place.files > 1 else ''} in "
                yield f"found {'' if place.is_file else number}{place.path}"
        if not self.places:
            yield "found no transcripts; write their folder after `paths`"
        for rules in self.rules:
            yield f"found rules in {rules}"


def look_at(folder: Path, read: ReadDocuments) -> Look:
    """Look at a folder: each folder in it is judged by a sample of its files, read by `read`."""
    files, _ = find_files([str(folder)], ReadSettings())
    groups: dict[str, list[str]] = {}
    for file in files:
        path = Path(file).relative_to(folder)
        if path.suffix.casefold() not in READABLE or path.stem.casefold().startswith(PROJECT_PAPERS):
            continue
        groups.setdefault(path.parts[0] if len(path.parts) > 1 else path.name, []).append(file)
    places = [
        Place(name, len(found), _spoken(read, found), (folder / name).is_file())
        for name, found in sorted(groups.items())
    ]
    alone = [place for place in places if place.is_file]
    if len(alone) > len(places) / 2 and len(alone) > 3:
        # An archive without folders: new files are to be read, too.
        places = [Place(".", sum(one.files for one in places), sum(one.spoken for one in places))]
    rules = tuple(sorted(_rule_files(folder, files)))
    return Look(tuple(sorted(places, key=lambda place: (-place.spoken, place.path))), rules)


def _spoken(read: ReadDocuments, files: Sequence[str]) -> int:
    """In how many transcripts of a sample somebody speaks under a name."""
    step = max(1, len(files) // SAMPLE)
    documents = read(files[::step][:SAMPLE])
    return sum(any(turn.speaker for turn in document.turns) for document in documents)


def _rule_files(folder: Path, files: Sequence[str]) -> Iterator[str]:
    for file in files:
        if file.endswith(SUFFIXES) and read_text(Path(file)).lstrip("-\n ").startswith("pack:"):
            yield Path(file).relative_to(folder).as_posix()
