"""Binding expressions: which figures stand for the topics of a rule, one for each, all of one scope."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from claimcheck.model.claim import Claim, Modality, Period
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Rule, RuleSet, Within
from claimcheck.model.topic import Topic
from claimcheck.rules.select import is_about, is_selected
from claimcheck.rules.words import is_said, stems_of, words_of

# What is put together is bounded, so that a rule on a large corpus costs what its figures cost, not their product.
MOST_NEAR = 16
MOST_COMBINATIONS = 16

_FIRM = frozenset({Modality.ASSERTED, Modality.FORECAST})
_SCORE = 0.9


def bind_expressions(claims: Sequence[Claim], rules: RuleSet) -> list[Link]:
    """The figures that each expression rule ties together: one a topic, of one place, period and entity.

    "police + fire == public-safety" binds the three figures of a document that are for one year. Figures that are
    denied, asked for or supposed are left out. Each figure of the first topic makes at most 16 combinations, with those
    that stand nearest to it.
    """
    names = {name.lower(): entity.id for entity in rules.entities for name in (entity.id, *entity.names)}
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.quantity.start, claim.id))
    firm = [claim for claim in ordered if claim.modality in _FIRM]
    return [link for rule in rules.rules if rule.expression for link in _bind(rule, firm, names)]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure that a topic means, with the names it is about and its number in the run."""

    claim: Claim
    topic: Topic
    names: frozenset[str]
    number: int

    def is_with(self, other: _Figure, same: Sequence[str]) -> bool:
        """Whether two figures are of one scope: not of two years, not of two departments."""
        if self.claim.id == other.claim.id:
            return False
        if "period" in same and _is_other_time(self.claim.period, other.claim.period):
            return False
        apart = bool(self.names and other.names) and not self.names & other.names
        return not ("entity" in same and apart)


def _bind(rule: Rule, claims: Sequence[Claim], names: Mapping[str, str]) -> Iterator[Link]:
    if rule.expression is None:
        return
    groups: dict[tuple[object, ...], dict[str, list[_Figure]]] = {}
    for number, claim in enumerate(claims):
        if not is_selected(claim, rule):
            continue
        for topic in rule.expression.topics:
            if is_about(claim, topic):
                group = groups.setdefault(_place(claim, rule.within), {})
                group.setdefault(topic.id, []).append(_Figure(claim, topic, _names(claim, topic, names), number))
    for group in groups.values():
        if len(group) < len(rule.expression.topics):
            continue
        first, *others = (_distinct(group[topic.id]) for topic in rule.expression.topics)
        offers = [_Offer.of(figures) for figures in others]
        for figure in first:
            near = [offer.near(figure, rule.where.same) for offer in offers]
            for chosen in islice(_combine(near, (figure,), rule.where.same), MOST_COMBINATIONS):
                yield _link(rule, chosen)


@dataclass(frozen=True, slots=True)
class _Offer:
    """The figures of a topic in text order, for each period apart; those of no clear span are for any."""

    spans: Mapping[object, Sequence[_Figure]]

    @staticmethod
    def of(figures: Sequence[_Figure]) -> _Offer:
        spans: dict[object, list[_Figure]] = {}
        for figure in figures:
            spans.setdefault(_span(figure), []).append(figure)
        return _Offer(spans)

    def near(self, figure: _Figure, same: Sequence[str]) -> list[_Figure]:
        """The figures nearest to one of another topic, and not of another year, the nearest first."""
        span = _span(figure)
        apart = "period" in same and span is not None
        spans = [self.spans.get(key, ()) for key in (span, None)] if apart else list(self.spans.values())
        found = [one for figures in spans for one in _around(figures, figure.number)]
        return sorted(found, key=lambda one: (abs(one.number - figure.number), one.number))[:MOST_NEAR]


def _around(figures: Sequence[_Figure], number: int) -> Sequence[_Figure]:
    place = bisect_left(figures, number, key=lambda figure: figure.number)
    return figures[max(0, place - MOST_NEAR) : place + MOST_NEAR]


def _span(figure: _Figure) -> object:
    period = figure.claim.period
    if period is None or not _is_stated(period) or period.kind == "at":
        return None
    return period.start, period.end


def _combine(
    offered: Sequence[Sequence[_Figure]], chosen: tuple[_Figure, ...], same: Sequence[str]
) -> Iterator[tuple[_Figure, ...]]:
    """One figure of each topic besides those chosen, the nearest before the others."""
    if not offered:
        yield chosen
        return
    for figure in offered[0]:
        if all(figure.is_with(one, same) for one in chosen):
            yield from _combine(offered[1:], (*chosen, figure), same)


def _distinct(figures: Sequence[_Figure]) -> list[_Figure]:
    """Figures without those that say the same again: one value, for one time, of one name."""
    seen: dict[object, _Figure] = {}
    for figure in figures:
        claim, quantity = figure.claim, figure.claim.quantity
        period = claim.period.text if claim.period and claim.period.stated else ""
        key = (quantity.low, quantity.high, quantity.bound, quantity.unit, period, figure.names)
        seen.setdefault(key, figure)
    return list(seen.values())


def _link(rule: Rule, chosen: Sequence[_Figure]) -> Link:
    reasons = [f'{figure.topic.id} is "{" ".join(reversed(figure.claim.measure))}"' for figure in chosen]
    stated = [figure.claim.period for figure in chosen if _is_stated(figure.claim.period)]
    doubts = []
    if stated and len(stated) == len(chosen):
        reasons.append(f"same period ({stated[0].text})" if stated[0] else "same period")
    elif stated and "period" in rule.where.same and rule.within not in (Within.SENTENCE, Within.TURN):
        unsaid = [figure.topic.id for figure in chosen if not _is_stated(figure.claim.period)]
        doubts.append(f"the period of {', '.join(unsaid)} is not said")
    if len({figure.claim.document for figure in chosen}) == 1:
        reasons.append("said in one document")
    return Link(
        LinkKind.COMPUTED,
        tuple(figure.claim for figure in chosen),
        tuple(figure.topic.id for figure in chosen),
        _SCORE,
        tuple(reasons),
        tuple(doubts),
        rule.id,
        rule.expression,
    )


def _place(claim: Claim, within: Within) -> tuple[object, ...]:
    places: Mapping[Within, tuple[object, ...]] = {
        Within.SENTENCE: claim.where,
        Within.TURN: (claim.document, claim.turn),
        Within.DOCUMENT: (claim.document,),
        Within.CORPUS: (),
    }
    return places[within]


def _names(claim: Claim, topic: Topic, ids: Mapping[str, str]) -> frozenset[str]:
    """Whom a figure is about, but for names that its topic itself takes: the declared ones, or whatever was said."""
    own = frozenset(stem for phrase in (*topic.measures, *topic.scope, *topic.about) for stem in stems_of(phrase))
    said = [" ".join(words_of(name)) for name in claim.entities if not is_said(name, own)]
    declared = frozenset(ids[name] for name in said if name in ids)
    return declared or frozenset(said)


def _is_stated(period: Period | None) -> bool:
    return period is not None and period.stated and period.is_resolved


def _is_other_time(one: Period | None, two: Period | None) -> bool:
    """Whether two figures are for different times: fiscal 2023 and fiscal 2024; a day in the year is none."""
    if one is None or two is None or not _is_stated(one) or not _is_stated(two):
        return False
    if (one.start, one.end) == (two.start, two.end):
        return False
    for moment, span in ((one, two), (two, one)):
        if moment.kind == "at" and span.start and moment.start and moment.end and span.end:
            if span.start <= moment.start and moment.end <= span.end:
                return False
    return True
