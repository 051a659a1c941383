"""A check that was made before: the same bytes in every format, without the work, until anything changes."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.reports import RENDERERS
from claimcheck.store import outcomes
from tests.command_line import claimcheck, path_with, process, start, wait_for, write

TALKS = {
    "docs/a.txt": "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses go north.\n",
    "docs/b.txt": "2023-05-09\n\nMS BERG: The stabilization reserve stands at $38 million today.\n",
    "docs/c.txt": "2023-05-10\n\nANNA BERG: The stabilization reserve stands at $38 billion.\n",
    "docs/empty.txt": "",
}
PACK = """pack: {name}
{extends}rules:
  - id: {name}/sum
    summary: Parts named together must add up.
    check: sum
    severity: {severity}
"""
FACTS = "subject,measure,period,place,value,unit,source\nPort of Ely,cargo,2019,,4.2,million tonnes,yearbook\n"


@pytest.fixture(autouse=True)
def talks(folder: Path) -> Path:
    for name, text in TALKS.items():
        write(name, text)
    write("sums.yaml", PACK.format(name="sums", extends="extends: [base.yaml]\n", severity="warning"))
    write("base.yaml", PACK.format(name="base", extends="", severity="error"))
    write("facts.csv", FACTS)
    write("kept.yaml", "ignore:\n  - {rule: core/sum, figure: '20', reason: one was returned}\n")
    claimcheck("baseline", "write", "docs", "--baseline", "known.json", "--no-archive")
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run, and tell how many checks were truly made for it."""
    count = 0
    check = pipeline.run

    def counted(*arguments: object, **options: object) -> object:
        nonlocal count
        count += 1
        return check(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "run", counted)

    def run(*options: str) -> int:
        before = count
        done = claimcheck("run", *options, "--archive", "a.duckdb")
        assert done.exit_code in (0, 1), done.output
        assert done.stdout == claimcheck("run", *options, "--no-archive").stdout
        return count - before - 1

    return run


