"""Links: typed relations between claims, with the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claim import Claim
from claimcheck.model.expression import Expression


class LinkKind(StrEnum):
    """How claims belong together; `roles` of a link says which claim is which.

    same-measure (first, second): both figures are of one thing, at one time, in one scope.
    restates (first, second): the second says the first again, perhaps in another unit ("that is five tons").
    part-of (whole, part): one figure is of a part of what the other counts.
    total-of (total, part, part, ...): the parts are said to make up the total.
    change-of (from, to, change): a move between two levels and its size; "from" or "to" may be absent when
        the change is a plain difference ("up $3.3 billion or 9.8% to $36.8 billion": to, change, change).
    growth-of (growth, growth): two growth figures of one thing, over periods that need not be the same.
    shares-of (share, share, ...): percentages that are said to split one whole.
    period-of (first, second): one distinctive figure of one measure, given for two periods or stages.
    versions-of (first, second): the figures stand in one place of two versions of a sentence.
    corrects (wrong, right): a speaker puts a figure right.
    computed (topic, topic, ...): figures that a rule's expression ties together; roles are the topics' ids.
    """

    SAME_MEASURE = "same-measure"
    RESTATES = "restates"
    PART_OF = "part-of"
    TOTAL_OF = "total-of"
    CHANGE_OF = "change-of"
    GROWTH_OF = "growth-of"
    SHARES_OF = "shares-of"
    PERIOD_OF = "period-of"
    VERSIONS_OF = "versions-of"
    CORRECTS = "corrects"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Link:
    """Claims that are about the same thing, or one about a part or a change of the other.

    "29 draft laws ... another 13 ... these 43 laws": kind total-of, roles ("total", "part", "part").
    `score` is between 0 and 1; `reasons` say why they were linked, `doubts` what one side leaves unsaid.
    `rule` is the rule that made the link, with its `expression`; "" for the links that any rule may read.
    """

    kind: LinkKind
    claims: tuple[Claim, ...]
    roles: tuple[str, ...]
    score: float
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    rule: str = ""
    expression: Expression | None = None

    def of_role(self, role: str) -> tuple[Claim, ...]:
        """The claims that play a role, in text order: the parts of a total, say."""
        return tuple(claim for claim, name in zip(self.claims, self.roles, strict=True) if name == role)
