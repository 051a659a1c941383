"""What figures measure, case by case: head noun, modifiers, and whose it is."""

from __future__ import annotations

import pytest

from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        # a noun behind "in" that names the sum
        ("The act has $35 million in direct seed payments.", "$35 million", "payment direct seed act"),
        ("It lends to farms with over $4 million (EUR 3 million) in savings.", "$4 million", "savings"),
        ("They lost $3 million in the north.", "$3 million", "lose north"),
        # purposes
        ("The act gives $27 million to build up the Coastal Seed Bank.", "$27 million", "bank coastal seed build act"),
        ("The bill has $75 million for schools.", "$75 million", "school bill"),
        ("Guests paid a total of $900 for boats that should have cost $4,000.", "$900", "pay boat guest"),
        ("Guests paid a total of $900 for boats that should have cost $4,000.", "$4,000", "boat"),
        ("The mill spent $13 million to rebuild a bridge.", "$13 million", "spend bridge rebuild mill"),
        # what is worth or has so much
        ("The town will get a harbour grant worth up to $8 million.", "$8 million", "grant harbour"),
        ("The market worth over 2 million dollars grows 5% a year.", "2 million dollars", "market"),
        # verbs that move their object
        ("Higher fuel costs cut the margin to 4%.", "4%", "margin cost high fuel"),
        ("The plant had cut its costs to $5 million.", "$5 million", "cost plant"),
        # losses are sums; a figure that is the subject measures what it measured before
        ("The yard posted a first-quarter loss of 63 cents.", "63 cents", "loss first yard"),
        ("Some 78% of the loan will be paid in cash, up from 50%.", "50%", "loan"),
        # relative clauses
        ("We have cabins, which range from $80 to $900.", "$80 to $900", "cabin"),
        ("Their daughter Ada, who is 12 tons heavy.", "12 tons", "daughter ada"),
        # a clause with "that" has no share in the subject above it
        ("The paper says that between 700 and 800 will be sold.", "700 and 800", ""),
        ("It used a pump (12 mm inner diameter).", "12 mm", "diameter inner pump"),
        ("The sack holds 40% recycled paper.", "40%", "paper recycled sack"),
        # changes of something
        ("We had 21% growth in used vans.", "21%", "van used"),
        ("They saw an increase in shop profits by over 150%.", "150%", "profit shop"),
        ("EPS was $0.42, an increase of 5%.", "$0.42", "eps"),
        ("EPS was $0.42, an increase of 5%.", "5%", "eps"),
        ("We see bad debts in the $475 to $525 range.", "$475 to $525", "debt bad range"),
        ("Gross profit, which increased 11% year over year, was fine.", "11%", "profit gross"),
        ("They noted the benefit of rental costs, which were down 4%.", "4%", "cost rental benefit"),
        ("The board approved a 20% increase to our dividend.", "20%", "dividend board"),
        ("There was a decrease of 6% on overall heating loads.", "6%", "load overall heating"),
        ("We report $5 million in net income, a quarter-over-quarter increase of 32%.", "32%", "income net"),
        ("We have an average wait time of 30 minutes.", "30 minutes", "time average wait"),
        ("They shipped 30 million doses.", "30 million", "dose"),
        # two figures side by side keep what is theirs
        ("Revenue was $49 million or 10.8% of shipments.", "$49 million", "revenue"),
        ("Revenue was $49 million or 10.8% of shipments.", "10.8%", "shipment revenue"),
        ("We’ve shipped 8,000 heaters to Bergen [Phonetic].", "8,000", "heater"),
    ],
)
def test_measure(text: str, figure: str, measure: str) -> None:
    assert " ".join(claim_of(text, figure).measure) == measure


@pytest.mark.parametrize(
    ("text", "figure", "names"),
    [
        ("We've sent 400 heaters already to New Haven.", "400", ("New Haven",)),
        (
            "This reflects the South African repair lines combined ratio, which came in at 93.9%.",
            "93.9%",
            ("South African",),
        ),
        ("The Bergen Harbour director says that they have 50 boats.", "50", ("Bergen Harbour",)),
        ("EPS was $4.", "$4", ()),
        ("The market [Indecipherable] rose by 4%.", "4%", ()),
    ],
)
def test_names(text: str, figure: str, names: tuple[str, ...]) -> None:
    assert claim_of(text, figure).entities == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Vice President and Mr. Lund spoke. We sold 40 boats.", ("Vice President",)),
        ("I'm glad, and They've left Page nine. We sold 40 boats.", ()),
        ("We met the Oslo Harbour Trust’s board. We sold 40 boats.", ("Oslo Harbour Trust",)),
    ],
)
def test_names_spoken_of_before(text: str, names: tuple[str, ...]) -> None:
    assert claim_of(text, "40").context_entities == names


def test_a_compound_with_participles_is_one_phrase() -> None:
    claim = claim_of("This reflects a gain in the harbour lines combined ratio, which came in at 93.9%.", "93.9%")
    assert (claim.head, set(claim.modifiers)) == ("ratio", {"combined", "line", "harbour"})


def test_growth_over_the_year_is_a_change() -> None:
    claim = claim_of("Order rates were strong, increasing 74% year over year.", "74%")
    assert (claim.head, claim.trend) == ("rate", "up")
