"""Which likely clashes are sure enough to accuse someone, and which are only noted; through the whole program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import claimcheck
from claimcheck.model.finding import Severity
from tests.conftest import Checked

Check = Callable[..., Checked]

# A long talk full of figures, none of which meets another one.
_THINGS = (
    *("lantern", "harbour", "orchard", "violin", "glacier", "cinema", "quarry", "beehive", "tunnel", "kiosk", "meadow"),
    *(
        "turbine",
        "library",
        "ferry",
        "bakery",
        "stable",
        "chapel",
        "fountain",
        "nursery",
        "foundry",
        "vineyard",
        "mill",
    ),
)
_OTHER_THINGS = (
    *(
        "pigeon",
        "cabin",
        "marble",
        "copper",
        "saddle",
        "canoe",
        "piano",
        "walnut",
        "carpet",
        "candle",
        "mirror",
        "anvil",
    ),
    *("barrel", "helmet", "ladder", "magnet", "needle", "pillow", "ribbon", "shovel", "trumpet", "blanket"),
)


def long_talk(text: str, things: tuple[str, ...] = _THINGS) -> str:
    """The text as the end of a talk with many figures."""
    said = (
        f"The {thing} took {number} tonnes. Its {thing} crew had {number} members."
        for number, thing in enumerate(things, start=12)
    )
    return f"BO: {' '.join(said)} {text}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The herring fleet landed 1.94 million crates. ANNA: The herring fleet landed 1.49 million crates.",
            ("1.94 million", "1.49 million"),
        ),
        (
            "Through the guild, Norway is getting more than 8 million felt hats and 14 million scarves, and more. "
            "ANNA: The guild tells us that Norway gets 7.6 million felt hats, more than 14 million scarves.",
            ("8 million", "7.6 million"),
        ),
    ],
)
def test_slip_or_same_row_in_long_talk_is_reported(checked: Check, text: str, figures: tuple[str, ...]) -> None:
    checked(long_talk(text.replace(" ANNA:", "\nANNA:"))).reports("core/restated", *figures)


def test_plain_difference_in_long_talk_is_noted(checked: Check) -> None:
    said = "The herring fleet landed 1.94 million crates.\nANNA: The herring fleet landed 2.31 million crates."
    found = checked(long_talk(said))
    found.reports_nothing()
    found.reports("core/restated", "1.94 million", "2.31 million", severity=Severity.NOTE)
    checked("BO: " + said).reports("core/restated", "1.94 million", "2.31 million")


@pytest.mark.parametrize(
    "text",
    [
        # The two are the parts of one sum that stands beside both.
        "We plan to spend $90 million on felt hats, with $55 million here.\n"
        "ANNA: To spend $90 million on felt hats, $35 million there.",
        # One form of words, for one branch and the next.
        "Pretax storm and hail losses net of ceded premium were 23 million. It was a hard year.\n"
        "Pretax storm and hail losses net of ceded premium were 32 million.",
        # The scale word is left to the hearer.
        "Vacancy management was 13.6 million last year.\nANNA: We will move vacancy management from 13.6 to 17.6.",
        # Two digits are exchanged by chance, in a talk of a whole and its branches.
        "Revenue mix, cost savings and $4.7 million in harbour aid drove margins up.\n"
        "ANNA: Our savings and mix of revenue, with $7.4 million of harbour aid, gave us better margins.",
        # A size that tells which of many are meant.
        "The fleet moved to longer hulls, the 20,600-foot hulls in May.\nANNA: We laid four 26,000-foot hulls.",
        # A number whose scale has been said.
        "In January we actually hauled 150 by rail. It was cold. But in January we hauled 150,000.",
        # Shares of a quarter and of the year, of which only one says so.
        "Lantern Solutions sales grew 8.3% at constant currency.\n"
        "ANNA: Full year, Lantern Solutions sales grew 6.7% at constant currency.",
        # Another precision.
        "The underlying hail ratio was 61%.\nANNA: The underlying hail ratio was 60.1%.",
    ],
)
def test_lookalike_in_long_talk_is_silent(checked: Check, text: str) -> None:
    checked(long_talk(text)).reports_nothing()


@pytest.mark.parametrize(
    "text",
    [
        "BO: You spoke of about $45 million in the second quarter. $30 million in the first quarter.",
        "BO: The new ships cost $4.5 billion. It is about $6 billion in total.",
    ],
)
def test_short_sentence_that_moves_on_repeats_nothing(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


def test_scale_slip_is_told_over_undated_talks(checked: Check) -> None:
    one = "BO: We gave $1.4 billion to village health centres."
    other = "ANNA: The village health centres received $1.4 million in the last month."
    checked(one, other).reports("core/magnitude", "$1.4 billion", "$1.4 million")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adjusted earnings decreased 31% on lower sales.", "Adjusted earnings decreased 13% on lower sales."),
        ("Quarter-end cash was $76 million.", "Quarter-end cash was $67 million."),
        ("Hail claims in the quarter were $71.4 million.", "Hail claims in the quarter were $74.1 million."),
        ("Our provision was $37.1 million in 2019.", "We booked a provision of $31.7 million in 2019."),
    ],
)
def test_figures_that_move_from_talk_to_talk_are_no_slips(checked: Check, one: str, other: str) -> None:
    checked(long_talk(one), long_talk(other, _OTHER_THINGS).replace("BO:", "ANNA:")).reports_nothing()


def test_sentences_that_name_each_others_names_are_compared(checked: Check) -> None:
    checked(
        "BO: Oregon is sending 410 tractors to Delaware.\nANNA: The 140 tractors that Delaware got came from Oregon."
    ).reports("core/restated", "410", "140")


def test_declared_wordings_of_a_topic_are_one_measure(tmp_path: Path) -> None:
    text = "BO: They uncovered over 4,000 smuggling cases in May.\nANNA: They brought 2,100 customs charges in May."
    pack = tmp_path / "customs.yaml"
    pack.write_text("pack: customs\ntopics:\n  cases: {measures: [smuggling cases, customs charges]}\n")
    assert claimcheck.check({"a.txt": text}, rules=["core"]).findings == ()
    found = claimcheck.check({"a.txt": text}, rules=["core", str(pack)]).findings
    assert [finding.rule for finding in found] == ["core/restated"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Rental cash flow for the quarter was $325 million. It was a long road.\n"
            "ANNA: And our rental cash flow in the quarter was $355 million.",
            ("$325 million", "$355 million"),
        ),
        (
            "We declared a dividend of $0.47 per share. It was a long road. Once more: we declared a dividend of "
            "$0.45 per share.",
            ("$0.47 per share", "$0.45 per share"),
        ),
    ],
)
def test_amounts_in_the_same_words_that_differ_in_a_digit_are_reported(
    checked: Check, text: str, figures: tuple[str, ...]
) -> None:
    checked(long_talk(text)).reports("core/restated", *figures)


@pytest.mark.parametrize(
    "text",
    [
        "Rental cash flow for the quarter was $325 million.\nANNA: Rental cash flow for the year was $355 million.",
        "Rental cash flow for the quarter was $325 million.\n"
        "ANNA: Rental cash flow for the quarter was $355 million, including fees.",
        "Rental cash flow for the quarter was $32 million.\nANNA: Rental cash flow for the quarter was $35 million.",
        "Rental cash flow for the quarter was $325 million.\nANNA: Storage cash flow for the quarter was $355 million.",
        "Rental cash flow for the quarter was $325 million.\nANNA: Rental cash flow for the quarter was $371 million.",
    ],
)
def test_amounts_of_other_times_or_things_are_not(checked: Check, text: str) -> None:
    checked(long_talk(text)).reports_nothing()


@pytest.mark.parametrize(
    "said",
    [
        # Of another quarter, whatever it says of itself.
        (
            "The rise includes $2.57 million in net herring income.",
            "Net herring income was $5.27 million last quarter.",
        ),
        # Of another firm.
        ("We spent $213 million on our ships.", "We spent $312 million on ships."),
    ],
)
def test_slips_between_calls_of_other_firms_and_quarters_are_not_even_noted(
    checked: Check, said: tuple[str, str]
) -> None:
    one, other = long_talk(said[0]), long_talk(said[1], _OTHER_THINGS).replace("BO:", "ANNA:")
    names = ("herring_q2_2020.txt", "herring_q2_2021.txt") if "herring" in said[0] else ("acme.txt", "zenith.txt")
    assert claimcheck.check(dict(zip(names, (one, other), strict=True))).findings == ()


def test_what_a_speaker_takes_back_is_a_correction(checked: Check) -> None:
    unclear = "BO: I misspoke when I said that the crew goes from 29 to 13 men, it goes from 29 to 11."
    assert checked(unclear).report.findings == ()
    found = checked("BO: I think I said $317 million for the bridge. It is $31.7 million, I misspoke.")
    found.reports_nothing()
    found.reports("core/correction", "$317 million", "$31.7 million", severity=Severity.NOTE)


def test_unit_that_is_put_right_at_once_is_a_correction(checked: Check) -> None:
    found = checked("BO: The fee comes to 63.18 cents, $63.18 on a house of middling size.")
    found.reports_nothing()
    found.reports("core/correction", "63.18 cents", "$63.18", severity=Severity.NOTE)
    assert checked("BO: Whether we gave 4 percent, 40 percent or all, it was not enough.").report.findings == ()
    checked("BO: The fee comes to 63.18 cents, or $6.318, on a house.").reports(
        "core/conversion", "63.18 cents", "$6.318"
    )


def test_thing_that_stands_twice_in_a_list_is_noted(checked: Check) -> None:
    text = "BO: The ships brought a million gowns, 3 million masks, 11 million gloves, 18 thousand gowns on Monday."
    checked(text).reports("core/restated", "a million", "18 thousand", severity=Severity.NOTE)
    for other in ("18 thousand blue gowns", "and later 18 thousand gowns", "18 thousand boots"):
        assert checked(text.replace("18 thousand gowns", other)).report.findings == ()
