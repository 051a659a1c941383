"""The tutorial on rules, followed to the letter: its files written, its commands run, its output compared."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command_line import claimcheck

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "writing-rules.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: a file to write, or a command with what it prints."""

    language: str
    file: str
    text: str


def blocks() -> Iterator[Block]:
    for language, file, text in _BLOCK.findall(PAGE.read_text("utf-8")):
        yield Block(language, file, text)


def pattern(printed: str) -> str:
    """What is printed, with any lines for a line "..."."""
    lines = printed.splitlines(keepends=True)
    return "".join(r"(?:.*\n)*" if line.strip() == "..." else re.escape(line) for line in lines)


def test_the_tutorial_does_what_it_says(folder: Path) -> None:
    shutil.copytree(ROOT / "fixtures" / "council", folder / "fixtures" / "council")
    commands = 0
    for block in blocks():
        if block.file:
            (folder / block.file).parent.mkdir(exist_ok=True)
            (folder / block.file).write_text(block.text, "utf-8")
        elif block.language == "console":
            command, _, printed = block.text.partition("\n")
            program, *arguments = shlex.split(command.removeprefix("$ "))
            assert program == "claimcheck"
            assert re.fullmatch(pattern(printed), claimcheck(*arguments).output), command
            commands += 1
    assert commands >= 7


@pytest.mark.parametrize("file", sorted({block.file for block in blocks() if block.file} - {"wrong.yaml"}))
def test_the_files_of_the_tutorial_are_kept_beside_it(file: str) -> None:
    kept = ROOT / "docs" / "examples" / "council" / file
    [text] = {block.text for block in blocks() if block.file == file}
    assert kept.read_text("utf-8") == text
