"""From the cells of a row to a value and a period."""

from __future__ import annotations

import pytest

from claimcheck.claims.facts import fact_phrases, make_fact
from claimcheck.errors import FactError
from claimcheck.model.fact import Fact
from claimcheck.quantities import scan
from claimcheck.read import read_fact_rows


def fact(**cells: object) -> Fact:
    [row] = read_fact_rows([{"subject": "Ely", "measure": "cargo", "value": 5, **cells}]).rows
    return make_fact(row, {phrase: scan(phrase) for phrase in fact_phrases(row)})


@pytest.mark.parametrize(
    ("value", "unit", "low", "high", "read", "bound"),
    [
        ("17.6", "billion dollars", 17.6e9, 17.6e9, "dollar", "="),
        ("17.6", "USD million", 17.6e6, 17.6e6, "dollar", "="),
        ("12", "GBP m", 12e6, 12e6, "pound sterling", "="),
        ("$17.6bn", "", 17.6e9, 17.6e9, "dollar", "="),
        ("17.6 billion", "dollars", 17.6e9, 17.6e9, "dollar", "="),
        ("35-40%", "", 35, 40, "percent", "="),
        ("100000-240000", "deaths", 100000, 240000, "", "="),
        ("-5.2", "%", -5.2, -5.2, "percent", "="),
        ("over 4,000", "pupils", 4000, 4000, "", ">"),
        ("1.53", "dollars per share", 1.53, 1.53, "dollar per share", "="),
        ("48", "million pieces", 48e6, 48e6, "", "="),
        ("1990", "", 1990, 1990, "", "="),
        ("1990", "beds", 1990, 1990, "", "="),
    ],
)
def test_values(value: str, unit: str, low: float, high: float, read: str, bound: str) -> None:
    quantity = fact(value=value, unit=unit).claim.quantity
    assert (float(quantity.low), float(quantity.high), quantity.unit, str(quantity.bound)) == (low, high, read, bound)


def test_a_unit_that_no_figure_has_is_what_is_counted() -> None:
    assert fact(value="48", unit="million drug crimes").claim.counted == "drug crimes"


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("FY2019", "2019-01-01", "2019-12-31"),
        ("Q3 2021", "2021-07-01", "2021-09-30"),
        ("2021-Q3", "2021-07-01", "2021-09-30"),
        ("2021Q3", "2021-07-01", "2021-09-30"),
        ("3Q21", "2021-07-01", "2021-09-30"),
        ("third quarter of 2021", "2021-07-01", "2021-09-30"),
        ("H1 2020", "2020-01-01", "2020-06-30"),
        ("March 2020", "2020-03-01", "2020-03-31"),
        ("Mar 2020", "2020-03-01", "2020-03-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-04-06", "2020-04-06", "2020-04-06"),
        ("as of June 30, 2020", "2020-06-30", "2020-06-30"),
        ("2019-07-01/2020-06-30", "2019-07-01", "2020-06-30"),
    ],
)
def test_periods(period: str, start: str, end: str) -> None:
    read = fact(period=period).claim.period
    assert read is not None
    assert (str(read.start), str(read.end)) == (start, end)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"value": "n/a"}, 'no value can be read in "n/a"'),
        ({"unit": "???"}, 'no unit can be read in "???"'),
        ({"value": "$12", "unit": "million euros"}, "has a unit already"),
        ({"period": "long ago"}, 'no period can be read in "long ago"'),
        ({"period": "Q3"}, 'no period can be read in "Q3"'),
        ({"period": "2020-13"}, "no period"),
    ],
)
def test_cells_that_cannot_be_read(cells: dict[str, str], message: str) -> None:
    with pytest.raises(FactError) as caught:
        fact(**cells)
    assert message in caught.value.message
    assert "expected" in caught.value.hint or "leave one" in caught.value.hint
