"""What CI runs, run as CI runs it; and the way of a team that begins with an old archive, from the documentation."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from claimcheck.project.config_file import read_config
from claimcheck.project.suppression_file import read_suppressions
from tests.command_line import PROGRAM, environment, write

ROOT = Path(__file__).parents[1]
MAY = (
    "Town Council\nMay 9, 2023\n\nANNA BERG: The general fund budget for fiscal 2024 is $312 million.\n"
    "PER HOLM: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
)
JUNE = "Town Council\nJune 6, 2023\n\nPER HOLM: The library lent 310,000 books last year.\n"
SLIP = (
    "Town Council\nSeptember 5, 2023\n\nANNA BERG: We thank the staff of the library, as we did in June.\n"
    "ANNA BERG: The general fund budget for fiscal 2024 is $321 million.\n"
)


def load(file: str) -> Any:
    return YAML(typ="safe").load((ROOT / file).read_text("utf-8"))


@pytest.fixture
def ci(tmp_path: Path) -> Mapping[str, str]:
    """The variables of a CI job with `claimcheck` on its path, and a `python` that installs nothing but says so."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, line in (
        ("claimcheck", f'exec {shlex.join(PROGRAM)} "$@"'),
        ("python", f'echo "$@" >> {shlex.quote(str(tmp_path))}/installed'),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        (programs / name).chmod(0o755)
    return environment(
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
        GIT_AUTHOR_NAME="Test",
        GIT_AUTHOR_EMAIL="test@example.org",
        GIT_COMMITTER_NAME="Test",
        GIT_COMMITTER_EMAIL="test@example.org",
        GIT_CONFIG_GLOBAL=os.devnull,
        GITHUB_ACTION_PATH=str(ROOT),
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
    )


