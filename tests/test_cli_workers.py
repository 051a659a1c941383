"""`--workers`: the same bytes for any number, faults told, and nothing left behind after Ctrl-C."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.command_line import PROGRAM, environment, is_alive, path_with, process, start, wait_for, write

TALKS = {
    "docs/a.txt": "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses go north.\n",
    "docs/b.txt": "2023-05-09\n\nMS BERG: The stabilization reserve stands at $38 million today.\n",
    "docs/c.txt": "2023-05-10\n\nANNA BERG: The stabilization reserve stands at $38 billion.\n",
    "docs/d.txt": "",
    "docs/e.csv": "speaker,text\nBo,We sold 40 trams.\nAnna Berg,He sold 4 trams.\n",
}


@pytest.fixture(autouse=True)
def talks(folder: Path) -> Path:
    for name, text in TALKS.items():
        write(name, text)
    return folder


@pytest.mark.parametrize(
    "command", [("run", "docs", "--format", "json", "--show", "note"), ("claims", "docs", "--all")]
)
def test_any_number_of_workers_gives_the_same_bytes(command: tuple[str, ...]) -> None:
    alone, *others = (process(*command, "--workers", number) for number in ("1", "2", "4"))
    assert alone.stdout
    for other in others:
        assert (other.stdout, other.stderr, other.returncode) == (alone.stdout, alone.stderr, alone.returncode)


def test_standard_input_is_read_beside_worker_processes() -> None:
    command = [*PROGRAM, "claims", "docs", "-", "--workers", "2", "--format", "csv"]
    done = subprocess.run(
        command, input="We sold 99 ferries.", capture_output=True, text=True, env=environment(), check=True
    )
    assert "99 ferries" in done.stdout
    assert "40 trams" in done.stdout


BREAKS = """
from claimcheck.claims import extract
import os
extract_claims = extract.extract_claims
def broken(document, quantities):
    if document.name.endswith("b.txt"):
        {how}
    return extract_claims(document, quantities)
import claimcheck.study
claimcheck.study.extract_claims = broken
"""


@pytest.mark.parametrize(
    ("how", "workers", "told"),
    [
        (
            "raise ValueError('no such thing')",
            1,
            "claimcheck failed on it: ValueError: no such thing (sitecustomize.py:",
        ),
        (
            "raise ValueError('no such thing')",
            2,
            "claimcheck failed on it: ValueError: no such thing (sitecustomize.py:",
        ),
        ("os.kill(os.getpid(), 9)", 2, "claimcheck failed on it: its process was ended by signal 9 (SIGKILL)"),
    ],
)
def test_a_fault_is_told_for_its_file_and_the_others_are_checked(how: str, workers: int, told: str) -> None:
    done = process("run", "docs", "--workers", str(workers), PYTHONPATH=path_with(BREAKS.format(how=how)))
    assert done.returncode == 2
    assert f"docs/b.txt: skipped: {told}" in done.stderr
    assert "12 + 7 make 19, not 20" in done.stdout
    assert "Read 3 transcripts" in done.stdout


SLEEPS = """
import claimcheck.study, os, time
claimcheck.study.extract_claims = lambda *_: (open(f"pid-{os.getpid()}", "w"), time.sleep(600))
"""


def start_slow_run(folder: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """A run whose two workers are in the midst of their first files, and these workers."""
    run = start("run", "docs", "--workers", "2", PYTHONPATH=path_with(SLEEPS))
    wait_for(lambda: len(list(folder.glob("pid-*"))) == 2)
    return run, [int(file.name.removeprefix("pid-")) for file in folder.glob("pid-*")]


def test_ctrl_c_ends_the_run_and_its_workers(talks: Path) -> None:
    run, workers = start_slow_run(talks)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (130, "", "interrupted\n")
    assert not any(is_alive(worker) for worker in workers)


def test_workers_of_a_run_that_is_killed_end_too(talks: Path) -> None:
    run, workers = start_slow_run(talks)
    run.kill()
    run.communicate(timeout=60)
    wait_for(lambda: not any(is_alive(worker) for worker in workers))
