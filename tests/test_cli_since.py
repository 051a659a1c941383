"""`run --since REVISION`: new is what involves a sentence that was not there."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.command_line import claimcheck, write

OLD = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
NEW = "PER HOLM: The park bought 30 trees. Another 9 are on order. Those 40 trees will line the river.\n"
BUDGET = "ANNA BERG: The general fund budget for fiscal 2024 is ${} million, said the mayor.\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(folder: Path) -> None:
    write("docs/buses.txt", OLD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "archive")


def new(*options: str) -> list[str]:
    """The files of the new findings since the first commit."""
    done = claimcheck("run", "docs", "--since", "main", "--format", "json", *options)
    assert done.exit_code in (0, 1), done.stderr
    return [finding["evidence"][0]["file"] for finding in json.loads(done.stdout)["findings"]]


def test_what_was_there_is_known() -> None:
    assert new() == []
    assert "Left out: 1 known finding" in claimcheck("run", "docs", "--since", "main").stdout


def test_a_new_file_is_new_whether_it_is_committed_or_not() -> None:
    git("checkout", "-qb", "topic")
    write("docs/trees.txt", NEW)
    assert new() == ["docs/trees.txt"]
    git("add", ".")
    assert new() == ["docs/trees.txt"]
    git("commit", "-qm", "trees")
    assert new() == ["docs/trees.txt"]
    assert new("--new-only") == ["docs/trees.txt"]


def test_a_finding_is_new_when_either_side_changed() -> None:
    write("docs/may.txt", BUDGET.format(312))
    git("add", ".")
    git("commit", "-qm", "may")
    write("docs/june.txt", BUDGET.format(321))
    report = json.loads(claimcheck("run", "docs", "--since", "main", "--format", "json").stdout)
    [finding] = report["findings"]
    assert {item["file"] for item in finding["evidence"]} == {"docs/may.txt", "docs/june.txt"}


@pytest.mark.parametrize(
    "text",
    [
        f"Minutes of the council\n\n{OLD}",
        OLD.replace("\n", "\r\n"),
        OLD.replace(". ", ".\n"),
        f"{OLD}BO: We thank you.\n",
    ],
    ids=["moved", "windows line ends", "wrapped", "neighbours"],
)
def test_sentences_that_moved_are_old(text: str) -> None:
    Path("docs/buses.txt").write_bytes(text.encode())
    assert new() == []


def test_a_sentence_that_changed_is_new() -> None:
    write("docs/buses.txt", OLD.replace("Those 20", "Those 21"))
    assert new() == ["docs/buses.txt"]


@pytest.mark.parametrize("staged", [True, False])
def test_a_renamed_file_is_old(staged: bool) -> None:
    Path("docs/buses.txt").rename("docs/renamed.txt")
    if staged:
        git("add", ".")
    assert new() == []


def test_markup_is_read_before_it_is_compared() -> None:
    write("docs/a.md", OLD.replace("ANNA BERG:", "**ANNA BERG:**").replace("12 buses", "*12* buses"))
    git("add", ".")
    git("commit", "-qm", "marked")
    write("docs/a.md", "# Minutes\n\n" + Path("docs/a.md").read_text("utf-8"))
    assert "docs/a.md" not in new()


def test_what_main_got_meanwhile_is_no_change_of_this_branch() -> None:
    git("checkout", "-qb", "topic")
    write("docs/trees.txt", NEW)
    git("add", ".")
    git("commit", "-qm", "trees")
    git("checkout", "-q", "main")
    write("docs/buses.txt", OLD.replace("20", "19"))
    git("commit", "-qam", "mended on main")
    git("checkout", "-q", "topic")
    assert new() == ["docs/trees.txt"]


def test_a_detached_head_and_a_subfolder(monkeypatch: pytest.MonkeyPatch) -> None:
    git("checkout", "-q", "--detach")
    write("docs/trees.txt", NEW)
    monkeypatch.chdir("docs")
    done = claimcheck("run", ".", "--since", "main", "--format", "json")
    assert [finding["evidence"][0]["file"] for finding in json.loads(done.stdout)["findings"]] == ["trees.txt"]


def test_files_outside_of_the_repository_are_new(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "trees.txt"
    outside.write_text(NEW, "utf-8")
    done = claimcheck("run", "docs", str(outside), "--since", "main", "--format", "json")
    assert len(json.loads(done.stdout)["findings"]) == 1


def test_a_baseline_and_a_revision_hold_together() -> None:
    write("docs/trees.txt", NEW)
    claimcheck("baseline", "write", "docs")
    assert new() == []


def test_a_shallow_clone_compares_with_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("commit", "-q", "--allow-empty", "-m", "more")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "shallow")
    monkeypatch.chdir("shallow")
    write("docs/trees.txt", NEW)
    assert new() == ["docs/trees.txt"]
    done = claimcheck("run", "docs", "--since", "HEAD~1")
    assert done.exit_code == 2
    assert "git knows no such revision" in done.stderr
    assert "fetch-depth: 0" in done.stderr


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("nowhere", "--since nowhere: git knows no such revision\n  hint: name a commit"),
        ("origin/main", "git fetch origin main"),
        ("--all", "--since --all: git knows no such revision"),
    ],
)
def test_a_revision_that_is_not_there(revision: str, told: str) -> None:
    done = claimcheck("run", "docs", f"--since={revision}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


def test_outside_of_a_repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("plain"))
    write("a.txt", OLD)
    done = claimcheck("run", "a.txt", "--since", "HEAD")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "this is no git repository" in done.stderr


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = claimcheck("run", "docs", "--since", "main")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "git cannot be run" in done.stderr
