"""Spark, in this process's cores and on a cluster of two workers: the same bytes as the local engine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import environment, process, start, wait_for
from tests.engine.spark_cluster import NOT_TRIED, REQUIRED, Cluster, cluster

on_spark = pytest.mark.skipif(bool(NOT_TRIED) and not REQUIRED, reason=NOT_TRIED)

# A sum, a slip between two days, speakers whose names fit only together, a file of several talks, and files to skip.
TALKS = {
    "a.txt": "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses go north.\n",
    "b.txt": "2023-05-09\n\nMS BERG: The stabilization reserve stands at $38 million today.\n",
    "c.txt": "2023-05-10\n\nANNA BERG: The stabilization reserve stands at $38 billion.\n",
    "d.txt": "",
    "e.csv": "speaker,text\nBo,We sold 40 trams.\nAnna Berg,He sold 4 trams.\n",
    "é f.txt": "So far 1,200 flats have been rebuilt in the harbour district. The council opened in 1932.\n",
    "g/h.txt": "The ferry line carried 310,000 passengers last year, 6.5% more than in 2022.\n",
    "g/i.md": "**Olga Lind:** The library lent 4,400 books in May 2023.\n",
    "g/j.md": "**Olga Lind:** The library lent 4,040 books in May 2023.\n",
    "k.png": "\x89PNG",
    "large.txt": "We sold 40 trams. " * 200,
}
# Java for short runs.
JAVA = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
# Writes down who reads a file, and is slow at it while there is a file "slow".
WATCHED = """
import os, pathlib, time
import claimcheck.study as study
extract_claims = study.extract_claims
def watched(*arguments):
    home = pathlib.Path(os.environ["WATCHED_IN"])
    (home / f"pid-{os.getpid()}").touch()
    while (home / "slow").exists():
        time.sleep(0.05)
    return extract_claims(*arguments)
study.extract_claims = watched
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where readers on the cluster leave word."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(WATCHED)
    return folder


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory, watched: Path) -> Iterator[Cluster]:
    """A cluster for all tests of this file."""
    path = os.pathsep.join((str(watched / "site"), environment()["PYTHONPATH"]))
    with cluster(tmp_path_factory.mktemp("spark"), path, {"WATCHED_IN": str(watched), **JAVA}) as running:
        yield running


@pytest.fixture
def talks(folder: Path) -> Path:
    for name, text in TALKS.items():
        (folder / "docs" / name).parent.mkdir(exist_ok=True)
        (folder / "docs" / name).write_bytes(text.encode("latin-1" if name.endswith("png") else "utf-8"))
    return folder


@on_spark
def test_cores_of_this_machine_find_the_same_in_what_spark_reads_itself(talks: Path) -> None:
    # Spark itself passes over empty files without a word.
    (talks / "docs" / "d.txt").unlink()
    options = ("--max-size", "2k", "--format", "json", "--show", "note")
    alone = process("run", "docs", *options)
    assert "12 + 7 make 19, not 20" in alone.stdout
    place = (talks / "docs").as_uri()
    shared = process("run", place, *options, "--engine", "spark", "--master", "local[2]", **JAVA)
    assert shared.stdout.replace(f"file:{talks}/", "") == alone.stdout
    skipped = [told.replace(f"file:{talks}/", "") for told in told_of(shared.stderr)]
    assert skipped == told_of(alone.stderr) != []
    assert shared.returncode == alone.returncode


def told_of(errors: str) -> list[str]:
    """What is said of files that were left out; Java greets on the same stream."""
    return [line for line in errors.splitlines() if "docs/" in line]


@on_spark
def test_a_cluster_finds_the_same_though_a_worker_is_killed(talks: Path, two_workers: Cluster, watched: Path) -> None:
    alone = process("run", "docs", "--format", "json", "--parquet", "local")
    (watched / "slow").touch()
    options = ("--parquet", "spark", "--engine", "spark", "--master", two_workers.url)
    run = start("run", "docs", "--format", "json", *options, **JAVA)
    try:
        wait_for(lambda: len(list(watched.glob("pid-*"))) == 2)
        two_workers.kill_worker()
        (watched / "slow").unlink()
        out, err = run.communicate(timeout=200)
    finally:
        run.kill()
        run.communicate()
    assert (out, run.returncode) == (alone.stdout, alone.returncode), err
    assert told_of(err) == told_of(alone.stderr) != []
    for table in ("claims.parquet", "findings.parquet"):
        assert (talks / "spark" / table).read_bytes() == (talks / "local" / table).read_bytes()


def test_without_java_one_line_says_what_to_do(talks: Path) -> None:
    found = shutil.which("java")
    variables = {"PATH": "", "JAVA_HOME": ""} if found else {}
    (talks / "site").mkdir()
    spelled = "import importlib.util as u; find = u.find_spec; u.find_spec = lambda *names: object()"
    (talks / "site" / "sitecustomize.py").write_text(spelled)
    path = os.pathsep.join((str(talks / "site"), environment()["PYTHONPATH"]))
    done = process("run", "docs", "--engine", "spark", PYTHONPATH=path, **variables)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "--engine spark needs Java 17 or newer, and there is none here",
        "  hint: Debian: apt-get install openjdk-17-jre-headless; elsewhere set JAVA_HOME",
    ]


def test_without_pyspark_one_line_says_what_to_do(talks: Path) -> None:
    (talks / "site").mkdir()
    (talks / "site" / "sitecustomize.py").write_text("import sys; sys.modules['pyspark'] = None")
    path = os.pathsep.join((str(talks / "site"), environment()["PYTHONPATH"]))
    done = process("run", "docs", "--engine", "spark", PYTHONPATH=path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "--engine spark needs the package pyspark",
        "  hint: pip install 'claimcheck[spark]'",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("docs", "--master", "local[2]"), "--master is for --engine spark\n  hint: add --engine spark\n"),
        (("s3a://archive/talks",), "s3a://archive/talks: is not in a file system of this machine\n"),
    ],
)
def test_what_only_spark_can_do_is_refused_elsewhere(talks: Path, arguments: tuple[str, ...], told: str) -> None:
    done = process("run", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(told)
