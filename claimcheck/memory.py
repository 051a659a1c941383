"""What a run takes from an archive, and what it leaves there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.basis import describe_basis, describe_keys, digest_file
from claimcheck.links import reach_of
from claimcheck.model.extract import Reading
from claimcheck.model.settings import UnitSettings
from claimcheck.read import STDIN, ReadSettings
from claimcheck.store import Archive

# Seconds of work that an interrupted run may lose.
BETWEEN_WRITES = 2.0
# So many claims of the archive are compared with a run's own, or as many as those, where they are more. With 1,000 a
# short transcript would cost twice as much as alone; benchmarks/archive_bound.py tells what is lost.
ROOM = 600


@dataclass(slots=True)
class Memory:
    """Which files of a run (`named`, with their contents) an archive knows as they are (`valid`), and which `others` of
    those that are listed there are to be compared with.

    `stale` are others that were read by another version or with other settings, and must be read again; `passed_over`
    counts those for which there is no room.
    """

    archive: Archive | None = None
    basis: str = ""
    valid: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    passed_over: int = 0
    _fresh: list[Reading] = field(default_factory=list)
    _written: float = 0.0

    @staticmethod
    def of(archive: Archive | None, files: Sequence[str], settings: ReadSettings, units: UnitSettings) -> Memory:
        """What the archive holds for a run over these files; nothing without one."""
        if archive is None:
            return Memory()
        basis = describe_basis(settings, units)
        known = {kept.file: kept for kept in archive.files()}
        named = {file: digest_file(file) for file in files if file != STDIN}
        valid = {
            file: content
            for file, content in named.items()
            if file in known and (known[file].content, known[file].basis) == (content, basis) and _fits(file, settings)
        }
        return Memory(archive, basis, valid, named, _written=time.monotonic())

    def choose_others(self, own: Sequence[Reading]) -> None:
        """Find what the archive has to hold the run's own files against: all of it, if it is small.

        Of a large one those files are taken that share most rare words and figures with them.
        """
        if self.archive is None:
            return
        self.archive.reindex(describe_keys(), reach)
        claims = [claim for reading in own for extract in reading.extracts for claim in extract.claims]
        # A file under a second name would only confirm itself.
        found = self.archive.reached(reach_of(claims), self.named, set(self.named.values()))
        room = max(ROOM, len(claims))
        for number, reached in enumerate(found):
            room -= reached.figures
            if room < 0 and self.others + self.stale:
                self.passed_over = len(found) - number
                break
            (self.others if reached.basis == self.basis else self.stale).append(reached.file)

    def recall(self) -> Iterator[Reading]:
        """The files of the run that need not be read."""
        if self.archive is not None:
            yield from self.archive.recall(self.valid)

    def recall_others(self) -> list[Reading]:
        """The files of the archive that the run's own are compared with, but for the stale ones."""
        return list(self.archive.recall(self.others)) if self.archive is not None else []

    def keep(self, reading: Reading) -> None:
        """Remember what was read, now or a little later."""
        if self.archive is None or reading.failed or not reading.content or reading.file in self.valid:
            return
        self._fresh.append(reading)
        if time.monotonic() - self._written > BETWEEN_WRITES:
            self.write()

    def write(self) -> None:
        """Write what is still to be remembered."""
        if self.archive is not None and self._fresh:
            fresh, self._fresh = self._fresh, []
            self.archive.keep(fresh, self.basis, reach)
            self._written = time.monotonic()


def reach(reading: Reading) -> frozenset[int]:
    """The keys that a file is found by."""
    return reach_of([claim for extract in reading.extracts for claim in extract.claims])


def _fits(file: str, settings: ReadSettings) -> bool:
    """Whether a file is not too large for the settings of this run."""
    try:
        return os.stat(file).st_size <= settings.max_bytes
    except OSError:
        return False
