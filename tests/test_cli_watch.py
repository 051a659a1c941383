"""`claimcheck run --watch`: reports as files change, and no report for what the run itself writes."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread

import pytest

from tests.command_line import PROGRAM, claimcheck, environment, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
PATIENCE = 60.0


@contextmanager
def watching(*arguments: str) -> Iterator[Queue[str]]:
    """The lines of a run that watches, as they come; at the end it is interrupted as by Ctrl-C."""
    program = subprocess.Popen(
        [*PROGRAM, "run", *arguments, "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    lines: Queue[str] = Queue()
    assert program.stdout is not None
    stdout = program.stdout

    def listen() -> None:
        for line in stdout:
            lines.put(line.strip())

    listener = Thread(target=listen)
    listener.start()
    try:
        yield lines
        os.kill(program.pid, signal.SIGINT)
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()
        listener.join()
        stdout.close()


def next_report(lines: Queue[str]) -> list[str]:
    """The lines up to the next pause."""
    found = []
    while not (line := lines.get(timeout=PATIENCE)).startswith("watching for changes"):
        found.append(line)
    return found


@pytest.mark.usefixtures("folder")
def test_a_change_is_reported_and_an_own_report_is_none() -> None:
    write("docs/buses.txt", CLASH)
    with watching("docs", "--output", "-", "--output", "docs/report.txt") as lines:
        assert any("error[core/sum]" in line for line in next_report(lines))
        write("docs/buses.txt", CLASH.replace("20 buses", "19 buses"))
        again = next_report(lines)
        assert any(line.startswith("No discrepancies") for line in again)
        assert lines.empty()


@pytest.mark.usefixtures("folder")
def test_a_mistake_in_a_rule_file_is_told_and_can_be_mended() -> None:
    rules = """\
pack: tiny
rules:
  - id: tiny/sum
    summary: Parts named together must add up to their stated total.
    check: CHECK
"""
    write("docs/buses.txt", CLASH)
    write("tiny.yaml", rules.replace("CHECK", "summ"))
    with watching("docs/buses.txt", "--rules", "tiny.yaml", "--fail-on", "never") as lines:
        assert any(line.startswith("tiny.yaml:5:") for line in next_report(lines))
        write("tiny.yaml", rules.replace("CHECK", "sum"))
        assert any("error[tiny/sum]" in line for line in next_report(lines))


def test_standard_input_cannot_be_watched() -> None:
    done = claimcheck("run", "-", "--watch")
    assert done.exit_code == 2
    assert "standard input cannot be watched" in done.stderr