def bash(script: str, folder: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub runs the steps of an action."""
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env=dict(variables), capture_output=True, text=True, encoding="utf-8", check=False
    )


def do(script: str, folder: Path, variables: Mapping[str, str]) -> None:
    done = bash(script, folder, variables)
    assert done.returncode == 0, done.stdout + done.stderr


def run_action(folder: Path, variables: Mapping[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The steps of action.yml that run a script, with these inputs; what the last one did."""
    action = load("action.yml")
    given = {name: entry["default"] for name, entry in action["inputs"].items()} | inputs
    done = None
    for step in action["runs"]["steps"]:
        if "run" in step:
            own = {
                name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
                for name, value in step.get("env", {}).items()
            }
            assert "${{" not in step["run"], "inputs go through the environment"
            done = bash(step["run"], folder, {**variables, **own})
    assert done is not None
    return done


def commands_in(page: str) -> str:
    """The first block of commands on a page of the documentation."""
    found = re.search(r"```sh\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def archive(tmp_path: Path, ci: Mapping[str, str]) -> Path:
    """The repository of an archive with an old finding, as everybody clones it."""
    origin = tmp_path / "origin"
    (origin / "talks").mkdir(parents=True)
    (origin / "talks" / "may.txt").write_text(MAY, "utf-8")
    (origin / "talks" / "june.txt").write_text(JUNE, "utf-8")
    (origin / "README.md").write_text("# Talks of the council\n", "utf-8")
    do(
        "git init -q -b main; git config receive.denyCurrentBranch ignore; git add .; git commit -qm archive",
        origin,
        ci,
    )
    return origin


def only_new(done: subprocess.CompletedProcess[str], job: Path, summary: Path) -> str:
    """The one annotation of a run that fails with the slip alone: in the log, in SARIF and in the summary."""
    assert (done.returncode, done.stderr) == (1, "wrote claimcheck.sarif\n")
    [annotation] = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert "$312 million" in annotation
    assert "$321 million" in annotation
    assert "1 error in 3 transcripts." in done.stdout.splitlines()
    [run] = json.loads((job / "claimcheck.sarif").read_text("utf-8"))["runs"]
    states = [(result["baselineState"], result["ruleId"]) for result in run["results"]]
    assert states == [("new", "core/restated"), ("unchanged", "core/sum")]
    told = summary.read_text("utf-8")
    summary.unlink()
    assert "**1 error in 3 transcripts.**" in told
    assert "<summary>1 known finding</summary>" in told
    return annotation


def test_the_newcomers_path(tmp_path: Path, archive: Path, ci: Mapping[str, str]) -> None:
    """Clone, init, baseline, commit; then a new transcript with one slip fails with exactly that."""
    clone, summary = tmp_path / "clone", Path(ci["GITHUB_STEP_SUMMARY"])
    do(f"git clone -q --branch main {archive} clone", tmp_path, ci)
    do(commands_in("adopting.md"), clone, ci)
    do("git push -q origin main", clone, ci)
    assert bash(commands_in("ci.md"), clone, ci).returncode == 0

    do("git checkout -q -b september", clone, ci)
    write(str(clone / "talks" / "september.txt"), SLIP)
    do("git add talks; git commit -qm 'The talk of September'; git push -q origin september", clone, ci)
    summary.unlink()

    # A CI server has the commit on no branch; with its history, the slip is told where it is new.
    job = tmp_path / "job"
    do(f"git clone -q --branch september {archive} job; git -C job checkout -q --detach", tmp_path, ci)
    there = "::error file=talks/september.txt,line=5,"
    assert only_new(bash(commands_in("ci.md"), job, ci), job, summary).startswith(there)
    assert only_new(run_action(job, ci, since="origin/main"), job, summary).startswith(there)

    # Without its history, the baseline alone tells what is new.
    shallow = tmp_path / "shallow"
    do(f"git clone -q --depth 1 --branch september file://{archive} shallow", tmp_path, ci)
    do("git checkout -q --detach", shallow, ci)
    only_new(run_action(shallow, ci), shallow, summary)
    assert "fetch-depth: 0" in run_action(shallow, ci, since="origin/main").stderr

    write(str(job / "talks" / "september.txt"), SLIP.replace("321", "312"))
    assert run_action(job, ci, since="origin/main").returncode == 0


def test_the_action_takes_paths_options_and_a_revision(archive: Path, ci: Mapping[str, str]) -> None:
    do("mkdir 'new talks'", archive, ci)
    write(str(archive / "new talks" / "july.txt"), SLIP)
    done = run_action(
        archive, ci, paths="talks\nnew talks\n", options="--show=note\n--fail-on=error", since="main", sarif="out.sarif"
    )
    assert (done.returncode, done.stdout.count("::error")) == (1, 1)
    assert (archive / "out.sarif").exists()
    done = run_action(archive, ci, paths="talks; touch harm")
    assert done.returncode == 2
    assert not (archive / "harm").exists()
    assert Path(ci["GITHUB_STEP_SUMMARY"]).parent.joinpath("installed").read_text("utf-8").splitlines()[0] == (
        f"-m pip install --quiet --disable-pip-version-check {ROOT}"
    )


def test_the_hook_of_pre_commit(archive: Path, ci: Mapping[str, str]) -> None:
    [hook] = load(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("claimcheck", "python", False)
    for file in ("talks/may.txt", "a.VTT", "claimcheck.toml", "our-rules.yaml"):
        assert re.search(hook["files"], file)
    assert not re.search(hook["files"], "program.py")
    do("claimcheck init", archive, ci)
    assert bash(hook["entry"], archive, ci).returncode == 1
    # The documented arguments: only what the commit brings.
    assert bash(f"{hook['entry']} --since HEAD", archive, ci).returncode == 0
    write(str(archive / "talks" / "july.txt"), SLIP)
    do("git add talks", archive, ci)
    assert bash(f"{hook['entry']} --since HEAD", archive, ci).stdout.count("error[") == 1


def test_the_job_of_gitlab(archive: Path, ci: Mapping[str, str]) -> None:
    job = load("ci/claimcheck.gitlab-ci.yml")["claimcheck"]
    variables = {**ci, **job["variables"], "CLAIMCHECK_PACKAGE": ".", "CLAIMCHECK_OPTIONS": "--fail-on=warning talks"}
    done = [bash(line, archive, variables) for line in job["script"]]
    assert [one.returncode for one in done] == [0, 1]
    assert "error[core/sum]" in done[1].stdout
    for artifact in (job["artifacts"]["reports"]["junit"], *job["artifacts"]["paths"]):
        assert (archive / artifact).stat().st_size > 0


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", ["adopting.md", "ci.md"])
def test_the_yaml_on_the_pages_is_yaml(page: str) -> None:
    for block in blocks(page, "yaml"):
        assert YAML(typ="safe").load(block)


def test_the_files_on_the_page_are_understood(tmp_path: Path) -> None:
    [config], [suppressions] = blocks("adopting.md", "toml"), blocks("adopting.md", "yaml")
    assert read_config(Path(write(str(tmp_path / "claimcheck.toml"), config))).entry.fail_on == "warning"
    assert len(read_suppressions(Path(write(str(tmp_path / "claimcheck-ignore.yaml"), suppressions)))) == 3