def git(*arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


OPTIONS = (
    "docs",
    *("--rules", "core", "--rules", "sums.yaml", "--facts", "facts.csv"),
    *("--baseline", "known.json", "--suppressions", "kept.yaml"),
)


def change(name: str, before: str, after: str) -> Callable[[], None]:
    def do() -> None:
        text = Path(name).read_text("utf-8")
        assert before in text
        write(name, text.replace(before, after))

    return do


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(change("docs/a.txt", "20 buses", "19 buses"), id="a file changed"),
        pytest.param(lambda: write("docs/d.txt", "BO: We sold 40 trams.\n"), id="a file came"),
        pytest.param(lambda: os.remove("docs/c.txt"), id="a file went"),
        pytest.param(lambda: os.rename("docs/c.txt", "docs/d.txt"), id="a file got another name"),
        pytest.param(lambda: os.remove("docs/empty.txt"), id="a file that is left out went"),
        pytest.param(change("sums.yaml", "severity: warning", "severity: note"), id="a rule file changed"),
        pytest.param(change("base.yaml", "severity: error", "severity: note"), id="a rule file that one extends"),
        pytest.param(change("facts.csv", "4.2", "4.3"), id="a table of facts changed"),
        pytest.param(change("known.json", "buses", "tubes"), id="the baseline changed"),
        pytest.param(change("kept.yaml", "'20'", "'21'"), id="the suppressions changed"),
    ],
)
def test_whatever_changes_makes_the_check_anew(made: Callable[..., int], act: Callable[[], None]) -> None:
    assert made(*OPTIONS) == 1
    assert made(*OPTIONS) == 0
    act()
    assert made(*OPTIONS) == 1
    assert made(*OPTIONS) == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ("--rules", "core")),
        ((), ("--unit", "ton=short")),
        ((), ("--any-language",)),
        ((), ("--column", "text=said")),
        ((), ("--max-size", "1M")),
        ((), ("--facts", "facts.csv")),
        (("--facts", "facts.csv"), ("--facts", "facts.csv", "--facts-columns", "value=value")),
        ((), ("--baseline", "known.json")),
        ((), ("--suppressions", "kept.yaml")),
        ((), ("docs/a.txt",)),
    ],
)
def test_another_question_is_answered_anew(
    made: Callable[..., int], before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    paths = () if "docs/a.txt" in after else ("docs",)
    assert made("docs", *before) == 1
    assert made(*paths, *after) == 1
    assert made("docs", *before) == 0


def test_what_the_archive_holds_besides(talks: Path) -> None:
    def told() -> bool:
        return "$38 billion" in claimcheck("run", "docs/b.txt", "--archive", "a.duckdb").stdout

    assert [told(), told()] == [False, False]
    claimcheck("archive", "add", "docs/a.txt", "docs/c.txt", "--archive", "a.duckdb")
    assert [told(), told()] == [True, True]
    write("docs/c.txt", TALKS["docs/c.txt"].replace("$38 billion", "$38 million"))
    claimcheck("archive", "add", "docs/c.txt", "--archive", "a.duckdb")
    assert [told(), told()] == [False, False]
    write("docs/c.txt", TALKS["docs/c.txt"])
    claimcheck("run", "docs/c.txt", "--archive", "a.duckdb")
    assert told()
    claimcheck("archive", "remove", "docs/c.txt", "--archive", "a.duckdb")
    assert not told()


def test_another_program_answers_anew(made: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    assert made("docs") == 1
    monkeypatch.setattr("claimcheck.question.describe_program", lambda: {"claimcheck": "99"})
    assert made("docs") == 1


def test_the_revision_that_new_counts_from(made: Callable[..., int]) -> None:
    git("init", "-q", "-b", "main")
    git("add", "docs")
    git("commit", "-qm", "talks")
    assert made("docs", "--since", "HEAD") == 1
    assert made("docs", "--since", "HEAD") == 0
    write("docs/b.txt", TALKS["docs/b.txt"].replace("38", "39"))
    assert made("docs", "--since", "HEAD") == 1
    git("commit", "-qam", "mended")
    assert made("docs", "--since", "HEAD") == 1
    # The first commit again, by another name.
    assert made("docs", "--since", "HEAD~1") == 0


def test_every_format_comes_out_of_what_is_remembered() -> None:
    options = ("docs", "--show", "note", "--statistics", *OPTIONS[1:])
    for format in RENDERERS:
        alone = process("run", *options, "--format", format, "--no-archive")
        first, again = (process("run", *options, "--format", format, "--archive", "a.duckdb") for _ in range(2))
        assert alone.stdout
        assert [(one.stdout, one.stderr, one.returncode) for one in (first, again)] == [
            (alone.stdout, alone.stderr, alone.returncode)
        ] * 2
    before = process("run", *options, "--parquet", "before", "--no-archive")
    assert before.stderr.replace("before", "after") == (
        process("run", *options, "--parquet", "after", "--archive", "a.duckdb").stderr
    )
    for table in ("claims.parquet", "findings.parquet"):
        assert Path("before", table).read_bytes() == Path("after", table).read_bytes()


def test_what_is_remembered_loads_no_model() -> None:
    process("run", "docs", "--archive", "a.duckdb")
    told = process("run", "docs", "--archive", "a.duckdb", PYTHONPROFILEIMPORTTIME="1").stderr
    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "claimcheck.store.outcomes" in loaded
    assert not loaded & {"spacy", "numpy", "pint", "claimcheck.pipeline", "claimcheck.claims", "claimcheck.links"}


def test_only_the_latest_are_kept(made: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.setattr(outcomes, "MOST_KEPT", 2)
    for size in ("1M", "2M", "3M"):
        assert made("docs", "--max-size", size) == 1
    assert made("docs", "--max-size", "3M") == 0
    assert made("docs", "--max-size", "1M") == 1
    with duckdb.connect("a.duckdb", read_only=True) as database:
        assert database.execute("SELECT count(*) FROM outcomes").fetchall() == [(2,)]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE outcomes SET report = replace(report, '20', '21')", "DELETE FROM files", "DELETE FROM outcomes"],
)
def test_what_is_damaged_or_gone_is_worked_out_anew(made: Callable[..., int], damage: str) -> None:
    import duckdb

    assert made("docs") == 1
    with duckdb.connect("a.duckdb") as database:
        database.execute(damage)
    told = claimcheck("archive", "check", "--archive", "a.duckdb").stdout
    assert ("is not what was written" in told) == damage.startswith("UPDATE")
    assert made("docs") == 1
    assert "nothing wrong" in claimcheck("archive", "check", "--archive", "a.duckdb").stdout


def test_an_archive_without_outcomes_is_brought_up_to_date(made: Callable[..., int]) -> None:
    import duckdb

    claimcheck("archive", "add", "docs/c.txt", "--archive", "a.duckdb")
    with duckdb.connect("a.duckdb") as database:
        database.execute("DROP TABLE outcomes")
        database.execute("UPDATE meta SET value = '2' WHERE name = 'schema'")
    [message] = [
        one["message"]
        for one in json.loads(claimcheck("run", "docs/b.txt", "--archive", "a.duckdb", "--format", "json").stdout)[
            "findings"
        ]
    ]
    assert "$38 billion" in message
    assert made("docs") == 1
    assert made("docs") == 0


RUN = ("run", "docs", "--format", "json")

SLOW = """
import claimcheck.study, time
extract = claimcheck.study.extract_claims
def slow(document, quantities):
    if document.name.endswith("c.txt"):
        open("busy", "w").close()
        time.sleep(600)
    return extract(document, quantities)
claimcheck.study.extract_claims = slow
"""


def interrupt(patch: str) -> tuple[dict[str, Any], str]:
    """The report, and what is said beside it, of a run that Ctrl-C comes to where the patch makes it busy."""
    run = start(*RUN, "--archive", "a.duckdb", "--workers", "1", PYTHONPATH=path_with(patch))
    wait_for(lambda: Path("busy").exists())
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=120)
    assert run.returncode == 130
    return json.loads(out), err


def after_as_before() -> dict[str, Any]:
    """The report of the next run, which is that of a run without the archive."""
    after = process(*RUN, "--archive", "a.duckdb")
    assert after.stdout == process(*RUN, "--no-archive").stdout
    return dict(json.loads(after.stdout))


@pytest.mark.usefixtures("talks")
def test_ctrl_c_reports_on_what_was_read() -> None:
    report, err = interrupt(SLOW)
    assert report["summary"]["verdict"] == "Interrupted before 2 files of the run: 1 error in 2 transcripts."
    assert report["coverage"]["unread"] == 2
    assert "interrupted: reporting on the 2 files that were read, 2 were not" in err
    assert "nothing wrong" in process("archive", "check", "--archive", "a.duckdb").stdout
    after_as_before()


STUCK = """
import claimcheck.links.link, time
def stuck(*of):
    open("busy", "w").close()
    time.sleep(600)
claimcheck.links.link.link_measures = stuck
"""


@pytest.mark.usefixtures("talks")
def test_ctrl_c_among_comparisons_reports_on_what_was_found() -> None:
    report, err = interrupt(STUCK)
    assert report["summary"]["verdict"].startswith("Interrupted before all figures were compared: ")
    assert (report["coverage"]["unread"], report["coverage"]["unfinished"]) == (0, True)
    assert "interrupted: reporting on what was found so far; Ctrl-C again ends" in err
    after = after_as_before()
    assert not after["coverage"]["unfinished"]
