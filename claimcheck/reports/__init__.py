"""Reports: what a run found, for a terminal, an editor or a machine; each format is one pure function."""

from claimcheck.reports.comparison import render_comparison
from claimcheck.reports.explanation import render_explanation
from claimcheck.reports.explanation_json import render_explanation_json
from claimcheck.reports.json_report import report_schema
from claimcheck.reports.listing import render_documents, render_mentions
from claimcheck.reports.markdown import render_summary
from claimcheck.reports.render import RENDERERS, format_of, render
from claimcheck.reports.statistics import render_statistics
from claimcheck.reports.tables import render_claims_parquet, render_findings_parquet
from claimcheck.reports.view import View

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
