"""Selecting figures: which claims a topic means, and which a rule's `where` is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from claimcheck.model.claim import Claim, Role
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Entity, Rule, RuleSet
from claimcheck.model.topic import Topic
from claimcheck.rules.dimensions import is_of_dimension
from claimcheck.rules.words import is_said, last_stem, stems_of

# Figures said to be some of another one's: "23 of them", "another 7", "the remaining 16".
PARTIAL = frozenset({"of them", "another", "remaining"})


def dimension_of(claim: Claim) -> str:
    """What a figure can be compared by: "mass", "money:dollar", and "count" for bare numbers."""
    return claim.quantity.dimension or str(claim.quantity.kind)


def is_about(claim: Claim, topic: Topic) -> bool:
    """Whether a figure is of a topic: its noun, its verb, its dimension, and one of the topic's scopes are said.

    "The general fund budget is $312 million" is of "budget" and of "general fund budget", not of "fund": a phrase
    ends in the noun that is measured.
    """
    if topic.dimension and not is_of_dimension(dimension_of(claim), topic.dimension):
        return False
    heads = _heads(claim)
    measures = [phrase for phrase in topic.measures if last_stem(phrase) in heads]
    if not measures or not _plays(claim, topic.role):
        return False
    beside = frozenset(_stems(_attributed(claim)))
    return (
        any(is_said(phrase, beside) for phrase in measures)
        and (not topic.events or bool(stems_of(claim.event) & frozenset(_stems(topic.events))))
        and all(not one or any(is_said(name, beside) for name in one) for one in (topic.scope, topic.about))
    )


def topics_of(claim: Claim, rules: RuleSet) -> tuple[str, ...]:
    """The ids of the topics that mean a figure."""
    return tuple(topic.id for topic in rules.topics if is_about(claim, topic))


def is_of_entity(claim: Claim, entity: Entity) -> bool:
    """Whether a figure is about an entity, by one of its names: "our trade with the Kazakh side"."""
    beside = frozenset(_stems(_attributed(claim)))
    return any(is_said(name, beside) for name in entity.names)


def is_selected(claim: Claim, rule: Rule) -> bool:
    """Whether a rule's `where` is for this figure: one alternative of each of its keys holds."""
    where = rule.where
    return (
        (not rule.dimension or is_of_dimension(dimension_of(claim), rule.dimension))
        and (not where.topics or any(is_about(claim, topic) for topic in where.topics))
        and (not where.entities or any(is_of_entity(claim, entity) for entity in where.entities))
        and (not where.speakers or any(name in where.speakers for name in _speaker_names(claim)))
        and (not where.documents or any(_is_file(claim.file, pattern) for pattern in where.documents))
    )


def _is_file(file: str, pattern: str) -> bool:
    """Whether a pattern is for a file, from the root or from any folder: "2024/*.md" for "talks/2024/may.md"."""
    return fnmatchcase(file, pattern) or fnmatchcase(file, f"*/{pattern}")


def _plays(claim: Claim, role: str) -> bool:
    """Whether a figure plays a role; without one named, changes, parts of others and halves are left out."""
    changes = claim.role is Role.CHANGE or claim.trend is not None
    if role:
        return changes if role == Role.CHANGE else claim.role == role
    fraction = claim.quantity.kind is Kind.COUNT and 0 < claim.quantity.low < 1
    return not changes and not claim.signals & PARTIAL and not fraction


def _heads(claim: Claim) -> frozenset[str]:
    """The nouns that are measured; where none was made out, whatever was."""
    counted = {last_stem(claim.counted)} if claim.counted else set()
    return frozenset(_stems(claim.heads or claim.measure[:1])) | counted


def _attributed(claim: Claim) -> Iterator[str]:
    """The words that were understood to belong to a figure; names of the sentence before only where it has none."""
    yield from (*claim.measure, *claim.heads, claim.counted, *claim.holders, *claim.scope, *claim.subject)
    yield from claim.entities or claim.context_entities
    if claim.period is not None and claim.period.stated:
        yield claim.period.text


def _speaker_names(claim: Claim) -> Iterator[str]:
    if claim.speaker is not None:
        yield from (name.lower() for name in (claim.speaker.name, *claim.speaker.labels))


def _stems(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from stems_of(phrase)
