"""The command `claimcheck schema`: what other programs can rely on."""

from __future__ import annotations

import typer

from claimcheck.cli import console

FAILED = 2

schema_app = typer.Typer(help="JSON schemas of what claimcheck writes.", no_args_is_help=True)


@schema_app.callback()
def schema() -> None:
    """JSON schemas of what claimcheck writes."""


@schema_app.command("report")
def print_report_schema() -> None:
    """Print the JSON schema of `claimcheck run --format json`."""
    with console.failures_told(FAILED):
        from claimcheck.reports import report_schema

        console.write(report_schema())
