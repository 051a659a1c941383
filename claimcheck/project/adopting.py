"""What a project has adopted, from its files: what is known, and what is kept silent."""

from __future__ import annotations

from pathlib import Path

from claimcheck.model.baseline import EMPTY, Adoption
from claimcheck.project.baseline_file import BASELINE, read_baseline
from claimcheck.project.suppression_file import SUPPRESSIONS, read_suppressions


def adopt(
    folder: Path,
    *,
    baseline: Path | None = None,
    no_baseline: bool = False,
    suppressions: Path | None = None,
    since: str = "",
) -> Adoption:
    """What holds for a folder; files that are not named are taken from there, where they are."""
    known, silent = baseline or folder / BASELINE, suppressions or folder / SUPPRESSIONS
    return Adoption(
        baseline=read_baseline(known) if not no_baseline and (baseline or known.is_file()) else EMPTY,
        ignores=tuple(read_suppressions(silent)) if suppressions or silent.is_file() else (),
        since=since,
    )
