"""Changes: figures that differ between two versions of a transcript."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.mention import Mention
from claimcheck.model.slip import Slip, slip_between


class ChangeKind(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs, as "$28 million" that became "$28 billion"; one side is None for what is only in one."""

    old: Mention | None
    new: Mention | None

    @property
    def kind(self) -> ChangeKind:
        """Whether it was changed, added or removed."""
        if self.old is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.new is None else ChangeKind.CHANGED

    @property
    def slip(self) -> Slip:
        """How the one may be a slip of the other: "4,400" and "4,040" have two digits exchanged."""
        if self.old is None or self.new is None:
            return Slip.NONE
        return slip_between(self.old.quantity, self.new.quantity)[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared: the changes in the order of the texts, and how many figures are the same in both."""

    changes: tuple[Change, ...]
    unchanged: int
