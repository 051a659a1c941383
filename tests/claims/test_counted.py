"""In what a bare number counts."""

from __future__ import annotations

import pytest

from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The hospital carried out 700 kidney transplants.", "700", "kidney transplant"),
        ("The town will repair 1,100 public housing blocks.", "1,100", "public housing block"),
        ("The party closed two smaller offices.", "two", "small office"),
        ("They reported five more delays.", "five", "more delay"),
        ("The club hired 14 front-row players.", "14", "front-row player"),
        ("The plan needs 20 cleverly placed gas-fired power stations.", "20", "gas-fired power station"),
        ("The lab returned 45 printed labels.", "45", "printed label"),
        ("The garage has sold 460 Lada and Skoda vans.", "460", "lada skoda van"),
        ("The airline ordered two new 737 Max planes.", "two", "new 737 max plane"),
        ("We ship 2 million 9 liter cases.", "2 million", "9 liter case"),
        ("The navy runs 12 patrol aircraft.", "12", "patrol aircraft"),
        ("She met the top three bidders.", "three", "top bidder"),
        ("She met the last three bidders.", "three", "bidder"),
        ("It sponsors seven women's teams.", "seven", "team"),
        ("Two million Syrian and Iraqi refugees fled.", "Two million", "syrian iraqi refugee"),
        ("It sent 3 U.S. engineers.", "3", "u.s. engineer"),
        ("They built a combined 435 flats.", "435", "flat"),
        ("They made 700 combined digital and physical sales.", "700", "digital physical sale"),
    ],
)
def test_modifiers_stay_with_the_noun(text: str, figure: str, unit: str) -> None:
    assert claim_of(text, figure).unit == unit


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The store lists 5,700 brands of soap.", "5,700", "brand soap"),
        ("Inspectors checked 35 districts of the northern region.", "35", "district"),
        ("Of them, 23 are heavy trucks.", "23", "heavy truck"),
        ("We visited 52 of the 60 schools.", "52", "school"),
        ("The number of visitors rose to 43,000.", "43,000", "visitor"),
        ("The labs can run three thousand checks per day.", "three thousand", "check per day"),
        ("The labs can run 3,000 checks a day.", "3,000", "check per day"),
    ],
)
def test_of_and_per(text: str, figure: str, unit: str) -> None:
    assert claim_of(text, figure).unit == unit


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("It is a 6-cylinder engine.", "6", "cylinder"),
        ("The minister sent a 12 page letter.", "12", "page"),
        ("It comes with four-, five- and six-cylinder engines.", "four", "cylinder"),
        ("It comes with four-, five- and six-cylinder engines.", "five", "cylinder"),
        ("Our 40-member council met.", "40", "member"),
        ("The firm has 5 co-founders.", "5", "co-founder"),
    ],
)
def test_hyphens(text: str, figure: str, unit: str) -> None:
    assert claim_of(text, figure).unit == unit


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("They offered 435 flats by open sale and 187 by tender.", "187", "flat"),
        ("About 460 vans were stolen, compared with 63 last year.", "63", "van"),
        ("They bought 40 buses. Another 13 are on order.", "13", "bus"),
        ("Another 13 are on order.", "13", ""),
    ],
)
def test_nouns_left_out(text: str, figure: str, unit: str) -> None:
    assert claim_of(text, figure).unit == unit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The index ended at 16,644.", "16,644"),
        ("Shares gained 0.7% to 6,327.", "6,327"),
        ("The cost of a van should rise on average by 1500.", "1500"),
        ("We did both of those two things.", "two"),
        ("Tenants pay 950 a square.", "950"),
    ],
)
def test_counts_nothing(text: str, figure: str) -> None:
    assert claim_of(text, figure).unit == ""
