"""What a number is that measures nothing, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.quantity import Kind


class Special(NamedTuple):
    """A stretch of tokens whose number measures nothing."""

    kind: Kind
    first: int
    last: int
