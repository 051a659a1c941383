"""Configuration: found upward, every option in it, the command line wins, every mistake at its place."""

import json
import tomllib
from pathlib import Path

import pytest
import typer.main
from jsonschema import Draft202012Validator

import claimcheck as api
from claimcheck.cli.commands import app
from claimcheck.project.config_schema import all_keys, known_keys
from tests.command_line import claimcheck, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
CONFIG = "claimcheck.toml"


@pytest.fixture(autouse=True)
def clash(folder: Path) -> None:
    write("docs/buses.txt", CLASH)


def configure(text: str, file: str = CONFIG) -> None:
    write(file, text)


def test_paths_of_the_configuration_are_read() -> None:
    assert claimcheck("run").exit_code == 2
    configure('paths = "docs"\n')
    assert claimcheck("run").stdout == claimcheck("run", "docs", "--no-config").stdout


def test_it_is_found_upward_and_its_paths_count_from_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deep/er").mkdir(parents=True)
    write("own.yaml", "pack: own\nextends: core\ndisable: [core/sum]\n")
    configure('paths = ["docs"]\nrules = ["own.yaml"]\noutput = ["report.json", "-"]\n')
    monkeypatch.chdir("deep/er")
    done = claimcheck("run")
    assert done.exit_code == 0
    assert "../../docs" not in done.stdout
    assert Path("../../report.json").exists()
    assert "../../docs/buses.txt:1:" in claimcheck("run", "--rules", "core", "--output", "-").stdout


def test_project_files_lie_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deep").mkdir()
    configure('paths = ["docs"]\n')
    monkeypatch.chdir("deep")
    claimcheck("baseline", "write")
    assert '"file": "docs/buses.txt"' in Path("../claimcheck-baseline.json").read_text("utf-8")
    assert claimcheck("run").exit_code == 0
    Path("../claimcheck-baseline.json").unlink()
    write("../claimcheck-ignore.yaml", "ignore:\n- {rule: core/sum, file: docs/*, reason: one was lost}\n")
    assert claimcheck("run").exit_code == 0


def test_pyproject_has_a_section_and_is_passed_over_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    configure('[tool.claimcheck]\npaths = ["docs"]\nfail-on = "never"\n', "pyproject.toml")
    Path("deep").mkdir()
    write("deep/pyproject.toml", '[project]\nname = "other"\n')
    monkeypatch.chdir("deep")
    assert claimcheck("run").exit_code == 0
    write("pyproject.toml", "[broken\n")
    assert claimcheck("run").exit_code == 0
    write("pyproject.toml", "[tool.claimcheck\n")
    assert claimcheck("run").exit_code == 2


def test_the_root_of_a_repository_ends_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    configure('fail-on = "never"\n')
    Path("docs/.git").mkdir()
    monkeypatch.chdir("docs")
    assert claimcheck("run", ".").exit_code == 1


def test_the_command_line_wins() -> None:
    configure(
        'paths = ["nowhere"]\nfail-on = "never"\nformat = "json"\nshow = "note"\nhidden = true\nquiet = true\n'
        'baseline = false\nexclude = ["*.md"]\n'
    )
    done = claimcheck("run", "docs", "--fail-on", "error", "--format", "text", "--no-hidden", "--verbose")
    assert (done.exit_code, done.stdout.startswith("error[core/sum]")) == (1, True)
    assert "read 1 of 1 files" in done.stderr
    claimcheck("baseline", "write", "docs", "--no-config")
    assert claimcheck("run", "docs", "--fail-on", "error").exit_code == 1
    assert claimcheck("run", "docs", "--fail-on", "error", "--use-baseline").exit_code == 0
    assert claimcheck("run", "docs", "--fail-on", "error", "--baseline", "claimcheck-baseline.json").exit_code == 0


def test_a_format_asked_for_is_printed_besides_the_files_that_are_configured() -> None:
    configure('paths = ["docs"]\noutput = ["report.json"]\n')
    assert claimcheck("run").stdout == ""
    assert claimcheck("run", "--format", "github").stdout.startswith("::error")
    configure('paths = ["docs"]\nformat = "github"\n')
    assert claimcheck("run", "--output", "report.json").exit_code == 1


