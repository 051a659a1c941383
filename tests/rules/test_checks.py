"""Each check in both directions and at its boundaries, on links made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hand_made_links import claim, link, pair

from claimcheck.model.claim import Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.rules import CHECKS
from claimcheck.rules.apply import evaluate

YEAR_2019 = ("2019-01-01", "2019-12-31")
QUARTER = ("2019-04-01", "2019-06-30")
YEAR_2020 = ("2020-01-01", "2020-12-31")


def outcome(check: str, linked: Link, tolerance: Tolerance = Tolerance.ROUNDING) -> str:
    return str(CHECKS[check].function(linked, tolerance).outcome)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("54 schools", "54 schools", "fits"),
        ("54 schools", "45 schools", "strict"),
        ("$54 million", "$54.3 million", "fits"),  # rounded down
        ("$54 million", "$54.9 million", "fits"),  # cut off
        ("$54 million", "$53.5 million", "fits"),  # rounded up
        ("$54 million", "$53.2 million", "strict"),
        ("$54 million", "$55.1 million", "strict"),
        ("over 4,000 tonnes", "4,900 tonnes", "fits"),
        ("over 4,000 tonnes", "7,600 tonnes", "plain"),  # true, but not what a listener takes away
        ("over 4,000 tonnes", "3,100 tonnes", "strict"),
        ("over 4,000 tonnes", "4,000 tonnes", "fits"),
        ("at least 50 cows", "exactly 50 cows", "fits"),
        ("over 50 cows", "under 50 cows", "strict"),
        ("about 500 cows", "460 cows", "fits"),
        ("about 500 cows", "4,600 cows", "strict"),
        ("several hundred cows", "about 500 cows", "fits"),
        ("35–40%", "38%", "fits"),
        ("35–40%", "47%", "strict"),
        ("0 accidents", "0 accidents", "fits"),
        ("0 accidents", "7 accidents", "strict"),
        ("-5%", "-5%", "fits"),
        ("-5%", "5%", "strict"),
        ("110%", "130%", "strict"),
        ("$54 million", "54 million", "fits"),  # the unit is left out
        ("$54 million", "€54 million", "undecided"),
        ("54%", "54 tonnes", "undecided"),
        ("5,000 kilograms", "50 tonnes", "undecided"),  # conversion's
        ("$1.79 million", "$1.79 billion", "undecided"),  # magnitude's
    ],
)
def test_restated(first: str, second: str, expected: str) -> None:
    assert outcome("restated", pair("same-measure", first, second)) == expected
    assert outcome("restated", pair("same-measure", second, first)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("5,000 kilograms", "five tons", "fits"),
        ("over 5,000 kilograms", "over five tons", "fits"),
        ("5,000 kilograms", "50 tons", "strict"),
        ("over 5,000 kilograms", "five kilograms", "undecided"),  # one unit: restated's
        ("42 kilometers", "26 miles", "fits"),
        ("42 kilometers", "62 miles", "strict"),
        ("20 °C", "68 °F", "fits"),
        ("20 °C", "86 °F", "strict"),
        ("390 basis points", "3.9 percentage points", "fits"),
        ("12 tonnes", "12 kilometers", "undecided"),
    ],
)
def test_conversion(first: str, second: str, expected: str) -> None:
    assert outcome("conversion", pair("restates", first, second)) == expected
    assert outcome("conversion", pair("same-measure", second, first)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("$2.3 trillion", "$2.3 billion", "strict"),
        ("660 tests", "660,000 tests", "strict"),
        ("$1.79 billion", "$1.79 million", "strict"),
        ("1.79 million", "1,794,000,000", "strict"),  # a shortened form of the same digits
        ("$9 million", "$94 billion", "undecided"),  # one digit says too little
        ("$2.3 trillion", "$2.4 billion", "undecided"),
        ("$2.3 trillion", "$2.3 trillion", "undecided"),
        ("0 tests", "660 tests", "undecided"),
        ("20 to 30 tonnes", "20,000 to 30,000 tonnes", "strict"),
        ("20 to 30 tonnes", "200 to 3,000 tonnes", "undecided"),
        ("5 kilograms", "5,000 tonnes", "undecided"),  # conversion's
    ],
)
def test_magnitude(first: str, second: str, expected: str) -> None:
    assert outcome("magnitude", pair("same-measure", first, second)) == expected
    assert outcome("magnitude", pair("same-measure", second, first)) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("54 schools", "45 schools"),
        ("5,000 kilograms", "50 tonnes"),
        ("$1.79 million", "$1.79 billion"),
        ("-3 tonnes", "-3,000 tonnes"),
    ],
)
def test_one_check_owns_a_clash(first: str, second: str) -> None:
    linked = pair("same-measure", first, second)
    outcomes = [outcome(name, linked) for name, check in CHECKS.items() if linked.kind in check.kinds]
    assert sorted(outcomes) == ["strict", *["undecided"] * (len(outcomes) - 1)]


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ("42", ("29", "13"), "fits"),
        ("43", ("29", "13"), "strict"),  # exact counts have no slack
        ("41", ("29", "13"), "strict"),
        ("$248 million", ("$15 million", "$233 million"), "fits"),
        ("$249 million", ("$15 million", "$233 million"), "fits"),  # each cut off by half a million
        ("$250 million", ("$15 million", "$233 million"), "strict"),
        ("$246 million", ("$15 million", "$233 million"), "strict"),
        ("73%", ("60.3%", "10%"), "strict"),
        ("73%", ("63%", "10%"), "fits"),
        ("100%", ("33.3%", "33.3%", "33.3%"), "fits"),
        ("$1.5 billion", ("$500 million", "$1 billion"), "fits"),
        ("50 tonnes", ("over 30 tonnes", "12 tonnes"), "fits"),
        ("40 tonnes", ("over 30 tonnes", "12 tonnes"), "strict"),
        ("$248 million", ("15 million", "$233 million"), "fits"),  # a part without its unit
        ("6 tonnes", ("5,000 kilograms", "1 tonne"), "fits"),
        ("8 tonnes", ("5,000 kilograms", "1 tonne"), "strict"),
        ("12", ("12", "0"), "fits"),
        ("-3 tonnes", ("5 tonnes", "-8 tonnes"), "fits"),
        ("110%", ("60%", "50%"), "fits"),
        ("$9 million", ("$5 million", "€4 million"), "undecided"),
        ("12", ("12",), "undecided"),
    ],
)
def test_sum(total: str, parts: tuple[str, ...], expected: str) -> None:
    assert outcome("sum", link("total-of", total=total, part=parts)) == expected
    assert outcome("sum", link("total-of", part=parts[::-1], total=total)) == expected


def test_slack_of_many_parts_does_not_hide_a_wrong_total() -> None:
    parts = ("$50 million", "$150 million", "$250 million", "$250 million", "$300 million")
    # Rounding alone reaches 1,002.5, cutting off alone 1,005; mixed, more totals would pass.
    assert outcome("sum", link("total-of", total="$994 million", part=parts)) == "strict"
    assert outcome("sum", link("total-of", total="$998 million", part=parts)) == "fits"
    assert outcome("sum", link("total-of", total="$1,006 million", part=parts)) == "strict"


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("$28 million", "$9 billion", "strict"),
        ("$28 billion", "$9 billion", "fits"),
        ("61 goals", "61 goals", "fits"),
        ("61 goals", "62 goals", "strict"),
        ("$61 million", "$61.4 million", "fits"),  # the whole was rounded
        ("over 4,000 maps", "4,800 maps", "fits"),
        ("over 4,000 maps", "9,000 maps", "plain"),
        ("under 50 maps", "53 maps", "strict"),
        ("45 tons", "over 23 tons", "fits"),
        ("over 45 kilograms", "23 tons", "plain"),
        ("45 kilograms", "23 tons", "strict"),
        ("100%", "104%", "fits"),  # a hundred may be rounded, too
        ("100%", "120%", "strict"),
        ("$-3 million", "$5 million", "undecided"),  # a balance
        ("0 cases", "3 cases", "strict"),
        ("600 beds", "15%", "undecided"),  # fifteen percent of something,
    ],
)
def test_part_of(whole: str, part: str, expected: str) -> None:
    assert outcome("part-of", link("part-of", whole=whole, part=part)) == expected


@pytest.mark.parametrize(
    ("start", "end", "change", "expected"),
    [
        ("$509 million", "$650 million", "up 27.7%", "fits"),
        ("$509 million", "$650 million", "up 28%", "fits"),
        ("$509 million", "$650 million", "up 21%", "strict"),
        ("$509 million", "$650 million", "down 27.7%", "strict"),
        ("$509 million", "$650 million", "27.7%", "fits"),  # no direction said
        ("$630.7 million", "$1.1 billion", "up 77%", "fits"),  # 1.1 stands for up to 1.2
        ("$630.7 million", "$1.1 billion", "up 97%", "strict"),
        ("8,000 tonnes", "6,000 tonnes", "down 25%", "fits"),
        ("8,000 tonnes", "6,000 tonnes", "down 35%", "strict"),
        ("$93 million", "$49 million", "down 47%", "fits"),
        ("$8 billion", "$11.8 billion", "up nearly 50%", "fits"),
        ("$643 million", "$541 million", "down $102 million", "fits"),
        ("$643 million", "$541 million", "down $51 million", "strict"),
        ("$643 million", "$541 million", "up $102 million", "strict"),
        ("11.6%", "15.5%", "up 390 basis points", "fits"),
        ("11.6%", "15.5%", "up 215 basis points", "strict"),
        ("10%", "15%", "up 5 percentage points", "fits"),
        ("10%", "15%", "up 5%", "fits"),  # said of points
        ("10%", "15%", "up 50%", "fits"),
        ("10%", "15%", "up 20%", "strict"),
        ("29,000", "100,000", "up over three times", "fits"),
        ("29,000", "100,000", "up over thirty times", "strict"),
        ("400 pupils", "1,000 pupils", "up 2.5 times", "fits"),  # to two and a half times
        ("400 pupils", "1,400 pupils", "up 2.5 times", "fits"),  # by two and a half times
        ("400 pupils", "400 pupils", "up 0%", "fits"),
        ("100 pupils", "350 pupils", "up 250%", "fits"),
        ("$509 million", "$650 million", "up 5 percentage points", "undecided"),
        ("$-4 million", "$3 million", "up 20%", "undecided"),  # from a loss to a profit
        ("0 pupils", "30 pupils", "up 20%", "undecided"),
        ("5 tonnes", "$9 million", "up 20%", "undecided"),
    ],
)
def test_change(start: str, end: str, change: str, expected: str) -> None:
    assert outcome("change", link("change-of", start=start, end=end, change=change)) == expected
    assert outcome("change", link("change-of", change=change, end=end, start=start)) == expected


@pytest.mark.parametrize(
    ("level", "changes", "expected"),
    [
        ({"end": "$36.8 billion"}, ("up $3.3 billion", "up 9.8%"), "fits"),
        ({"end": "$36.8 billion"}, ("up $3.3 billion", "up 15.7%"), "strict"),
        ({"end": "$30 billion"}, ("down $10 billion", "down 25%"), "fits"),
        ({"end": "$30 billion"}, ("down $10 billion", "down 50%"), "strict"),
        ({"start": "$40 billion"}, ("down $10 billion", "down 25%"), "fits"),
        ({"start": "$40 billion"}, ("down $10 billion", "down 40%"), "strict"),
        ({"end": "$36.8 billion"}, ("up 9.8%",), "undecided"),
        ({"end": "$36.8 billion"}, ("up 3 tonnes", "up 9.8%"), "undecided"),
    ],
)
def test_change_by_difference(level: dict[str, str], changes: tuple[str, ...], expected: str) -> None:
    assert outcome("change", link("change-of", change=changes, **level)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (claim("two and a half times", period="the last four years"), claim("26%", per="year"), "fits"),
        (claim("two and a half times", days=("2001-01-01", "2004-12-31")), claim("26%", per="year"), "fits"),
        (claim("two and a half times", period="the last four years"), claim("60%", per="year"), "strict"),
        # By two and a half times, to three and a half: possible, but not what a listener takes away.
        (claim("two and a half times", period="the last four years"), claim("35–40%", per="year"), "plain"),
        (claim("tripled", period="the past decade"), claim("12%", per="year"), "fits"),
        (claim("10%", period="the last two years"), claim("5%", per="year"), "fits"),
        (claim("10%", period="the last two years"), claim("10%", per="year"), "strict"),
        (claim("down 20%", period="the last two years"), claim("down 10.6%", per="year"), "fits"),
        (claim("down 20%", period="the last two years"), claim("10.6%", per="year"), "strict"),
        (claim("40%", period="since 2003", role=Role.RATE), claim("40%", days=YEAR_2019), "fits"),
        (claim("250%", period="the last five years"), claim("28%", per="year"), "fits"),
        (claim("over 40%", per="year"), claim("35%", per="year"), "strict"),
        (claim("40%", days=("2017-01-01", "2019-12-31"), since=True), claim("40%", per="year"), "fits"),
        (claim("40%", days=("2017-01-01", "2019-12-31"), since=True), claim("12%", per="year"), "fits"),
        (claim("40%", days=("2017-01-01", "2019-12-31"), since=True), claim("25%", per="year"), "strict"),
        (claim("60%", days=YEAR_2019), claim("30%", days=YEAR_2019), "strict"),
        (claim("60%", days=YEAR_2019), claim("30%", days=YEAR_2020), "undecided"),  # one year after the other
        (claim("60%", days=YEAR_2019), claim("30%", days=("2017-01-01", "2020-12-31"), per="year"), "plain"),
        (claim("60%", days=QUARTER), claim("30%", days=QUARTER), "strict"),  # as they stand, not as yearly rates
        (claim("60%", days=QUARTER), claim("60%", per="year"), "undecided"),
        (claim("2.5 times"), claim("26%", per="year"), "undecided"),
        (claim("26 tonnes", per="year"), claim("26%", per="year"), "undecided"),
        (claim("down 100%", period="the last two years"), claim("5%", per="year"), "undecided"),
    ],
)
def test_growth(first: object, second: object, expected: str) -> None:
    linked = Link(LinkKind.GROWTH_OF, (first, second), ("growth", "growth"), 0.9)  # type: ignore[arg-type]
    assert outcome("growth", linked) == expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("56%", "44%"), "fits"),
        (("56%", "54%"), "strict"),
        (("32%", "18%", "31%", "19%"), "fits"),
        (("32%", "27%", "31%", "19%"), "strict"),
        (("33%", "33%", "33%"), "fits"),
        (("33.3%", "33.3%", "33.3%"), "fits"),
        (("33.3%", "33.3%", "32.3%"), "strict"),
        (("73.9%", "13.9%", "12.2%"), "fits"),
        (("60%", "30%"), "strict"),
        (("about 60%", "30%"), "plain"),
        (("over 60%", "over 45%"), "strict"),
        (("100%", "0%"), "fits"),
        (("120%", "-20%"), "fits"),
        (("56%", "44 tonnes"), "undecided"),
        (("$56", "$44"), "undecided"),
    ],
)
def test_shares(shares: tuple[str, ...], expected: str) -> None:
    assert outcome("shares", link("shares-of", share=shares)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            claim("$36.8 billion", period="2019", days=YEAR_2019),
            claim("$36.8 billion", period="2020", days=YEAR_2020),
            "strict",
        ),
        (
            claim("$36.8 billion", period="in the third quarter"),
            claim("$36.8 billion", period="in the second quarter"),
            "strict",
        ),
        (
            claim("$36.8 billion", period="in 2019", days=YEAR_2019),
            claim("$36.8 billion", period="2019", days=YEAR_2019),
            "fits",
        ),
        (
            claim("$37 billion", period="2019", days=YEAR_2019),
            claim("$37 billion", period="2020", days=YEAR_2020),
            "plain",
        ),
        (
            claim("$36.8 billion", period="2019", days=YEAR_2019, stated=False),
            claim("$36.8 billion", period="2020", days=YEAR_2020),
            "plain",
        ),
        (
            claim("$36.8 billion", period="2019", days=YEAR_2019),
            claim("$36.8 billion", period="last year"),
            "plain",
        ),
        (
            claim("$36.8 billion", period="2019", days=YEAR_2019),
            claim("$38.6 billion", period="2020", days=YEAR_2020),
            "undecided",
        ),
        (claim("$36.8 billion"), claim("$36.8 billion", period="2020", days=YEAR_2020), "undecided"),
    ],
)
def test_period(first: object, second: object, expected: str) -> None:
    assert outcome("period", pair("period-of", first, second)) == expected  # type: ignore[arg-type]


def test_two_digits_are_distinctive_where_all_but_the_period_agrees() -> None:
    linked = pair(
        "period-of",
        claim("$37 billion", period="2019", days=YEAR_2019),
        claim("$37 billion", period="2020", days=YEAR_2020),
    )
    assert outcome("period", replace(linked, score=1.0)) == "strict"


@pytest.mark.parametrize(
    ("check", "linked", "message"),
    [
        ("sum", link("total-of", part=("29", "13"), total="43"), "29 + 13 make 42, not 43"),
        ("sum", link("total-of", part=("60.3%", "10%"), total="73%"), "60.3% + 10% make 70.3%, not 73%"),
        (
            "sum",
            link("total-of", part=("$50 million", "$0.4 billion"), total="$1 billion"),
            "$50 million + $0.4 billion make $0.45 billion, not $1 billion",
        ),
        (
            "part-of",
            link("part-of", whole="$28 million", part="about $9 billion"),
            "a part (about $9 billion) is larger than its whole ($28 million)",
        ),
        (
            "change",
            link("change-of", start="$509 million", end="$650 million", change="up 21%"),
            "$509 million to $650 million is up 27.7%, not up 21%",
        ),
        (
            "change",
            link("change-of", start="8,000 tonnes", end="6,000 tonnes", change="down 35%"),
            "8,000 tonnes to 6,000 tonnes is down 25%, not down 35%",
        ),
        (
            "change",
            link("change-of", end="$36.8 billion", change=("up $3.3 billion", "up 15.7%")),
            "$3.3 billion on the way to $36.8 billion is up 9.85%, not up 15.7%",
        ),
        (
            "magnitude",
            pair("same-measure", "$2.3 trillion", "$2.3 billion"),
            "$2.3 trillion and $2.3 billion are a factor of 1,000 apart",
        ),
        (
            "conversion",
            pair("restates", "5,000 kilograms", "50 tons"),
            "5,000 kilograms are 5 tons, not 50 tons",
        ),
        (
            "restated",
            pair("same-measure", "54 schools", "45 schools"),
            "one figure (trade) is given as 54 and as 45",
        ),
        ("shares", link("shares-of", share=("56%", "54%")), "56% + 54% make 110%, over 100%"),
        (
            "period",
            pair("period-of", claim("8,640", period="in 2015"), claim("8,640", period="in 2016")),
            "8,640 is given for two periods: 2015, and 2016",
        ),
        (
            "growth",
            link("growth-of", growth=(claim("2.5 times", period="four years"), claim("60%", per="year"))),
            "growth is given as 2.5 times (25.7% a year) and as 60%",
        ),
    ],
)
def test_headline(check: str, linked: Link, message: str) -> None:
    assert CHECKS[check].function(linked, Tolerance.ROUNDING).message == message


def test_steps_show_the_arithmetic_and_the_readings() -> None:
    verdict = CHECKS["sum"].function(
        link("total-of", part=("$15 million", "$233 million"), total="$250 million"), Tolerance.ROUNDING
    )
    assert verdict.steps[0] == "parts: $15 million + $233 million = $248 million, with rounding $247–249 million"
    assert verdict.readings == ("$14.5–16 million", "$232.5–234 million", "$249.5–251 million")
    assert verdict.gap == "$2 million"


def test_exact_tolerance_forgives_no_rounding() -> None:
    linked = link("total-of", total="$249 million", part=("$15 million", "$233 million"))
    assert outcome("sum", linked) == "fits"
    assert outcome("sum", linked, Tolerance.EXACT) == "strict"


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_bad_figure_is_undecided(name: str) -> None:
    infinite = claim("54%")
    object.__setattr__(infinite.quantity, "low", Decimal("NaN"))
    object.__setattr__(infinite.quantity, "strict", None)
    check = CHECKS[name]
    for kind in sorted(check.kinds):
        linked = Link(kind, (infinite,), ("first",), 0.9)
        assert str(evaluate(check, linked, Tolerance.ROUNDING).outcome) == "undecided"
