"""Links: typed relations between claims, with the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
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
    remainder-of (whole, part, ..., rest): what is left of a whole after its parts.
    ratio-of (share, part, whole): a percentage given together with its part and its whole.
    product-of (product, factor, factor): a number of things, what each of them comes to, and the product.
    average-of (average, total, number) or (average, part, part, ...): an average with what it is the average of.
    rate-of (rate, converted): one rate given for two lengths of time, as a month and a year.
    order-of (greater, lesser): two figures of which one is said to be the greater.
    running-of (earlier, later): a total that only grows, at two times.
    list-of (count): a number of things that are then listed; `given` says how many.
    reference (claim, fact): a figure is about what a row of a trusted table is about.
    dates-of (first, second): two dates that are given to one event.
    time-of (length): an age or a length of time; `given` holds the years that it is between.
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
    REMAINDER_OF = "remainder-of"
    RATIO_OF = "ratio-of"
    PRODUCT_OF = "product-of"
    AVERAGE_OF = "average-of"
    RATE_OF = "rate-of"
    ORDER_OF = "order-of"
    RUNNING_OF = "running-of"
    LIST_OF = "list-of"
    TIME_OF = "time-of"
    REFERENCE = "reference"
    DATES_OF = "dates-of"


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a text gives without a figure of a claim: the year in "founded in 1985", three in "a, b and c"."""

    role: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Claims that are about the same thing, or one about a part or a change of the other.

    "29 draft laws ... another 13 ... these 43 laws": kind total-of, roles ("total", "part", "part").
    `score` is between 0 and 1; `reasons` say why they were linked, `doubts` what one side leaves unsaid, and
    `given` are the values that are no claims. `rule` is the rule that made the link, with its `expression`; "" for
    the links that any rule may read. A `tentative` link is likely enough to be mentioned, and not enough to accuse
    anyone. `retelling` names the document of the two that retells the other, and means its very figures.
    """

    kind: LinkKind
    claims: tuple[Claim, ...]
    roles: tuple[str, ...]
    score: float
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    rule: str = ""
    expression: Expression | None = None
    given: tuple[Given, ...] = ()
    tentative: bool = False
    retelling: str = ""

    def of_role(self, role: str) -> tuple[Claim, ...]:
        """The claims that play a role, in text order: the parts of a total, say."""
        return tuple(claim for claim, name in zip(self.claims, self.roles, strict=True) if name == role)
