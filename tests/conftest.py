"""Idioms shared by the tests: read claims from a sentence, check a text, ask what was reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import claimcheck
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from tests.browser import CHROMIUM, MISSING
from tests.engine.spark_cluster import NOT_TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what the tests left out."""
    left_out = [told for told in (MISSING if CHROMIUM is None else "", NOT_TRIED) if told]
    if left_out:
        terminalreporter.section("NOT TESTED", sep="!", red=True, bold=True)
    for told in left_out:
        terminalreporter.line(told)


@pytest.fixture(autouse=True)
def no_step_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' reports out of the summary of the step that runs them."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, on no particular terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "docs").mkdir()
    return tmp_path


def claim_of(text: str, figure: str, date: str = "2023-06-15") -> Claim:
    """The claim of the figure that reads exactly so in a text."""
    claims = claimcheck.extract_claims(text, date=date)
    found = [claim for claim in claims if claim.quantity.text == figure]
    assert found, f"no figure {figure!r} among {[claim.quantity.text for claim in claims]}"
    return found[0]


@dataclass(frozen=True)
class Checked:
    """A report with the questions that tests ask of it."""

    report: Report

    def reports(self, rule: str, *figures: str, suggests: str = "", severity: Severity = Severity.WARNING) -> Finding:
        """Assert that a finding of a rule, at least this severe, quotes all the figures."""
        for finding in self.report.at_least(severity):
            said = {evidence.figure for evidence in finding.evidence}
            if finding.rule == rule and set(figures) <= said:
                assert suggests in finding.suggestion
                return finding
        raise AssertionError(f"no {rule} with {figures}; found {self.loud()}")

    def reports_nothing(self) -> None:
        """Assert that no finding is at warning or above."""
        assert self.loud() == []

    def loud(self) -> Sequence[str]:
        """The messages of errors and warnings."""
        return [f"{f.rule}: {f.message}" for f in self.report.at_least(Severity.WARNING)]


@pytest.fixture
def checked() -> Callable[..., Checked]:
    def check(*texts: str, rules: Sequence[str] = ("core",)) -> Checked:
        names = {f"{number}.txt": text for number, text in enumerate(texts, start=1)}
        return Checked(claimcheck.check(names, rules=rules))

    return check
