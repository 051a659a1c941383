"""Equal values held once: thousands of claims have no signals, and are of one of a few units."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)


class Once:
    """The first of all equal values that it was given: `once(("mask",))` is the same tuple each time.

    For strings and what is made of them; not for numbers, of which 1 equals 1.0.
    """

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[Hashable, Hashable] = {}

    def __call__(self, value: Value) -> Value:
        """The first of its equals."""
        return self._held.setdefault(value, value)  # type: ignore[return-value]
