"""Topics: what a pack gives a name of its own, so that its rules can speak of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that mean one measured thing in a pack: "drugs, narcotics, psychotropic substances".

    Each field lists alternatives. `scope` are words or names of which one must be said with the figure ("adjusted",
    "harbour branch"), `role` is the role its figures play, "" for any but a change. `about` are the names of an entity
    that its figures are about, where a rule takes the topic for each member of a group: "sum(trade of our-countries)".
    """

    id: str
    measures: tuple[str, ...]
    events: tuple[str, ...] = ()
    dimension: str = ""
    scope: tuple[str, ...] = ()
    role: str = ""
    about: tuple[str, ...] = ()
