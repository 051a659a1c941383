"""What makes two figures one thing though the words differ: people and what is done to them, names, other talks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.model.finding import Severity
from tests.conftest import Checked
from tests.links.test_certainty import long_talk

Check = Callable[..., Checked]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        # People by two names, and one deed.
        (
            "195,000 Canadians were vaccinated.\nANNA: Over 915,000 people have had their vaccination.",
            ("195,000", "915,000"),
        ),
        # What is done, and to whom.
        (
            "We have vaccinated 1.67 million people.\nANNA: We have done 6,170,000 vaccinations.",
            ("1.67 million", "6,170,000"),
        ),
        # Each sentence names the other's side.
        (
            "Ohio will be sending 410 ladders directly to New Bergen.\n"
            "ANNA: The mayor of Ohio gives 140 ladders to New Bergen.",
            ("410", "140"),
        ),
    ],
)
def test_slip_in_other_words_is_reported(checked: Check, said: str, figures: tuple[str, ...]) -> None:
    checked(long_talk(said)).reports("core/restated", *figures)


def test_people_and_deeds_that_look_like_no_slip_are_two_things(checked: Check) -> None:
    checked(
        long_talk("We have vaccinated 1.67 million people.\nANNA: We have done 2,340,000 vaccinations.")
    ).reports_nothing()


HOSPITALS = "BO: The bill delivers $75 billion for hospitals."


@pytest.mark.parametrize(("slip", "rule"), [("$57 billion", "core/restated"), ("$75 million", "core/magnitude")])
def test_slip_of_what_other_talks_say_is_noted(checked: Check, slip: str, rule: str) -> None:
    deal = f"CARL: The deal is passed, {slip} for hospitals and clinics."
    found = checked(HOSPITALS, "ANNA: It included $75 billion to assist hospitals.", deal)
    found.reports(rule, "$75 billion", slip, severity=Severity.NOTE)


def test_one_talk_against_one_outvotes_nobody(checked: Check) -> None:
    checked(HOSPITALS, "CARL: The deal is passed, $57 billion for hospitals and clinics.").reports_nothing()


def test_one_digit_a_thousandfold_is_told_where_all_words_agree(checked: Check) -> None:
    one = "BO: We expect to have vaccinated 5 million Canadians in the month of April."
    other = "ANNA: We expect to have vaccinated 5 billion Canadians this month."
    checked(one, other).reports("core/magnitude", "5 million", "5 billion")
    checked("BO: We sell more than 3,000 lamps.", "ANNA: Which three lamps would you take?").reports_nothing()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "BO: We ship 4.9 million felt hats — think of that: 9.4 million — and 20 million scarves.",
            ("4.9 million", "9.4 million"),
        ),
        ("BO: We have 13,000 centers — think of that, 31,000 — to help.", ("13,000", "31,000")),
    ],
)
def test_figure_repeated_in_wonder_is_one_figure(checked: Check, text: str, figures: tuple[str, ...]) -> None:
    checked(text).reports("core/restated", *figures)


@pytest.mark.parametrize(
    "text",
    [
        "BO: We ship 9.4 million felt hats — think of that: 9.4 million — and 20 million scarves.",
        "BO: The gardens drew 4,100 visitors, imagine that, 1,400 on one day.",
    ],
)
def test_wonder_at_another_figure_is_silent(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


def test_echo_is_no_second_figure_of_its_sentence(checked: Check) -> None:
    slip = "We are shipping 4.9 million felt hats — think of that: 9.4 million — 20 million scarves."
    again = "ANNA: We are shipping 9.4 million felt hats, 20 million scarves."
    finding = checked(f"BO: {slip}\n{again}").reports("core/restated", "4.9 million", "9.4 million")
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        # Two digits, but all else agrees.
        "BO: In 2017 the harbour's adjusted toll was $970 million.\n"
        "ANNA: In 2019 the harbour's adjusted toll was $970 million.",
        # An amount of change.
        "BO: In the third quarter of 2021 we reduced harbour debt by $235 million.\n"
        "ANNA: In the first quarter of 2021 we reduced harbour debt by $235 million.",
    ],
)
def test_one_figure_for_two_periods_is_reported(checked: Check, text: str) -> None:
    assert [finding.rule for finding in checked(text).report.at_least(Severity.WARNING)] == ["core/period"]


@pytest.mark.parametrize(
    ("text", "suggests"),
    [
        (
            "BO: Orders were $650 million, a book-to-bill of 1.24, and an increase of 21% over $509 million.",
            "27%",
        ),
        ("BO: Orders totaled $650 million and an increase of 21% over $509 million last year.", "27%"),
    ],
)
def test_move_goes_on_behind_a_ratio(checked: Check, text: str, suggests: str) -> None:
    checked(text).reports("core/change", "$650 million", "21%", "$509 million", suggests=suggests)


def test_rise_of_another_thing_is_no_size_of_the_level(checked: Check) -> None:
    checked(
        "BO: Orders totaled $650 million and an increase of 21% in backlog, compared to $509 million."
    ).reports_nothing()


@pytest.mark.parametrize(
    ("said", "other", "figures"),
    [
        # What two people say that we have.
        (
            "We have 10,000 ladders.",
            "So far we have just short of 7,000 ladders in the Harbour Store.",
            ("10,000", "just short of 7,000"),
        ),
        # A thing with a name.
        (
            "The Javelin Hall, which is 2,900 beds, is new.",
            "In the Javelin Hall, we have 2,500 beds.",
            ("2,900", "2,500"),
        ),
        # One end of a range.
        (
            "The models predicted between 1.6 and 2.2 million empty homes without repairs.",
            "They had between 1.5 million and 2.2 million families moving, if no repairs are made.",
            ("1.6 and 2.2 million", "1.5 million and 2.2 million"),
        ),
    ],
)
def test_two_voices_on_one_thing_are_worth_a_note(
    checked: Check, said: str, other: str, figures: tuple[str, ...]
) -> None:
    found = checked(long_talk(f"{said}\nANNA: {other}"))
    found.reports_nothing()
    found.reports(
        "core/restated", *(figure.removeprefix("just short of ") for figure in figures), severity=Severity.NOTE
    )


@pytest.mark.parametrize(
    "other",
    [
        "ANNA: We sold 7,000 ladders.",
        "ANNA: We have 7,000 lanterns.",
        "ANNA: Norway has 7,000 ladders.",
        "We have 7,000 more.",
    ],
)
def test_other_relation_is_no_note(checked: Check, other: str) -> None:
    assert checked(long_talk(f"We have 10,000 ladders.\n{other}")).report.at_least(Severity.NOTE) == ()
