"""The form of a rule file: what keys it may have, and what may stand under them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from claimcheck.model.finding import Severity
from claimcheck.model.rule import Tolerance, Within

Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
RuleId = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$")]

# What a figure may be a measure of, besides the money of one currency ("money:dollar").
DIMENSIONS = (
    *("count", "money", "percent", "multiple", "mass", "length", "area", "volume", "time", "temperature"),
    *("energy", "power", "pressure", "force", "frequency", "data", "angle", "current", "voltage", "charge"),
)


class Entry(BaseModel):
    """Part of a rule file; a key it does not know is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WhereEntry(Entry):
    """Which links a rule is for: "where: {within: turn, dimension: money}"."""

    within: Within = Within.CORPUS
    dimension: Text | None = None


class TestsEntry(Entry):
    """Texts that a rule must report, and texts it must not."""

    inconsistent: tuple[Text, ...] = ()
    consistent: tuple[Text, ...] = ()


class RuleEntry(Entry):
    """One rule: "id: core/sum, check: sum, where: {within: turn}"."""

    id: RuleId
    summary: Text
    check: Text
    where: WhereEntry = Field(default_factory=WhereEntry)
    tolerance: Tolerance = Tolerance.ROUNDING
    severity: Severity = Severity.ERROR
    tests: TestsEntry = Field(default_factory=TestsEntry)


class EntityEntry(Entry):
    """One entity: "names: [Canal-2004, Channel], kind: operation"."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    kind: Text | None = None
    members: tuple[Text, ...] = ()
    represents: tuple[Text, ...] = ()


class TopicEntry(Entry):
    """Words for one measured thing: "measures: [drugs, narcotics], events: [seize], dimension: mass"."""

    measures: Annotated[tuple[Text, ...], Field(min_length=1)]
    events: tuple[Text, ...] = ()
    dimension: Text | None = None


class PackEntry(Entry):
    """A whole rule file: a pack's name, and what it declares."""

    pack: Name
    entities: dict[Name, EntityEntry] = Field(default_factory=dict)
    topics: dict[Name, TopicEntry] = Field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()


def entry_at(location: tuple[int | str, ...]) -> type[Entry]:
    """The kind of entry that stands at a place in a rule file: ("rules", 2, "where") holds a WhereEntry."""
    match location:
        case ("rules", _, "where", *_):
            return WhereEntry
        case ("rules", _, "tests", *_):
            return TestsEntry
        case ("rules", _, *_):
            return RuleEntry
        case ("entities", _, *_):
            return EntityEntry
        case ("topics", _, *_):
            return TopicEntry
        case _:
            return PackEntry
