"""Judging: every rule on every link that its check reads, and the repairs that would make them fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import RuleSet
from claimcheck.model.verdict import Judgement, Outcome
from claimcheck.rules.apply import applies, evaluate
from claimcheck.rules.messages import fill_message
from claimcheck.rules.registry import find_check
from claimcheck.rules.repair import Judged, find_repair

# In a larger tangle of clashes no single change stands out, and looking for it costs the square of their number.
MOST_TANGLED = 200
# In these links neither figure is set above the other.
EVEN = frozenset(
    {LinkKind.SAME_MEASURE, LinkKind.RESTATES, LinkKind.PERIOD_OF, LinkKind.VERSIONS_OF, LinkKind.DATES_OF}
)


def judge(links: Sequence[Link], rules: RuleSet) -> list[Judgement]:
    """Apply each rule to the links it is for: "29 ... 13 ... these 43" is strict under core/sum.

    Links that a check cannot decide are left out. The order is that of the links, then of the rules; strict
    judgements carry the single change of a figure that would make them fit, where there is one.
    """
    judgements = []
    for link in links:
        for rule in rules.rules:
            if applies(rule, link):
                verdict = evaluate(find_check(rule.check), link, rule.tolerance)
                if verdict.outcome is not Outcome.UNDECIDED:
                    message = fill_message(rule, link, verdict)
                    judgements.append(Judgement(rule, link, replace(verdict, message=message)))
    suggestions = _suggestions(judgements)
    return [replace(one, suggestion=suggestions.get(index, "")) for index, one in enumerate(judgements)]


def _suggestions(judgements: Sequence[Judgement]) -> dict[int, str]:
    """Repairs for the strict judgements, by index; those that share figures are repaired together."""
    by_claim: dict[str, list[int]] = defaultdict(list)
    for index, judgement in enumerate(judgements):
        for claim in judgement.link.claims:
            by_claim[claim.id].append(index)
    suggestions: dict[int, str] = {}
    for group in _groups(judgements, by_claim):
        if len(group) > MOST_TANGLED:
            continue
        claims = {claim.id for index in group for claim in judgements[index].link.claims}
        near = {index for claim in claims for index in by_claim[claim]}
        holding = [_judged(judgements[index]) for index in sorted(near.difference(group))]
        if len(group) == 1 and not holding and judgements[group[0]].link.kind in EVEN:
            # Of two figures for one thing either may be the slip: a suggestion would only take sides.
            continue
        left = list(group)
        # One change need not mend all: what it leaves is repaired by the next.
        while left and (repair := find_repair([_judged(judgements[index]) for index in left], holding)):
            mended = [left[position] for position in repair.mends]
            suggestions.update(dict.fromkeys(mended, repair.text))
            left = [index for index in left if index not in mended]
    return suggestions


def _groups(judgements: Sequence[Judgement], by_claim: Mapping[str, Sequence[int]]) -> list[list[int]]:
    """The strict judgements that hang together by the figures they share."""
    strict = [index for index, judgement in enumerate(judgements) if judgement.verdict.outcome is Outcome.STRICT]
    left, groups = dict.fromkeys(strict), []
    while left:
        group, reached = [], [next(iter(left))]
        while reached:
            index = reached.pop()
            if index in left:
                del left[index]
                group.append(index)
                reached.extend(near for claim in judgements[index].link.claims for near in by_claim[claim.id])
        groups.append(sorted(group))
    return groups


def _judged(judgement: Judgement) -> Judged:
    return judgement.rule, judgement.link
