"""A check as the commands run it: with its progress told, and what was not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    every_claim: bool = False,
) -> tuple[Report, bool]:
    """The report on the paths, and whether the run failed: a path is missing, or nothing could be read.

    What an archive remembers of a whole check has not `every_claim` in it.
    """
    declared = _declare(fact_columns)
    with (
        engine_of(engine, master, paths) as cluster,
        progress_told("comparing") as progress,
        opened(archive) as remembered,
    ):

        def check() -> Report:
            # Most of the program: a check that was made before needs none of it.
            from claimcheck import pipeline

            return pipeline.run(
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
                interrupted=_tell_interrupted,
            )

        if remembered is None or cluster is not None or every_claim:
            report = check()
        else:
            from claimcheck.question import answer, pose

            report = answer(remembered, lambda: pose(paths, rules, units, settings, facts, declared, adoption), check)
    tell_unread_facts(report.facts)
    console.tell_complaints(report.complaints)
    if report.passed_over:
        from claimcheck.reports.words import passing_over

        console.note(f"{archive}: {passing_over(report.passed_over)} (docs/archive.md tells how they are chosen)")
    return report, console.tell_unread(report.documents, report.skipped)


def _declare(fact_columns: Sequence[str]) -> Mapping[str, str]:
    if not fact_columns:
        return {}
    from claimcheck.read import declare_fact_columns

    return declare_fact_columns(fact_columns)


def _tell_interrupted(read: int, unread: int) -> None:
    which = f"the {read:,} files that were read, {unread:,} were not" if unread else "what was found so far"
    console.note(f"interrupted: reporting on {which}; Ctrl-C again ends")
