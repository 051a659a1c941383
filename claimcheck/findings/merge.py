"""Which verdicts are one finding: the gravest on a set of figures, and those alike but for one figure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity
from claimcheck.model.link import LinkKind
from claimcheck.model.verdict import Judgement

# In these links no role sets one figure apart, so that "first" here and "second" there are the same part.
SYMMETRIC = frozenset(
    {
        LinkKind.SAME_MEASURE,
        LinkKind.RESTATES,
        LinkKind.GROWTH_OF,
        LinkKind.SHARES_OF,
        LinkKind.PERIOD_OF,
        LinkKind.VERSIONS_OF,
    }
)


@dataclass(frozen=True, slots=True)
class Graded:
    """A judgement with its severity."""

    judgement: Judgement
    severity: Severity

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures it is about."""
        return self.judgement.link.claims


@dataclass(frozen=True, slots=True)
class Group:
    """Judgements that make one finding: one whole against three parts, say; the weightiest is first."""

    members: tuple[Graded, ...]

    @property
    def severity(self) -> Severity:
        """The gravest severity of its members."""
        return self.members[0].severity

    @property
    def claim_ids(self) -> frozenset[str]:
        """The ids of all figures that the finding is about."""
        return frozenset(claim.id for member in self.members for claim in member.claims)


def merge(graded: Iterable[Graded]) -> list[Group]:
    """The findings that the judgements make, weightiest first, whatever the order they come in.

    A whole that is smaller than three of its parts is one finding of four figures; a pair of figures that
    both core/restated and core/magnitude object to is one finding, by the graver rule.
    """
    ordered = sorted(graded, key=_weight)
    groups = sorted(_stars(ordered), key=_group_weight)
    covering: dict[str, list[frozenset[str]]] = {}
    kept = []
    for group in groups:
        ids = group.claim_ids
        # Two parts of one whole are not held against each other by that finding: only its judgements count.
        if any(ids <= judged for judged in covering.get(min(ids), ())):
            continue
        kept.append(group)
        symmetric = group.members[0].judgement.link.kind in SYMMETRIC
        judged_sets = [ids] if symmetric else [frozenset(claim.id for claim in one.claims) for one in group.members]
        for judged in judged_sets:
            for claim in judged:
                covering.setdefault(claim, []).append(judged)
    return kept


def _stars(ordered: Sequence[Graded]) -> Iterator[Group]:
    """Judgements around what they share, the largest sets first; each judgement goes to one of them."""
    sharing: dict[Hashable, list[int]] = {}
    for index, item in enumerate(ordered):
        for hub in _hubs(item):
            sharing.setdefault(hub, []).append(index)
    taken: set[int] = set()
    for indexes in sorted(sharing.values(), key=lambda indexes: (-len(indexes), indexes)):
        free = [index for index in indexes if index not in taken]
        if free:
            taken.update(free)
            yield Group(tuple(ordered[index] for index in free))


def _hubs(item: Graded) -> Iterator[Hashable]:
    """What a judgement may share with others of its rule: all of its figures but one, in their roles.

    One whole against several parts is one finding, as grave as its gravest pair; notes stay apart, so that no
    figure is drawn into an error that it only sounds like.
    """
    link = item.judgement.link
    roles = ("",) * len(link.claims) if link.kind in SYMMETRIC else link.roles
    figures = sorted((claim.id, role) for claim, role in zip(link.claims, roles, strict=True))
    shared = list(combinations(figures, len(figures) - 1)) if len(figures) > 1 else [tuple(figures)]
    for figures_shared in shared:
        level = item.severity if link.kind in SYMMETRIC else item.severity is Severity.NOTE
        yield item.judgement.rule.id, level, link.kind, figures_shared


def _weight(item: Graded) -> tuple[object, ...]:
    """Sorts the judgement that says most first: the graver, of more figures, with a suggestion."""
    judgement = item.judgement
    return (
        -item.severity.rank,
        -len(item.claims),
        not judgement.suggestion,
        -judgement.link.score,
        judgement.rule.id,
        tuple((claim.file, claim.quantity.start, claim.id) for claim in item.claims),
        judgement.verdict.message,
    )


def _group_weight(group: Group) -> tuple[object, ...]:
    return -group.severity.rank, -len(group.claim_ids), _weight(group.members[0])
