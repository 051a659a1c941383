"""Readers of other packages: the one in the documentation works, and a broken one harms only its own files."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from claimcheck.model.document import Document
from claimcheck.read import read_paths
from claimcheck.turns import take_turns

PAGE = (Path(__file__).parents[2] / "docs" / "readers.md").read_text("utf-8")


def example(language: str) -> str:
    """The worked example of the documentation."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str, str, str], None]]:
    """Install a reader: its name, its entry point, and the module that it is in."""

    def install(name: str, value: str, source: str) -> None:
        package = tmp_path / "packages" / value.partition(".")[0]
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("")
        (package / "reader.py").write_text(source)
        monkeypatch.syspath_prepend(str(package.parent))
        point = EntryPoint(name, value, "claimcheck.readers")
        monkeypatch.setattr("claimcheck.read.registry.entry_points", lambda group: [point])

    yield install
    for module in [name for name in sys.modules if name.partition(".")[0] in ("myformat", "broken")]:
        del sys.modules[module]


def read(tmp_path: Path, **files: str) -> tuple[list[Document], list[str]]:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    documents, skipped = read_paths([str(folder)])
    return documents, [one.reason for one in skipped]


def test_the_worked_example_works(plug: Callable[[str, str, str], None], tmp_path: Path) -> None:
    [(name, value)] = tomllib.loads(example("toml"))["project"]["entry-points"]["claimcheck.readers"].items()
    plug(name, value, example("python"))
    talk = "Anna Berg> We bought 12 buses.\nBo Lind> And 7 trams.\n"
    documents, reasons = read(tmp_path, talk_lines=talk, other_lines="nobody speaks", plain_txt="BO: 3 trams.")
    assert sorted(document.format for document in documents) == ["lines", "text"]
    assert reasons == ["holds no line with a speaker"]
    turns = next(document.turns for document in take_turns(documents) if document.format == "lines")
    assert [(str(turn.speaker), turn.text) for turn in turns] == [
        ("Anna Berg", "We bought 12 buses."),
        ("Bo Lind", "And 7 trams."),
    ]
    assert [talk[slice(*turn.in_file(0, len(turn.text)))] for turn in turns] == [turn.text for turn in turns]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import no_such_module", "its reader broken.reader:read cannot be loaded: ModuleNotFoundError"),
        ("other = 1", "its reader broken.reader:read cannot be loaded: AttributeError"),
        ("def read(name, raw): return raw[1_000_000]", "is damaged lines: IndexError"),
        ("def read(name, raw): return read(name, raw)", "is damaged lines: RecursionError"),
        ("def read(name, raw): return []", "holds no text to read as lines"),
    ],
)
def test_a_broken_reader_harms_only_its_own_files(
    plug: Callable[[str, str, str], None], tmp_path: Path, source: str, reason: str
) -> None:
    plug("lines", "broken.reader:read", source)
    documents, [told] = read(tmp_path, talk_lines="ANNA: 12 buses.", plain_txt="BO: 3 trams.")
    assert [document.format for document in documents] == ["text"]
    assert told.startswith(reason)
