"""How grave a verdict is, and what else could explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from types import MappingProxyType

from claimcheck.data_files import read_table
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.finding import Severity
from claimcheck.model.link import LinkKind
from claimcheck.model.verdict import Judgement, Outcome

# In the other links the text itself ties the figures together: "those 20 buses will serve the north" is no
# forecast of how many were bought, and a change leads from a result to a plan.
HELD_AGAINST = frozenset({LinkKind.SAME_MEASURE, LinkKind.PART_OF, LinkKind.PERIOD_OF})
# What the figures of a fitting verdict do, by the check; other checks only look for faults.
AGREEMENTS = MappingProxyType(
    {
        "restated": "agree",
        "conversion": "are the same",
        "sum": "fit as a total and its parts",
        "part-of": "fit as a whole and its parts",
        "remainder": "fit as a whole, its parts and what remains",
        "share": "fit as a share, its part and its whole",
        "product": "fit as a product and its factors",
        "rates": "are the same rate",
        "average": "fit as an average and what it is of",
        "expression": "fit as the rule demands",
        "reference": "agree",
    }
)
PLAN = "forecast"
# Of more doubts of one kind the rest is counted.
MOST_DOUBTS = 4
QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def grade(judgement: Judgement) -> Severity | None:
    """How grave the verdict is, or None when it is no clash.

    "29 + 13 = 43" is an error; with the period of one figure unsaid it is a warning; "over 4,000" against
    "more than 3,000" is a note, and so is every clash that the speaker has put right himself, or whose figures
    may well measure two things.
    """
    ceiling = judgement.rule.severity
    match judgement.verdict.outcome:
        case Outcome.STRICT if judgement.link.kind is LinkKind.CORRECTS or judgement.link.tentative:
            return Severity.NOTE
        case Outcome.STRICT if judgement.link.doubts or mixes_plan_and_result(judgement):
            return min(ceiling, Severity.WARNING, key=lambda severity: severity.rank)
        case Outcome.STRICT:
            return ceiling
        case Outcome.PLAIN:
            return Severity.NOTE
        case _:
            return None


def confirms(judgement: Judgement) -> bool:
    """Whether the speaker himself offers figures that agree, as in "5,000 kilograms, that is five tons"."""
    link, verdict = judgement.link, judgement.verdict
    if verdict.outcome is not Outcome.FITS or judgement.rule.check not in AGREEMENTS:
        return False
    # A figure that agrees with a fact to the digit is about it, whatever it leaves unsaid.
    if link.doubts and link.kind is not LinkKind.REFERENCE:
        return False
    if link.expression:
        # A limit is met by most figures; an equation that comes out right says something.
        return "==" in link.expression.signs
    if link.kind is LinkKind.PART_OF:
        return any(part.signals for part in link.of_role("part"))
    return True


def mixes_plan_and_result(judgement: Judgement) -> bool:
    """Whether a forecast or target is held against an actual figure: "will reach 9" against "reached 7"."""
    if judgement.link.kind not in HELD_AGAINST:
        return False
    return len({_is_planned(claim) for claim in judgement.link.claims}) > 1


def alternatives(judgements: Sequence[Judgement]) -> Iterator[str]:
    """What else could explain a finding, in words: another period, another definition, a loose hedge.

    Doubts of one kind are told together: "The figures may be for different periods: the period of one is not stated."
    """
    if any(one.verdict.outcome is Outcome.PLAIN for one in judgements):
        yield "A hedge may be meant loosely: taken at their word, the figures can all be right."
    grouped: dict[str, list[str]] = {}
    for doubt in dict.fromkeys(doubt for one in judgements for doubt in one.link.doubts):
        grouped.setdefault(_explanation(doubt), []).append(doubt)
    if any(map(mixes_plan_and_result, judgements)) and _explanation(PLAN) not in grouped:
        yield "One figure is a forecast or a target, the other a result."
    for explanation, doubts in grouped.items():
        left = len(doubts) - MOST_DOUBTS
        more = f"; and {left} more of the kind" if left > 0 else ""
        yield f"{explanation}: {'; '.join(doubts[:MOST_DOUBTS])}{more}."


def _is_planned(claim: Claim) -> bool:
    return claim.modality is Modality.FORECAST or claim.role is Role.TARGET


def _explanation(doubt: str) -> str:
    words = set(re.findall(r"\w+", QUOTED.sub("", doubt).casefold()))
    return next((says for known, says in _explanations() if words & known), "Something is left unsaid")


@cache
def _explanations() -> tuple[tuple[frozenset[str], str], ...]:
    entries = read_table("claimcheck.findings", "alternatives.toml")["alternative"]
    return tuple((frozenset(entry["words"]), entry["says"]) for entry in entries)
