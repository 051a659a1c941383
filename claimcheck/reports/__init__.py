"""Reports: what a run found, for a terminal, an editor or a machine; each format is one pure function."""

from claimcheck.reports.claims_table import render_claims, render_documents
from claimcheck.reports.render import RENDERERS, render
from claimcheck.reports.view import View

__all__ = ["RENDERERS", "View", "render", "render_claims", "render_documents"]
