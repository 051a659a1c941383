"""A check as the commands run it: with its progress told, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli import console
from claimcheck.cli.archiving import opened
from claimcheck.cli.engine import EngineName, engine_of
from claimcheck.cli.facts import tell_unread_facts
from claimcheck.cli.progress import progress as progress_told

if TYPE_CHECKING:
    from claimcheck.model.baseline import Adoption
    from claimcheck.model.report import Report
    from claimcheck.model.settings import UnitSettings
    from claimcheck.read import ReadSettings


def checked(
    paths: Sequence[str],
    rules: Sequence[str],
    units: UnitSettings,
    settings: ReadSettings,
    adoption: Adoption,
    facts: Sequence[str] = (),
    fact_columns: Sequence[str] = (),
    workers: int | None = None,
    archive: Path | None = None,
    engine: EngineName = EngineName.LOCAL,
    master: str | None = None,
) -> tuple[Report, bool]:
    """The report on the paths, and whether the run failed: a path is missing, or nothing could be read."""
    from claimcheck import pipeline
    from claimcheck.read import declare_fact_columns

    declared = declare_fact_columns(fact_columns)
    with (
        engine_of(engine, master, paths) as cluster,
        progress_told("comparing") as progress,
        opened(archive) as remembered,
    ):
        report = pipeline.run(
            paths,
            rules=rules,
            units=units,
            progress=progress,
            settings=settings,
            facts=facts,
            fact_columns=declared,
            adoption=adoption,
            workers=workers,
            archive=remembered,
            cluster=cluster,
        )
    tell_unread_facts(report.facts)
    console.tell_complaints(report.complaints)
    return report, console.tell_unread(report.documents, report.skipped)
