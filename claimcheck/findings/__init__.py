"""From verdicts to findings: how grave, which belong together, and what identifies them."""

from claimcheck.findings.make import make_findings

__all__ = ["make_findings"]
