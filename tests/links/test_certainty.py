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
