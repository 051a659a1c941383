"""The commands about rules: which hold, what they say, their form, and their tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.options import FAILED, FINDINGS, Output, Rules
from claimcheck.cli.settled import ConfigFile, NoConfig

if TYPE_CHECKING:
    from claimcheck.model.rule import Rule

rules_app = typer.Typer(help="The rules that hold, what they say, and the tests inside them.", no_args_is_help=True)


@rules_app.command("list")
def list_rules(rules: Rules = None, config: ConfigFile = None, no_config: NoConfig = False) -> None:
    """List the rules that hold: id, gravest severity, and what each demands."""
    with console.failures_told(FAILED):
        from claimcheck import pipeline

        loaded = pipeline.load(rules or ())
        widest = max((len(rule.id) for rule in loaded.rules), default=0)
        lines = [f"{rule.id:<{widest}}  {rule.severity:<7}  {rule.summary}\n" for rule in loaded.rules]
        console.write("".join(lines))


@rules_app.command("test")
def try_rules(
    packs: Annotated[list[str] | None, typer.Argument(metavar="PACK", help="Rule packs, files or folders.")] = None,
) -> None:
    """Run the tests inside the rules: each inconsistent text must be reported, each consistent one not."""
    with console.failures_told(FAILED):
        from claimcheck import pipeline
        from claimcheck.reports.words import counted
        from claimcheck.rules import test_rules, texts_of

        loaded = pipeline.load(packs or ())

        def reporting(rule: Rule, text: str) -> list[str]:
            return [
                finding.rule for finding in pipeline.examine_texts(texts_of(text), loaded, facts=rule.facts).findings
            ]

        # What a pack extends has its tests at home.
        own = [rule for rule in loaded.rules if rule.id.partition("/")[0] in loaded.chosen]
        failures = test_rules(own, reporting)
        examples = counted(sum(len(rule.inconsistent) + len(rule.consistent) for rule in own), "example")
        outcome = f"{len(failures)} of {examples} came out wrong" if failures else f"{examples} came out right"
        lines = [*map(str, failures), f"{outcome}, in {counted(len(own), 'rule')}."]
        console.write("".join(f"{line}\n" for line in lines))
        untested = [rule.id for rule in own if not rule.inconsistent and not rule.consistent]
        if untested:
            typer.echo(f"without tests: {', '.join(untested)}", err=True)
        if failures:
            raise typer.Exit(FINDINGS)


@rules_app.command("checks")
def list_checks() -> None:
    """List the checks that a rule may name, and what each demands."""
    with console.failures_told(FAILED):
        from claimcheck.rules.registry import checks_in_use

        checks = sorted(checks_in_use(), key=lambda check: check.name)
        widest = max(len(check.name) for check in checks)
        console.write("".join(f"{check.name:<{widest}}  {check.summary}\n" for check in checks))


@rules_app.command("schema")
def print_schema(output: Output = None) -> None:
    """Print the JSON schema of rule files, from which editors complete and check them."""
    with console.failures_told(FAILED):
        from claimcheck.rules.json_schema import json_schema

        console.write(json_schema(), output)


def _complete_rule(incomplete: str) -> list[str]:
    """The rules that a shell offers for "core/s"."""
    from claimcheck import pipeline

    return [rule.id for rule in pipeline.load().rules if rule.id.startswith(incomplete)]


@rules_app.command("show")
def show_rule(
    rule: Annotated[
        str,
        typer.Argument(metavar="RULE", help='The id of a rule, as "core/sum".', autocompletion=_complete_rule),
    ],
    rules: Rules = None,
    output: Output = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Tell of a rule what it finds, why that matters, what it leaves alone, and how to tune it."""
    with console.failures_told(FAILED):
        from claimcheck import pipeline
        from claimcheck.errors import ConfigError
        from claimcheck.reports.rule_page import render_rule
        from claimcheck.rules.places import nearest

        known = {one.id: one for one in pipeline.load(rules or ()).rules}
        if rule not in known:
            raise ConfigError(f'no rule "{rule}"', hint=nearest(rule, known, "name its file with --rules"))
        console.write(render_rule(known[rule]), output)


@rules_app.command("docs")
def write_pages(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write a page for each rule.")],
    rules: Rules = None,
) -> None:
    """Write the pages of all rules, and a list of them, into a folder."""
    with console.failures_told(FAILED):
        from claimcheck import pipeline
        from claimcheck.reports.rule_page import page_name, render_rule, render_rule_list

        loaded = pipeline.load(rules or ()).rules
        pages = {page_name(rule): render_rule(rule) for rule in loaded} | {"README.md": render_rule_list(loaded)}
        console.write_pages(folder, pages)
