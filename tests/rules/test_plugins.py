"""Checks of other packages: the worked example runs as printed, and a broken package harms only its own rules."""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import claimcheck
from claimcheck import plugins
from claimcheck.errors import RuleError
from claimcheck.rules.registry import PLUGIN_GROUP, forget_plugins, known_checks
from tests.command_line import claimcheck as run
from tests.command_line import process
from tests.rules.packs import ids, load, write_pack

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
FILES = {file: text for _, file, text in BLOCKS if file}
RULE = "pack: p\nrules:\n  - {id: p/leap, summary: S., check: leap}\n"
LEAP = "Orders rose 150% to $500 million, compared to $200 million a year earlier."

Install = Callable[[str, str, str], Path]


@pytest.fixture(autouse=True)
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a distribution: its module's text, and the name and value of its entry point."""
    monkeypatch.chdir(tmp_path)

    def install_package(source: str, name: str = "leap", value: str = "newsdesk.checks:LEAP") -> Path:
        site = tmp_path / "site"
        (site / "newsdesk").mkdir(parents=True)
        (site / "newsdesk" / "__init__.py").touch()
        (site / "newsdesk" / "checks.py").write_text(source, "utf-8")
        info = site / "newsdesk-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{PLUGIN_GROUP}]\n{name} = {value}\n", "utf-8")
        monkeypatch.syspath_prepend(str(site))
        forget_plugins()
        return site

    yield install_package
    monkeypatch.undo()
    for module in [name for name in sys.modules if name.partition(".")[0] == "newsdesk"]:
        del sys.modules[module]
    forget_plugins()


def test_the_worked_example_runs_as_printed(install: Install) -> None:
    [(name, value)] = tomllib.loads(FILES["pyproject.toml"])["project"]["entry-points"][PLUGIN_GROUP].items()
    install(FILES["newsdesk/checks.py"], name, value)
    for file in ("newsdesk.yaml", "talk.txt"):
        Path(file).write_text(FILES[file], "utf-8")
    commands = [text.split("\n", 1) for language, _, text in BLOCKS if language == "console"]
    for command, printed in commands:
        shown = run(*shlex.split(command.removeprefix("$ claimcheck "))).output
        expected = "".join(
            r"(?:.*\n)*" if line == "...\n" else re.escape(line) for line in printed.splitlines(keepends=True)
        )
        assert re.fullmatch(expected, shown), command
    assert len(commands) == 2
    assert "leap        A change should not be more than 100%.\n" in run("rules", "checks").stdout


def test_an_installed_check_works_in_the_program_itself(install: Install) -> None:
    site = install(FILES["newsdesk/checks.py"])
    Path("talk.txt").write_text(LEAP, "utf-8")
    done = process("run", "talk.txt", "--rules", write_pack(RULE), PYTHONPATH=f"{site}:{':'.join(sys.path)}")
    assert done.stdout.startswith("error[p/leap]: a leap of 150%\n")


def test_without_the_package_its_check_is_unknown() -> None:
    with pytest.raises(RuleError, match='unknown check "leap"'):
        load(write_pack(RULE))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import nothing_of_this_name", "cannot be loaded: ModuleNotFoundError"),
        ("1 / 0", "cannot be loaded: ZeroDivisionError"),
        ("OTHER = 1", "cannot be loaded: AttributeError"),
        ("LEAP = 5", "is no claimcheck.plugins.Check but int"),
        (FILES["newsdesk/checks.py"].replace('Check("leap"', 'Check("jump"'), 'calls itself "jump"'),
    ],
)
def test_a_broken_package_is_told_where_a_rule_needs_it(install: Install, source: str, told: str) -> None:
    install(source)
    with pytest.raises(RuleError) as caught:
        load(write_pack(RULE))
    assert told in caught.value.message
    assert "(newsdesk.checks:LEAP)" in caught.value.message
    assert str(caught.value.place) == "budget.yaml:3:38"
    assert len(ids(load("core"))) > 5
    assert claimcheck.check({"a.txt": LEAP}, rules=["core"]).documents


@pytest.mark.parametrize("error", ["KeyError('x')", "RuntimeError('no')", "AttributeError('y')"])
def test_a_failing_check_is_told_by_its_name(install: Install, error: str) -> None:
    install(FILES["newsdesk/checks.py"].replace("    changes = ", f"    raise {error}\n    changes = "))
    with pytest.raises(RuleError, match=r'check "leap" failed on .*500 million') as caught:
        claimcheck.check({"a.txt": LEAP}, rules=[write_pack(RULE)])
    assert "whoever wrote the check" in caught.value.hint


def test_an_installed_check_has_no_say_in_other_rules(install: Install) -> None:
    wrong = LEAP.replace("150%", "120%")
    [before] = claimcheck.check({"a.txt": wrong}, rules=["core"]).findings
    install(FILES["newsdesk/checks.py"].replace("    changes = ", "    raise KeyError('x')\n    changes = "))
    assert claimcheck.check({"a.txt": wrong}, rules=["core"]).findings == (before,)


def test_an_odd_figure_is_undecided(install: Install) -> None:
    install(FILES["newsdesk/checks.py"].replace("    changes = ", "    1 / 0\n    changes = "))
    assert claimcheck.check({"a.txt": LEAP}, rules=[write_pack(RULE)]).findings == ()


def test_the_name_of_a_shipped_check_cannot_be_taken(install: Install) -> None:
    install("SUM = 5", "sum", "newsdesk.checks:SUM")
    assert list(known_checks()).count("sum") == 1
    assert len(ids(load("core"))) > 5


def test_the_names_for_packages_are_kept() -> None:
    classes = "Bound Check Claim Interval Link LinkKind Modality Outcome Quantity Role Tolerance Verdict"
    assert " ".join(plugins.__all__) == f"UNDECIDED {classes} compare said"
    assert all(hasattr(plugins, name) for name in plugins.__all__)
