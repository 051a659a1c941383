"""What figures measure, case by case: head noun, modifiers, and whose it is."""

from __future__ import annotations

import pytest

from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        # a noun behind "in" that names the sum
        ("The act has $36 million in direct seed payments.", "$36 million", "payment direct seed act"),
        ("It lends to farms with over $4 million (EUR 3 million) in savings.", "$4 million", "savings"),
        ("They lost $3 million in the north.", "$3 million", "lose north"),
        # purposes
        ("The act gives $41 million to build up the Coastal Seed Bank.", "$41 million", "bank coastal seed build act"),
        ("The bill has $62 million for schools.", "$62 million", "school bill"),
        ("Guests paid a total of $700 for boats that should have cost $3,000.", "$700", "pay boat guest"),
        ("Guests paid a total of $700 for boats that should have cost $3,000.", "$3,000", "boat"),
        (
            "It has $46 million for the flood, including $31 million to rebuild the fleet.",
            "$31 million",
            "fleet rebuild",
        ),
        ("It has $46 million for the flood, including $31 million to rebuild the fleet.", "$46 million", "flood"),
        ("The choir raised $6 million abroad for a yearly total of $9 million.", "$6 million", "choir"),
        ("The mill spent $19 million to rebuild a bridge.", "$19 million", "spend bridge rebuild mill"),
        # what is worth or has so much
        ("The town will get a harbour subsidy worth up to $3 million.", "$3 million", "subsidy harbour town"),
        ("The fleet worth over 7 million dollars sails 3% faster.", "7 million dollars", "fleet"),
        # verbs that move their object
        ("Higher fuel costs cut the margin to 4%.", "4%", "margin cost high fuel"),
        ("The plant had cut its costs to $5 million.", "$5 million", "cost plant"),
        # losses are sums; a figure that is the subject measures what it measured before
        ("The yard posted a first-quarter loss of 48 cents.", "48 cents", "loss first yard"),
        ("Some 64% of the rent will be paid in grain, up from 31%.", "31%", "rent"),
        # relative clauses
        ("We have cabins, which range from $70 to $600.", "$70 to $600", "cabin"),
        ("Their daughter Ada, who is 12 tons heavy.", "12 tons", "daughter ada"),
        # a clause with "that" has no share in the subject above it
        ("The paper says that between 300 and 400 will be sold.", "300 and 400", ""),
        ("It used a pump (12 mm inner diameter).", "12 mm", "diameter inner pump"),
        ("The sack holds 45% recycled paper.", "45%", "paper recycled sack"),
        # changes of something
        ("We had 17% growth in used boats.", "17%", "boat used"),
        ("They saw an increase in shop profits by over 130%.", "130%", "profit shop"),
        ("EPS was $0.87, an increase of 9%.", "$0.87", "eps"),
        ("EPS was $0.87, an increase of 9%.", "9%", "eps"),
        ("We see bad debts in the $310 to $340 range.", "$310 to $340", "debt bad range"),
        ("Gross profit, which increased 8% year over year, was fine.", "8%", "profit gross"),
        ("They noted the benefit of rental costs, which were down 4%.", "4%", "cost rental benefit"),
        ("The board approved a 15% increase to our dividend.", "15%", "dividend board"),
        ("There was a decrease of 11% on overall heating loads.", "11%", "load overall heating"),
        ("We report $7 million in net income, a quarter-over-quarter increase of 21%.", "21%", "income net"),
        ("We have an average wait time of 25 minutes.", "25 minutes", "time average wait"),
        ("They shipped 17 million doses.", "17 million", "dose"),
        # two figures side by side keep what is theirs
        ("Revenue was $26 million or 13.5% of shipments.", "$26 million", "revenue"),
        ("Revenue was $26 million or 13.5% of shipments.", "13.5%", "shipment revenue"),
        # what only says when measures nothing, nor does somebody of some age
        ("In the past four years the mill has hired 40 cooks.", "four years", ""),
        ("Three months later the mill closed.", "Three months", ""),
        ("Repairs have lasted four years.", "four years", "repair"),
        ("A 61-year-old pays 4% on a loan.", "61-year-old", ""),
        ("A 61-year-old pays 4% on a loan.", "4%", "pay loan 61-year-old"),
        # what costs is not who says so, and "which" is nobody
        ("The yard says it will cost buyers around $400.", "$400", ""),
        ("They spoke of a bonus for the director, which was worth $9,000.", "$9,000", "bonus director"),
        ("The town paid a bonus to the mayor, which came to $9,000.", "$9,000", "bonus"),
        # subjects that the parse takes from their verb
        ("A Venus day, called a turn, is also longer — 24 hours, 39 minutes.", "24 hours", "day venus"),
        ("A Venus day, called a turn, is also longer — 24 hours, 39 minutes.", "39 minutes", "day venus"),
        ("The Harbour Prize's average rating is of 6.4/10.", "6.4", "rating prize harbour average"),
        # marks
        ("The play has an average rating of 6.3/10.", "6.3", "rating average play"),
        # comparatives: what is held against what
        ("It hit the pier in the gale - 10 mph less than the top speed of the storm.", "10 mph", "speed storm"),
        ("Costs were 10% less than the budget.", "10%", "cost"),
        ("That will make the ferry $900 cheaper than a flight.", "$900", "ferry"),
        # a run of movers, each with its figures
        ("The worst were Harrow Mills, down 68p at 112p, and Foxglove, down 2p.", "68p", "mills harrow foxglove bad"),
        ("The worst were Harrow Mills, down 68p at 112p, and Foxglove, down 2p.", "112p", "mills harrow foxglove bad"),
        ("Sales in Norway, up 4% this year, were fine.", "4%", "sale norway"),
        # whose it is
        ("They boosted output to 5 tons of zinc.", "5 tons", "zinc output"),
        ("It holds the letters of thousands of sailors.", "thousands", "sailor letter"),
        ("The winner was The Wild Swan, with 2 million copies sold.", "2 million", "copy winner swan wild"),
        # a pronoun does not point to what is said after it
        ("It has a total power of 600 watts and will sprint to 90 km/h.", "90 km/h", "sprint"),
        ("He has completed a 9 mile swim and a 5 mile run.", "5 mile", "run"),
        # what is compared has one measure
        ("Our tax rate was 15% compared with 24.7% in May.", "24.7%", "rate tax"),
        ("EPS is $2.48 compared with $0.90 reported before.", "$0.90", "eps"),
        # whose it is stands between a noun and its figure
        ("Sales to the north of Norway of $5.7 million were fine.", "$5.7 million", "north norway sale"),
        ("We hold $79 in adjusted shareholders' equity.", "$79", "equity shareholder adjusted"),
        ("We hold $16 in book value per share.", "$16", "value book share"),
        ("The trade value reached $16.", "$16", "trade value"),
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
            "This reflects the South African repair lines combined ratio, which came in at 88.4%.",
            "88.4%",
            ("South African",),
        ),
        ("The Bergen Harbour director says that they have 50 boats.", "50", ("Bergen Harbour",)),
        ("EPS was $4.", "$4", ()),
        # what a sentence opens with holds for all of it
        ("In Norway, sales rose 26%, and the acquired mill added 6.4 points.", "6.4 points", ("Norway",)),
        ("Sales in Norway grew 4%, with comparable sales growing 6%.", "6%", ("Norway",)),
        ("As we saw Norway, sales rose 26%, and the mill added 6.4 points.", "6.4 points", ()),
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
    claim = claim_of("This reflects a gain in the harbour lines combined ratio, which came in at 88.4%.", "88.4%")
    assert (claim.head, set(claim.modifiers)) == ("ratio", {"combined", "line", "harbour"})


def test_growth_over_the_year_is_a_change() -> None:
    claim = claim_of("Ticket rates were strong, increasing 29% year over year.", "29%")
    assert (claim.head, claim.trend) == ("rate", "up")
