"""What is told on standard error, and that none of it gets into the report."""

import os
import pty
import subprocess
from pathlib import Path
from threading import Thread

import pytest

from claimcheck.cli.progress import pace
from claimcheck.reports import RENDERERS
from tests.command_line import PROGRAM, claimcheck, environment, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"


@pytest.fixture(autouse=True)
def clash(folder: Path) -> None:
    write("docs/buses.txt", CLASH)
    write("docs/empty.txt", "")


def on_a_terminal(*arguments: str, stdout_too: bool = False, **variables: str) -> tuple[str, str, int]:
    """What the program prints with standard error on a terminal, what it shows there, and its exit code."""
    master, slave = pty.openpty()
    shown = bytearray()

    def listen() -> None:
        try:
            while data := os.read(master, 4096):
                shown.extend(data)
        except OSError:  # the terminal is closed
            pass

    listener = Thread(target=listen)
    listener.start()
    done = subprocess.run(
        [*PROGRAM, *arguments],
        stdout=slave if stdout_too else subprocess.PIPE,
        stderr=slave,
        env=environment(**{"TERM": "xterm-256color", **variables}),
        check=False,
    )
    os.close(slave)
    listener.join()
    os.close(master)
    return (done.stdout or b"").decode(), shown.decode(), done.returncode


@pytest.mark.parametrize("format", RENDERERS)
def test_stdout_holds_only_the_report_with_warnings_and_progress_on(format: str) -> None:
    arguments = ("run", "docs", "--format", format, "--statistics", "--verbose")
    printed, shown, code = on_a_terminal(*arguments, PYTHONWARNINGS="always")
    assert code == 1
    assert printed == claimcheck("run", "docs", "--format", format).stdout
    for told in ("docs/empty.txt: skipped", "pairs compared", "2/2", "a second"):
        assert told in shown


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_has_colours_unless_it_is_told_otherwise(variables: dict[str, str], coloured: bool) -> None:
    _, shown, _ = on_a_terminal("run", "docs", "--quiet", stdout_too=True, **variables)
    assert "error[core/sum]" in shown
    assert ("\x1b[1;31merror" in shown) is coloured


def test_a_terminal_is_written_to_its_width() -> None:
    _, shown, _ = on_a_terminal("run", "docs", "--quiet", stdout_too=True, COLUMNS="50", NO_COLOR="1")
    assert max(map(len, shown.splitlines())) <= 50


def test_quiet_tells_only_what_went_wrong() -> None:
    done = claimcheck("run", "docs", "nowhere", "--quiet", "--output", "report.md")
    assert (done.exit_code, done.stderr) == (2, "nowhere: no such file or folder\n")
    assert claimcheck("claims", "docs", "-q").stderr == ""


def test_verbose_tells_the_files_even_in_a_log() -> None:
    told = claimcheck("run", "docs", "--verbose").stderr
    assert "read 2 of 2 files, " in told
    assert "docs/buses.txt" in told
    assert "read 2 of 2" not in claimcheck("run", "docs").stderr


def test_quiet_and_verbose_exclude_each_other() -> None:
    done = claimcheck("run", "docs", "--quiet", "--verbose")
    assert done.exit_code == 2
    assert "exclude each other" in done.stderr
    assert "skipped" in claimcheck("run", "docs").stderr


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (0, 30, 1.0, ""),
        (10, 30, 5.0, "2.0 a second, 10 s left"),
        (1, 1000, 2.0, "0.5 a second, 33 min 18 s left"),
        (30, 30, 60.0, "0.5 a second"),
        (5, 10, 0.0, ""),
    ],
)
def test_the_pace_of_the_work(done: int, total: int, seconds: float, told: str) -> None:
    assert pace(done, total, seconds) == told
