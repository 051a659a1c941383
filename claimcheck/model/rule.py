"""Rules as data: what a pack declares, after its YAML was read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimcheck.model.expression import Expression
from claimcheck.model.finding import Severity
from claimcheck.model.topic import Topic


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
class Where:
    """Which figures a rule is for, besides how far apart they stand: `{topic: staff, speaker: Anna Berg}`.

    Each field lists alternatives, and an empty one selects all. `speakers` are in lower case, `documents` patterns
    such as "2024/*.md". `same` says what the figures of an expression must share: "period", "entity".
    """

    topics: tuple[Topic, ...] = ()
    entities: tuple[Entity, ...] = ()
    speakers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    same: tuple[str, ...] = ("period", "entity")


@dataclass(frozen=True, slots=True)
class Guide:
    """What a page on a rule says besides its summary: why it matters, what it leaves alone, how to tune it."""

    why: str = ""
    limits: tuple[str, ...] = ()
    tune: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named, tested check on linked claims, as "core/sum".

    `severity` is the gravest level its findings may have. `message` replaces the check's own headline, `expression`
    is what an expression check demands. `inconsistent` and `consistent` are texts that must and must not be
    reported, held against `facts` as the rows of a trusted table; `file` and `line` (from 1) say where the rule stands.
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
    facts: tuple[Mapping[str, str], ...] = ()
    file: str = ""
    line: int = 0
    where: Where = Where()
    message: str = ""
    expression: Expression | None = None
    guide: Guide = Guide()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, entities and topics that hold in a run, sorted by id.

    `units` are the settings that packs make, as ("ton", "short"); `chosen` are the packs that were asked for by
    name, without those that they extend.
    """

    rules: tuple[Rule, ...] = ()
    entities: tuple[Entity, ...] = ()
    topics: tuple[Topic, ...] = ()
    packs: tuple[str, ...] = field(default=())
    units: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
