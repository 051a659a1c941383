"""Opening Spark, and telling in one line why that cannot be done."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ALL_CORES = "local[*]"
MISSING_PACKAGE = "--engine spark needs the package pyspark"
MISSING_JAVA = "--engine spark needs Java 17 or newer, and there is none here"
_SETTINGS = {
    "spark.app.name": "claimcheck",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # What is gathered is told in docs/scale.md; the driver's memory is its bound.
    "spark.driver.maxResultSize": "0",
    # A batch of large files must not fill a worker's memory.
    "spark.sql.execution.arrow.maxBytesPerBatch": "16m",
    # A megabyte of text takes ten seconds to read, so a few are a piece of work.
    "spark.sql.files.maxPartitionBytes": "4m",
    "spark.sql.files.openCostInBytes": "64k",
    # A file named like a module of Python's, in the folder at hand, must not be run.
    "spark.executorEnv.PYTHONSAFEPATH": "1",
}
# Set by spark-submit, which has chosen the master itself.
_SUBMITTED = "PYSPARK_GATEWAY_PORT"


def why_no_spark() -> tuple[str, str]:
    """What is missing and how to get it, or two empty texts."""
    if find_spec("pyspark") is None or find_spec("pandas") is None or find_spec("pyarrow") is None:
        return MISSING_PACKAGE, "pip install 'claimcheck[spark]'"
    if not _java():
        return MISSING_JAVA, "Debian: apt-get install openjdk-17-jre-headless; elsewhere set JAVA_HOME"
    return "", ""


@contextmanager
def open_spark(master: str | None = None) -> Iterator[SparkSession]:
    """A Spark session on a master, as "spark://host:7077"; on all cores of this machine where none is named."""
    told, hint = why_no_spark()
    if told:
        raise EngineError(told, hint=hint)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder
    for name, value in (_SETTINGS | _settings_of(master)).items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        where = f" on {master}" if master else ""
        hint = "is Java 17 or newer, and does the master run? Its messages are above"
        raise EngineError(f"Spark cannot be started{where}: {first_line(error)}", hint=hint) from error
    try:
        yield session
    except (PySparkException, Py4JError) as error:
        raise EngineError(f"Spark gave up: {first_line(error)}", hint="its messages are above") from error
    finally:
        with suppress(Py4JError, OSError):
            session.stop()


def first_line(error: Exception) -> str:
    """What an error of Spark says, without the traces of Java and Python that follow."""
    lines = [line.strip().removeprefix(": ") for line in str(error).splitlines() if line.strip()]
    # Which call it was tells users nothing, where a reason follows.
    told = [line for line in lines if not line.startswith("An error occurred while calling")] or lines
    # Of a trace of Python its last line tells what went wrong.
    raised = [line for line in told if re.match(r"[\w.]+(?:Error|Exception|Exit|Interrupt)\b: ", line)]
    return " ".join(dict.fromkeys((*told[:1], *raised[-1:])))[:300] if told else type(error).__name__


def _settings_of(master: str | None) -> dict[str, str]:
    if master is None and _SUBMITTED in os.environ:
        return {}
    chosen = master or ALL_CORES
    settings = {"spark.master": chosen, "spark.driver.extraJavaOptions": _quiet()}
    if chosen.startswith("local"):
        # Its Python processes import what this one does; a machine elsewhere has folders of its own.
        path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
        settings |= {"spark.executorEnv.PYTHONPATH": path, "spark.driver.host": "127.0.0.1"}
        settings["spark.driver.bindAddress"] = "127.0.0.1"
    return settings


def _quiet() -> str:
    return f"-Dlog4j2.configurationFile={(Path(__file__).parent / 'data' / 'log4j2.properties').as_uri()}"


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    return (shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")) or ""
