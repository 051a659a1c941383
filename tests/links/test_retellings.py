"""A text and its retelling: a claim beside its evidence, a summary beside its source, two stories of one event."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.claims.period import find_periods
from claimcheck.links.when import When
from claimcheck.model.finding import Severity


def findings(source: str, retelling: str, rule: str = "core/restated") -> list[tuple[str, ...]]:
    """The figures of each finding of a rule that accuses."""
    report = claimcheck.check({"a-source.txt": source, "b-retelling.txt": retelling})
    return [
        tuple(evidence.figure for evidence in finding.evidence)
        for finding in report.findings
        if finding.rule == rule and finding.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize(
    ("source", "retelling", "figures"),
    [
        # "Less than" excludes the very figure that the source gives; so does "more than" before one that is not round.
        (
            "The museum at Elm Quay scored 74% among 19 testers.",
            "The museum at Elm Quay scored less than 74%.",
            ("74%", "74%"),
        ),
        (
            "The ferry to Oland was late on 83 crossings in winter.",
            "In winter the ferry to Oland was late on more than 83 crossings.",
            ("83", "83"),
        ),
        # Of two figures as exact as each other neither is a rounding of the other.
        (
            "Consolidated sales of Brunner Looms were $441 million in the quarter.",
            "Consolidated sales of Brunner Looms increased to $442 million.",
            ("$441 million", "$442 million"),
        ),
        # The one counts what is done in the other.
        (
            "The guidebook has 77 reviews on Shelfmark.",
            "Over 90 people reviewed the guidebook on Shelfmark.",
            ("77", "90"),
        ),
        # Two things of one name are told apart by their numbers; what agrees with the one is no excuse for the other.
        (
            "Harbour Guide 4 and its maps open in 6 seconds, while Harbour Guide 3 opens in 9 seconds.",
            "Harbour Guide 3 opens in less than 7 seconds.",
            ("9 seconds", "7 seconds"),
        ),
        # What one names the other calls by its kind.
        (
            "The novel sold 3,900 copies in its first week.",
            "In its first week Harbour Lights sold under 3,700 copies.",
            ("3,900", "3,700"),
        ),
        # Things may come from somewhere without being the base of a comparison.
        (
            "The recipe has a rating of 4 stars, from 108 cooks.",
            "The recipe has its rating from less than 100 cooks.",
            ("108", "100"),
        ),
        # A retelling asserts what was supposed, and leaves out what defines a figure.
        (
            "The adjusted net profit of Veltman Bakeries in the quarter was $6.86 million.",
            "Veltman Bakeries had a net profit of $6.95 million in the quarter.",
            ("$6.86 million", "$6.95 million"),
        ),
        # A bound says no more than the source does.
        (
            "As a precaution, halls in Oland may not hold concerts of more than 40 people and must close early.",
            "Halls in Oland may not hold concerts of more than 90 people.",
            ("40", "90"),
        ),
        # An offer is told as a fact; a figure that is cut off was not rounded.
        (
            "We have a promotion going on right now, where you will receive 10% off the yearly pass to the Holm baths.",
            "They have a promotion of 20% off the yearly pass to the Holm baths.",
            ("10%", "20%"),
        ),
        (
            "The capital ratio of the Bank of Oland, as all of you know, was 13.8 percent at the end of the quarter.",
            "The capital ratio of the Bank of Oland was 13 percent.",
            ("13.8 percent", "13 percent"),
        ),
        # "Around" is no licence, and a range holds what it is retold as.
        (
            "The new quay at Holm cost around 15 million crowns.",
            "The new quay at Holm cost approximately 20 million crowns.",
            ("15 million", "20 million"),
        ),
        (
            "Orders of the Brunner looms are expected to be between 9,050 and 9,750.",
            "Orders of the Brunner looms are expected to be around 8,500.",
            ("9,050 and 9,750", "8,500"),
        ),
        # What stands beside both was added to neither; what stands in brackets has the time before it.
        (
            "Today the chain announced that it agreed to buy 11 stores and one warehouse of Oster Tools.",
            "The chain agreed to buy 10 stores and one warehouse of Oster Tools.",
            ("11", "10"),
        ),
        (
            "At the end of 2021 the looms in stock at Brunner came to $632 million (December 31, 2020: $501 million).",
            "At the end of 2021 the looms in stock at Brunner came to $450 million.",
            ("$632 million", "$450 million"),
        ),
    ],
)
def test_a_changed_figure_is_reported(source: str, retelling: str, figures: tuple[str, ...]) -> None:
    assert figures in findings(source, retelling)


@pytest.mark.parametrize(
    ("source", "retelling"),
    [
        # Rounded, or bounded at a round figure.
        ("The museum at Elm Quay cost $10.4 million.", "The museum at Elm Quay cost $10 million."),
        ("The museum at Elm Quay cost $10 million.", "The museum at Elm Quay cost more than $10 million."),
        # In pieces.
        (
            "Two of the Danish sailors arrested lived aboard the trawler and another two were arrested in the harbour.",
            "Four Danish sailors were arrested over the trawler in the harbour.",
        ),
        (
            "The outbreak in the valley caused 15 deaths in Marl and one in Senn.",
            "The outbreak in the valley caused sixteen deaths, one of them in Senn.",
        ),
        (
            "The blast killed nine people in the depot, including five drivers.",
            "The blast in the depot killed five drivers and four people of the guard.",
        ),
        ("Rent went up by $16.4 million to $53.9 million.", "The rent was $37.5 million before it went up."),
        # One bound for two figures.
        (
            "More than 700 infants and 40 nurses were exposed to measles in Graz.",
            "In Graz 706 infants and 43 nurses have been exposed to measles.",
        ),
        # Before and after.
        (
            "The death toll of the flood was reported to be 128 at noon, authorities said.",
            "The death toll of the flood has risen to 146, authorities said.",
        ),
        (
            "During the first year of the lease, tenants pay 0.8 crowns a day.",
            "After the first year of the lease, tenants pay 1.25 crowns a day.",
        ),
        # Of another grade, or only what the other is compared with.
        (
            "About 100 people at the fair were treated for minor injuries.",
            "Two people at the fair were treated for serious injuries.",
        ),
        (
            "The islet of Sker is 36 km long, slightly longer than the sandbank.",
            "The sandbank is 32 km long.",
        ),
        # "One" points more often than it counts.
        ("A couple of old friends run the radio show.", "The radio show is run by five old friends."),
        # It follows from what the source says.
        (
            "The channel of the Oland choir has more than 26 million listeners.",
            "The channel of the Oland choir has more than 25 million listeners.",
        ),
        (
            "The storm at Holm killed nine people, five of them sailors.",
            "The storm at Holm killed five sailors and four pilots.",
        ),
        # It agrees with another figure that is as much like it.
        (
            "The ballad took $35.6 million in the north for a total of $38.2 million.",
            "The ballad took under $36 million in the north.",
        ),
    ],
)
def test_a_retelling_in_other_words_is_left_alone(source: str, retelling: str) -> None:
    assert findings(source, retelling) == []


def test_items_of_a_list_have_figures_of_their_own() -> None:
    items = ["Regular price: $50/seat per month.", "It folds.", "Regular price: $40/seat per month."]
    assert claimcheck.check({"letter.txt": "\n".join(items)}).findings == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pier at Holm was opened in 1902. It is long. The pier at Holm was opened in 1920.", True),
        ("The pier at Holm was opened in 1902. The pier at Holm was opened to lorries in 1920.", False),
        ("The board met at Holm in 1902. The board met at Holm in 1920.", False),
        ("The Lamp of Holm is a 1917 silent film. It is long. The Lamp of Holm is a 2017 Danish film.", True),
        ("The Lamp of Holm is a 1917 silent film. The Lamp of Oland is a 2017 silent film.", False),
    ],
)
def test_within_one_text_only_what_happens_once_has_one_date(text: str, found: bool) -> None:
    report = claimcheck.check({"a.txt": text})
    assert [finding.rule for finding in report.findings] == ["core/event"] * found


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("May 1984", "1984", True),
        ("18 May 1984", "May 19, 1984", False),
        ("March 15", "15 March 2001", True),
        ("March 15", "16 March 2001", False),
        ("Q3", "the second quarter", False),
        ("Q3 2020", "the third quarter of 2021", False),
        ("in 2020", "since 1999", True),
    ],
)
def test_times_that_may_be_one(one: str, other: str, may_be: bool) -> None:
    first, second = (When.of(find_periods(f"It came {text}.", None)[0].period) for text in (one, other))
    assert first.may_be(second) is second.may_be(first) is may_be


@pytest.mark.parametrize(
    ("source", "retelling", "dates"),
    [
        (
            "Ines Falk (born March 9, 1951) is a Danish cellist and teacher.",
            "Ines Falk was born on 8 March 1951.",
            ("March 9, 1951", "8 March 1951"),
        ),
        (
            "The mill at Oster, an ornate brick building, burned down in 1843.",
            "The mill at Oster burned down in 1834.",
            ("1843", "1834"),
        ),
        (
            "The tapestry of Hale dates back to the 16th century and hangs in the town hall.",
            "The tapestry of Hale dates back to the 18th century.",
            ("16th century", "18th century"),
        ),
        # The time lies between the cause and the date, but the date is the event's own.
        (
            "Ines Falk lived on at Holm, and Ole Brandt died from cholera in 1893.",
            "Ole Brandt succumbed to cholera in 1913.",
            ("1893", "1913"),
        ),
        # What was before or after a date was not on it.
        (
            "Ines Falk (born March 9, 1951) is a Danish cellist and teacher.",
            "The teacher Ines Falk was born before March 9, 1951.",
            ("March 9, 1951", "before March 9, 1951"),
        ),
        (
            "The pier at Holm was opened in May 1902 by the mayor.",
            "The pier at Holm was opened after June 1902.",
            ("May 1902", "after June 1902"),
        ),
        # A year and a quarter of which the source knows nothing.
        (
            "Kiosk rents of Veltman grew by 17% in the third quarter of 2020. It was 4% in the third quarter of 2019.",
            "Kiosk rents of Veltman grew by 17% in the third quarter of 2021.",
            ("third quarter of 2020", "third quarter of 2021"),
        ),
        (
            "Kiosk rents of Veltman in Holm and Oland were $94 million in the second quarter.",
            "Kiosk rents of Veltman fell to $94 million in Q1.",
            ("second quarter", "Q1"),
        ),
    ],
)
def test_another_date_of_one_event_is_reported(source: str, retelling: str, dates: tuple[str, ...]) -> None:
    assert findings(source, retelling, "core/event") == [dates]


@pytest.mark.parametrize(
    ("source", "retelling"),
    [
        # Less exact, another event, another thing, a figure of its own, a text that gives both dates.
        ("The mill at Oster burned down on 3 May 1843.", "The mill at Oster burned down in 1843."),
        ("The mill at Oster was built by a widow in 1720.", "The mill at Oster burned down in 1843."),
        ("The first mill at Oster burned down in 1720.", "The second mill at Oster burned down in 1843."),
        ("In 1902 the mill at Oster sold 40 tonnes.", "In 1903 the mill at Oster sold 55 tonnes."),
        (
            "The mill at Oster burned down in 1843. Rebuilt, the mill burned down again in 1901.",
            "The mill at Oster burned down in 1901.",
        ),
        # Before and after a date, and before something that it dates.
        ("Ines Falk was born on 9 March 1951.", "Ines Falk was born before May 1951."),
        ("The pier at Holm was opened in May 1902.", "The pier at Holm was opened before 1920."),
        ("The pier at Holm was opened after 1901.", "The pier at Holm was opened in 1902."),
        ("The pier at Holm was closed in 1902.", "Long before 1902 the pier at Holm had been opened."),
        # A quarter that is not numbered may be any.
        (
            "Kiosk rents of Veltman were $94 million in the quarter, up from the second quarter.",
            "Kiosk rents of Veltman were $94 million in Q3.",
        ),
        # The time of something else.
        ("The mill at Oster ground more in 1843.", "The mill at Oster ground more than in 1842."),
    ],
)
def test_a_date_of_something_else_is_left_alone(source: str, retelling: str) -> None:
    assert findings(source, retelling, "core/event") == []
