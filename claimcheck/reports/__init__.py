"""Reports: what a run found, for a terminal, an editor or a machine; each format is one pure function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.deferred import deferred
from claimcheck.reports.render import RENDERERS, format_of, render
from claimcheck.reports.view import View

if TYPE_CHECKING:
    from claimcheck.reports.comparison import render_comparison
    from claimcheck.reports.explanation import render_explanation
    from claimcheck.reports.explanation_json import render_explanation_json
    from claimcheck.reports.json_report import report_schema
    from claimcheck.reports.listing import render_documents, render_mentions
    from claimcheck.reports.markdown import render_summary
    from claimcheck.reports.statistics import render_statistics
    from claimcheck.reports.tables import render_claims_parquet, render_findings_parquet

__all__ = [
    "RENDERERS",
    "View",
    "format_of",
    "render",
    "render_claims_parquet",
    "render_comparison",
    "render_documents",
    "render_explanation",
    "render_explanation_json",
    "render_findings_parquet",
    "render_mentions",
    "render_statistics",
    "render_summary",
    "report_schema",
]

if not TYPE_CHECKING:
    __getattr__ = deferred(
        __name__,
        {
            "render_claims_parquet": "tables",
            "render_comparison": "comparison",
            "render_documents": "listing",
            "render_explanation": "explanation",
            "render_explanation_json": "explanation_json",
            "render_findings_parquet": "tables",
            "render_mentions": "listing",
            "render_statistics": "statistics",
            "render_summary": "markdown",
            "report_schema": "json_report",
        },
    )
