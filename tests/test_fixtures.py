"""The whole program held to what a careful editor finds in the transcripts of `fixtures/`."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

import claimcheck
from claimcheck.model.report import Report
from tests.expectations import FIXTURES, Lookalike, Planted, describe, read_expected, transcripts

TEXTS = transcripts()
EXPECTED = read_expected((FIXTURES / "expected.yaml").read_text(encoding="utf-8"), TEXTS)


@pytest.fixture(scope="module")
def report() -> Report:
    return claimcheck.run([FIXTURES])


def test_reads_the_transcripts_and_nothing_else(report: Report) -> None:
    files = sorted(document.file for document in report.documents)
    assert files == [f"{FIXTURES.as_posix()}/{file}" for file in TEXTS]


def cases() -> list[ParameterSet]:
    """Each planted discrepancy; one that is known to be missed must fail until it is found."""
    return [
        pytest.param(one, id=one.id, marks=[pytest.mark.xfail(strict=True, reason=one.not_yet)] if one.not_yet else [])
        for one in EXPECTED.planted
    ]


@pytest.mark.parametrize("planted", cases())
def test_finds_what_was_planted(report: Report, planted: Planted) -> None:
    near = [finding for finding in report.findings if planted.figures[0].is_in(finding)]
    found = [finding for finding in near if planted.is_found_by(finding)]
    assert found, f"not found by {planted.rule}, only:\n{describe(near)}"
    assert any(planted.suggests in finding.suggestion for finding in found), describe(found)


@pytest.mark.parametrize(
    "planted", [one for one in EXPECTED.planted if one.not_yet.startswith("found")], ids=lambda planted: planted.id
)
def test_finds_what_it_cannot_mend_yet(report: Report, planted: Planted) -> None:
    assert any(planted.is_found_by(finding) for finding in report.findings)


@pytest.mark.parametrize("lookalike", EXPECTED.lookalikes, ids=lambda lookalike: lookalike.why)
def test_lets_lookalikes_pass(report: Report, lookalike: Lookalike) -> None:
    broken = [finding for finding in EXPECTED.unexplained(report) if lookalike.is_broken_by(finding)]
    assert not broken, describe(broken)


def test_reports_nothing_else(report: Report) -> None:
    unexplained = list(EXPECTED.unexplained(report))
    assert not unexplained, describe(unexplained)
