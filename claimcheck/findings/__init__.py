"""From verdicts to findings: how grave, which belong together, and what identifies them."""

from claimcheck.findings.facts import tell_facts
from claimcheck.findings.make import make_findings
from claimcheck.findings.rulings import find_rulings

__all__ = ["find_rulings", "make_findings", "tell_facts"]
