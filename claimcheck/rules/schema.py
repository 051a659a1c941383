"""The form of a rule file: what keys it may have, and what may stand under them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from claimcheck.model.claim import Role
from claimcheck.model.finding import Severity
from claimcheck.model.rule import Tolerance, Within

RULE_ID = r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"

Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
RuleId = Annotated[str, StringConstraints(strict=True, pattern=RULE_ID)]
Texts = tuple[Text, ...]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


# One text may stand for a list of one: "topic: staff".
OneOrMore = Annotated[Texts, BeforeValidator(_listed, json_schema_input_type=Text | Texts)]


def _written(value: object) -> object:
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


# A number or a day stands in a table as it is written.
Cell = Annotated[str, BeforeValidator(_written, json_schema_input_type=str | int | float)]


class Entry(BaseModel):
    """Part of a rule file; a key it does not know is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WhereEntry(Entry):
    """Which figures a rule is for: "where: {within: turn, topic: staff}"; under each key one alternative must hold."""

    within: Within | None = Field(None, description="How far apart the figures may stand [corpus].")
    dimension: Text | None = Field(None, description='What is measured: "money", "money:euro", "mass", "money/time".')
    topic: OneOrMore = Field((), description="Topics of this pack or of one it extends.")
    entity: OneOrMore = Field((), description="Entities, by id or name.")
    speaker: OneOrMore = Field((), description="Speakers, by name or by the id of an entity.")
    document: OneOrMore = Field((), description='Patterns for file names: "2024/*.md".')
    same: tuple[Literal["period", "entity"], ...] | None = Field(
        None, description="What the figures of an expression must share [period, entity]."
    )


class FactEntry(Entry):
    """A row of a table of facts: "subject: Port of Ely, measure: cargo, value: 4.2, unit: million tonnes"."""

    subject: Cell
    measure: Cell
    value: Cell
    unit: Cell = ""
    period: Cell = ""
    place: Cell = ""
    source: Cell = ""


class TestsEntry(Entry):
    """Texts that a rule must report, and texts it must not; `claimcheck rules test` runs them."""

    facts: tuple[FactEntry, ...] = Field((), description="A table of facts that the texts are held against.")
    inconsistent: Texts = ()
    consistent: Texts = ()


class RuleEntry(Entry):
    """One rule: "id: core/sum, check: sum, where: {within: turn}"."""

    id: RuleId = Field(description='The pack and a name: "budget/staff".')
    summary: Text = Field(description="What must hold, in a sentence.")
    check: Text = Field(description="The check to run, as `claimcheck rules checks` lists them.")
    expression: Text | None = Field(
        None, description='For "check: expression": "total == staff + works", "total == sum(staff of branches)".'
    )
    where: WhereEntry = Field(default_factory=WhereEntry)
    tolerance: Tolerance = Field(Tolerance.ROUNDING, description="What is forgiven.")
    severity: Severity = Field(Severity.ERROR, description="The gravest that its findings may be.")
    message: Text | None = Field(None, description='The headline of its findings: "{message}; ask the treasurer".')
    enabled: Annotated[bool, Field(strict=True)] = Field(True, description="Whether it holds unless a pack enables it.")
    why: Text | None = Field(None, description="Why it matters, for `claimcheck rules show`.")
    limits: OneOrMore = Field((), description="What it does not report.")
    tune: Text | None = Field(None, description="How to make it louder or quieter.")
    tests: TestsEntry = Field(default_factory=TestsEntry)


class OverrideEntry(Entry):
    """What a pack changes about a rule of a pack it extends."""

    severity: Severity | None = None
    tolerance: Tolerance | None = None
    message: Text | None = None


class EntityEntry(Entry):
    """One entity: "names: [Canal-2004, Channel], kind: operation"."""

    names: Annotated[OneOrMore, Field(min_length=1)] = Field(description="All names it goes by, the best one first.")
    kind: Text | None = Field(None, description="country, department, person, ...")
    members: OneOrMore = Field((), description="Whom a group is made of: ids or names of entities.")
    represents: OneOrMore = Field((), description="For whom a person speaks: ids or names of entities.")


class TopicEntry(Entry):
    """Words for one measured thing: "measures: [drugs, narcotics], events: [seize], dimension: mass"."""

    measures: Annotated[OneOrMore, Field(min_length=1)] = Field(
        description="Nouns, the measured one last: [fund budget]."
    )
    events: OneOrMore = Field((), description="Verbs, of which one must be said: [seize, confiscate].")
    dimension: Text | None = Field(None, description='"money", "count", "mass", "money/pupil", ...')
    scope: OneOrMore = Field((), description="Words or names, of which one must be said with the figure: [adjusted].")
    role: Role | None = Field(None, description="The role of its figures [any but a change].")


class UnitsEntry(Entry):
    """What a text cannot decide by itself; `--unit` on the command line goes before it."""

    ton: Literal["metric", "short", "long"] | None = None
    pound: Literal["mass", "money"] | None = None
    letter_m: Literal["auto", "meter", "million"] | None = None
    scale: Literal["short", "long"] | None = None


class SettingsEntry(Entry):
    """How texts are read while this pack holds."""

    units: UnitsEntry = Field(default_factory=UnitsEntry)


class PackEntry(Entry):
    """A whole rule file: a pack's name, and what it declares."""

    pack: Name = Field(description="The name of the pack, with which the ids of its rules begin.")
    extends: OneOrMore = Field((), description="Packs and files whose rules and names hold too.")
    settings: SettingsEntry = Field(default_factory=SettingsEntry)
    disable: OneOrMore = Field((), description='Rules that do not hold, by id or pattern: ["core/*"].')
    enable: OneOrMore = Field((), description="Rules that hold after all, by id or pattern.")
    override: dict[RuleId, OverrideEntry] = Field(default_factory=dict)
    entities: dict[Name, EntityEntry] = Field(default_factory=dict)
    topics: dict[Name, TopicEntry] = Field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()


def entry_at(location: tuple[int | str, ...]) -> type[Entry]:
    """The kind of entry that stands at a place in a rule file: ("rules", 2, "where") holds a WhereEntry."""
    match location:
        case ("rules", _, "where", *_):
            return WhereEntry
        case ("rules", _, "tests", "facts", *_):
            return FactEntry
        case ("rules", _, "tests", *_):
            return TestsEntry
        case ("rules", _, *_):
            return RuleEntry
        case ("entities", _, *_):
            return EntityEntry
        case ("topics", _, *_):
            return TopicEntry
        case ("override", _, *_):
            return OverrideEntry
        case ("settings", "units", *_):
            return UnitsEntry
        case ("settings", *_):
            return SettingsEntry
        case _:
            return PackEntry
