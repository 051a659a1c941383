"""Repairs: which single change of a figure is offered, and in which words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hand_made_links import claim, link, pair

from claimcheck.model.claim import Claim
from claimcheck.model.link import Given, Link
from claimcheck.model.rule import Rule
from claimcheck.model.verdict import Outcome
from claimcheck.rules import suggest
from claimcheck.rules.apply import outcome_of
from claimcheck.rules.variants import slips, variants

RULES = {
    "total-of": Rule("core/sum", "", "sum"),
    "part-of": Rule("core/part-of", "", "part-of"),
    "same-measure": Rule("core/restated", "", "restated"),
    "restates": Rule("core/conversion", "", "conversion"),
    "change-of": Rule("core/change", "", "change"),
    "shares-of": Rule("core/shares", "", "shares"),
}


def given(kind: str, role: str, figure: str, **values: str) -> Link:
    """A link of one figure with values that are no figures: "founded in 1985", "schools, roads and clinics"."""
    names = {"start": "from", "end": "to"}
    held = tuple(Given(names.get(name, name), Decimal(value), value) for name, value in values.items())
    return replace(link(kind, **{role: figure}), given=held)


def rates(first: str, second: str) -> Link:
    """A link of one rate for two lengths of time."""
    pers = [text.rpartition(" ")[2] for text in (first, second)]
    return link("rate-of", rate=claim(first, per=pers[0]), converted=claim(second, per=pers[1]))


def repair(failing: list[Link], holding: list[Link] | None = None) -> str:
    return suggest(
        [(RULES[str(one.kind)], one) for one in failing],
        [(RULES[str(one.kind)], one) for one in holding or []],
    )


@pytest.mark.parametrize(
    ("failing", "suggestion"),
    [
        (link("total-of", part=("29", "13"), total="43"), "42 would fit: 29 + 13 = 42"),
        (link("total-of", part=("60.3%", "10%"), total="73%"), "63% would fit: 63% + 10% = 73%"),
        (
            link("total-of", part=("$15 million", "$233 million"), total="$248 billion"),
            "$248 million would fit: $15 million + $233 million = $248 million",
        ),
        (
            link("total-of", part=("$160 million", "$233 million"), total="$383 million"),
            "$393 million would fit: $160 million + $233 million = $393 million",
        ),
        (link("part-of", whole="$28 million", part="about $9 billion"), "$28 billion would fit"),
        (link("part-of", whole="600 beds", part="900 beds"), ""),  # any smaller number would do
        (link("part-of", whole="$411 million", part="$616 million"), ""),  # and no scale word is near
        (pair("restates", "5,000 kilograms", "50 tons"), "5 tons would fit"),
        (pair("same-measure", "54 schools", "61 schools"), ""),
        (
            link("change-of", start="$509 million", end="$650 million", change="down 27.7%"),
            "up 27.7% would fit",
        ),
        (link("change-of", start="8,000 tonnes", end="6,000 tonnes", change="down 52%"), "25% would fit"),
        (link("shares-of", share=("56%", "54%")), "44% would fit"),
    ],
)
def test_suggests(failing: Link, suggestion: str) -> None:
    assert repair([failing]) == suggestion


def test_one_change_mends_all_links_of_a_figure() -> None:
    whole, north, west = claim("$28 million"), claim("about $9 billion"), claim("almost $17 billion")
    links = [link("part-of", whole=whole, part=north), link("part-of", whole=whole, part=west)]
    assert repair(links) == "$28 billion would fit this and 1 other figure"


def test_a_change_must_not_break_what_holds() -> None:
    first, second, slip = claim("1.79 million tests"), claim("1,790,000 tests"), claim("1.79 billion tests")
    failing = [pair("same-measure", first, slip)]
    # Two figures agree with each other: it is the third that must change.
    assert repair(failing, [pair("same-measure", first, second)]) == "1.79 million would fit"


def test_a_scale_word_comes_before_digits() -> None:
    linked = link("total-of", part=("$5 million", "$3 million"), total="$8 billion")
    assert repair([linked]).startswith("$8 million would fit")


@pytest.mark.parametrize(
    ("number", "other"),
    [
        ("60.3", "63"),  # sixty-three, heard as sixty point three
        ("63", "60.3"),
        ("43", "42"),
        ("45", "54"),  # transposed
        ("12", "123"),  # an extra digit
        ("123", "12"),  # a missing one
        ("167", "16.7"),  # a missing decimal point
        ("16.7", "167"),
        ("440", "44"),
        ("44", "440"),
        ("4700", "7400"),
    ],
)
def test_slips(number: str, other: str) -> None:
    assert other in dict(slips(number))


@pytest.mark.parametrize(
    ("number", "other"), [("43", "43"), ("43", "34.2"), ("43", "87"), ("5", "0"), ("10", "01"), ("0.25", "0.2")]
)
def test_no_slips(number: str, other: str) -> None:
    assert other not in dict(slips(number))


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("$28 million", {"$28 billion", "$28 thousand", "$28 trillion", "$82 million"}),
        ("£3m", {"£3bn"}),
        ("660 tests", {"660,000", "660 million"}),
        ("660,000 tests", {"660"}),
        ("$8 to $11 million", {"$8–11 billion"}),
        ("five tons", {"5 kilograms", "6 tons", "50 tons"}),
        ("5%", {"5 points", "6%"}),
        ("up 5%", {"down 5%"}),
        ("nine billion dollars", {"9 million dollars"}),
    ],
)
def test_variants_are_said_as_the_figure_was(said: str, texts: set[str]) -> None:
    assert texts <= {variant.text for variant in variants(claim(said))}


def test_a_variant_is_read_anew() -> None:
    changed = _variant(claim("60.3%"), "63%").quantity
    assert (str(changed.strict), changed.step) == ("[62.5, 64)", 1)
    assert str(_variant(claim("over 43 tonnes"), "41 tonnes").quantity.strict) == "(41, ∞)"
    assert str(_variant(claim("29 laws"), "28").quantity.strict) == "28"


def test_zero_and_vague_figures_have_no_other_digits() -> None:
    assert list(variants(claim("0 accidents"))) == []
    assert all(variant.scale for variant in variants(claim("several hundred cows")))


def _variant(one: Claim, text: str) -> Claim:
    return next(variant.claim for variant in variants(one) if variant.text == text)


@pytest.mark.parametrize(
    ("check", "failing", "suggestion"),
    [
        # Totals that only grow.
        ("running", link("running-of", earlier="1,240 homes", later="1,350"), "nothing to mend"),
        ("running", link("running-of", earlier="1,240 homes", later="1,110"), ""),  # any larger figure would do
        ("running", link("running-of", earlier="$1.3 million", later="$1.4 thousand"), "$1.3 thousand would fit"),
        ("running", link("running-of", earlier="240,000 homes", later="250 homes"), "240 would fit"),
        # Numbers of things that are then listed.
        ("count", given("list-of", "count", "four priorities", items="3"), "3 would fit"),
        ("count", given("list-of", "count", "12 priorities", items="2"), "2 would fit"),
        ("count", given("list-of", "count", "three priorities", items="3"), "nothing to mend"),
        # Ages, lengths of time and anniversaries.
        ("dates", given("time-of", "length", "28 years", start="1985", end="2023"), "38 years would fit"),
        ("dates", given("time-of", "length", "61 years old", start="1950", end="2021"), "71 years old would fit"),
        ("dates", given("time-of", "length", "four decades", start="1950", end="2021"), "7 decades would fit"),
        ("dates", given("time-of", "length", "38 years", start="1985", end="2023"), "nothing to mend"),
        # Rates.
        ("rates", rates("$450 a month", "$4,500 a year"), "$5,400 a year would fit"),
        ("rates", rates("$4 million a month", "$48 billion a year"), "$48 million a year would fit"),
    ],
)
def test_repairs_by_check(check: str, failing: Link, suggestion: str) -> None:
    rule = Rule(f"core/{check}", "", check)
    holds = outcome_of(failing, rule.tolerance, check) is Outcome.FITS
    assert ("nothing to mend" if holds else suggest([(rule, failing)], [])) == suggestion
