"""Which figures are about a fact, and what becomes of those that do not fit it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import claimcheck
from claimcheck.model.report import Report

CARGO = {"subject": "Port of Ely", "measure": "cargo handled", "period": "2019", "value": 4.2, "unit": "million tonnes"}
FREIGHT = CARGO | {"measure": "cargo|freight", "subject": "Port of Ely|Lower Harbour"}
PUPILS = {"subject": "Hill School", "measure": "pupils", "period": "2020", "value": 412, "unit": "pupils"}
EPS = {"subject": "Ely Shipping", "measure": "earnings per share", "period": "Q3 2021", "value": 1.53}
EPS |= {"unit": "dollars per share"}
RATE = {"subject": "Northland", "measure": "unemployment", "period": "2017", "value": 6.4, "unit": "percent"}
GROWTH = {"subject": "Port of Ely", "measure": "growth of cargo", "period": "2019", "value": 5, "unit": "percent"}
CALL = "OPERATOR: Welcome to the Ely Shipping third quarter 2021 earnings call.\n\nBO LIND: "


def judged(text: str, *facts: Mapping[str, object], name: str = "talk.txt") -> Report:
    return claimcheck.check({name: text}, facts=facts, rules=["core"])


def outcome(text: str, *facts: Mapping[str, object], name: str = "talk.txt") -> str:
    """The gravest finding on the facts, or else what became of the first one."""
    report = judged(text, *facts, name=name)
    levels = [finding.severity.value for finding in report.findings if finding.rule == "core/reference"]
    return levels[0] if levels else report.facts[0].status.value


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        # Stated in full: an error, or a confirmation.
        ("In 2019 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO, "error"),
        ("In 2019 the Port of Ely handled 4.2 million tonnes of cargo.", CARGO, "fits"),
        ("In 2019 the Port of Ely handled 4,150 thousand tonnes of cargo.", CARGO, "fits"),
        ("In 2019 the Port of Ely handled over 4 million tonnes of cargo.", CARGO, "fits"),
        ("In 2019 the Port of Ely handled over 3 million tonnes of cargo.", CARGO, "note"),
        ("In 2019 the Port of Ely handled 4.2 billion tonnes of cargo.", CARGO, "error"),
        # Something unsaid: a warning.
        ("The Port of Ely handled 4.6 million tonnes of cargo.", CARGO, "warning"),
        ("The Port of Ely handled 4.2 million tonnes of cargo.", CARGO, "fits"),
        ("In 2019 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO | {"place": "Norway"}, "warning"),
        ("In 2019 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO | {"period": ""}, "warning"),
        # Another period, measure, subject, unit.
        ("In 2018 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO, "unmatched"),
        ("In 2019 the Port of Ely handled 4.6 million tonnes of mail.", CARGO, "unmatched"),
        ("In 2019 the Port of Lund handled 4.6 million tonnes of cargo.", CARGO, "unmatched"),
        ("In 2019 the Port of Ely handled $4.6 million of cargo.", CARGO, "unmatched"),
        ("Youth unemployment in Northland was 14.6% in 2017.", RATE, "unmatched"),
        ("In 2017 unemployment in Northland and Lund was 7.1%.", RATE, "unmatched"),
        ("In 2020 Hill School had 37 teachers.", PUPILS, "unmatched"),
        # Said in another manner.
        ("Next year the Port of Ely will handle 4.6 million tonnes of cargo.", CARGO, "unmatched"),
        ("Did the Port of Ely handle 4.6 million tonnes of cargo in 2019?", CARGO, "unmatched"),
        ("The Port of Ely did not handle 4.6 million tonnes of cargo in 2019.", CARGO, "unmatched"),
        ("In 2019 the Port of Ely handled another 4.6 million tonnes of cargo.", CARGO, "unmatched"),
        ("In 2019 cargo of the Port of Ely grew by 7%.", GROWTH, "error"),
        ("In 2019 cargo of the Port of Ely grew by 5%.", GROWTH, "fits"),
        ("In 2019 cargo of the Port of Ely fell by 7%.", GROWTH, "unmatched"),
        # Too far apart to be one thing, unless by zeros.
        ("In 2019 the Port of Ely handled 93 tonnes of cargo.", CARGO, "unmatched"),
        # Other names.
        (
            "In 2019 the Port of Ely handled 4.6 million tonnes of freight.",
            CARGO | {"measure": "cargo|freight"},
            "error",
        ),
        (
            "In 2019 Ely Harbour handled 4.6 million tonnes of cargo.",
            CARGO | {"subject": "Port of Ely|Ely Harbour"},
            "error",
        ),
        # A rate told as a sum.
        ("In the third quarter of 2021 earnings per share of Ely Shipping were $1.35.", EPS, "error"),
        ("In the third quarter of 2021 earnings per share of Ely Shipping were $1.53.", EPS, "fits"),
        ("In the third quarter of 2021 adjusted earnings per share of Ely Shipping were $1.35.", EPS, "unmatched"),
    ],
)
def test_one_figure(text: str, fact: Mapping[str, object], expected: str) -> None:
    assert outcome(text, fact) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("For the third quarter, earnings per share were $1.35.", "warning"),
        ("For the third quarter, earnings per share were $1.53.", "fits"),
        ("For the second quarter, earnings per share were $1.35.", "unmatched"),
        ("Earnings per share were $1.53 compared with $1.35 in the prior quarter.", "fits"),
        # A segment's figure is not the company's.
        ("In our ferry segment, earnings per share were $1.35.", "unmatched"),
        ("Earnings per share were $1.35 in Norway. For the third quarter, earnings per share were $1.30.", "unmatched"),
    ],
)
def test_a_document_that_opens_with_its_subject_and_quarter(said: str, expected: str) -> None:
    assert outcome(CALL + said, EPS, name="ely_q3_2021.txt") == expected


def test_a_file_that_is_named_for_another_quarter_accuses_nobody() -> None:
    said = CALL + "For the quarter, earnings per share were $1.35."
    assert outcome(said, EPS, name="ely_q3_2021.txt") == "warning"
    assert outcome(said.replace("2021", "2020"), EPS, name="ely_q3_2021.txt") == "unmatched"


def test_facts_that_contradict_each_other_judge_nothing() -> None:
    report = judged("In 2019 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO, CARGO | {"value": 4.9})
    assert report.findings == ()
    assert [one.status.value for one in report.facts] == ["ambiguous", "ambiguous"]
    assert "facts, row 2 says otherwise" in report.facts[0].reason


def test_a_figure_that_two_facts_match_is_undecided() -> None:
    report = judged(
        "The Port of Ely handled 4.6 million tonnes of cargo.", CARGO, CARGO | {"period": "2018", "value": 3.9}
    )
    assert report.findings == ()
    assert [one.status.value for one in report.facts] == ["ambiguous", "ambiguous"]
    assert "talk.txt:1:25" in report.facts[0].reason


def test_a_stated_period_decides_between_two_facts() -> None:
    report = judged(
        "In 2018 the Port of Ely handled 3.9 million tonnes of cargo.", CARGO, CARGO | {"period": "2018", "value": 3.9}
    )
    assert [one.status.value for one in report.facts] == ["unmatched", "fits"]
    assert "it is for 2018" in report.facts[0].reason


def test_an_unmatched_fact_tells_the_nearest_figure() -> None:
    [fact] = judged("In 2018 the Port of Ely handled 4.6 million tonnes of cargo.", CARGO).facts
    assert fact.reason == "the nearest of 1 is 4.6 million tonnes at talk.txt:1:33, but it is for 2018"


def test_only_figures_that_share_a_key_are_held_against_facts() -> None:
    others = [{**CARGO, "subject": f"Harbour {name}"} for name in ("Aa", "Bb", "Cc", "Dd", "Ee")]
    text = "In 2019 the Port of Ely handled 4.2 million tonnes of cargo. " * 3
    assert judged(text, CARGO).held == judged(text, CARGO, *others).held == 3


def test_the_finding_cites_the_source_and_mends_the_figure_only() -> None:
    report = judged("In 2020 Hill School had 421 pupils.", PUPILS | {"source": "school board"})
    [finding] = [one for one in report.findings if one.rule == "core/reference"]
    assert finding.message == "421 is said, but school board gives 412"
    assert [(item.file, item.role) for item in finding.evidence] == [("talk.txt", "claim"), ("facts", "fact")]
    assert finding.evidence[1].speaker == "school board"
    assert finding.suggestion == "412 would fit"


def test_rows_that_say_the_same_twice_are_no_contradiction() -> None:
    report = judged("In 2019 the Port of Ely handled 4.2 million tonnes of cargo.", CARGO, CARGO | {"value": "4.20"})
    assert [one.status.value for one in report.facts] == ["fits", "fits"]
