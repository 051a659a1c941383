"""What is read, as the command line's users say it: standard input, options, and what is told of the rest."""

import csv
import gzip
import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.command_line import PROGRAM, claimcheck, environment, write
from tests.read.sample_docx import make_docx
from tests.read.sample_pdf import lines, make_pdf

BUSES = "**ANNA BERG:** The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"

pytestmark = pytest.mark.usefixtures("folder")


def piped(raw: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], input=raw, capture_output=True, env=environment(), check=False)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_checked_under_its_name(pack: object) -> None:
    raw = gzip.compress(BUSES.encode()) if pack is gzip.compress else BUSES.encode()
    done = piped(raw, "run", "-", "--stdin-filename", "talks/buses.md", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, b"")
    assert [(one["file"], one["format"]) for one in report["documents"]] == [("talks/buses.md", "markdown")]
    assert {item["speaker"] for item in report["findings"][0]["evidence"]} == {"Anna Berg"}


def test_standard_input_without_a_name_is_text_and_may_stand_beside_files() -> None:
    done = piped(b"BO LIND: We have 30 elms.", "claims", "-", write("docs/buses.md", BUSES), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert [(row["file"], row["low"]) for row in rows][-1] == ("stdin.txt", "30")
    assert len(rows) == 4


def test_empty_standard_input_is_told() -> None:
    done = piped(b"", "run", "-")
    assert done.returncode == 2
    assert done.stderr.startswith(b"stdin.txt: skipped: is empty\n")


def test_a_name_for_standard_input_that_is_not_read_is_refused() -> None:
    result = claimcheck("run", write("docs/buses.md", BUSES), "--stdin-filename", "a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--stdin-filename" in result.stderr


def test_options_say_what_is_read() -> None:
    for name in ("a.md", ".b.md", "c.md", "draft.md"):
        write(f"docs/{name}", BUSES)
    write("docs/.gitignore", "draft.md\n")

    def files(*options: str) -> list[str]:
        rows = json.loads(claimcheck("claims", "docs", "--documents", "--format", "json", *options).stdout)
        return [Path(row["file"]).name for row in rows]

    assert files() == ["a.md", "c.md"]
    assert files("--hidden") == [".b.md", "a.md", "c.md"]
    assert files("--no-ignore") == ["a.md", "c.md", "draft.md"]
    assert files("--exclude", "c*", "--exclude", "x") == ["a.md"]
    assert files("--max-size", "10") == []
    assert files("--max-size", "1k") == ["a.md", "c.md"]


@pytest.mark.parametrize("size", ["", "big", "0", "-1", "1T", "1.2.3M"])
def test_a_size_that_is_none_is_refused(size: str) -> None:
    result = claimcheck("claims", write("docs/a.md", BUSES), f"--max-size={size}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no size" in result.stderr


def test_patterns_are_ours_where_the_shell_leaves_them() -> None:
    write("docs/a.md", BUSES)
    assert claimcheck("claims", "d*/*.md").exit_code == 0
    nothing = claimcheck("claims", "d*/*.txt", "docs")
    assert (nothing.exit_code, nothing.stderr) == (2, "d*/*.txt: matches no file\n")


@pytest.mark.parametrize(
    ("name", "raw", "place"),
    [
        ("a.docx", make_docx("Buses", BUSES.strip()), "paragraph 2"),
        (
            "a.pdf",
            make_pdf(
                lines("Buses", "", *BUSES.strip().replace("are ", "are\n").replace("will ", "will\n").split("\n"))
            ),
            "page 1, paragraph 2",
        ),
    ],
)
def test_findings_point_at_paragraphs(name: str, raw: bytes, place: str) -> None:
    Path("docs", name).write_bytes(raw)
    for report in (claimcheck("run", "docs"), claimcheck("run", "docs", "--format", "markdown")):
        assert report.exit_code == 1
        assert f"docs/{name}, {place}" in report.stdout
    evidence = json.loads(claimcheck("run", "docs", "--format", "json").stdout)["findings"][0]["evidence"]
    assert {item["landmark"] for item in evidence} == {place}
    table = claimcheck("claims", "docs").stdout
    assert f"{place} " in table


def test_documents_tell_what_is_known_and_from_where() -> None:
    said = "**Mayor Anna Berg:** We bought 12.\n\n**Anna Berg:** And 7.\n\n**BO LIND:** Oh.\n"
    text = f"# Tram Debate\n\nMay 3, 2021\n\n{said}"
    write("docs/talk-2021-05-04.md", text)
    assert claimcheck("claims", "docs", "--documents").stdout == (
        f"docs/talk-2021-05-04.md (markdown, {len(text)} characters, 5 turns)\n"
        "  title:    Tram Debate (line 1)\n"
        "  date:     2021-05-03 (line 3)\n"
        "  place:    not found\n"
        "  speakers: Anna Berg (2 turns, “Mayor Anna Berg”)\n"
        "            Bo Lind (1 turn, “BO LIND”)\n"
        "  note:     dates differ: 2021-05-03 (line 3), 2021-05-04 (file name)\n"
    )
    [row] = json.loads(claimcheck("claims", "docs", "--documents", "--format", "json").stdout)
    assert (row["characters"], row["turns"], row["speakers"]) == (len(text), 5, ["Anna Berg", "Bo Lind"])
    assert row["labels"] == ["Mayor Anna Berg", "Anna Berg", "BO LIND"]
    assert (row["date_source"], row["notes"]) == (
        "line 3",
        ["dates differ: 2021-05-03 (line 3), 2021-05-04 (file name)"],
    )
