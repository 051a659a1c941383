"""From files to what each says by itself: documents, figures, claims; nothing here knows two files at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import Protocol

from claimcheck.claims import extract_claims
from claimcheck.claims.anniversaries import extract_anniversaries
from claimcheck.claims.datings import extract_datings
from claimcheck.claims.enumerations import extract_enumerations
from claimcheck.engine import Failure, choose_workers, describe, work_through
from claimcheck.errors import BusyError, ReadError
from claimcheck.links import Groundwork
from claimcheck.memory import Memory, reach
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Segment, Skipped, Speaker, Stated, Turn
from claimcheck.model.extract import Extract, Reading
from claimcheck.model.once import Once
from claimcheck.model.rule import RuleSet
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities import scan
from claimcheck.read import STDIN, Readers, ReadSettings, find_files, find_readers, load_bytes, name_of, read_file
from claimcheck.store import Archive
from claimcheck.turns import split_document

Progress = Callable[[int, int, str], None]
Interrupted = Callable[[int, int], None]
OUTDATED = "is in the archive as another version or other settings read it"
FAULT = "claimcheck failed on it"
FAULT_HINT = "this is a fault in claimcheck; please report it with this line"
DIED_HINT = "it may need more memory than there is; try it by itself, with --workers 1"


class FileStudy:
    """What is done with each file, here or in a worker process: `FileStudy(settings, units)("talk.txt")`.

    A `lean` study leaves out all numbers but those of claims.
    """

    def __init__(self, settings: ReadSettings, units: UnitSettings, lean: bool = False) -> None:
        self.settings = settings
        self.units = units
        self.lean = lean

    def __call__(self, file: str, raw: bytes | None = None) -> Reading:
        """The documents of a file with their claims; one that cannot be read is told with its reason.

        `raw` are its bytes, where somebody has read them already.
        """
        name = name_of(file, self.settings)
        try:
            held = load_bytes(file, self.settings.max_bytes) if raw is None else raw
            documents, skipped = read_file(file, self.settings, self._readers, held)
        except ReadError as error:
            passing = isinstance(error, BusyError)
            return Reading(name, skipped=(Skipped(name, error.message, error.hint, passing=passing),), failed=True)
        content = "" if file == STDIN else sha256(held).hexdigest()
        reading = Reading(name, content, tuple(study_documents(documents, self.units)), tuple(skipped))
        return _without_numbers(reading) if self.lean else reading

    @cached_property
    def _readers(self) -> Readers:
        return find_readers(self.settings)

    def __reduce__(self) -> tuple[type[FileStudy], tuple[ReadSettings, UnitSettings, bool]]:
        return FileStudy, (self.settings, self.units, self.lean)


class Cluster(Protocol):
    """Other machines, which study files too."""

    def holds(self, path: str) -> bool:
        """Whether a path is in a file system of theirs, as "s3a://archive/talks"."""
        ...

    def study(self, files: Sequence[str], places: Sequence[str], study: FileStudy) -> Iterator[Reading]:
        """What each file says, those that are named and those in their own file systems."""
        ...

    def lay_groundwork(self, claims: Sequence[Claim], rules: RuleSet, texts: Mapping[str, str]) -> Groundwork:
        """What `link_claims` finds of each document by itself, and the pairs of claims that it need look at."""
        ...


def study_documents(documents: Iterable[Document], units: UnitSettings) -> Iterator[Extract]:
    """From documents to their claims, one document at a time: turns, quantities, claims."""
    for document in documents:
        split = split_document(document)
        quantities = tuple(tuple(scan(turn.text, units)) for turn in split.document.turns)
        claims = tuple(extract_claims(split.document, quantities))
        datings = (
            *extract_datings(split.document, quantities),
            *extract_anniversaries(split.document, quantities),
            *extract_enumerations(split.document, quantities),
        )
        yield replace(split, quantities=quantities, claims=claims, datings=datings)


def claims_of_text(
    text: str, *, speaker: str | None = None, day: date | None = None, units: UnitSettings = DEFAULT_UNITS
) -> list[Claim]:
    """The claims of one text, taken as one speaker's words; offsets count in the text."""
    who = Speaker(speaker) if speaker else None
    turn = Turn(0, text, 0, len(text), (Segment(0, 0, len(text)),), speaker=who)
    stated = Stated(day.isoformat(), "given") if day else None
    document = Document("text", "text", text, 0, len(text), "text", date=stated, turns=(turn,))
    return extract_claims(document, [scan(text, units)])


@dataclass(frozen=True, slots=True)
class Studied:
    """All documents of the files that were named, with their claims, and what was left out.

    `others` are the documents of an archive that these are to be compared with, `passed_over` counts its files that are
    not, and `unread` the files that Ctrl-C came before. `numbers` counts all numbers of the documents, which the
    extracts may be without.
    """

    extracts: list[Extract]
    skipped: list[Skipped]
    others: list[Extract] = field(default_factory=list)
    numbers: int = 0
    passed_over: int = 0
    unread: int = 0