def test_a_name_for_standard_input_is_of_no_harm_where_that_is_not_read() -> None:
    configure('paths = ["docs"]\nstdin-filename = "talk.vtt"\n')
    assert claimcheck("run").exit_code == 1
    assert claimcheck("run", "docs", "--stdin-filename", "talk.vtt").exit_code == 2


def test_python_takes_it_too(folder: Path) -> None:
    Path("other").mkdir()
    configure('paths = ["../docs"]\nrules = ["core"]\n[unit]\nton = "short"\n', "other/own.toml")
    assert len(api.run(config="other/own.toml").findings) == 1
    assert api.run(["docs"], config="other/own.toml", rules=["csto"]).findings == ()
    claimcheck("baseline", "write", "docs", "--baseline", "other/claimcheck-baseline.json")
    report = api.run(config=folder / "other" / "own.toml")
    assert (report.findings, len(report.known)) == ((), 1)
    configure("fial-on = 1\n")
    with pytest.raises(api.ConfigError, match="fail-on"):
        api.run(["docs"], config=CONFIG)


def test_patterns_count_from_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    configure('paths = ["docs"]\nexclude = ["/docs/buses.txt"]\n')
    assert "is ignored" in claimcheck("run").stderr
    monkeypatch.chdir("docs")
    assert "is ignored" in claimcheck("run", ".").stderr
    assert claimcheck("run", ".", "--exclude", "nothing").exit_code == 1


def test_tables_and_sections_of_commands() -> None:
    write("docs/buses.txt", "ANNA: We moved 5 tons of sand in 2023.\n")
    configure('paths = ["docs"]\n[unit]\nton = "short"\n[claims]\nformat = "csv"\nall = true\n')
    listed = claimcheck("claims").stdout
    assert listed.startswith("document,")
    assert "short ton" in listed
    assert "2023" in listed
    assert "short ton" not in claimcheck("claims", "--unit", "ton=metric").stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fial-on = 1\n", ':1:1: unknown key "fial-on"\n     1 | fial-on = 1\n       | ^ did you mean "fail-on"?'),
        ("\n[unit]\ntun = 1\n", ':3:1: unknown key "tun"\n     3 | tun = 1\n       | ^ did you mean "ton"?'),
        ('fail-on = "eror"\n', ":1:11: \"fail-on\": expected 'error', 'warning', 'note' or 'never', found \"eror\""),
        ('hidden = "yes"\n', ':1:10: "hidden": expected a boolean, found "yes"'),
        ('rules = [\n  "core", # all of it\n  5,\n]\n', ':3:3: "rules": expected a string, found 5'),
        ('show = "note"\n[unit]\nton = "tiny"\n', ':3:7: "unit.ton": expected'),
        ("unit = {ton = 'short', tno = 1}\n", ':1:1: unknown key "tno"'),
        ("[rules]\ncore = true\n", ':1:2: "rules":'),
        ("baseline = true\n", ':1:12: "baseline":'),
        ("quiet = true\nverbose = true\n", ":2:1: quiet and verbose exclude each other"),
        ('paths = ["docs"\nshow = 1\n', "not well-formed TOML"),
        ('show = "note"\nshow = "note"\n', ":2:"),
        ('max-size = "huge"\npaths="docs"\n', '"huge" is no size'),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, told: str) -> None:
    configure(text)
    done = claimcheck("run", "docs")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    if told.startswith(":"):
        assert done.stderr.startswith(f"{CONFIG}{told.split(':')[0]}:")


def test_a_mistake_in_pyproject_is_told_at_its_place() -> None:
    configure('[project]\nname = "x"\n\n[tool.claimcheck]\nfial-on = "error"\n', "pyproject.toml")
    assert claimcheck("run", "docs").stderr.startswith('pyproject.toml:5:1: unknown key "fial-on"')


