"""Sentences of many kinds of text, each with the figures that a careful reader finds in it.

`cases.jsonl` holds one sentence a line: its topic, its text, and for every figure what stands there, its lowest
and highest value, its unit and its bound. The readings were written down before the scanner was asked.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import extract_quantities

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("topic", sorted({case["topic"] for case in CASES}))
def test_reads_the_figures_of(topic: str) -> None:
    wrong = {
        case["text"]: read for case in CASES if case["topic"] == topic and (read := _read(case["text"])) != _given(case)
    }
    assert not wrong


def _read(text: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (quantity.text, _plain(quantity.low), _plain(quantity.high), quantity.unit, quantity.bound.value)
        for quantity in extract_quantities(text)
        if quantity.is_measurement
    ]


def _given(case: dict[str, list[list[str]]]) -> list[tuple[str, str, str, str, str]]:
    return [
        (text, _plain(Decimal(low)), _plain(Decimal(high)), unit, bound)
        for text, low, high, unit, bound in case["figures"]
    ]


def _plain(value: Decimal) -> str:
    """A value to ten significant digits, so that thirds can be written down."""
    return f"{float(value):.10g}"