def study_paths(
    paths: Sequence[str],
    settings: ReadSettings,
    units: UnitSettings,
    progress: Progress | None = None,
    workers: int | None = 1,
    archive: Archive | None = None,
    compare: bool = True,
    cluster: Cluster | None = None,
    lean: bool = False,
    interrupted: Interrupted | None = None,
) -> Studied:
    """Read files and folders; what an archive remembers of them is not read again, and what is new it remembers.

    The result is the same for any number of workers, on a cluster, and with or without an archive, but for its
    `others`. `workers` None chooses by size. Without `compare` there are no others. Ctrl-C ends the reading, and
    `interrupted` is asked, with the numbers of files read and not read, whether to go on with what there is.
    `lean` extracts have claims and no other numbers, of which there are as many again.
    """
    places = [path for path in paths if cluster is not None and cluster.holds(path)]
    files, skipped = find_files([path for path in paths if path not in places], settings)
    memory = Memory.of(archive, files, settings, units)
    # An archive remembers all numbers.
    study = FileStudy(settings, units, lean and archive is None)
    own: list[Reading] = []
    others: list[Reading] = []
    unknown = [file for file in files if file not in memory.valid]
    once, numbers, unread = Once(), 0, 0
    try:
        try:
            for reading in chain(memory.recall(), _study_anywhere(unknown, places, study, workers, cluster)):
                memory.keep(reading)
                numbers += reading.left_out + count_numbers(reading.extracts)
                own.append(_condensed(reading, once) if lean else reading)
                if progress is not None:
                    progress(len(own), max(len(own), len(files)), reading.file)
        except KeyboardInterrupt:
            unread = len(files) - len(own)
            if not own or interrupted is None:
                raise
            interrupted(len(own), unread)
        if compare:
            memory.choose_others(own)
        for reading in _study_anywhere(memory.stale, (), study, workers, cluster):
            memory.keep(reading)
            others.append(_condensed(reading, once) if lean else reading)
    finally:
        memory.write()
    own.sort(key=lambda reading: reading.file)
    skipped += [one for reading in own for one in reading.skipped]
    skipped += [
        replace(one, reason=f"{OUTDATED}, and {one.reason}", passing=True)
        for reading in others
        for one in reading.skipped
    ]
    others += [_condensed(reading, once) if lean else reading for reading in memory.recall_others()]
    return Studied(
        [extract for reading in own for extract in reading.extracts],
        sorted(skipped, key=lambda one: (one.file, one.reason)),
        [extract for reading in sorted(others, key=lambda one: one.file) for extract in reading.extracts],
        numbers,
        memory.passed_over,
        unread,
    )


def count_numbers(extracts: Iterable[Extract]) -> int:
    """How many numbers documents hold, of any kind."""
    return sum(len(of_turn) for extract in extracts for of_turn in extract.quantities)


def _without_numbers(reading: Reading) -> Reading:
    return replace(
        reading,
        extracts=tuple(replace(extract, quantities=()) for extract in reading.extracts),
        left_out=count_numbers(reading.extracts),
    )


def _condensed(reading: Reading, once: Once) -> Reading:
    """A reading as it is held until all are there: its claims made of what others are made of, and no other numbers."""
    return replace(
        reading,
        extracts=tuple(
            replace(
                extract,
                quantities=(),
                claims=tuple(map(once.claim, extract.claims)),
                datings=tuple(map(once.claim, extract.datings)),
            )
            for extract in reading.extracts
        ),
    )


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files to an archive: how many were new to it, changed, and there as they are."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    new: int
    changed: int
    unchanged: int


def enlist(
    paths: Sequence[str],
    archive: Archive,
    settings: ReadSettings,
    units: UnitSettings,
    progress: Progress | None = None,
    workers: int | None = 1,
) -> Added:
    """Have later runs compared with these files and folders."""
    before = {kept.file: kept for kept in archive.files()}
    studied = study_paths(paths, settings, units, progress, workers, archive, compare=False)
    documents = tuple(extract.document for extract in studied.extracts)
    files = {document.file for document in documents}
    after = {kept.file: kept for kept in archive.files() if kept.file in files}
    archive.enlist(sorted(after), reach)
    listed = {file for file in after if file in before and before[file].listed}
    unchanged = sum(before[file].content == after[file].content for file in listed)
    return Added(documents, tuple(studied.skipped), len(after) - len(listed), len(listed) - unchanged, unchanged)


def _study(files: Sequence[str], study: FileStudy, workers: int | None) -> Iterator[Reading]:
    sizes = [size_of(file) for file in files]
    if (workers or choose_workers(sizes)) == 1:
        yield from (_try(study, file) for file in files)
        return
    # Standard input is this process's own.
    yield from (_try(study, file) for file in files if file == STDIN)
    shared = [(file, size) for file, size in zip(files, sizes, strict=True) if file != STDIN]
    named, sizes = [file for file, _ in shared], [size for _, size in shared]
    for file, outcome in work_through(study, named, sizes, workers or choose_workers(sizes)):
        yield failed_reading(file, outcome) if isinstance(outcome, Failure) else outcome


def _study_anywhere(
    files: Sequence[str], places: Sequence[str], study: FileStudy, workers: int | None, cluster: Cluster | None
) -> Iterator[Reading]:
    if cluster is None:
        yield from _study(files, study, workers)
        return
    yield from (_try(study, file) for file in files if not _can_be_sent(file))
    yield from cluster.study([file for file in files if _can_be_sent(file)], places, study)


def _can_be_sent(file: str) -> bool:
    """Whether other machines can be told of a file: standard input is this process's own, and names are text."""
    try:
        file.encode()
    except UnicodeError:
        return False
    return file != STDIN


def _try(study: FileStudy, file: str) -> Reading:
    try:
        return study(file)
    except Exception as error:
        return failed_reading(name_of(file, study.settings), describe(error))


def failed_reading(file: str, failure: Failure) -> Reading:
    """What is known of a file that claimcheck itself failed on."""
    hint = DIED_HINT if failure.died else FAULT_HINT
    return Reading(file, skipped=(Skipped(file, f"{FAULT}: {failure.reason}", hint, fault=True),), failed=True)


def size_of(file: str) -> int:
    """The bytes of a file, 0 where that is not known."""
    try:
        return 0 if file == STDIN else os.stat(file).st_size
    except OSError:
        return 0
