"""What a project has adopted, from its files: what is known, and what is kept silent."""

from __future__ import annotations

from pathlib import Path

from claimcheck.model.baseline import EMPTY, Adoption, Baseline
from claimcheck.model.remark import Ignore

BASELINE = "claimcheck-baseline.json"
SUPPRESSIONS = "claimcheck-ignore.yaml"


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
        baseline=_read_baseline(known) if not no_baseline and (baseline or known.is_file()) else EMPTY,
        ignores=_read_suppressions(silent) if suppressions or silent.is_file() else (),
        since=since,
    )


# Most runs have neither file, and need not pay for what reads them.


def _read_baseline(file: Path) -> Baseline:
    from claimcheck.project.baseline_file import read_baseline

    return read_baseline(file)


def _read_suppressions(file: Path) -> tuple[Ignore, ...]:
    from claimcheck.project.suppression_file import read_suppressions

    return tuple(read_suppressions(file))
