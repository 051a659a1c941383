"""One door to all formats of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from claimcheck.errors import ConfigError
from claimcheck.model.report import Report
from claimcheck.reports.view import View

# The module of each format, and its function there; only those that are asked for are imported.
RENDERERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("terminal", "render_terminal"),
        "markdown": ("markdown", "render_markdown"),
        "html": ("html", "render_html"),
        "json": ("json_report", "render_json"),
        "jsonl": ("json_report", "render_json_lines"),
        "sarif": ("sarif", "render_sarif"),
        "github": ("github", "render_github"),
        "junit": ("junit", "render_junit"),
        "rdjson": ("rdjson", "render_rdjson"),
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
        module, name = RENDERERS[format]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise ConfigError(f'unknown format "{format}"', hint=f"the formats are {known}") from None
    renderer: Callable[[Report, View], str] = getattr(import_module(f"claimcheck.reports.{module}"), name)
    return renderer(report, view or View())
