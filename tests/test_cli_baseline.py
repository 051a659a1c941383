"""`claimcheck baseline` and what `run` makes of it."""

import json
from pathlib import Path

import pytest

from tests.command_line import claimcheck, write

BUSES = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
TREES = "PER HOLM: The park planted 30 trees. Another 9 are on order. Those 40 trees will line the river.\n"
BASELINE = "claimcheck-baseline.json"


@pytest.fixture(autouse=True)
def archive(folder: Path) -> None:
    write("docs/buses.txt", BUSES)


def test_known_findings_are_listed_and_do_not_fail_the_run() -> None:
    done = claimcheck("baseline", "write", "docs")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"wrote {BASELINE}: 1 known finding; commit it with the transcripts\n"
    after = claimcheck("run", "docs")
    assert after.exit_code == 0
    assert "No new discrepancies in 1 transcript." in after.stdout
    assert "Left out: 1 known finding" in after.stdout
    assert claimcheck("run", "docs", "--no-baseline").exit_code == 1
    report = json.loads(claimcheck("run", "docs", "--format", "json").stdout)
    assert (len(report["findings"]), len(report["known"])) == (0, 1)


def test_a_new_finding_is_told_alone() -> None:
    claimcheck("baseline", "write", "docs")
    write("docs/trees.txt", TREES)
    for options in ([], ["--new-only"], ["--baseline", BASELINE]):
        done = claimcheck("run", "docs", *options)
        assert done.exit_code == 1
        assert (done.stdout.count("error[core/sum]"), "docs/buses.txt" in done.stdout) == (1, False)


def test_new_only_leaves_known_findings_out_and_counts_them() -> None:
    claimcheck("baseline", "write", "docs")
    done = claimcheck("run", "docs", "--new-only", "--format", "json")
    assert json.loads(done.stdout)["known"] == []
    assert "left out 1 known finding\n" in done.stderr


def test_moved_lines_renamed_files_and_windows_line_ends_change_nothing() -> None:
    claimcheck("baseline", "write", "docs")
    Path("docs/buses.txt").unlink()
    Path("docs/moved.txt").write_bytes(f"Minutes of the council\r\n\r\n{BUSES}".replace("\n", "\r\n").encode())
    assert claimcheck("run", "docs").exit_code == 0
    Path(BASELINE).write_bytes(Path(BASELINE).read_bytes().replace(b"\n", b"\r\n"))
    assert claimcheck("run", "docs").exit_code == 0


def test_the_file_is_the_same_for_the_same_findings_and_grows_by_whole_entries() -> None:
    claimcheck("baseline", "write", "docs")
    before = Path(BASELINE).read_text("utf-8")
    claimcheck("baseline", "write", "docs")
    assert Path(BASELINE).read_text("utf-8") == before
    assert '"figure": "20",' in before
    write("docs/trees.txt", TREES)
    claimcheck("baseline", "write", "docs")
    after = Path(BASELINE).read_text("utf-8").splitlines()
    assert set(before.splitlines()) - set(after) == set()


def test_a_baseline_beside_the_transcripts_is_no_transcript() -> None:
    claimcheck("baseline", "write", "docs", "--baseline", f"docs/{BASELINE}")
    done = claimcheck("run", "docs", "--baseline", f"docs/{BASELINE}")
    assert (done.exit_code, done.stderr) == (0, "")
    assert '"file": "buses.txt"' in Path(f"docs/{BASELINE}").read_text("utf-8")


def test_prune_removes_what_is_mended_or_gone_and_keeps_what_was_not_read() -> None:
    Path("other").mkdir()
    write("docs/trees.txt", TREES)
    write("other/buses.txt", BUSES.replace("buses", "trams"))
    claimcheck("baseline", "write", "docs", "other")
    Path("docs/trees.txt").unlink()
    shown = claimcheck("baseline", "show")
    assert "docs/trees.txt (gone): 40: Those 40 trees" in shown.stdout
    assert "3 known findings; files of 1 are gone" in shown.stdout
    done = claimcheck("baseline", "prune", "docs")
    assert done.stderr == f"removed 1 finding from {BASELINE}; 2 are left\n"
    write("docs/buses.txt", BUSES.replace("20", "19"))
    assert "; 1 are left" in claimcheck("baseline", "prune", "docs").stderr


def test_prune_knows_a_file_however_its_path_is_spelled() -> None:
    claimcheck("baseline", "write", "docs")
    write("docs/buses.txt", BUSES.replace("20", "19"))
    assert "; 0 are left" in claimcheck("baseline", "prune", str(Path("docs").resolve())).stderr


def test_notes_are_known_where_they_fail() -> None:
    said = "Over 4,000 visits were made last year. More than 3,000 visits were made last year."
    write("docs/visits.txt", f"ANNA BERG: {said}\n")
    write("claimcheck.toml", 'paths = ["docs"]\nfail-on = "note"\n')
    assert "2 known findings" in claimcheck("baseline", "write").stderr
    assert claimcheck("run").exit_code == 0


def test_notes_are_known_when_asked_for() -> None:
    write(
        "docs/visits.txt",
        "ANNA BERG: Over 4,000 visits were made last year. More than 3,000 visits were made last year.\n",
    )
    claimcheck("baseline", "write", "docs", "--show", "note")
    report = json.loads(claimcheck("run", "docs", "--fail-on", "note", "--format", "json").stdout)
    assert (report["findings"], {finding["severity"] for finding in report["known"]}) == ([], {"error", "note"})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{\n<<<<<<< ours\n", f"{BASELINE}:2:1: not a baseline: "),
        ('{"claimcheck_baseline": 2, "findings": []}', "not a baseline of this version: claimcheck_baseline"),
        ('{"claimcheck_baseline": 1, "findings": [], "extra": 1}', "extra"),
        ("[]", "not a baseline of this version: the file"),
    ],
)
def test_what_is_no_baseline_is_refused(content: str, told: str) -> None:
    write(BASELINE, content)
    done = claimcheck("run", "docs")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "baseline write" in done.stderr


def test_a_baseline_that_is_not_there_is_told() -> None:
    done = claimcheck("run", "docs", "--baseline", "known.json")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (2, "known.json: no such baseline")
    assert claimcheck("run", "docs", "--new-only").exit_code == 2


def test_a_baseline_is_not_written_when_a_path_is_missing() -> None:
    assert claimcheck("baseline", "write", "docs", "nowhere").exit_code == 2
    assert not Path(BASELINE).exists()
