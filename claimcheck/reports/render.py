"""One door to all formats of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.errors import ConfigError
from claimcheck.model.report import Report
from claimcheck.reports.github import render_github
from claimcheck.reports.html import render_html
from claimcheck.reports.json_report import render_json, render_json_lines
from claimcheck.reports.junit import render_junit
from claimcheck.reports.markdown import render_markdown
from claimcheck.reports.rdjson import render_rdjson
from claimcheck.reports.sarif import render_sarif
from claimcheck.reports.terminal import render_terminal
from claimcheck.reports.view import View

RENDERERS: Mapping[str, Callable[[Report, View], str]] = MappingProxyType(
    {
        "text": render_terminal,
        "markdown": render_markdown,
        "html": render_html,
        "json": render_json,
        "jsonl": render_json_lines,
        "sarif": render_sarif,
        "github": render_github,
        "junit": render_junit,
        "rdjson": render_rdjson,
    }
)
# The endings of files that tell a format; GitHub's annotations are for the log alone.
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".rdjson": "rdjson",
        ".rdjson.json": "rdjson",
        ".sarif": "sarif",
        ".sarif.json": "sarif",
        ".json": "json",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".xml": "junit",
    }
)


def format_of(name: str) -> str:
    """The format that a file's ending tells, as "sarif" for "report.sarif.json"; "" when it tells none."""
    endings = (ending for ending in ENDINGS if name.casefold().endswith(ending))
    return ENDINGS.get(max(endings, key=len, default=""), "")


def render(report: Report, format: str, view: View | None = None) -> str:
    """The report in a format, as `render(report, "markdown")`; the same findings give the same bytes.

    Raises ConfigError when there is no such format.
    """
    try:
        renderer = RENDERERS[format]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise ConfigError(f'unknown format "{format}"', hint=f"the formats are {known}") from None
    return renderer(report, view or View())
