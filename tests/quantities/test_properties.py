"""Properties that hold for every text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantities import scan


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_never_raises_and_spans_slice_back(text: str) -> None:
    end = 0
    for quantity in scan(text):
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.start >= end
        end = quantity.end


@given(st.integers(min_value=2101, max_value=10**12), st.sampled_from(["{:d} kg", "{:,d} kg", "${:,d}", "{:d}%"]))
@settings(deadline=None, max_examples=150)
def test_reads_what_was_printed(value: int, notation: str) -> None:
    [quantity] = scan(notation.format(value))
    assert quantity.low == quantity.high == Decimal(value)


@pytest.mark.parametrize("piece", ["1,", "9", "((", "one hundred ", "$1-", "a half "])
def test_repetition_is_no_trap(piece: str) -> None:
    assert isinstance(scan(piece * 2000), list)
