"""How a figure is said: modality, role, trend, passage signals, period, names."""

from __future__ import annotations

import pytest

from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("The bridge cost $9 million.", "$9 million", "asserted"),
        ("The bridge did not cost $9 million.", "$9 million", "denied"),
        ("It was $26 million, not $10 million.", "$10 million", "denied"),
        ("It cost not more than $10 million.", "$10 million", "asserted"),
        ("Next year the bridge will cost $9 million.", "$9 million", "forecast"),
        ("We expect costs of $9 million.", "$9 million", "forecast"),
        ("We may reach 60.3% this year.", "60.3%", "forecast"),
        ("I can report that we got results of 400 pupils.", "400", "asserted"),
        ("We can reach 400 pupils.", "400", "forecast"),
        ("You may recall: two years ago, 400 pupils had been taught.", "400", "asserted"),
        ("That doesn't include the 400 lamps that are in store.", "400", "asserted"),
        ("Although we are doing 400 repairs a day, we could double that.", "400", "asserted"),
        ("The clinic, we have 400 beds, and it's a place where the patients can be cared for.", "400", "asserted"),
        ("If it had cost $9 million, nobody would have built it.", "$9 million", "hypothetical"),
        ("Did the bridge cost $9 million?", "$9 million", "question"),
        ("I mean, the bridge cost $9 million.", "$9 million", "asserted"),
        ("It should be in the range of $9 million.", "$9 million", "forecast"),
        ("The rent was $100, that should be $110.", "$110", "corrected"),
        ("We have 400, I mean 500, nurses.", "500", "corrected"),
        ("They paid 135 million — billion dollars.", "135 million", "corrected"),
        ("People say I made a mistake when I said “$500 trillion.”", "$500 trillion", "quoted"),
    ],
)
def test_modality(text: str, figure: str, modality: str) -> None:
    assert claim_of(text, figure).modality == modality


@pytest.mark.parametrize(
    ("text", "figure", "role", "trend"),
    [
        ("Trade grew by 40%.", "40%", "change", "up"),
        ("Trade grew to 40% of output.", "40%", "level", None),
        ("Prices fell 3% in May.", "3%", "change", "down"),
        ("About 53% of the tariffs are agreed.", "53%", "share", None),
        ("Rent is $40.", "$40", "level", None),
    ],
)
def test_role_and_trend(text: str, figure: str, role: str, trend: str | None) -> None:
    claim = claim_of(text, figure)
    assert (claim.role, claim.trend) == (role, trend)


@pytest.mark.parametrize(
    ("text", "figure", "signal"),
    [
        ("We bought 12 buses. Another 7 are on order.", "7", "another"),
        ("These 20 buses will serve the north.", "20", "these"),
        ("The firm owns 45 farms. Of them, 23 grow wheat.", "23", "of them"),
        ("The cost was $5 million, including $2 million for steel.", "$2 million", "including"),
        ("A total of 43 schools took part.", "43", "total"),
        ("Sales rose to $5 million compared to $4 million.", "$4 million", "from"),
    ],
)
def test_signals(text: str, figure: str, signal: str) -> None:
    assert signal in claim_of(text, figure).signals


@pytest.mark.parametrize(
    ("text", "figure", "signal"),
    [
        ("Sales of organic flour grew to 15 tonnes.", "15 tonnes", "that is"),
        ("The school ordered 500 chairs.", "500", "that is"),
        ("Prices remaining within 20 cents please us.", "20 cents", "remaining"),
    ],
)
def test_words_that_only_look_like_signals(text: str, figure: str, signal: str) -> None:
    assert signal not in claim_of(text, figure).signals


