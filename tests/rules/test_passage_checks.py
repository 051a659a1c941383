"""Checks of what one passage says together: remainders, shares, products, averages, orders; on links made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hand_made_links import claim, link

from claimcheck.model.link import Given, Link
from claimcheck.model.rule import Rule, Tolerance
from claimcheck.rules import CHECKS, suggest


def outcome(check: str, linked: Link, tolerance: Tolerance = Tolerance.ROUNDING) -> str:
    return str(CHECKS[check].function(linked, tolerance).outcome)


@pytest.mark.parametrize(
    ("whole", "parts", "rest", "expected"),
    [
        ("41 schools", ("25",), "16", "fits"),
        ("41 schools", ("25",), "12", "strict"),
        ("41 schools", ("41",), "0", "fits"),
        ("41 schools", ("45",), "12", "strict"),  # nothing is left
        ("124 guests", ("71", "32"), "21", "fits"),
        ("124 guests", ("71", "32"), "35", "strict"),
        ("$50 million", ("$30 million",), "$20 million", "fits"),
        ("$50 million", ("$30.4 million",), "$20 million", "fits"),  # rounded
        ("$50 million", ("$30 million",), "$15 million", "strict"),
        ("about 50 cows", ("30 cows",), "24 cows", "fits"),
        ("over 50 cows", ("30 cows",), "34 cows", "plain"),
        ("over 50 cows", ("30 cows",), "14 cows", "strict"),
        ("5 tonnes", ("3,000 kilograms",), "2 tonnes", "fits"),
        ("5 tonnes", ("3,000 kilograms",), "4 tonnes", "strict"),
        ("$50 million", ("-$30 million",), "$80 million", "undecided"),
        ("$50 million", ("€30 million",), "$20 million", "undecided"),
    ],
)
def test_remainder(whole: str, parts: tuple[str, ...], rest: str, expected: str) -> None:
    assert outcome("remainder", link("remainder-of", whole=whole, part=parts, rest=rest)) == expected


@pytest.mark.parametrize(
    ("share", "part", "whole", "expected"),
    [
        ("25%", "12 members", "48 members", "fits"),
        ("30%", "12 members", "48 members", "strict"),
        ("33%", "31 sheep", "93 sheep", "fits"),  # cut off
        ("34%", "31 sheep", "93 sheep", "strict"),
        ("33.3%", "31 sheep", "93 sheep", "fits"),
        ("over 30%", "31 sheep", "93 sheep", "fits"),
        ("over 40%", "31 sheep", "93 sheep", "strict"),
        ("over 30%", "84 sheep", "93 sheep", "plain"),
        ("130%", "131 tickets", "101 tickets", "fits"),
        ("30%", "131 tickets", "101 tickets", "strict"),
        ("0%", "0 accidents", "93 days", "fits"),
        ("10%", "0 accidents", "93 accidents", "strict"),
        ("10%", "9 accidents", "0 accidents", "undecided"),
        ("-10%", "-9 tonnes", "93 tonnes", "undecided"),
        ("3%", "about $24 million", "$800 million", "fits"),
        ("5%", "about $24 million", "$800 million", "strict"),
        ("40%", "2,000 kilograms", "5 tonnes", "fits"),
        ("20%", "2,000 kilograms", "5 tonnes", "strict"),
    ],
)
def test_share(share: str, part: str, whole: str, expected: str) -> None:
    assert outcome("share", link("ratio-of", share=share, part=part, whole=whole)) == expected


@pytest.mark.parametrize(
    ("product", "factors", "expected"),
    [
        ("$800,000", ("8,000 users", "$100"), "fits"),
        ("$80,000", ("8,000 users", "$100"), "strict"),
        ("$830,000", ("8,120 users", "$102"), "fits"),
        ("over $700,000", ("8,000 users", "$100"), "fits"),
        ("under $700,000", ("8,000 users", "$100"), "strict"),
        ("$0", ("8,000 users", "$0"), "fits"),
        ("-$80,000", ("-8,000 users", "$10"), "undecided"),
        ("$6,000", ("12 weeks", "$500 a week"), "fits"),
        ("$5,000", ("12 weeks", "$500 a week"), "strict"),
        ("10,000 trees", ("250 rows", "40 trees"), "fits"),
        ("1,000 trees", ("250 rows", "40 trees"), "strict"),
        ("€80,000", ("800 users", "$100"), "undecided"),
        ("3 tonnes", ("300 sacks", "10 kilograms"), "fits"),
        ("30 tonnes", ("300 sacks", "10 kilograms"), "strict"),
    ],
)
def test_product(product: str, factors: tuple[str, ...], expected: str) -> None:
    assert outcome("product", link("product-of", product=product, factor=factors)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("$450 a month", "$5,400 a year", "fits"),
        ("$450 a month", "$4,500 a year", "strict"),
        ("$450 a month", "about $5,000 a year", "fits"),
        ("$450 a month", "over $5,000 a year", "fits"),
        ("$450 a month", "over $6,000 a year", "strict"),
        ("$450 a month", "under $5,000 a year", "strict"),
        ("$0.5 million a month", "$6 million a year", "fits"),
        ("$4 million a month", "$42 million a year", "fits"),  # 3.5 a month is said as 4
        ("$4 million a month", "$84 million a year", "strict"),
        ("$5,400 a year", "$450 a month", "fits"),
        ("$5,400 a year", "$540 a month", "strict"),
        ("$20 a day", "$100 a week", "fits"),  # working days
        ("$20 a day", "$140 a week", "fits"),
        ("$20 a day", "$200 a week", "strict"),
        ("$20 a day", "$5,000 a year", "fits"),
        ("$20 a day", "$9,000 a year", "strict"),
        ("$100 a week", "$5,200 a year", "fits"),
        ("$100 a week", "$7,000 a year", "strict"),
        ("$30 a quarter", "$120 a year", "fits"),
        ("$0 a month", "$0 a year", "fits"),
        ("-$450 a month", "-$5,400 a year", "undecided"),
        ("$450 a month", "€5,400 a year", "undecided"),
    ],
)
def test_rates(first: str, second: str, expected: str) -> None:
    one, other = (claim(text, per=text.rpartition(" ")[2]) for text in (first, second))
    assert outcome("rates", link("rate-of", rate=one, converted=other)) == expected


@pytest.mark.parametrize(
    ("linked", "expected"),
    [
        (link("average-of", average="100 tons", total="500 tons", number="five plants"), "fits"),
        (link("average-of", average="120 tons", total="500 tons", number="five plants"), "strict"),
        (link("average-of", average="13 kilometers", total="40 kilometers", number="three nurses"), "fits"),
        (link("average-of", average="over 10 kilometers", total="40 kilometers", number="three nurses"), "fits"),
        (link("average-of", average="over 15 kilometers", total="40 kilometers", number="three nurses"), "strict"),
        (link("average-of", average="$2 million per school", total="$24 million", number="12 schools"), "fits"),
        (link("average-of", average="$3 million per school", total="$24 million", number="12 schools"), "strict"),
        (link("average-of", average="5 tons", total="0 tons", number="five plants"), "strict"),
        (link("average-of", average="5 tons", total="50 tons", number="0 plants"), "undecided"),
        (link("average-of", average="5 tons", total="$50", number="3 plants"), "undecided"),
        (link("average-of", average="60%", part=("31%", "52%", "97%")), "fits"),
        (link("average-of", average="70%", part=("31%", "52%", "97%")), "strict"),
        (link("average-of", average="-2%", part=("-7%", "3%")), "fits"),
        (link("average-of", average="9%", part=("-7%", "3%")), "strict"),
    ],
)
def test_average(linked: Link, expected: str) -> None:
    assert outcome("average", linked) == expected


@pytest.mark.parametrize(
    ("greater", "lesser", "expected"),
    [
        ("15%", "12%", "fits"),
        ("12%", "15%", "strict"),
        ("12%", "12.4%", "fits"),  # both may be 12.6 and 12.4
        ("$9 billion", "$9 billion", "fits"),
        ("41 cows", "41 cows", "strict"),  # exact counts do not rise to themselves
        ("over 41 cows", "45 cows", "fits"),
        ("over 41 cows", "210 cows", "plain"),
        ("under 41 cows", "52 cows", "strict"),
        ("about 40 cows", "42 cows", "fits"),
        ("0 cows", "2 cows", "strict"),
        ("-3%", "-5%", "fits"),
        ("-5%", "-3%", "strict"),
        ("130%", "110%", "fits"),
        ("110%", "130%", "strict"),
        ("5 tonnes", "4,000 kilograms", "fits"),
        ("5 tonnes", "6,500 kilograms", "strict"),
        ("5 tonnes", "6 dollars", "undecided"),
    ],
)
def test_order(greater: str, lesser: str, expected: str) -> None:
    assert outcome("order", link("order-of", greater=greater, lesser=lesser)) == expected


@pytest.mark.parametrize(
    ("start", "end", "change", "expected"),
    [
        ("102 members", "204 members", "doubled", "fits"),
        ("102 members", "307 members", "doubled", "strict"),  # grew by two times, but did not double
        ("102 members", "307 members", "2 times", "fits"),
        ("25 cars", "41 cars", "more than twice", "strict"),
        ("25 cars", "61 cars", "more than twice", "fits"),
        ("$100 million", "$120 million", "up $20 million", "fits"),
        ("$100 million", "$130 million", "up $20 million", "strict"),
    ],
)
def test_change_by_a_factor_or_a_difference(start: str, end: str, change: str, expected: str) -> None:
    assert outcome("change", link("change-of", start=start, end=end, change=change)) == expected


@pytest.mark.parametrize(
    ("check", "linked", "message"),
    [
        (
            "remainder",
            link("remainder-of", whole="41 schools", part="25", rest="12"),
            "41 less 25 leaves 16, not 12",
        ),
        (
            "remainder",
            link("remainder-of", whole="$50 million", part="$60 million", rest="$15 million"),
            "$50 million less $60 million leaves nothing, not $15 million",
        ),
        ("share", link("ratio-of", share="30%", part="12", whole="48"), "12 of 48 is 25%, not 30%"),
        (
            "product",
            link("product-of", product="$80,000", factor=("8,000", "$100")),
            "8,000 × $100 makes $800,000, not $80,000",
        ),
        (
            "average",
            link("average-of", average="120 tons", total="500 tons", number="five"),
            "500 tons over five is an average of 100 tons, not 120 tons",
        ),
        ("order", link("order-of", greater="12%", lesser="15%"), "12% is not more than 15%, as it is said to be"),
    ],
)
def test_headline(check: str, linked: Link, message: str) -> None:
    assert CHECKS[check].function(linked, Tolerance.ROUNDING).message == message


@pytest.mark.parametrize(
    ("check", "linked", "suggestion"),
    [
        (
            "remainder",
            link("remainder-of", whole="41 schools", part="25", rest="12"),
            "16 would fit: 41 less 25 leaves 16",
        ),
        ("share", link("ratio-of", share="35%", part="12", whole="48"), "25% would fit"),
        ("product", link("product-of", product="$80,000", factor=("8,000", "$100")), "$800,000 would fit"),
        ("average", link("average-of", average="120 tons", total="500 tons", number="five"), "100 tons would fit"),
        ("order", link("order-of", greater="12%", lesser="15%"), ""),  # any smaller figure would do
        ("order", link("order-of", greater="$15 million", lesser="$12 billion"), "$12 million would fit"),
    ],
)
def test_suggests(check: str, linked: Link, suggestion: str) -> None:
    assert suggest([(Rule(f"core/{check}", "", check), linked)], []) == suggestion


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("1,120 homes", "1,240 homes", "fits"),
        ("1,241 homes", "1,124 homes", "strict"),
        ("1,241 homes", "1,241 homes", "fits"),
        ("$14.2 million", "$14.1 million", "fits"),  # both may be 14.15
        ("$14.2 million", "$13.9 million", "strict"),
        ("over 4,000 homes", "4,010 homes", "fits"),
        ("over 4,000 homes", "3,900 homes", "strict"),
        ("about 48,000 people", "47,200 people", "fits"),
        ("0 homes", "0 homes", "fits"),
        ("-3 tonnes", "-5 tonnes", "undecided"),
        ("5,000 kilograms", "3 tonnes", "strict"),
        ("5,000 kilograms", "$4", "undecided"),
    ],
)
def test_running(earlier: str, later: str, expected: str) -> None:
    assert outcome("running", link("running-of", earlier=earlier, later=later)) == expected


@pytest.mark.parametrize(
    ("figure", "items", "expected"),
    [
        ("four priorities", (3,), "strict"),
        ("four priorities", (4,), "fits"),
        ("two aims", (3, 2), "fits"),  # "clean streets, research and development"
        ("two aims", (4, 3), "strict"),
        ("over three aims", (4,), "fits"),
        ("four priorities", (), "undecided"),
    ],
)
def test_count(figure: str, items: tuple[int, ...], expected: str) -> None:
    given = tuple(Given("items", Decimal(number), "a, b") for number in items)
    assert outcome("count", replace(link("list-of", count=figure), given=given)) == expected


@pytest.mark.parametrize(
    ("length", "first", "last", "expected"),
    [
        ("five years", 1999, 2004, "fits"),
        ("six years", 1999, 2004, "fits"),  # both years counted
        ("four years", 1999, 2004, "fits"),
        ("seven years", 1999, 2004, "strict"),
        ("more than 30 years", 1985, 2023, "fits"),
        ("more than 30 years", 1965, 2023, "fits"),
        ("more than 40 years", 1985, 2023, "strict"),
        ("almost 40 years", 1985, 2023, "fits"),
        ("three decades", 1985, 2016, "fits"),
        ("five decades", 1985, 2016, "strict"),
        ("61 years old", 1950, 2011, "fits"),
        ("61 years old", 1950, 2021, "strict"),
        ("0 years old", 2021, 2021, "fits"),
        ("six months", 1999, 2004, "undecided"),
    ],
)
def test_dates(length: str, first: int, last: int, expected: str) -> None:
    given = (Given("from", Decimal(first), str(first)), Given("to", Decimal(last), str(last)))
    assert outcome("dates", replace(link("time-of", length=length), given=given)) == expected


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("400 beds", "520 beds", "strict"),
        ("400 beds", "400 beds", "fits"),
        ("about 400 beds", "410 beds", "fits"),
        ("$400", "€520", "undecided"),
    ],
)
def test_correction(wrong: str, right: str, expected: str) -> None:
    assert outcome("correction", link("corrects", wrong=wrong, right=right)) == expected
