"""Which figures are amounts of change, and in which direction."""

from __future__ import annotations

import pytest

from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "trend"),
    [
        ("Core prices rose 0.3% in June.", "0.3%", "up"),
        ("Exports dropped 7% to $2.3 billion.", "7%", "down"),
        ("The index lost 190 points, or 0.6%.", "190 points", "down"),
        ("The index lost 190 points, or 0.6%.", "0.6%", "down"),
        ("The index was up 58 points.", "58 points", "up"),
        ("Profit came to $590 million, up $50 million.", "$50 million", "up"),
        ("Lumo gained 8%, Brix rose under 4%.", "4%", "up"),
        ("They expect to grow sales by 35 per cent.", "35 per cent", "up"),
        ("The forecast was revised upward by $40 million.", "$40 million", "up"),
        ("Prices are 4% lower than in May.", "4%", "down"),
        ("We saw a 4% increase in rents.", "4%", "up"),
        ("That is a drop of 11%.", "11%", "down"),
        ("It has been growing at a rate of 40%.", "40%", "up"),
        ("Output doubled.", "doubled", "up"),
        ("The ice sheet lost 286 tonnes.", "286 tonnes", "down"),
        ("In Oslo: Skog -1.3%.", "-1.3%", "down"),
        ("We cut costs by $5 million.", "$5 million", "down"),
    ],
)
def test_amount_of_change(text: str, figure: str, trend: str) -> None:
    assert claim_of(text, figure).trend == trend


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Exports dropped 7% to $2.3 billion.", "$2.3 billion"),
        ("Revenue rose to $7 million from $6 million.", "$7 million"),
        ("Revenue rose to $7 million from $6 million.", "$6 million"),
        ("It was the biggest increase in 18 months.", "18 months"),
        ("Gold was higher at $1,271.", "$1,271"),
        ("The strength was lower than 9 tonnes.", "9 tonnes"),
        ("The fund has racked up $247 million.", "$247 million"),
        ("The fund raised $5 million.", "$5 million"),
        ("The shop posted a loss of 63 cents per share.", "63 cents per share"),
        ("She signed a $150,000 contract.", "$150,000"),
        ("The mine cut 40 jobs.", "40"),
        ("There were five more losses.", "five"),
        ("He paid a 5% down payment.", "5%"),
    ],
)
def test_levels_sums_and_counts(text: str, figure: str) -> None:
    assert claim_of(text, figure).trend is None


def test_a_gain_of_money_is_a_sum() -> None:
    assert claim_of("We had a gain of $7 million on the sale of the mill.", "$7 million").trend is None
