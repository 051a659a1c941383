"""`claimcheck archive` and `run --archive`: nothing is read twice, new talks are held against old."""

import json
import os
import random
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from claimcheck.cli.archiving import ARCHIVE
from claimcheck.store import open_archive
from tests.command_line import PROGRAM, claimcheck, environment, path_with, process, start, wait_for, write

OLD = (
    "2023-05-09\n\nANNA BERG: The stabilization reserve stands at $38 million today. "
    "The town leased 12 buses. Another 7 are being built. Those 20 buses go north.\n"
)
NEW = "2023-05-10\n\nThe stabilization reserve stands at $38 billion.\n"


@pytest.fixture(autouse=True)
def talks(folder: Path) -> Path:
    write("docs/old.txt", OLD)
    write("docs/other.txt", "2023-05-10\n\nANNA BERG: The library lent 4,400 books. It was open for 200 days.\n")
    write("new.txt", NEW)
    return folder


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read or understood now fails."""

    def fail(*_: object) -> None:
        raise AssertionError("is read again")

    monkeypatch.setattr("claimcheck.study.read_file", fail)
    monkeypatch.setattr("claimcheck.study.extract_claims", fail)


def messages(*arguments: str) -> list[str]:
    report = json.loads(claimcheck("run", *arguments, "--format", "json").stdout)
    return [finding["message"] for finding in report["findings"]]


def test_an_unchanged_file_is_not_read_again(request: pytest.FixtureRequest) -> None:
    plain = claimcheck("run", "docs", "--format", "json")
    first = claimcheck("run", "docs", "--format", "json", "--archive", "a.duckdb")
    request.getfixturevalue("no_reading")
    again = claimcheck("run", "docs", "--format", "json", "--archive", "a.duckdb")
    assert plain.stdout == first.stdout == again.stdout
    assert (plain.exit_code, first.exit_code, again.exit_code) == (1, 1, 1)


def test_a_changed_file_is_read_again() -> None:
    assert "12 + 7 make 19, not 20" in messages("docs", "--archive", "a.duckdb")
    write("docs/old.txt", OLD.replace("Those 20", "Those 19"))
    assert messages("docs", "--archive", "a.duckdb") == []
    assert claimcheck("archive", "check", "--archive", "a.duckdb").stdout == "2 files, nothing wrong\n"


@pytest.mark.parametrize("option", [("--unit", "ton=short"), ("--any-language",)])
def test_a_setting_that_matters_has_files_read_again(option: tuple[str, ...], request: pytest.FixtureRequest) -> None:
    claimcheck("run", "docs", "--archive", "a.duckdb")
    request.getfixturevalue("no_reading")
    assert claimcheck("run", "docs", "--archive", "a.duckdb", *option).exit_code == 2
    for harmless in (("--show", "note"), ("--rules", "core"), ("--workers", "1"), ("--fail-on", "never")):
        assert claimcheck("run", "docs", "--archive", "a.duckdb", *harmless).exit_code in (0, 1)


def test_a_version_has_files_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    claimcheck("archive", "add", "docs", "--archive", "a.duckdb")
    monkeypatch.setattr("claimcheck.basis.__version__", "99")
    # What is compared with is read anew, too, while its file is there; else it is told, and left out.
    Path("docs/other.txt").unlink()
    done = claimcheck("run", "new.txt", "--archive", "a.duckdb", "--format", "json")
    assert len(json.loads(done.stdout)["findings"]) == 1
    assert "docs/other.txt: skipped: is in the archive as another version or other settings read it" in done.stderr
    with open_archive("a.duckdb") as archive:
        bases = {kept.file: json.loads(kept.basis)["claimcheck"] for kept in archive.files()}
    assert bases["docs/old.txt"] == bases["new.txt"] == "99" != bases["docs/other.txt"]


def test_a_rule_pack_that_settles_units_or_names_people_holds_at_once() -> None:
    pack = "pack: own\nextends: [core]\nentities:\n  anna: {names: [A. Berg-Lind, Anna Berg], kind: person}\n"
    claimcheck("run", "docs", "--archive", "a.duckdb")
    write("own.yaml", pack)
    with_archive = claimcheck("run", "docs", "--archive", "a.duckdb", "--rules", "own.yaml", "--format", "json")
    without = claimcheck("run", "docs", "--rules", "own.yaml", "--format", "json")
    assert with_archive.stdout == without.stdout


def test_new_talks_are_held_against_the_archive_and_only_their_findings_told() -> None:
    assert messages("new.txt", "--archive", "a.duckdb") == []
    assert messages("docs", "--archive", "a.duckdb") == ["12 + 7 make 19, not 20"]
    assert messages("new.txt", "--archive", "a.duckdb") == []
    claimcheck("archive", "add", "docs", "--archive", "a.duckdb")
    [message] = messages("new.txt", "--archive", "a.duckdb")
    assert "$38 million" in message
    told = claimcheck("run", "new.txt", "--archive", "a.duckdb").stdout
    assert "docs/old.txt:3:" in told
    assert "Read 1 transcript in 1 file" in told
    assert "compared with 2 archived transcripts" in told


def test_a_file_under_another_name_is_not_compared_with_itself() -> None:
    claimcheck("archive", "add", "docs", "--archive", "a.duckdb")
    write("copy.txt", OLD)
    found = messages("copy.txt", "--archive", "a.duckdb", "--show", "note")
    assert found == ["12 + 7 make 19, not 20"]


def test_the_usual_archive_is_used_once_it_was_made() -> None:
    claimcheck("run", "docs")
    assert not Path(ARCHIVE).exists()
    assert "2 files added" in claimcheck("archive", "add", "docs").stderr
    assert len(messages("new.txt")) == 1
    assert messages("new.txt", "--no-archive") == []
    assert "0 files added, 0 replaced, 2 there already" in claimcheck("archive", "add", "docs").stderr
    assert ".claimcheck" not in claimcheck("run", ".").stderr


def test_list_and_remove() -> None:
    claimcheck("archive", "add", "docs")
    claimcheck("run", "new.txt")
    listed = claimcheck("archive", "list").stdout.splitlines()
    assert listed == ["docs/old.txt\t1\t4", "docs/other.txt\t1\t2", "new.txt\t1\t1\tremembered only"]
    assert claimcheck("archive", "remove", "nowhere.txt").exit_code == 2
    assert claimcheck("archive", "remove").exit_code == 2
    claimcheck("archive", "remove", "--unlisted")
    claimcheck("archive", "remove", "docs/ol*")
    assert claimcheck("archive", "list").stdout == "docs/other.txt\t1\t2\n"


def test_export_writes_parquet() -> None:
    import duckdb

    claimcheck("archive", "add", "docs")
    claimcheck("archive", "export", "out")
    figures = duckdb.sql("SELECT figure FROM 'out/claims.parquet' WHERE file = 'docs/other.txt' ORDER BY id").fetchall()
    assert {figure for (figure,) in figures} == {"4,400", "200 days"}
    assert duckdb.sql("SELECT count(*) FROM 'out/documents.parquet'").fetchall() == [(2,)]


def test_a_second_run_waits_and_says_so(talks: Path) -> None:
    with open_archive("a.duckdb"):
        second = start("run", "docs", "--archive", "a.duckdb", "--workers", "1")
        assert second.stderr is not None
        told = second.stderr.readline()
        assert f"process {os.getpid()}" in told
        assert "waiting" in told
        assert second.poll() is None
    out, _ = second.communicate(timeout=120)
    assert second.returncode == 1
    assert "12 + 7 make 19, not 20" in out


def test_ctrl_c_ends_the_waiting() -> None:
    with open_archive("a.duckdb"):
        second = start("run", "docs", "--archive", "a.duckdb")
        assert second.stderr is not None
        second.stderr.readline()
        os.killpg(second.pid, signal.SIGINT)
        second.communicate(timeout=60)
    assert second.returncode == 130


def limit_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))


def test_a_full_disk_is_told_and_harms_nothing(talks: Path) -> None:
    assert process("archive", "add", "docs", "--archive", "a.duckdb").returncode == 0
    rng = random.Random(1)
    for number in range(8):
        letters = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz ", k=300_000))
        write(f"docs/long{number}.txt", f"We sold {number + 2} trams in the town.\n\n{letters}\n")
    command = [*PROGRAM, "archive", "add", "docs", "--archive", "a.duckdb", "--workers", "1", "--any-language"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment(), check=False, preexec_fn=limit_files
    )
    assert done.returncode == 2
    assert "a.duckdb: cannot be written:" in done.stderr
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert "nothing wrong" in process("archive", "check", "--archive", "a.duckdb").stdout
    listed = process("archive", "list", "--archive", "a.duckdb").stdout
    assert "docs/old.txt" in listed
    command = [*PROGRAM, "run", "docs", "new.txt", "--archive", "a.duckdb", "--workers", "1", "--any-language"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment(), check=False, preexec_fn=limit_files
    )
    assert done.stderr.count("a.duckdb: cannot be written:") == 1
    assert "the run goes on, and nothing more is remembered" in done.stderr
    alone = process("run", "docs", "new.txt", "--no-archive", "--workers", "1", "--any-language")
    assert (done.returncode, done.stdout) == (1, alone.stdout)
    assert "nothing wrong" in process("archive", "check", "--archive", "a.duckdb").stdout


def test_an_archive_that_can_only_be_read_is_used_but_not_written(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    import duckdb

    claimcheck("archive", "add", "docs", "--archive", "a.duckdb")
    connect = duckdb.connect

    def read_only(database: str, read_only: bool = False) -> object:
        if not read_only:
            raise duckdb.IOException('IO Error: Cannot open file "a.duckdb": Permission denied')
        return connect(database, read_only=True)

    monkeypatch.setattr(duckdb, "connect", read_only)
    done = claimcheck("run", "new.txt", "--archive", "a.duckdb")
    assert "can only be read; nothing new is remembered" in done.stderr
    assert done.exit_code == 1
    done = claimcheck("run", "docs", "--archive", "b.duckdb")
    assert "cannot be made: IO Error: Cannot open file" in done.stderr
    assert "the run goes on without an archive" in done.stderr
    assert (done.exit_code, done.stdout) == (1, claimcheck("run", "docs", "--no-archive").stdout)
    done = claimcheck("archive", "add", "new.txt", "--archive", "a.duckdb")
    assert (done.exit_code, "a.duckdb: can only be read" in done.stderr) == (2, True)
    assert claimcheck("archive", "remove", "docs/*", "--archive", "a.duckdb").exit_code == 2
    assert claimcheck("archive", "add", "new.txt", "--archive", "b.duckdb").exit_code == 2


@pytest.mark.parametrize("seed", range(int(os.environ.get("CLAIMCHECK_KILLS", "2"))))
def test_a_run_killed_at_any_moment_leaves_a_sound_archive(talks: Path, seed: int) -> None:
    assert process("archive", "add", "docs/old.txt", "--archive", "a.duckdb").returncode == 0
    for number in range(12):
        write(f"docs/more{number}.txt", f"On day {number} we sold {number + 2} trams to {number * 7} people.\n")
    slow = "import claimcheck.memory\nclaimcheck.memory.BETWEEN_WRITES = 0\n"
    run = start("run", "docs", "--archive", "a.duckdb", "--workers", "1", PYTHONPATH=path_with(slow))
    # CLAIMCHECK_KILLS=20 kills as many runs. From the first write on, which makes the log, every moment counts.
    wait_for(lambda: Path("a.duckdb.wal").exists() or run.poll() is not None)
    time.sleep(random.Random(seed).uniform(0, 1.5))
    run.kill()
    run.communicate(timeout=60)
    checked = process("archive", "check", "--archive", "a.duckdb")
    assert "nothing wrong" in checked.stdout, checked.stdout + checked.stderr
    undisturbed = process("run", "docs", "--format", "json").stdout
    for _ in range(2):
        assert process("run", "docs", "--archive", "a.duckdb", "--format", "json").stdout == undisturbed


def test_a_configuration_may_name_the_archive_or_take_none() -> None:
    claimcheck("archive", "add", "docs")
    write("claimcheck.toml", "archive = false\n")
    assert messages("new.txt") == []
    assert len(messages("new.txt", "--archive", ARCHIVE)) == 1
    write("claimcheck.toml", 'archive = "kept/a.duckdb"\n')
    assert messages("new.txt") == []
    assert Path("kept/a.duckdb").is_file()


def test_of_a_large_archive_the_likely_files_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    claimcheck("archive", "add", "docs", "--archive", "a.duckdb")
    monkeypatch.setattr("claimcheck.memory.ROOM", 1)
    done = claimcheck("run", "new.txt", "--archive", "a.duckdb")
    assert "$38 million" in done.stdout
    assert "compared with 1 archived transcript; 1 archived file, with less in common, was left out" in " ".join(
        done.stdout.split()
    )
    assert "a.duckdb: 1 archived file, with less in common, was left out" in done.stderr
    told = json.loads(claimcheck("run", "new.txt", "--archive", "a.duckdb", "--format", "json").stdout)["coverage"]
    assert (told["archived"], told["passed_over"]) == (1, 1)
    for format in ("markdown", "html", "sarif", "junit", "github"):
        told = claimcheck("run", "new.txt", "--archive", "a.duckdb", "--format", format).stdout
        assert "1 archived file, with less in common, was left out" in " ".join(told.split()), format


@pytest.mark.parametrize(
    "command",
    [
        ("claims", "docs", "--format", "csv"),
        ("explain", "docs/old.txt:3", "docs/other.txt"),
        ("diff", "docs/old.txt", "docs/other.txt"),
        ("baseline", "write", "docs", "--baseline", "known.json"),
    ],
)
def test_other_commands_read_nothing_again(command: tuple[str, ...], request: pytest.FixtureRequest) -> None:
    plain = claimcheck(*command)
    claimcheck("archive", "add", "docs")
    request.getfixturevalue("no_reading")
    again = claimcheck(*command)
    assert (again.exit_code, again.stdout, again.stderr) == (plain.exit_code, plain.stdout, plain.stderr)
    without = claimcheck(*command, "--no-archive")
    assert "claimcheck failed on it: AssertionError: is read again" in without.stderr


def test_what_is_known_of_an_archive_stays_known() -> None:
    claimcheck("archive", "add", "docs")
    assert len(messages("new.txt")) == 1
    claimcheck("baseline", "write", "new.txt")
    assert messages("new.txt") == messages("new.txt") == []
    known = json.loads(claimcheck("run", "new.txt", "--format", "json").stdout)["known"]
    assert [one["message"] for one in known] == messages("new.txt", "--no-baseline")
    write("new.txt", NEW + "\nWe hired 40 clerks in May and another 2 clerks in June. Those 43 clerks are here.\n")
    assert messages("new.txt") == ["40 + 2 make 42, not 43"]
    assert claimcheck("baseline", "prune", "new.txt").stderr.endswith("1 are left\n")


def test_what_is_new_since_a_revision_beside_an_archive() -> None:
    for arguments in (["init", "-q"], ["add", "docs", "new.txt"], ["commit", "-qm", "talks"]):
        who = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)
    claimcheck("archive", "add", "docs")
    assert messages("new.txt", "--since", "HEAD") == messages("new.txt", "--since", "HEAD") == []
    write("new.txt", NEW.replace("stands", "still stands"))
    assert len(messages("new.txt", "--since", "HEAD")) == 1
    assert len(messages("new.txt", "--since", "HEAD")) == 1


def test_an_archive_keeps_itself_out_of_git() -> None:
    claimcheck("archive", "add", "docs")
    assert Path(".claimcheck/.gitignore").read_text("utf-8") == "*\n"
