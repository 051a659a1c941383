"""The command line as its users meet it: streams, exit codes, messages."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import __version__, pipeline
from tests.command_line import claimcheck, environment, process, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
CLEAN = CLASH.replace("20 buses", "19 buses")
RULES = """\
pack: tiny
rules:
  - id: tiny/sum
    summary: Parts named together must add up to their stated total.
    check: sum
    where: {within: turn}
    severity: SEVERITY
    tests:
      inconsistent: ["They planted 30 elms. Another 5 are coming. Those 40 elms line the road."]
      consistent: ["They planted 30 elms. Another 5 are coming. Those 35 elms line the road."]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a pack of one rule for each severity."""
    monkeypatch.chdir(tmp_path)
    for severity in ("error", "warning", "note"):
        (tmp_path / f"{severity}.yaml").write_text(RULES.replace("SEVERITY", severity), "utf-8")
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("error", "never", 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("warning", "note", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
    ],
)
def test_fails_from_the_chosen_severity_on(severity: str, fail_on: str, code: int) -> None:
    file = write("docs/buses.txt", CLASH)
    assert claimcheck("run", file, "--rules", f"{severity}.yaml", "--fail-on", fail_on).exit_code == code


def test_errors_fail_unless_told_otherwise() -> None:
    file = write("docs/buses.txt", CLASH)
    assert claimcheck("run", file, "--rules", "error.yaml").exit_code == 1
    assert claimcheck("run", file, "--rules", "warning.yaml").exit_code == 0


def test_a_clean_run_exits_with_0() -> None:
    result = claimcheck("run", write("docs/buses.txt", CLEAN), "--rules", "error.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("No discrepancies in 1 transcript.")


def test_notes_are_counted_and_shown_on_request() -> None:
    arguments = ("run", write("docs/buses.txt", CLASH), "--rules", "note.yaml")
    assert "note[tiny/sum]" not in claimcheck(*arguments).stdout
    assert "1 note (--show note prints them)" in claimcheck(*arguments).stdout
    assert "note[tiny/sum]" in claimcheck(*arguments, "--show", "note").stdout
    assert "note[tiny/sum]" in claimcheck(*arguments, "--fail-on", "note").stdout


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_every_format_names_the_place(format: str) -> None:
    result = claimcheck("run", write("docs/buses.txt", CLASH), "--rules", "error.yaml", "--format", format)
    assert "docs/buses.txt" in result.stdout
    assert "12 + 7" in result.stdout


def test_statistics_go_to_stderr_and_change_no_report() -> None:
    arguments = ("run", write("docs/buses.txt", CLASH), "--rules", "error.yaml")
    plain, counted = claimcheck(*arguments), claimcheck(*arguments, "--statistics")
    assert (counted.stdout, counted.exit_code, plain.stderr) == (plain.stdout, plain.exit_code, "")
    rows = dict(line.strip().rsplit(None, 1) for line in counted.stderr.splitlines())
    assert rows["documents"] == "1"
    assert rows["characters"] == str(len(CLASH))
    assert (rows["numbers"], rows["measurements"]) == ("3", "3")
    assert int(rows["pairs compared"]) >= 1
    assert (rows["links"], rows["total-of"]) == ("1", "1")
    assert (rows["findings"], rows["errors"], rows["tiny/sum errors"]) == ("1", "1", "1")


def test_the_json_report_has_the_statistics_under_documented_keys() -> None:
    file = write("docs/buses.txt", CLASH)
    coverage = json.loads(claimcheck("run", file, "--rules", "error.yaml", "--format", "json").stdout)["coverage"]
    page = (Path(__file__).parents[1] / "docs" / "statistics.md").read_text("utf-8")
    assert set(coverage) <= set(re.findall(r"`(\w+)`", page))
    assert coverage["compared"] >= 1
    assert (coverage["pairs"], coverage["links"]) == (1, {"total-of": 1})


def test_output_goes_to_the_file_alone() -> None:
    file = write("docs/buses.txt", CLASH)
    arguments = ("run", file, "--rules", "error.yaml", "--format", "markdown")
    printed = claimcheck(*arguments)
    written = claimcheck(*arguments, "--output", "report.md")
    assert (written.stdout, written.stderr, written.exit_code) == ("", "wrote report.md\n", 1)
    assert Path("report.md").read_text("utf-8") == printed.stdout


@pytest.mark.parametrize(("output", "message"), [("nowhere/report.md", "no such folder"), ("docs", "is a folder")])
def test_an_output_that_cannot_be_written_fails_first(output: str, message: str) -> None:
    result = claimcheck("run", write("docs/buses.txt", CLASH), "--output", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_missing_path_fails_and_the_rest_is_reported() -> None:
    result = claimcheck("run", "nowhere", write("docs/buses.txt", CLASH), "--rules", "error.yaml")
    assert result.exit_code == 2
    assert result.stderr == "nowhere: no such file or folder\n"
    assert "error[tiny/sum]" in result.stdout


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x00"),
        ("broken.pdf", b"%PDF-1.7\n\x00\x01"),
    ],
)
def test_a_file_that_cannot_be_read_is_skipped_with_its_reason(name: str, data: bytes) -> None:
    Path("docs", name).write_bytes(data)
    write("docs/buses.txt", CLASH)
    result = claimcheck("run", "docs", "--rules", "error.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"docs/{name}: skipped: ")
    assert "skipped 1 file." in result.stdout


def test_many_files_skipped_for_one_reason_are_one_line() -> None:
    for number in range(20):
        Path("docs", f"{number:02}.txt").write_bytes(b"")
    write("docs/buses.txt", CLEAN)
    [line] = claimcheck("run", "docs", "--rules", "error.yaml").stderr.splitlines()
    assert line.startswith("docs/00.txt: skipped: ")
    assert "19 other files" in line


@pytest.mark.parametrize("path", ["docs", "docs/empty.txt"])
def test_nothing_readable_is_a_failed_run(path: str) -> None:
    Path("docs/empty.txt").write_bytes(b"")
    result = claimcheck("run", path, "--rules", "error.yaml")
    assert result.exit_code == 2
    assert "no transcript could be read" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("check: sum", "check: summ", "bad.yaml:5:"), ("severity: error", "sevrity: error", "bad.yaml:7:")],
)
@pytest.mark.parametrize("command", [("run", "docs", "--rules"), ("rules", "list", "--rules"), ("rules", "test")])
def test_a_wrong_rule_file_stops_the_run_with_its_place(
    command: tuple[str, ...], old: str, new: str, place: str
) -> None:
    bad = write("bad.yaml", Path("error.yaml").read_text("utf-8").replace(old, new))
    result = claimcheck(*command, bad)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(place)


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "docs", "--format", "docx"),
        ("run", "docs", "--fail-on", "x"),
        ("run", "docs", "--nope"),
        ("walk",),
    ],
)
def test_a_wrong_option_exits_with_2(arguments: tuple[str, ...]) -> None:
    result = claimcheck(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: claimcheck" in result.stderr


@pytest.mark.parametrize("command", [("run",), ("claims",), ("baseline", "write")])
def test_nothing_named_and_nothing_configured_is_told_with_what_to_do(command: tuple[str, ...]) -> None:
    result = claimcheck(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("nothing is named to be read\n  hint: name files or folders")
    assert "claimcheck init" in result.stderr


def test_a_fault_of_the_program_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(pipeline, "run", run)
    result = claimcheck("run", "docs")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "internal error: ZeroDivisionError: by zero" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_interrupted_run_is_neither_clean_nor_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", run)
    assert claimcheck("run", "docs").exit_code == 130


def test_rules_are_listed() -> None:
    result = claimcheck("rules", "list", "--rules", "error.yaml")
    assert result.stdout == "tiny/sum  error    Parts named together must add up to their stated total.\n"


def test_rule_tests_pass_and_fail() -> None:
    passed = claimcheck("rules", "test", "error.yaml")
    assert (passed.exit_code, passed.stdout) == (0, "2 examples came out right, in 1 rule.\n")
    wrong = write("wrong.yaml", Path("error.yaml").read_text("utf-8").replace("40 elms line the road", "35 elms grow"))
    failed = claimcheck("rules", "test", wrong)
    assert failed.exit_code == 1
    assert "tiny/sum should report" in failed.stdout
    assert "1 of 2 examples came out wrong" in failed.stdout


def test_version() -> None:
    assert claimcheck("--version").stdout == f"claimcheck {__version__}\n"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_no_stage(option: str) -> None:
    done = process(option, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "claimcheck.cli" in imported
    assert not imported & {"spacy", "pint", "tabulate", "duckdb", "claimcheck.pipeline", "claimcheck.reports"}


def test_the_report_is_utf8_whatever_the_locale() -> None:
    write("docs/buses.txt", CLASH.replace("the north", "Łódź"))
    done = process("run", "docs", "--rules", "error.yaml", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "Łódź" in done.stdout


def test_a_reader_who_stops_early_is_no_error() -> None:
    write("docs/buses.txt", CLASH)
    program = subprocess.Popen(
        [sys.executable, "-c", "from claimcheck.cli import main; main()", "claims", "docs"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    errors = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait() == 0
    assert errors == ""


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("claimcheck ru", {"run", "rules"}),
        ("claimcheck run --format m", {"markdown"}),
        ("claimcheck run --wa", {"--watch"}),
        ("claimcheck rules show core/su", {"core/sum"}),
    ],
)
def test_shells_complete_commands_options_and_formats(words: str, completed: set[str]) -> None:
    last = str(len(words.split()) - 1)
    done = process(_CLAIMCHECK_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=last)
    assert set(done.stdout.split()) == completed
