"""Which files are read: folders, patterns, ignore files, links, names of every kind; each left out with a reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.read import ReadSettings, read_paths

TEXT = "ANNA: We bought 12 trams."
unix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and names of Unix")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*files: str, text: str = TEXT) -> None:
    for file in files:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text(text)


def read(*paths: str, settings: ReadSettings | None = None) -> tuple[list[str], dict[str, str]]:
    documents, skipped = read_paths(paths, settings or ReadSettings())
    return [document.file for document in documents], {one.file: one.reason for one in skipped}


def test_folders_are_read_in_a_fixed_order_and_each_file_once(folder: Path) -> None:
    write("b/2.txt", "b/1.txt", "a.txt", "c/d/e.txt")
    assert read("c", "b", "a.txt", "./b/", "b/2.txt")[0] == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "b/c.txt", "b/d/e.txt"]),
        ("b/[a-c].*", ["b/c.txt"]),
        ("b", ["b/c.txt", "b/d/e.txt"]),
        ("[x].txt", ["[x].txt"]),
    ],
)
def test_patterns(folder: Path, pattern: str, files: list[str]) -> None:
    write("a.txt", "b/c.txt", "b/d/e.txt")
    if pattern == "[x].txt":
        write(pattern)
    assert read(pattern)[0] == files


def test_a_pattern_that_matches_nothing_is_told(folder: Path) -> None:
    assert read("*.txt") == ([], {"*.txt": "matches no file"})


IGNORED = "is ignored by an ignore file or setting"


@pytest.mark.parametrize(
    ("ignore_files", "left_out"),
    [
        ({".claimcheckignore": "drafts/\n*.log\n"}, {"drafts", "a.log"}),
        ({".gitignore": "*.txt\n!keep.txt\n"}, {"a.txt", "drafts/d.txt", "deep/x.txt"}),
        ({".gitignore": "*.txt\n", "deep/.gitignore": "!*.txt\n"}, {"a.txt", "keep.txt", "drafts/d.txt"}),
        ({".gitignore": "*.txt\n", ".claimcheckignore": "!a.txt\n"}, {"keep.txt", "drafts/d.txt", "deep/x.txt"}),
        ({".gitignore": "/x.txt\n/deep/x.txt\n# a.txt\n!\n"}, {"deep/x.txt"}),
        ({"deep/.gitignore": "/x.txt\na.txt\n"}, {"deep/x.txt"}),
        ({".gitignore": "\xff\xfe\0[\n[]\n"}, set()),
    ],
)
def test_ignore_files_mean_what_git_means(folder: Path, ignore_files: dict[str, str], left_out: set[str]) -> None:
    write("a.txt", "a.log", "keep.txt", "drafts/d.txt", "deep/x.txt")
    for file, lines in ignore_files.items():
        write(file, text=lines)
    files, skipped = read(".")
    assert {file for file, reason in skipped.items() if reason == IGNORED} == left_out
    assert set(files).isdisjoint(left_out)
    assert read(".", settings=ReadSettings(use_ignore_files=False))[1] == {}


def test_ignore_files_of_the_repository_above_hold_within_it(folder: Path) -> None:
    write("repository/talks/a.txt", "repository/talks/b.txt", "repository/drafts/c.txt")
    write("repository/.gitignore", text="b.txt\ndrafts/\n")
    write(".gitignore", text="a.txt\n")
    assert read("repository/talks")[0] == ["repository/talks/a.txt", "repository/talks/b.txt"]
    Path("repository/.git").mkdir()
    assert read("repository/talks") == (["repository/talks/a.txt"], {"repository/talks/b.txt": IGNORED})
    # What is named is read.
    assert read("repository/drafts", "repository/talks/b.txt")[0] == [
        "repository/drafts/c.txt",
        "repository/talks/b.txt",
    ]


def test_patterns_of_the_user_come_before_ignore_files(folder: Path) -> None:
    write("a.txt", "b.txt")
    write(".gitignore", text="!a.txt\nb.txt\n")
    assert read(".", settings=ReadSettings(ignore=("a.txt", "!b.txt")))[0] == ["b.txt"]


def test_hidden_files_are_left_out_and_told(folder: Path) -> None:
    write(".secret.txt", ".notes/a.txt", "b.txt", ".gitignore")
    assert read(".") == (["b.txt"], {".secret.txt": "is hidden", ".notes": "is hidden"})
    assert read(".", settings=ReadSettings(hidden=True))[0] == [".notes/a.txt", ".secret.txt", "b.txt"]
    assert read(".secret.txt")[0] == [".secret.txt"]


@unix
def test_links(folder: Path) -> None:
    write("in/a.txt", "in/deep/b.txt", "out/c.txt")
    for link, target in {
        "in/loop": "..",
        "in/deep/up": "../../in",
        "in/self": "self",
        "in/gone.txt": "nothing",
        "in/other.txt": "../out/c.txt",
        "in/others": "../out",
        "in/again.txt": "a.txt",
    }.items():
        os.symlink(target, link)
    outside = "links to a place outside of the folder"
    assert read("in") == (
        ["in/a.txt", "in/deep/b.txt"],
        {
            "in/loop": outside,
            "in/deep/up": "links back to a folder that was already read",
            "in/self": "cannot be read: Too many levels of symbolic links",
            "in/gone.txt": "links to nothing",
            "in/other.txt": outside,
            "in/others": outside,
            "in/again.txt": "is the same file as in/a.txt",
        },
    )
    followed, _ = read("in", settings=ReadSettings(follow_links=True))
    assert [Path(file).name for file in followed] == ["a.txt", "b.txt", "c.txt"]


@unix
def test_pipes_and_devices_are_refused_not_waited_for(folder: Path) -> None:
    os.mkfifo("pipe.txt")
    assert read("pipe.txt", "/dev/zero", ".")[1] == {
        "pipe.txt": "is no regular file",
        "/dev/zero": "is no regular file",
    }


@unix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    write("a.txt", "b/c.txt")
    os.chmod("a.txt", 0)
    os.chmod("b", 0)
    reasons = read(".")[1]
    os.chmod("b", 0o700)
    assert reasons == dict.fromkeys(("a.txt", "b"), "cannot be read: Permission denied")


@unix
@pytest.mark.parametrize(
    "name",
    [
        "a\nb.txt",
        "\x1b[31mred.txt",
        "..txt..",
        "-",
        "--help.txt",
        "a;rm -rf b.txt",
        "$(id).txt",
        "a\udcffb.txt",
    ],
)
def test_names_are_only_names(folder: Path, name: str) -> None:
    write(f"docs/{name}")
    files, skipped = read("docs", settings=ReadSettings(hidden=True))
    assert (files, skipped) == ([f"docs/{name}"], {})
    done = subprocess.run(
        [sys.executable, "-c", "from claimcheck.cli import main; main()", "claims", "docs", "--hidden", "--documents"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stdout.count(b"\n") == 5


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, "nowhere/at/all", "a.txt/b"])
def test_paths_that_are_none(folder: Path, path: str) -> None:
    write("a.txt")
    files, skipped = read(path, "a.txt")
    assert files == ["a.txt"]
    assert list(skipped) == [path]


def test_folders_may_be_deep(folder: Path) -> None:
    deep = Path(*["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(TEXT)
    assert read("d")[0] == [(deep / "a.txt").as_posix()]
