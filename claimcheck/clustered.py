"""The files of a run, studied on a cluster: those that every machine sees, and those of an object store."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from claimcheck.clustered_links import lay_groundwork_on
from claimcheck.engine import Failure
from claimcheck.engine.remote import is_remote
from claimcheck.engine.spark import Spark
from claimcheck.engine.spark_session import open_spark
from claimcheck.errors import ReadError
from claimcheck.links import Groundwork
from claimcheck.links.aspect import make_directory
from claimcheck.model.claim import Claim
from claimcheck.model.document import Skipped
from claimcheck.model.extract import Reading
from claimcheck.model.rule import RuleSet
from claimcheck.read import load_bytes
from claimcheck.study import FileStudy, failed_reading, size_of

UNSEEN_HINT = "each machine of the cluster reads it by itself: use a folder they share, or an object store"
LARGE_HINT = "split it, or raise read.max_bytes"


@dataclass(frozen=True, slots=True)
class SparkCluster:
    """A cluster as a run sees it: it studies files, and lays the groundwork of links."""

    spark: Spark

    def holds(self, path: str) -> bool:
        """Whether a path is in a file system that Spark reads, as "s3a://archive/talks"."""
        return is_remote(path)

    def study(self, files: Sequence[str], places: Sequence[str], study: FileStudy) -> Iterator[Reading]:
        """What each file says; `files` are read by every machine for itself, what is in `places` by Spark."""
        done: list[Iterator[tuple[str, Reading | Failure]]] = []
        if files:
            dealt = self.spark.files(files, [size_of(file) for file in files])
            done.append(self.spark.work_through(FromFolder(study, os.getcwd()), dealt))
        if places:
            found = self.spark.objects(places, study.settings.max_bytes)
            done.append(self.spark.work_through(FromStore(study), found))
        for outcomes in done:
            for file, outcome in outcomes:
                yield failed_reading(file, outcome) if isinstance(outcome, Failure) else outcome

    def lay_groundwork(self, claims: Sequence[Claim], rules: RuleSet, texts: Mapping[str, str]) -> Groundwork:
        """What `link_claims` finds of each document by itself, and the pairs of claims that it need look at."""
        return lay_groundwork_on(self.spark, claims, make_directory(rules), texts)


@contextmanager
def open_cluster(master: str | None = None) -> Iterator[SparkCluster]:
    """A cluster for one run, as `open_cluster("spark://host:7077")`; raises EngineError where there is none."""
    with open_spark(master) as session:
        yield SparkCluster(Spark(session))


@dataclass(frozen=True, slots=True)
class FromFolder:
    """What a machine does with a file that it sees itself; its path counts from the folder of the run."""

    study: FileStudy
    folder: str

    def __call__(self, file: str, content: bytes | None) -> Reading:
        """The documents of a file with their claims; one that cannot be read is told with its reason."""
        try:
            raw = load_bytes(os.path.join(self.folder, file), self.study.settings.max_bytes)
        except ReadError as error:
            # It was there when the run began.
            unseen = isinstance(error.__cause__, FileNotFoundError)
            return _unread(file, error.message, UNSEEN_HINT if unseen else error.hint)
        return self.study(file, raw)


@dataclass(frozen=True, slots=True)
class FromStore:
    """What a machine does with a file that Spark has read; one without content was too large."""

    study: FileStudy

    def __call__(self, file: str, content: bytes | None) -> Reading:
        """The documents of a file with their claims; one that cannot be read is told with its reason."""
        if content is None:
            return _unread(file, f"is larger than {self.study.settings.max_bytes:,} bytes", LARGE_HINT)
        # An archive remembers what this machine can look up again.
        return replace(self.study(file, content), content="")


def _unread(file: str, reason: str, hint: str) -> Reading:
    return Reading(file, skipped=(Skipped(file, reason, hint),), failed=True)
