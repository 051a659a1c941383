"""From verdicts to findings: how grave, which belong together, what identifies them, and which are set aside."""

from claimcheck.findings.aside import Aside
from claimcheck.findings.baseline import prune
from claimcheck.findings.facts import tell_facts
from claimcheck.findings.make import Found, make_findings
from claimcheck.findings.rulings import find_rulings
from claimcheck.findings.silencer import Silencer

__all__ = [
    "Aside",
    "Found",
    "Silencer",
    "find_rulings",
    "make_findings",
    "prune",
    "tell_facts",
]
