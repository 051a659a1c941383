"""Where `claimcheck run` writes its reports, and in which formats."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from claimcheck.cli.outputs import ReportFormat
from claimcheck.reports import RENDERERS
from claimcheck.reports.render import ENDINGS
from tests.command_line import claimcheck, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"


@pytest.fixture(autouse=True)
def clash(folder: Path) -> None:
    write("docs/buses.txt", CLASH)


def test_several_reports_in_one_run() -> None:
    names = ("a.md", "b.sarif", "c.json", "d.xml", "e.jsonl", "f.rdjson", "g.txt")
    options = [option for name in names for option in ("--output", name)]
    done = claimcheck("run", "docs", *options)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "".join(f"wrote {name}\n" for name in names)
    assert Path("a.md").read_text("utf-8").startswith("# Figures that do not fit together")
    assert json.loads(Path("b.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("c.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert ElementTree.fromstring(Path("d.xml").read_text("utf-8")).get("failures") == "1"
    assert json.loads(Path("e.jsonl").read_text("utf-8").splitlines()[0])["rule"] == "core/sum"
    assert len(json.loads(Path("f.rdjson").read_text("utf-8"))["diagnostics"]) == 1
    assert Path("g.txt").read_text("utf-8") == claimcheck("run", "docs").stdout


def test_standard_output_besides_files() -> None:
    done = claimcheck("run", "docs", "--format", "github", "--output", "-", "--output", "report.sarif")
    assert done.stdout == claimcheck("run", "docs", "--format", "github").stdout
    assert done.stdout.startswith("::error file=docs/buses.txt,line=1,")
    assert Path("report.sarif").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output", "report.yml"], "report.yml: the ending of the file tells no format of reports"),
        (["--output", "report"], "name it with --format"),
        (["--output", "a.md", "--output", "./a.md"], "two reports go to a.md"),
        (["--output", "-", "--output", "-"], "two reports go to standard output"),
        (["--output", "a.md", "--format", "json"], "--format json is the format of no output"),
    ],
)
def test_outputs_that_make_no_sense_are_refused_before_the_work(options: list[str], told: str) -> None:
    done = claimcheck("run", "docs", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert not Path("a.md").exists()


def test_a_report_in_the_folder_that_is_read_is_no_transcript() -> None:
    Path("docs/old").mkdir()
    arguments = ("run", "docs", "--output", "docs/report.md", "--output", "docs/old/report.txt", "--output", "-")
    first, again = claimcheck(*arguments), claimcheck(*arguments)
    assert again.stdout == first.stdout
    assert "in 1 transcript." in again.stdout


@pytest.mark.parametrize("command", [("run", "docs/buses.txt"), ("diff", "docs/buses.txt", "docs/buses.txt")])
def test_no_transcript_is_written_over(command: tuple[str, ...]) -> None:
    done = claimcheck(*command, "--output", "./docs/buses.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "docs/buses.txt: is to be read, and is not written over" in done.stderr
    assert Path("docs/buses.txt").read_text("utf-8") == CLASH


@pytest.mark.parametrize(("name", "options"), [("report", ["--format", "json"]), ("REPORT.JSON", [])])
def test_the_format_of_a_file(name: str, options: list[str]) -> None:
    claimcheck("run", "docs", "--output", name, *options)
    assert json.loads(Path(name).read_text("utf-8"))["version"] == 1


def test_the_formats_of_the_command_are_those_of_the_reports() -> None:
    assert [format.value for format in ReportFormat] == list(RENDERERS)
    assert set(ENDINGS.values()) == {*RENDERERS} - {"github"}


def test_the_json_report_satisfies_the_published_schema() -> None:
    schema = json.loads(claimcheck("schema", "report").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    report = json.loads(claimcheck("run", "docs", "--format", "json").stdout)
    [finding] = report["findings"]
    assert finding["suggestion"].startswith(f"{finding['suggested']['low']} would fit")
    assert list(validator.iter_errors(report)) == []
    del report["findings"][0]["severity"]
    assert not validator.is_valid(report)


def test_a_step_on_github_gets_a_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = Path(write("summary.md", "From the step before.\n"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = claimcheck("run", "docs", "--format", "github")
    report = claimcheck("run", "docs", "--format", "markdown", "--output", "report.md")
    assert (done.stderr, report.exit_code) == ("", 1)
    expected = Path("report.md").read_text("utf-8")
    assert summary.read_text("utf-8") == f"From the step before.\n{expected}{expected}"


def test_a_summary_that_cannot_be_written_is_told_and_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "docs")
    done = claimcheck("run", "docs", "--fail-on", "never")
    assert done.exit_code == 0
    assert "docs: cannot write the summary" in done.stderr
