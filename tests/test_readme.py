"""README shows what `make run` prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command_line import claimcheck

ROOT = Path(__file__).parents[1]


def test_shows_the_report_of_make_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLUMNS", raising=False)
    first, last = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[:2]
    report = claimcheck("run", "fixtures", "--fail-on", "never").stdout
    assert report.startswith(first)
    assert report.endswith(last)
