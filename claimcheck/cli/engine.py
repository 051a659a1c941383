"""The options about where the work is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.engine.remote import is_remote
from claimcheck.errors import ConfigError, Place

if TYPE_CHECKING:
    from claimcheck.clustered import SparkCluster
    from claimcheck.model.report import Report


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    SPARK = "spark"


Engine = Annotated[EngineName, typer.Option(help="Do the work on this machine, or on a Spark cluster.")]
Master = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="The Spark cluster, as spark://host:7077 or yarn [what spark-submit says, or this machine's cores].",
    ),
]
Parquet = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Write claims.parquet and findings.parquet into a folder besides."),
]


@contextmanager
def engine_of(name: EngineName, master: str | None, paths: Sequence[str]) -> Iterator[SparkCluster | None]:
    """The cluster that a run is to use, or None for this machine."""
    if name is EngineName.LOCAL:
        if master:
            raise ConfigError("--master is for --engine spark", hint="add --engine spark")
        if remote := [path for path in paths if is_remote(path)]:
            raise ConfigError("is not in a file system of this machine", Place(remote[0]), "add --engine spark")
        yield None
        return
    from claimcheck.clustered import open_cluster

    with open_cluster(master) as cluster:
        yield cluster


def tables_in(folder: Path) -> tuple[Path, Path]:
    """The two tables that are written into a folder."""
    return folder / "claims.parquet", folder / "findings.parquet"


def write_parquet(report: Report, folder: Path) -> None:
    """Write the claims and findings of a report into a folder, which is made when there is none."""
    from claimcheck.reports import render_claims_parquet, render_findings_parquet

    console.make_folder(folder, "Parquet")
    claims, findings = tables_in(folder)
    console.write(render_claims_parquet(report), claims)
    console.write(render_findings_parquet(report), findings)
