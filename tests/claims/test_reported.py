"""The quarter that a call reports on, and the times that are told from it."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.claims.reported import Quarter

OPENING = "OPERATOR: Welcome to the Acme second quarter 2021 earnings conference call.\nANNA: "


def days_of(name: str, text: str, figure: str) -> str:
    """The first and last day of a figure's period, or "" where it is not resolved."""
    claims = [claim for claim in claimcheck.check({name: text}).claims if claim.quantity.text == figure]
    assert len(claims) == 1, claims
    period = claims[0].period
    return f"{period.start} {period.end}" if period is not None and period.is_resolved else ""


@pytest.mark.parametrize(
    ("name", "opening", "expected"),
    [
        ("call.txt", "Welcome to Acme's third quarter 2020 results call.", "2020-07-01 2020-09-30"),
        ("call.txt", "Thank you for joining our Q3 FY 2022 earnings call.", "2022-07-01 2022-09-30"),
        ("call.txt", "This is our fourth quarter and full-year 2019 conference call.", "2019-10-01 2019-12-31"),
        ("call.txt", "Welcome to the 2021 first quarter webcast.", "2021-01-01 2021-03-31"),
        ("call.txt", "This is our call for the second quarter ended June 30, 2021.", "2021-04-01 2021-06-30"),
        ("acme_q3_2021.txt", "Good morning to all of you.", "2021-07-01 2021-09-30"),
        # the words count more than the file's name
        ("acme_q4_2020.txt", "Welcome to our fourth quarter 2019 earnings call.", "2019-10-01 2019-12-31"),
        # a quarter that is only spoken of says nothing of the call
        ("call.txt", "Our plant was built in the third quarter of 2018 by Borg.", ""),
        ("acme.txt", "Good morning to all of you.", ""),
    ],
)
def test_the_quarter_of_a_call(name: str, opening: str, expected: str) -> None:
    text = f"OPERATOR: {opening}\nANNA: We sold boats for $5 million in the quarter."
    assert days_of(name, text, "$5 million") == expected


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("Sales were $5 million in the quarter.", "$5 million", "2021-04-01 2021-06-30"),
        ("In Q2, sales were $5 million.", "$5 million", "2021-04-01 2021-06-30"),
        ("Sales were $5 million in the prior quarter.", "$5 million", "2021-01-01 2021-03-31"),
        ("Sales were $5 million in the third quarter of last year.", "$5 million", "2020-07-01 2020-09-30"),
        ("Sales were $5 million in the prior-year quarter.", "$5 million", "2020-04-01 2020-06-30"),
        ("Sales were $5 million in last year's third quarter.", "$5 million", "2020-07-01 2020-09-30"),
        ("We expect sales of $5 million in the third quarter.", "$5 million", "2021-07-01 2021-09-30"),
        ("Sales were $5 million in the fourth quarter.", "$5 million", "2020-10-01 2020-12-31"),
        ("In the first half, sales were $5 million.", "$5 million", "2021-01-01 2021-06-30"),
        ("In the first six months, sales were $5 million.", "$5 million", "2021-01-01 2021-06-30"),
        ("Sales were $5 million year to date.", "$5 million", "2021-01-01 2021-06-30"),
        ("We expect sales of $5 million for the full year.", "$5 million", "2021-01-01 2021-12-31"),
        # the speaker may mean the one reported or the one that runs
        ("We expect sales of $5 million this quarter.", "$5 million", ""),
        ("Our annual sales are $5 million.", "$5 million", ""),
    ],
)
def test_times_told_from_the_quarter(sentence: str, figure: str, expected: str) -> None:
    assert days_of("call.txt", OPENING + sentence, figure) == expected


def test_this_year_is_open_in_a_call_on_the_last_quarter() -> None:
    text = OPENING.replace("second", "fourth") + "We will sell boats for $5 million this year."
    assert days_of("call.txt", text, "$5 million") == ""


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("For the nine months ended September 30, 2021, cash was $7 million.", "$7 million", "2021-01-01 2021-09-30"),
        ("For the year ended June 30, 2021, cash was $7 million.", "$7 million", "2020-07-01 2021-06-30"),
        # each figure has its own time
        ("Sales were $7 million, compared to $4 million in Q2 of last year.", "$7 million", ""),
        ("Sales were $7 million, compared to $4 million in Q2 of last year.", "$4 million", "2020-04-01 2020-06-30"),
        ("Fares were $7, higher than last year's third quarter fares of $4.", "$7", ""),
        ("Our rate was in line with the prior quarter, 7%.", "7%", ""),
        # a stated time holds for a while; the time of a rise does not
        ("In Q1, sales were $7 million. Rent was $9.", "$9", "2021-01-01 2021-03-31"),
        ("In Q1, sales were $7 million. " + "We worked hard. " * 9 + "Rent was $9.", "$9", ""),
        ("For the nine months ended June 30, 2021, cash was $7. Rent was $9.", "$9", "2020-10-01 2021-06-30"),
        # what a figure was compared with is not the time of the next sentence
        ("Sales rose, to $7 million from $4 million in the prior-year quarter. Rent was $9.", "$9", ""),
    ],
)
def test_each_figure_has_its_own_time(sentence: str, figure: str, expected: str) -> None:
    assert days_of("call.txt", OPENING + sentence, figure) == expected


@pytest.mark.parametrize(("number", "year"), [(1, 2021), (2, 2021), (3, 2021), (4, 2020)])
def test_a_number_alone_means_the_last_or_the_next_quarter(number: int, year: int) -> None:
    assert Quarter(2021, 2).named(number) == Quarter(year, number)


def test_quarters_move_over_the_year() -> None:
    assert (Quarter(2021, 4).moved(1), Quarter(2021, 1).moved(-1)) == (Quarter(2022, 1), Quarter(2020, 4))
