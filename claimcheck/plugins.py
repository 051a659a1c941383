"""What a package needs to bring checks of its own; `docs/plugins.md` has a worked example.

These names stay as they are. An entry point in the group "claimcheck.checks" names a `Check`; a rule then names the
check as it would "sum":

    [project.entry-points."claimcheck.checks"]
    leap = "newsdesk.checks:LEAP"
"""

from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, compare
from claimcheck.rules.wording import said

__all__ = [
    "UNDECIDED",
    "Bound",
    "Check",
    "Claim",
    "Interval",
    "Link",
    "LinkKind",
    "Modality",
    "Outcome",
    "Quantity",
    "Role",
    "Tolerance",
    "Verdict",
    "compare",
    "said",
]
