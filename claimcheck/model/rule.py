"""Rules as data: what a pack declares, after its YAML was read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claimcheck.model.finding import Severity


class Within(StrEnum):
    """How far apart the claims of one link may stand."""

    SENTENCE = "sentence"
    TURN = "turn"
    DOCUMENT = "document"
    CORPUS = "corpus"


class Tolerance(StrEnum):
    """What a rule forgives: the figures' own rounding and truncation, or nothing."""

    ROUNDING = "rounding"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, country, company, operation or group, with its names.

    "canal: {names: [Canal-2004, Channel], kind: operation}". `members` are ids or names of what a group is made
    of; `represents` names what a person speaks for ("our trade" said by the president of Kazakhstan).
    """

    id: str
    names: tuple[str, ...]
    kind: str = ""
    members: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that mean one measured thing in a pack: "drugs, narcotics, psychotropic substances"."""

    id: str
    measures: tuple[str, ...]
    events: tuple[str, ...] = ()
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named, tested check on linked claims, as "core/sum".

    `severity` is the gravest level its findings may have. `inconsistent` and `consistent` are texts that must
    and must not be reported; `file` and `line` (from 1) say where the rule stands.
    """

    id: str
    summary: str
    check: str
    within: Within = Within.CORPUS
    tolerance: Tolerance = Tolerance.ROUNDING
    severity: Severity = Severity.ERROR
    dimension: str = ""
    inconsistent: tuple[str, ...] = ()
    consistent: tuple[str, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, entities and topics that hold in a run, sorted by id."""

    rules: tuple[Rule, ...] = ()
    entities: tuple[Entity, ...] = ()
    topics: tuple[Topic, ...] = ()
    packs: tuple[str, ...] = field(default=())
