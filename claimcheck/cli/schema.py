"""The command `claimcheck schema`: what other programs can rely on."""

from __future__ import annotations

import typer

from claimcheck.cli import console

FAILED = 2

schema_app = typer.Typer(help="JSON schemas of what claimcheck reads and writes.", no_args_is_help=True)


@schema_app.callback()
def schema() -> None:
    """JSON schemas of what claimcheck reads and writes."""


@schema_app.command("report")
def print_report_schema() -> None:
    """Print the JSON schema of `claimcheck run --format json`."""
    with console.failures_told(FAILED):
        from claimcheck.reports import report_schema

        console.write(report_schema())


@schema_app.command("config")
def print_config_schema() -> None:
    """Print the JSON schema of claimcheck.toml, from which editors complete and check it."""
    with console.failures_told(FAILED):
        from claimcheck.project.config_file import config_schema

        console.write(config_schema())
