"""Equal values held once: thousands of claims have no signals, and are of one of a few units."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity

Value = TypeVar("Value", bound=Hashable)


class Once:
    """The first of all equal values that it was given: `once(("mask",))` is the same tuple each time.

    A call takes strings and what is made of them; numbers have a method, since 1 equals 1.0.
    """

    __slots__ = ("_held", "_numbers", "_spans")

    def __init__(self) -> None:
        self._held: dict[Hashable, Hashable] = {}
        self._numbers: dict[str, Decimal] = {}
        self._spans: dict[tuple[int, int, bool, bool], Interval] = {}

    def __call__(self, value: Value) -> Value:
        """The first of its equals."""
        return self._held.setdefault(value, value)  # type: ignore[return-value]

    def number(self, value: Decimal) -> Decimal:
        """The first that is written like it: 1 and 1.0 are two."""
        return self._numbers.setdefault(str(value), value)

    def interval(self, value: Interval) -> Interval:
        """The first interval with these very ends."""
        low, high = self.number(value.low), self.number(value.high)
        key = (id(low), id(high), value.low_open, value.high_open)
        known = self._spans.get(key)
        if known is None:
            known = self._spans[key] = Interval(low, high, value.low_open, value.high_open)
        return known

    def claim(self, claim: Claim) -> Claim:
        """The claim, made of values that were there before as far as there were any."""
        return replace(
            claim,
            quantity=self._quantity(claim.quantity),
            sentence=self(claim.sentence),
            measure=self(claim.measure),
            event=self(claim.event),
            subject=self(claim.subject),
            entities=self(claim.entities),
            context_entities=self(claim.context_entities),
            scope=self(claim.scope),
            period=self(claim.period),
            signals=self(claim.signals),
            heads=self(claim.heads),
            holders=self(claim.holders),
        )

    def _quantity(self, quantity: Quantity) -> Quantity:
        return replace(
            quantity,
            text=self(quantity.text),
            low=self.number(quantity.low),
            high=self.number(quantity.high),
            factor=self.number(quantity.factor),
            step=self.number(quantity.step),
            strict=self.interval(quantity.strict),
            plain=self.interval(quantity.plain),
            offset=self.number(quantity.offset),
        )