@pytest.mark.parametrize(
    ("text", "figure", "start", "end"),
    [
        ("In 2019 sales were $5 million.", "$5 million", "2019-01-01", "2019-12-31"),
        ("Last year sales were $5 million.", "$5 million", "2022-01-01", "2022-12-31"),
        ("Sales in the third quarter of 2021 were $5 million.", "$5 million", "2021-07-01", "2021-09-30"),
        ("Over the last four years sales reached $5 million.", "$5 million", "2019-06-15", "2023-06-15"),
        ("Since 2020 sales have come to $5 million.", "$5 million", "2020-01-01", "2023-06-15"),
        ("Yesterday sales were $5 million.", "$5 million", "2023-06-14", "2023-06-14"),
        ("Year-to-date sales are $5 million.", "$5 million", "2023-01-01", "2023-06-15"),
        ("As of September 30 debt was $5 million.", "$5 million", "2022-09-30", "2022-09-30"),
        ("In full-year 2019 debt was $5 million.", "$5 million", "2019-01-01", "2019-12-31"),
        ("Sales in May were $5 million, up 4% from last year.", "4%", "2023-05-01", "2023-05-31"),
        (
            "Sales in May were $5 million compared to $4 million in March, a gain of 25%.",
            "25%",
            "2023-05-01",
            "2023-05-31",
        ),
        ("In the first nine months of 2022 sales were $5 million.", "$5 million", "2022-01-01", "2022-09-30"),
        # A year that narrows the next noun is no time of the figure.
        (
            "With 91 acres of maize sown this year, the 2020 stocks could run low.",
            "91 acres",
            "2023-01-01",
            "2023-12-31",
        ),
        ("Maize covers 91 acres this year, the 2020 harvest being in.", "91 acres", "2023-01-01", "2023-12-31"),
        # A time in brackets with a figure is that figure's, and nobody else's.
        ("Sales were $5 million in 2021 (2020: $4 million).", "$5 million", "2021-01-01", "2021-12-31"),
        ("Sales were $5 million in 2021 (2020: $4 million).", "$4 million", "2020-01-01", "2020-12-31"),
    ],
)
def test_period(text: str, figure: str, start: str, end: str) -> None:
    period = claim_of(text, figure).period
    assert period is not None
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Rents were $5 million, up 4% from the prior quarter.", "$5 million"),
        ("In 2021 rents were $5 million, compared to $4 million.", "$4 million"),
        ("This may cost $5 million.", "$5 million"),
    ],
)
def test_time_of_the_base_is_not_the_figures_own(text: str, figure: str) -> None:
    assert claim_of(text, figure).period is None


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("the prior-year quarter", "prior-year quarter"),
        ("the same quarter last year", "prior-year quarter"),
        ("the year-ago period", "prior-year period"),
        ("the prior year", "last year"),
        ("the previous quarter", "last quarter"),
        ("the current year", "this year"),
    ],
)
def test_periods_said_in_other_words_are_one(phrase: str, said: str) -> None:
    period = claim_of(f"Rents were $5 million in {phrase}.", "$5 million").period
    assert period is not None
    assert period.text == said


def test_a_rate_is_no_period_for_the_next_sentence() -> None:
    period = claim_of("The mill makes 400 tons a month. It has 30 workers.", "30").period
    assert period is None


def test_the_time_of_a_base_is_not_carried_on() -> None:
    period = claim_of(
        "Rents were $5 million compared to $4 million last year. Fees were $2 million.", "$2 million"
    ).period
    assert period is None


def test_each_level_of_a_comparison_has_its_own_period() -> None:
    text = "Sales were $5 million in 2022 compared to $4 million in 2021."
    years = [claim_of(text, figure).period for figure in ("$5 million", "$4 million")]
    assert [str(period.start)[:4] for period in years if period] == ["2022", "2021"]


def test_names_that_open_a_sentence_hold_for_its_second_clause() -> None:
    text = "Between Norway and Sweden, tariffs are agreed, and trade has reached $17 billion."
    assert set(claim_of(text, "$17 billion").entities) == {"Norway", "Sweden"}


def test_spans_are_exact_in_the_text() -> None:
    text = "Well. Almost $17 billion was spent, and over five tons of rice were sent."
    for figure in ("$17 billion", "five tons"):
        quantity = claim_of(text, figure).quantity
        assert text[quantity.start : quantity.end] == figure


@pytest.mark.parametrize(
    ("text", "figure", "role"),
    [
        ("It led to a 130 basis points improvement in gross margin.", "130 basis points", "change"),
        ("Rent increases in the north were 9%.", "9%", "change"),
        ("The rate is 9%.", "9%", "level"),
        ("EPS was $0.09 higher than last year.", "$0.09", "change"),
    ],
)
def test_role_of_changes(text: str, figure: str, role: str) -> None:
    assert claim_of(text, figure).role == role


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("They are below $10 million, OK?", "$10 million", "asserted"),
        ("Are they below $10 million?", "$10 million", "question"),
        ("We're not just giving in over those 63 goats.", "63", "asserted"),
        ("We did not sell 63 tests.", "63", "denied"),
    ],
)
def test_tags_and_not_only(text: str, figure: str, modality: str) -> None:
    assert claim_of(text, figure).modality == modality
