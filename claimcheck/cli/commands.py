"""The commands: parse arguments, call the pipeline, render; stages are imported when they are needed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import console, settled
from claimcheck.cli.adopting import (
    BaselineFile,
    NewOnly,
    NoBaseline,
    Since,
    Suppressions,
    adopted_files,
    load_adoption,
    with_own_files,
    without_known,
)
from claimcheck.cli.archive_commands import archive_app
from claimcheck.cli.archiving import ArchiveFile, NoArchive, Remembered, choose_archive, opened, without_archive
from claimcheck.cli.baseline import baseline_app
from claimcheck.cli.checking import checked
from claimcheck.cli.configuring import init, show_config
from claimcheck.cli.diff import diff
from claimcheck.cli.engine import Engine, EngineName, Master, Parquet, tables_in, write_parquet
from claimcheck.cli.facts import Facts, FactsColumns
from claimcheck.cli.folding import unfold
from claimcheck.cli.loudness import Quiet, Verbose, begin
from claimcheck.cli.options import CLEAN, FAILED, FINDINGS, Output, Paths, Rules, Units, Workers
from claimcheck.cli.outputs import PLAIN_WIDTH, Format, Outputs, choose_targets, write_report
from claimcheck.cli.progress import progress as progress_told
from claimcheck.cli.reading import Reading, StdinFilename
from claimcheck.cli.rule_commands import rules_app
from claimcheck.cli.schema import schema_app
from claimcheck.cli.settled import ConfigFile, NoConfig
from claimcheck.cli.watching import Watch, files_of, watch
from claimcheck.model.finding import Severity
from claimcheck.model.settings import UnitSettings

PLAIN_TABLE_WIDTH = 180
MOST_COMPARED = 20

app = typer.Typer(
    help="A linter for the numbers in prose: where do the figures in these transcripts not fit together?",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(unfold(diff))
app.command()(init)
app.command("config")(show_config)
app.add_typer(baseline_app, name="baseline")
app.add_typer(archive_app, name="archive")
app.add_typer(rules_app, name="rules")
app.add_typer(schema_app, name="schema")


class TableFormat(StrEnum):
    """The formats of a list of claims."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


@app.callback(invoke_without_command=True)
def claimcheck(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """A linter for the numbers in prose: where do the figures in these transcripts not fit together?"""
    begin()
    settled.begin()
    if version:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit(CLEAN)


@app.command()
@unfold
def run(
    paths: Paths,
    *,
    rules: Rules = None,
    unit: Units = None,
    format: Format = None,
    output: Outputs = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = FailOn.ERROR,
    show: Annotated[Severity | None, typer.Option(help="Print findings from this severity on [warning].")] = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics/--no-statistics", help="Say on standard error how much was read, compared and found."
        ),
    ] = False,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    suppressions: Suppressions = None,
    since: Since = None,
    new_only: NewOnly = False,
    archive: ArchiveFile = None,
    no_archive: NoArchive = False,
    watching: Watch = False,
    stdin_filename: StdinFilename = None,
    reading: Reading,
    workers: Workers = None,
    engine: Engine = EngineName.LOCAL,
    master: Master = None,
    parquet: Parquet = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    facts: Facts = None,
    facts_columns: FactsColumns = None,
) -> None:
    """Read transcripts, compare their figures, and report where they do not fit together."""
    with console.failures_told(FAILED):
        targets = choose_targets(output, format, paths)
        settings = reading.settings(paths, stdin_filename)
        written = [target.file for target in targets if target.file]
        tables = tables_in(parquet) if parquet else ()
        remembered = choose_archive(archive, no_archive)
        settings = with_own_files(settings, *written, *tables, baseline, suppressions)
        settings = without_archive(settings, remembered)
        units = UnitSettings.parse(unit or ())
        shown = show or (Severity.NOTE if fail_on is FailOn.NOTE else Severity.WARNING)

        def once() -> int:
            adoption = load_adoption(baseline, no_baseline, suppressions, since, new_only)
            report, failed = checked(
                paths,
                rules or (),
                units,
                settings,
                adoption,
                facts or (),
                facts_columns or (),
                workers,
                remembered,
                engine,
                master,
                every_claim=parquet is not None,
            )
            if new_only:
                report = without_known(report)
            write_report(report, targets, shown)
            if parquet:
                write_parquet(report, parquet)
            if statistics:
                console.tell_statistics(report)
            if report.interrupted:
                return console.INTERRUPTED
            if failed:
                return FAILED
            return FINDINGS if fail_on is not FailOn.NEVER and report.at_least(Severity(fail_on)) else CLEAN

        if not watching:
            raise typer.Exit(once())
        watched = [*paths, *files_of(rules or ()), *(facts or ()), *adopted_files(baseline, suppressions)]
        raise typer.Exit(watch(once, watched, written, len(written) < len(targets)))


