from dataclasses import replace
from decimal import Decimal

import pytest
from sample_reports import TRADE

import claimcheck
from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.interval import Interval
from claimcheck.reports.drawing import Axis, draw, short_number


def drawn(text: str, rule: str, severity: Severity = Severity.WARNING) -> tuple[Axis, ...]:
    """The drawings of the text's finding of a rule."""
    report = claimcheck.check({"talk.txt": text})
    [finding] = [one for one in report.at_least(severity) if one.rule == rule]
    return draw(finding)


def test_a_bar_a_figure_over_one_axis() -> None:
    text = "ANNA: The reserve stands at $38 million. BO: The reserve stands at $38 billion."
    [axis] = drawn(text, "core/magnitude")
    small, great = axis.bars
    assert axis.is_logarithmic
    assert (small.label[:11], great.label[:11]) == ("$38 million", "$38 billion")
    assert small.end < great.start
    assert small.start < small.said < small.end
    assert {bar.reach for bar in axis.bars} == {None}
    assert [text for _, text in axis.ticks] == ["100 million", "1 billion", "10 billion"]
    places = [place for place, _ in axis.ticks]
    assert places == sorted(places)
    assert small.end < places[0] < places[-1] < great.start


def test_parts_are_summed_and_the_suggestion_is_drawn() -> None:
    text = "The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north."
    [axis] = drawn(text, "core/sum")
    kinds = [bar.kind for bar in axis.bars]
    assert kinds == ["said", "said", "said", "sum", "suggested"]
    assert not axis.is_logarithmic
    said = {bar.label.rpartition(": ")[2]: bar.said for bar in axis.bars if bar.kind == "said"}
    [total] = [bar.said for bar in axis.bars if bar.kind == "sum"]
    assert said["12"] < total < said["20"]


def test_parts_stand_end_to_end_from_zero() -> None:
    text = "The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north."
    [axis] = drawn(text, "core/sum")
    zero = next(place for place, text in axis.ticks if text == "0")
    twelve, seven, total = (
        next(bar for bar in axis.bars if bar.label.endswith(ending)) for ending in (": 12", ": 7", "together")
    )
    assert twelve.reach == total.reach == zero
    assert seven.reach == twelve.said
    assert seven.said == total.said


def test_figures_near_each_other_have_no_zero() -> None:
    [axis] = drawn("ANNA: The reserve stands at $312 million. BO: The reserve stands at $321 million.", "core/restated")
    assert {bar.reach for bar in axis.bars} == {None}
    assert "0" not in [text for _, text in axis.ticks]


def test_each_dimension_has_an_axis_of_its_own() -> None:
    text = "Sales rose from $50.0 million in 2021 to $56.0 million in 2022, an increase of 21 percent."
    money, percent = drawn(text, "core/change")
    assert money.unit == "dollar"
    assert [bar.kind for bar in money.bars] == ["said", "said"]
    assert percent.unit == "percent"
    assert [bar.kind for bar in percent.bars] == ["said", "suggested"]


def test_figures_in_two_units_share_the_axis_of_the_first() -> None:
    [axis] = drawn("The trail will be 8 kilometres long, that is, 12 miles, and lit.", "core/conversion")
    eight, twelve = axis.bars[:2]
    assert axis.unit == "kilometer"
    assert eight.end < twelve.start


def test_what_has_no_end_reaches_the_edge() -> None:
    text = "They seized over 45 tons of grain in May 2020. In May 2020 they seized 23 tons of grain."
    report = claimcheck.check({"talk.txt": text})
    claims = [claim for claim in report.claims if claim.quantity.unit == "tonne"]
    evidence = tuple(
        Evidence("talk.txt", one.start, one.end, 1, 1, "", "", 0, "23 tons", quantity=one)
        for one in (claim.quantity for claim in claims)
    )
    [axis] = draw(Finding("r", Severity.ERROR, "m", evidence))
    over, exact = axis.bars
    assert (over.is_open_right, over.end, over.is_open_left) == (True, 100.0, False)
    assert not exact.is_open_right
    [plain] = draw(Finding("r", Severity.NOTE, "m", evidence))
    assert not plain.bars[0].is_open_right


def test_figures_that_were_not_read_are_not_drawn() -> None:
    assert draw(TRADE) == ()


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (28e6, 1e6, "28 million"),
        (28.5e6, 5e5, "28.5 million"),
        (1e9, 0, "1 billion"),
        (2.5e12, 5e11, "2.5 trillion"),
        (340, 20, "340"),
        (12_000, 2_000, "12,000"),
        (0.25, 0.05, "0.25"),
        (0, 5, "0"),
        (-3e6, 1e6, "-3 million"),
        (0.01, 0, "0.01"),
        (9e5, 5e5, "900,000"),
    ],
)
def test_numbers_beside_ticks(value: float, step: float, text: str) -> None:
    assert short_number(value, step) == text


@pytest.mark.parametrize(("low", "high"), [("1E-9", "1E+12"), ("-5", "7"), ("99.99", "100"), ("0", "1E+300")])
def test_any_axis_has_a_few_ticks_in_their_order(low: str, high: str, billion_claim) -> None:
    evidence = []
    for item, value in zip(TRADE.evidence, (low, high), strict=True):
        point = Interval.exactly(Decimal(value))
        quantity = replace(billion_claim.quantity, low=point.low, high=point.high, strict=point, factor=Decimal(1))
        evidence.append(replace(item, quantity=quantity))
    [axis] = draw(replace(TRADE, evidence=tuple(evidence)))
    places = [place for place, _ in axis.ticks]
    assert 2 <= len(places) <= 7
    assert places == sorted(set(places))
    assert all(0 <= place <= 100 for place in places)
