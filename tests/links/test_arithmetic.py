"""Figures that a passage reckons with: remainders, shares, products, averages, multiples, and which is the greater."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.model.finding import Severity
from tests.conftest import Checked

Check = Callable[..., Checked]


@pytest.mark.parametrize(
    ("text", "rule", "figures"),
    [
        ("BO: 25 of the 41 schools were mended, the remaining 12 wait.", "core/remainder", ("41", "25", "12")),
        (
            "BO: We took a loan of $800 million in May. We repaid $200 million of that loan and will repay the"
            " remaining $500 million next year.",
            "core/remainder",
            ("$800 million", "$200 million", "$500 million"),
        ),
        (
            "BO: The fair cost $9.8 million, $3.2 million of which came from the town with the remaining $5.6 million"
            " from visitors.",
            "core/remainder",
            ("$9.8 million", "$3.2 million", "$5.6 million"),
        ),
        (
            "BO: Some 30% of the $800 million, that is about $24 million, is spent.",
            "core/share",
            ("30%", "$24 million"),
        ),
        ("BO: 70 of the 740 pupils, or about 19 percent, walk.", "core/share", ("70", "19 percent")),
        (
            "BO: The town paid $12 million for 40 buses at $30,000 each.",
            "core/product",
            ("$12 million", "40", "$30,000"),
        ),
        ("BO: 40 hours at $25 per hour comes to $10,000.", "core/product", ("40 hours", "$10,000")),
        ("BO: The three mills ground 930 tons, averaging 210 tons each.", "core/average", ("930 tons", "210 tons")),
        ("BO: Rents were reduced from $900 to $1,100 in May.", "core/order", ("$900", "$1,100")),
        ("BO: The club has 412 members, down from 397 last year.", "core/order", ("412", "397")),
        ("BO: The tax brought in $41 million, below the $38 million of 2019.", "core/order", ("$41 million",)),
        ("BO: Wages range between a low of $31,000 and a high of $27,500.", "core/order", ("$31,000", "$27,500")),
        ("BO: The hall holds 900 people, more than four times the 250 of the old one.", "core/change", ("900", "250")),
        ("BO: Sales grew by a factor of three from 103 to 514.", "core/change", ("three", "103", "514")),
        ("BO: Support was up 5 points to 40.2% from 32.1%.", "core/change", ("5 points", "40.2%", "32.1%")),
        ("BO: Fees rose by $20 million, from $100 million to $130 million.", "core/change", ("$20 million",)),
    ],
)
def test_what_does_not_come_out_is_reported(checked: Check, text: str, rule: str, figures: tuple[str, ...]) -> None:
    checked(text).reports(rule, *figures, severity=Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        # What remains of another whole.
        "BO: The fund paid $42 million for roads, $43 million for rail and $10 million for a bridge. In May we repaid"
        " the remaining $50 million of our loan.",
        "BO: At 707 Mill Lane we finished 60 homes, and the remaining 50 are due in May.",
        "BO: We opened two shops, which makes 22 of 25. The remaining three open in June.",
        "BO: Our cash balance was $117 million, up from $92 million. Our debt balance was $50 million.",
        # Percentages of other things beside a part and a whole.
        "BO: Of the 600 beds, 120 are new, or 25% more than last year.",
        "BO: The mill had sales of $511 million and a profit of $119 million, representing a 23% margin.",
        # Rates of other things than those that are counted.
        "BO: 40 workers earn $25 an hour, which comes to $52,000 a year.",
        "BO: The hall sold 2,810 tickets at 14 concerts, and an average of 300 people came to the bar.",
        # Moves that may be ranges, that are of another figure, or whose direction is not said.
        "BO: Costs are lowered by anywhere from 5% to 10%.",
        "BO: Runners cut the time from the 12 minutes of May.",
        "BO: We run 512 shops in 40 towns, up from 450 last year.",
        "BO: Use rose to 72.1% in May from 70.9% a year ago, and increased from 71.6% in April.",
        "BO: The cost ratio was 14.3%, which beat our target of 14.5%.",
        "BO: The plan is 10% above our last one and is nearly 20% a year.",
        "BO: The club improved from 12th to 9th, its time from 14.2 minutes to 15.1 minutes.",
        "BO: The hall holds 900 people, more than three times the 250 of the old one.",
    ],
)
def test_what_may_be_right_is_left_alone(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


@pytest.mark.parametrize(
    "text",
    [
        # Lists that are clauses, go on, or count in two ways.
        "BO: Two things: we are late, we are tired and it rains.",
        "BO: We have two teams: one for masks, gowns, and gloves, and one for beds.",
        "BO: The mayor has two aims: clean streets, research and development.",
        "BO: There are four reasons: first, the cost, second, the weather.",
        # Years that a length of time is not between.
        "BO: From 2001 to 2019 the town built five schools, and it took nine years to pay for them.",
        "BO: In 1985, after 12 years abroad, she came back.",
        "BO: She was born in 1950 and was 61 years old when she sailed.",
        "BO: The mill closed in 1985, 30 years ago.",  # said on a day that nobody knows
        # Second figures that put nothing right.
        "BO: The harvest came to 87 tonnes rather than 97 tonnes.",
        # Moves that their speaker takes back.
        "BO: I misspoke when I said that we lower the board from 9 to 13 members.",
    ],
)
def test_lists_dates_and_corrections_that_may_be_right_are_left_alone(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


def test_a_total_of_a_year_may_begin_again(checked: Check) -> None:
    checked(
        "Date: 2022-05-03\nBO: Year to date, the club has planted 812 oaks.",
        "Date: 2023-05-03\nBO: Year to date, the club has planted 764 oaks.",
    ).reports_nothing()


def test_a_correction_is_a_note(checked: Check) -> None:
    text = "BO: We have 400 beds -- excuse me, 520 beds -- in the new wing."
    checked(text).reports_nothing()
    checked(text).reports("core/correction", "400", "520", severity=Severity.NOTE)
