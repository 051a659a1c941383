"""What a whole run costs, from files to the report, for speed.py: against quantulum3, and as the corpus grows.

Each run is a process of its own with one worker; counted is all of its CPU time, with start-up, rules and model.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prose import make_prose

SEED = 20240611
# Each file is about an hour of talk, and there are as many as make eight corpora of the least.
CALL = 40_000
CALLS = 64
STEPS = (1, 2, 4, 8)
ROUNDS = 2
# A run that takes longer than this many seconds is not done again.
LONG = 10.0
STARTS = 5
WORKER_ROUNDS = 2
# What is asked of the largest run against the least, and of two workers against one.
MOST_TIME = 9.5
MOST_MEMORY = 2
LEAST_OF_TWO = 1.7
COMMAND = [sys.executable, "-c", "from claimcheck.cli import main; main()"]
OPTIONS = ["--no-config", "--no-baseline", "--no-archive", "--format", "json", "--fail-on", "never"]


@dataclass(frozen=True)
class Spent:
    """What a process took: seconds of CPU time, its largest memory in megabytes, and seconds by the clock."""

    seconds: float
    memory: float
    clock: float


@dataclass(frozen=True)
class Run:
    """A run over some files: what it took, how many characters it read, how many pairs of figures it compared."""

    files: int
    spent: Spent
    characters: int
    compared: int

    @property
    def rate(self) -> float:
        return self.characters / self.spent.seconds


def make_calls(folder: Path) -> None:
    """Write a corpus of made-up talk; each file has figures of its own."""
    for number in range(CALLS):
        (folder / f"call-{number:03}.txt").write_text(make_prose(CALL, SEED + number)[0] + "\n", "utf-8")


def list_files(text: Path) -> list[Path]:
    """The files in a folder, or the one file."""
    return sorted(file for file in text.rglob("*") if file.is_file()) if text.is_dir() else [text]


def read_turns(text: Path, length: int) -> list[str]:
    """What is said in files, turn by turn and without blank lines, up to about a length."""
    from claimcheck.pipeline import list_documents

    turns: list[str] = []
    size = 0
    for file in list_files(text):
        for turn in (turn for document in list_documents([str(file)]).documents for turn in document.turns):
            said = "\n".join(line for line in turn.text.splitlines() if line.strip())
            if size < length and said:
                turns.append(said)
                size += len(said)
        if size >= length:
            break
    return turns


def measure_run(text: Path, part: int) -> Run:
    """The cheapest of a few runs over every so manieth file."""
    with tempfile.TemporaryDirectory() as name:
        folder, report = Path(name) / "corpus", Path(name) / "report.json"
        files = _copy(text, part, folder)
        command = _run(folder, report, 1)
        spent = _spend(command)
        for _ in range(ROUNDS - 1 if spent.seconds < LONG else 0):
            spent = min(spent, _spend(command), key=lambda one: one.seconds)
        said = json.loads(report.read_text("utf-8"))["coverage"]
    return Run(len(files), spent, said["characters"], said["compared"])


def measure_workers(text: Path, part: int) -> tuple[float, float]:
    """Seconds by the clock with one worker and with two, the best of a few runs by turns."""
    with tempfile.TemporaryDirectory() as name:
        folder, report = Path(name) / "corpus", Path(name) / "report.json"
        _copy(text, part, folder)
        clocks = [[_spend(_run(folder, report, number)).clock for number in (1, 2)] for _ in range(WORKER_ROUNDS)]
    return min(one for one, _ in clocks), min(two for _, two in clocks)


def _copy(text: Path, part: int, folder: Path) -> list[Path]:
    """Every so manieth file, copied into a folder."""
    files = list_files(text)[::part]
    for file in files:
        copy = folder / (file.relative_to(text) if text.is_dir() else file.name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return files


def _run(folder: Path, report: Path, workers: int) -> list[str]:
    return [*COMMAND, "run", str(folder), *OPTIONS, "--workers", str(workers), "--output", str(report)]


def tell_growth(runs: Sequence[Run]) -> Iterator[tuple[str, ...]]:
    """Rows of a table: each run, and what it takes against the first."""
    first = runs[0]
    for run in runs:
        yield (
            f"{run.files:,}",
            f"{run.characters:,}",
            f"{run.spent.seconds:.1f}",
            f"{run.spent.seconds / first.spent.seconds:.2f}",
            f"{run.spent.memory:.0f}",
            f"{run.spent.memory / first.spent.memory:.2f}",
            f"{run.compared:,}",
            f"{run.rate:,.0f}",
        )


def measure_start(option: str) -> Spent:
    """The cheapest of a few starts that only print something, `claimcheck --version`."""
    return min((_spend([*COMMAND, option]) for _ in range(STARTS)), key=lambda one: one.seconds)


def _spend(command: Sequence[str]) -> Spent:
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    complaint = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {complaint}")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, time.monotonic() - begun)
