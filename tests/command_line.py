"""The command line as tests call it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from claimcheck.cli import app

PROGRAM = (sys.executable, "-c", "from claimcheck.cli import main; main()")


def claimcheck(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="claimcheck")


def write(file: str, text: str) -> str:
    Path(file).write_text(text, "utf-8")
    return file


def process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The true program in a process of its own, where libraries may print what they like."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**variables),
        check=False,
    )


def environment(**variables: str) -> dict[str, str]:
    """The variables of a program that imports what the tests import."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **variables}


def path_with(patch: str) -> str:
    """The PYTHONPATH of a program that runs this code before its own; it is written into the folder at hand."""
    folder = Path("patch").resolve()
    folder.mkdir()
    write(str(folder / "sitecustomize.py"), patch)
    return os.pathsep.join((str(folder), environment()["PYTHONPATH"]))


def start(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    """The true program, which goes on meanwhile, as a terminal starts it: in a process group of its own."""
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(**variables),
        start_new_session=True,
    )


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not asked how does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is so, and fail when it does not come to be."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