def test_windows_line_ends_and_marks_change_nothing() -> None:
    Path(CONFIG).write_bytes(b'\xef\xbb\xbfpaths = ["docs"]\r\nfail-on = "never"\r\nfoo = 1\r\n')
    assert claimcheck("run").stderr.startswith(f"{CONFIG}:3:1: unknown key")


def test_a_configuration_that_is_named_must_be_there() -> None:
    assert "no such configuration file" in claimcheck("run", "docs", "--config", "own.toml").stderr
    configure('fail-on = "never"\n', "own.toml")
    assert claimcheck("run", "docs", "--config", "own.toml").exit_code == 0


def test_config_prints_what_holds_and_from_where() -> None:
    assert claimcheck("config").stdout.startswith("configuration: none found")
    configure('paths = ["docs"]\n\n[unit]\nton = "short"\n')
    told = json.loads(claimcheck("config", "--json").stdout)
    assert told["paths"] == {"value": ["docs"], "source": f"{CONFIG}:1:1"}
    assert told["unit.ton"] == {"value": "short", "source": f"{CONFIG}:4:1"}
    assert told["fail-on"] == {"value": "error", "source": "default"}
    lines = claimcheck("config").stdout.splitlines()
    assert [line.split() for line in lines if line.startswith("paths")] == [["paths", "docs", f"{CONFIG}:1:1"]]


def test_every_option_of_run_can_be_configured() -> None:
    run = typer.main.get_command(app).commands["run"]  # type: ignore[attr-defined]
    options = {option.lstrip("-") for parameter in run.params for option in parameter.opts}
    not_configured = {"watch", "config", "no-config", "no-baseline", "no-archive", "q", "v"}
    assert options - not_configured == set(known_keys()) - {"claims", "explain", "diff"}


def test_the_schema_accepts_what_the_program_does() -> None:
    schema = json.loads(claimcheck("schema", "config").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    claimcheck("init")
    assert validator.is_valid(tomllib.loads(Path(CONFIG).read_text("utf-8")))
    assert validator.is_valid({"paths": "docs", "unit": {"ton": "short"}, "baseline": False})
    for wrong in ({"fial-on": "error"}, {"fail-on": "eror"}, {"baseline": True}, {"unit": {"tno": 1}}):
        assert not validator.is_valid(wrong)


def test_init_looks_at_the_folder() -> None:
    write("README.md", "# Archive\n\nWe have 12 talks.\n")
    Path("notes").mkdir()
    write("notes/todo.txt", "Twelve things to do.\n")
    write("own.yaml", "pack: own\n")
    done = claimcheck("init")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[:3] == ["found 1 file in docs", "found rules in own.yaml", f"wrote {CONFIG}"]
    content = tomllib.loads(Path(CONFIG).read_text("utf-8"))
    assert content == {"paths": ["docs"], "rules": ["core", "own.yaml"], "archive": ".claimcheck/archive.duckdb"}
    assert claimcheck("run").exit_code == 1
    again = claimcheck("init")
    assert (again.exit_code, again.stderr) == (2, f"{CONFIG}: is there already\n  hint: --force writes over it\n")
    assert claimcheck("init", "--force").exit_code == 0


def test_init_of_an_archive_without_folders_reads_all_of_it() -> None:
    Path("docs/buses.txt").unlink()
    for number in range(5):
        write(f"{number}.txt", CLASH)
    claimcheck("init")
    assert tomllib.loads(Path(CONFIG).read_text("utf-8")) == {"paths": ["."], "archive": ".claimcheck/archive.duckdb"}


def test_what_init_explains_is_understood() -> None:
    """Each option that stands in a comment holds when the comment is taken away."""
    claimcheck("init")
    explained, table = set(), ""
    for line in Path(CONFIG).read_text("utf-8").splitlines():
        inside = line.removeprefix("# ")
        if inside.startswith("["):
            table = inside.strip("[]")
        elif line.startswith("# ") and inside.split()[1:2] == ["="]:
            explained.add(f"{table}.{inside.split()[0]}".lstrip("."))
            configure(f"[{table}]\n{inside}\n" if table else inside)
            assert claimcheck("config").exit_code == 0, line
    assert explained == {*all_keys()} - {"paths", "archive"}
