"""One door to all formats of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.errors import ConfigError
from claimcheck.model.report import Report
from claimcheck.reports.json_report import render_json
from claimcheck.reports.markdown import render_markdown
from claimcheck.reports.terminal import render_terminal
from claimcheck.reports.view import View

RENDERERS: Mapping[str, Callable[[Report, View], str]] = MappingProxyType(
    {"text": render_terminal, "markdown": render_markdown, "json": render_json}
)


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
