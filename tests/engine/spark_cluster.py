"""A Spark cluster on the loopback, of a master and two workers, each a process of its own: begun and ended by tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from claimcheck.engine.spark_session import why_no_spark

# Continuous integration has Java and pyspark, and fails when it has not.
REQUIRED = bool(os.environ.get("CLAIMCHECK_REQUIRE_SPARK"))
MISSING = " (".join(filter(None, why_no_spark()))
NOT_TRIED = f"nothing was run on Spark: {MISSING})" if MISSING else ""
_PATIENCE = 90.0
_MASTER = "org.apache.spark.deploy.master.Master"
_WORKER = "org.apache.spark.deploy.worker.Worker"


@dataclass
class Cluster:
    """A running cluster: where its master listens, and the processes of its workers."""

    url: str
    master: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill_worker(self) -> None:
        """Kill a worker with all that it runs, as a machine that loses its power."""
        worker = self.workers.pop()
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


@contextmanager
def cluster(folder: Path, path: str, variables: Mapping[str, str], workers: int = 2) -> Iterator[Cluster]:
    """A master and workers with one core each, whose Python imports from `path` and has these variables."""
    variables = {**variables, "PYTHONPATH": path, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    running = Cluster("", _start(folder / "master", variables, _MASTER, "--port", "0"))
    try:
        running.url = _wait_for(folder / "master" / "log", r"(spark://127\.0\.0\.1:\d+)")
        for number in range(workers):
            home = folder / f"worker-{number}"
            options = ("--cores", "1", "--memory", "1g", "--work-dir", str(home), running.url)
            running.workers.append(_start(home, variables, _WORKER, *options))
        for number in range(workers):
            _wait_for(folder / f"worker-{number}" / "log", r"Successfully registered with master (\S+)")
        yield running
    finally:
        for process in (*running.workers, running.master):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _start(home: Path, variables: Mapping[str, str], kind: str, *options: str) -> subprocess.Popen[bytes]:
    home.mkdir()
    spec = find_spec("pyspark")
    assert spec is not None
    assert spec.origin is not None
    program = Path(spec.origin).parent / "bin" / "spark-class"
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            [str(program), kind, "--host", "127.0.0.1", "--webui-port", "0", *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "SPARK_DAEMON_MEMORY": "256m", **variables},
            start_new_session=True,
        )


def _wait_for(log: Path, pattern: str) -> str:
    """What a pattern finds in a log, as soon as it is there."""
    end = time.monotonic() + _PATIENCE
    while not (found := re.search(pattern, log.read_text("utf-8", "replace"))):
        assert time.monotonic() < end, log.read_text("utf-8", "replace")[-2000:]
        time.sleep(0.1)
    return found[1]