@app.command()
@unfold
def claims(
    paths: Paths,
    *,
    unit: Units = None,
    format: Annotated[TableFormat, typer.Option(help="How to write the list.")] = TableFormat.TABLE,
    everything: Annotated[
        bool, typer.Option("--all", help="List what measures nothing too: years, dates, times, ordinals, names.")
    ] = False,
    documents: Annotated[
        bool, typer.Option("--documents", help="List the documents with their metadata instead.")
    ] = False,
    output: Output = None,
    stdin_filename: StdinFilename = None,
    reading: Reading,
    workers: Workers = None,
    archive: Remembered = None,
    no_archive: NoArchive = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """List the figures as they were understood, or what is known of each document."""
    with console.failures_told(FAILED):
        console.check_output(output)
        if format is TableFormat.PARQUET:
            console.check_binary(output, "Parquet")
        from claimcheck import pipeline
        from claimcheck.reports import render_documents, render_mentions

        settings = reading.settings(paths, stdin_filename)
        units = UnitSettings.parse(unit or ())
        known = choose_archive(archive, no_archive)
        settings = without_archive(settings, known)
        if documents:
            listing = pipeline.list_documents(paths, settings=settings)
        else:
            with progress_told() as progress, opened(known) as remembered:
                listing = pipeline.list_mentions(
                    paths,
                    units=units,
                    progress=progress,
                    settings=settings,
                    workers=workers,
                    archive=remembered,
                )
        failed = console.tell_unread(listing.documents, listing.skipped)
        if documents:
            console.write(render_documents(listing.documents, format), output)
        else:
            listed = [mention for mention in listing.mentions if everything or mention.claim]
            console.write(render_mentions(listed, format, console.view(output, PLAIN_TABLE_WIDTH)), output)
            if not everything:
                console.tell_unlisted(mention for mention in listing.mentions if not mention.claim)
        if failed:
            raise typer.Exit(FAILED)


@app.command()
@unfold
def explain(
    place: Annotated[
        str, typer.Argument(metavar="FILE:LINE[:COLUMN]", help="The line, or the figure, as reports write its place.")
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATHS]", help="What to compare it with besides its own file.")
    ] = None,
    *,
    rules: Rules = None,
    unit: Units = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show every figure it was compared with, not only the first 20.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, with everything in it.")] = False,
    output: Output = None,
    stdin_filename: StdinFilename = None,
    reading: Reading,
    workers: Workers = None,
    archive: Remembered = None,
    no_archive: NoArchive = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    facts: Facts = None,
    facts_columns: FactsColumns = None,
) -> None:
    """Tell what was understood of the figures on a line, what they were compared with, and what came of it."""
    with console.failures_told(FAILED):
        console.check_output(output)
        from claimcheck.explaining import explain as explain_figures
        from claimcheck.model.spot import Spot
        from claimcheck.read import declare_fact_columns
        from claimcheck.reports import render_explanation, render_explanation_json

        read = [Spot.parse(place).file, *(paths or ())]
        settings = reading.settings(read, stdin_filename)
        units = UnitSettings.parse(unit or ())
        known = choose_archive(archive, no_archive)
        settings = without_archive(settings, known)
        with progress_told("comparing") as progress, opened(known) as remembered:
            explanation = explain_figures(
                place,
                paths or (),
                rules=rules or (),
                units=units,
                progress=progress,
                settings=settings,
                workers=workers,
                archive=remembered,
                facts=facts or (),
                fact_columns=declare_fact_columns(facts_columns or ()),
            )
        for error in explanation.unread:
            console.tell(error)
        failed = console.tell_unread(explanation.documents, explanation.skipped)
        view = console.view(output, PLAIN_WIDTH)
        text = (
            render_explanation_json(explanation)
            if as_json
            else render_explanation(explanation, view, most=None if everything else MOST_COMPARED)
        )
        console.write(text, output)
        if failed:
            raise typer.Exit(FAILED)


def main() -> None:
    """Run the command line, as `claimcheck run docs/` does."""
    app(prog_name="claimcheck")
