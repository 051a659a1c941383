"""Work on many files on a cluster: Spark deals them out, and does again what a lost machine had done."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.engine.arrow import Row, in_batches
from claimcheck.engine.batches import make_batches
from claimcheck.engine.failure import Failure, describe

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Result = TypeVar("Result")
# What is done with a file: its name, and its bytes where Spark has read them.
Work = Callable[[str, bytes | None], Result]

FILES = "file string, content binary"
OUTCOMES = "file string, outcome binary"
# Pieces for each core: enough that none waits long for the last.
_PIECES = 4
# Bytes of files for a core, which takes a minute or two for them.
_WORTH_A_CORE = 8_000_000


class Spark:
    """An open session, and what a run asks of it."""

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        # Spark's own choice, 200, makes hundreds of tiny pieces on a small cluster.
        session.conf.set("spark.sql.shuffle.partitions", _PIECES * session.sparkContext.defaultParallelism)

    def files(self, names: Sequence[str], sizes: Sequence[int]) -> DataFrame:
        """Files which every machine reads by itself, in batches of about one size."""
        context = self.session.sparkContext
        # A cluster that grows with its work has few cores to begin with.
        workers = max(context.defaultParallelism, sum(sizes) // _WORTH_A_CORE)
        batches = [[names[index] for index in batch] for batch in make_batches(sizes, workers)]
        dealt = context.parallelize(batches, max(1, len(batches)))
        return self.session.createDataFrame(dealt.flatMap(_unread), FILES)

    def objects(self, places: Sequence[str], largest: int) -> DataFrame:
        """What is in an object store or any other file system that Spark knows; larger ones come without content."""
        from pyspark.sql import functions as sql

        read = self.session.read.format("binaryFile").option("recursiveFileLookup", "true").load(list(places))
        file, length = sql.col("path").alias("file"), sql.col("length")
        fits = read.where(length <= largest).select(file, "content")
        return fits.unionByName(read.where(length > largest).select(file, sql.lit(None).alias("content")))

    def frame(self, rows: Sequence[Row], columns: str) -> DataFrame:
        """Rows of this process, dealt out."""
        context = self.session.sparkContext
        pieces = max(1, min(len(rows), _PIECES * context.defaultParallelism))
        return self.session.createDataFrame(context.parallelize(rows, pieces), columns)

    @contextmanager
    def kept(self, frame: DataFrame) -> Iterator[DataFrame]:
        """The rows of a frame on the disks of the cluster, so that they are made once."""
        from pyspark import StorageLevel

        kept = frame.persist(StorageLevel.DISK_ONLY)
        try:
            yield kept
        finally:
            kept.unpersist()

    def work_through(self, work: Work[Result], files: DataFrame) -> Iterator[tuple[str, Result | Failure]]:
        """Each file with what `work` makes of it, or why there is nothing; the order is Spark's."""
        with self.kept(files.mapInArrow(in_batches(_Trial(work), OUTCOMES, at_once=1), OUTCOMES)) as done:
            # All at once: reading the rows one partition after the other would leave machines idle.
            done.count()
            for row in done.toLocalIterator():
                yield row.file, pickle.loads(row.outcome)


class _Trial:
    """A piece of work on one file, of which an exception is an outcome like others."""

    def __init__(self, work: Work[Any]) -> None:
        self.work = work

    def __call__(self, row: Mapping[str, Any]) -> Iterable[Row]:
        """The file's outcome, as bytes."""
        try:
            outcome = pickle.dumps(self.work(row["file"], row["content"]), protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            outcome = pickle.dumps(describe(error))
        yield row["file"], outcome


def _unread(names: Sequence[str]) -> list[tuple[str, None]]:
    return [(name, None) for name in names]
