"""What talks of one series say a few days apart: what has fallen is noted, what has grown is no wonder."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.finding import Finding, Severity

_TALK = "BO: The hall was full on Monday. {}"


def noted(
    one: str,
    other: str,
    names: tuple[str, str] = ("talk_May-03.txt", "talk_May-05.txt"),
    severity: Severity = Severity.NOTE,
) -> list[Finding]:
    texts = {name: _TALK.format(said) for name, said in zip(names, (one, other), strict=True)}
    found = claimcheck.check(texts).findings
    assert all(finding.severity is severity for finding in found)
    return list(found)


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("We have handed out more than 9,300 lanterns.", "We handed out some 8,400 lanterns.", ["9,300", "8,400"]),
        ("We built 2,700 tents at the harbour.", "The harbour has 2,300 tents.", ["2,700", "2,300"]),
        ("We have shipped over 9,300 F5 drills.", "We sent some 8,400 F5 machines.", ["9,300", "8,400"]),
        (
            "It has $46 million to restock the river fleet.",
            "It has $46 million for the flood, including $31 million to restock the river fleet.",
            ["$46 million", "$31 million"],
        ),
    ],
)
def test_smaller_figure_of_a_later_talk_is_noted(one: str, other: str, figures: list[str]) -> None:
    assert [[evidence.figure for evidence in finding.evidence] for finding in noted(one, other)] == [figures]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We handed out some 8,400 lanterns.", "We have handed out more than 9,300 lanterns."),
        ("We have handed out more than 9,300 lanterns.", "We handed out some 8,400 lamps of tin."),
        ("We handed out 9,300 red lanterns.", "We handed out 8,400 green lanterns."),
        ("We handed out 9,300 lanterns.", "We handed out 1,400 lanterns."),
        ("Lantern output rose by 9,300.", "Lantern output rose by 8,400."),
    ],
)
def test_growth_and_other_things_are_not(one: str, other: str) -> None:
    assert noted(one, other) == []


@pytest.mark.parametrize(
    "names",
    [
        ("talk_May-03.txt", "talk_August-05.txt"),
        ("talk_2021-05-03.txt", "talk_2022-05-05.txt"),
        ("talk_May-05.txt", "talk_May-03.txt"),
    ],
)
def test_talks_far_apart_or_the_other_way_round_are_not(names: tuple[str, str]) -> None:
    assert noted("We handed out more than 9,300 lanterns.", "We handed out some 8,400 lanterns.", names) == []


def test_full_dates_do_as_well() -> None:
    names = ("talk_2021-05-03.txt", "talk_2021-05-05.txt")
    assert noted("We handed out more than 9,300 lanterns.", "We handed out some 8,400 lanterns.", names)


def test_others_talks_are_not_compared() -> None:
    texts = {
        "harbour_May-03.txt": "BO: We handed out more than 9,300 lanterns.",
        "orchard_May-05.txt": "ANNA: We handed out some 8,400 lanterns.",
    }
    assert claimcheck.check(texts).findings == ()


def test_sum_that_points_back_in_another_scale_is_noted() -> None:
    said = (
        "BO: The fund has $3.4 trillion for the ports. It was a long fight.\nANNA: Now we must spend the $3.4 billion."
    )
    [finding] = claimcheck.check({"a.txt": said}).findings
    assert (finding.rule, finding.severity) == ("core/magnitude", Severity.NOTE)
    [finding] = claimcheck.check({"a.txt": said.replace("ANNA", "BO")}).findings
    assert (finding.rule, finding.severity) == ("core/magnitude", Severity.WARNING)
    assert claimcheck.check({"a.txt": said.replace("the $3.4 b", "$3.4 b")}).findings == ()
    assert claimcheck.check({"a.txt": said + " The tolls bring $3.4 billion."}).findings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At Oakridge Hall we have 250 seats.", "Oakridge Hall, which is 290 seats, is new."),
        ("There is $350 million in direct farm payments.", "There is $300 million in direct farm payments."),
    ],
)
def test_what_one_speaker_contradicts_within_a_week_is_reported(one: str, other: str) -> None:
    assert noted(one, other, severity=Severity.WARNING)
    noted(one, other, ("talk_May-03.txt", "talk_May-25.txt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Guests come and go, and so do seats that are free and bills that are owed.
        ("At Oakridge Hall we have 250 guests.", "Oakridge Hall, which is 290 guests, is new."),
        ("At Oakridge Hall we have 250 free seats.", "Oakridge Hall, which is 290 seats, is new."),
        ("There is $350 million in unpaid farm bills now.", "There is $300 million in unpaid farm bills now."),
    ],
)
def test_what_comes_and_goes_is_noted_at_most(one: str, other: str) -> None:
    noted(one, other)


def test_what_is_sold_at_a_place_or_granted_anew_is_not() -> None:
    assert noted("At Oakridge Hall we sold 250 seats.", "Oakridge Hall, which is 290 seats, is new.") == []
    more = ("There is $300 million in direct farm payments.", "There is $350 million in direct farm payments.")
    assert noted(*more) == []


def test_other_range_with_one_end_in_common_is_noted() -> None:
    assert noted("The model says 160 to 220 floods.", "They had between 150 and 220 floods in the model.")
