"""The options about what is read, and how they become settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.settled import is_configured, project_folder
from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from claimcheck.read import ReadSettings

STDIN = "-"

StdinFilename = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The name standard input goes by; its ending tells the format [stdin.txt]."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave out what matches, as in .gitignore; may be repeated."),
]
Hidden = Annotated[bool, typer.Option("--hidden/--no-hidden", help="Read what begins with a dot too.")]
NoIgnore = Annotated[
    bool, typer.Option("--no-ignore/--ignore", help="Read what .gitignore and .claimcheckignore leave out too.")
]
FollowLinks = Annotated[
    bool, typer.Option("--follow-links/--no-follow-links", help="Read what links lead to outside of their folder too.")
]
AnyLanguage = Annotated[
    bool,
    typer.Option("--any-language/--no-any-language", help="Read what is not English too, hardly understood."),
]
MaxSize = Annotated[str | None, typer.Option(metavar="SIZE", help="Read files up to this size, as 500k or 200M [64M].")]

Column = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND=FIELD",
        help="The field of a table or of JSON that holds speaker, text, date, title, place or document, "
        "as text=said; may be repeated.",
    ),
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read and how, as the command line says it."""

    exclude: Exclude = None
    hidden: Hidden = False
    no_ignore: NoIgnore = False
    follow_links: FollowLinks = False
    max_size: MaxSize = None
    any_language: AnyLanguage = False
    column: Column = None

    def settings(self, paths: Sequence[str], stdin_filename: str | None = None) -> ReadSettings:
        """The settings that the options stand for; raises ConfigError for one that makes no sense."""
        from claimcheck.read import ReadSettings
        from claimcheck.read.columns import declare_columns
        from claimcheck.read.settings import parse_size

        if stdin_filename is not None and STDIN not in paths and not is_configured("stdin_filename"):
            raise ConfigError("--stdin-filename names standard input, and that is not read", hint='name "-" as a path')
        plain = ReadSettings(
            hidden=self.hidden,
            ignore=tuple(self.exclude or ()),
            ignore_from=str(project_folder()) if is_configured("exclude") else "",
            use_ignore_files=not self.no_ignore,
            follow_links=self.follow_links,
            stdin_name=stdin_filename or ReadSettings().stdin_name,
            columns=declare_columns(self.column or ()),
            any_language=self.any_language,
        )
        return plain if self.max_size is None else plain.with_largest(parse_size(self.max_size))
