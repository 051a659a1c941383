"""The command `claimcheck diff`: which figures changed between two versions of a transcript."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.archiving import NoArchive, Remembered, choose_archive, opened, without_archive
from claimcheck.cli.loudness import Quiet, Verbose
from claimcheck.cli.options import CLEAN, FAILED, FINDINGS, Output, Units
from claimcheck.cli.outputs import PLAIN_WIDTH, refuse_to_overwrite
from claimcheck.cli.progress import progress as progress_told
from claimcheck.cli.reading import Reading
from claimcheck.cli.settled import ConfigFile, NoConfig
from claimcheck.model.settings import UnitSettings


class DiffFormat(StrEnum):
    """The formats of a comparison."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The version before: a file, or a folder.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The version after.")],
    *,
    unit: Units = None,
    format: Annotated[
        DiffFormat | None, typer.Option(help="How to write the changes [as the ending of --output tells, or text].")
    ] = None,
    output: Output = None,
    reading: Reading,
    archive: Remembered = None,
    no_archive: NoArchive = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Tell which figures changed, were added or removed between two versions; exit with 1 if any did."""
    with console.failures_told(FAILED):
        console.check_output(output)
        refuse_to_overwrite(output, (old, new))
        from claimcheck import pipeline
        from claimcheck.reports import format_of, render_comparison

        told = format_of(output.name) if output else ""
        written = format or (DiffFormat(told) if told in list(DiffFormat) else DiffFormat.TEXT)

        settings = reading.settings((old, new))
        units = UnitSettings.parse(unit or ())
        known = choose_archive(archive, no_archive)
        settings = without_archive(settings, known)
        listings = []
        with opened(known) as remembered:
            for path in (old, new):
                with progress_told() as progress:
                    listings.append(
                        pipeline.list_mentions(
                            [path], units=units, progress=progress, settings=settings, archive=remembered
                        )
                    )
        before, after = listings
        failed = [console.tell_unread(listing.documents, listing.skipped) for listing in (before, after)]
        if any(failed):
            raise typer.Exit(FAILED)
        comparison = pipeline.compare(before, after, old, new)
        console.write(render_comparison(comparison, written, console.view(output, PLAIN_WIDTH)), output)
        raise typer.Exit(FINDINGS if comparison.changes else CLEAN)
