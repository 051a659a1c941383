"""One small dialogue in every format: the same speakers say the same figures, each where the file has it."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from tests.read.samples import NAMES, SAMPLES

SAID = {("Berg", "12"), ("Berg", "7"), ("Lind", "19"), ("Lind", "2.5 times")}
# TEI points to a person by "#Anna" here and has no list of people; the other formats print the full name.
GIVEN_ONLY = {("Anna", "12"), ("Anna", "7"), ("Bo", "19"), ("Bo", "2.5 times")}


# The PDF sample sets both speeches in one paragraph; tests/read/test_pdf.py has turns of its own.
@pytest.mark.parametrize("format_name", sorted(set(SAMPLES) - {"pdf"}))
def test_says_the_same(tmp_path: Path, format_name: str) -> None:
    path = tmp_path / NAMES[format_name]
    path.write_bytes(SAMPLES[format_name])
    report = claimcheck.run([str(path)])
    assert not report.skipped
    assert {document.format for document in report.documents} == {format_name}
    told = {(str(claim.speaker).split()[-1], claim.quantity.text) for claim in report.claims if claim.speaker}
    assert told >= (GIVEN_ONLY if format_name == "xml" else SAID)


@pytest.mark.parametrize("format_name", sorted(set(SAMPLES) - {"docx", "pdf"}))
def test_figures_stand_where_the_claims_say(tmp_path: Path, format_name: str) -> None:
    path = tmp_path / NAMES[format_name]
    path.write_bytes(SAMPLES[format_name])
    report = claimcheck.run([str(path)])
    text = path.read_text(encoding="utf-8")
    assert report.claims
    assert all(text[claim.quantity.start : claim.quantity.end] == claim.quantity.text for claim in report.claims)
