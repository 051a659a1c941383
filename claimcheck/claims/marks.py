"""Marks out of ten: the "10" of "an average rating of 6.3/10" is what the mark is out of, and no figure of its own."""

from __future__ import annotations

import re

from claimcheck.model.quantity import Kind, Quantity

_OUT_OF = r"\s?/\s?(?:5|10|100)(?![\d/%]|[.,]\d)"
_BEHIND = re.compile(_OUT_OF)
_MARK = re.compile(r"(?<![\d/.,$€£])(\d+(?:\.\d+)?)" + _OUT_OF)


def is_mark(text: str, quantity: Quantity) -> bool:
    """Whether a figure is a mark out of five, ten or a hundred: 6.3 in "rated 6.3/10"."""
    return quantity.kind is Kind.COUNT and _BEHIND.match(text, quantity.end) is not None


def is_out_of(text: str, quantity: Quantity) -> bool:
    """Whether a figure only says what a mark is out of: 10 in "rated 6.3/10"."""
    return any(match.start() < quantity.start and quantity.end == match.end() for match in _MARK.finditer(text))
