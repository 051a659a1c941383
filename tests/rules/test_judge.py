"""Judging: which rules apply, in which order the judgements come, and that nothing ends the run."""

from __future__ import annotations

import pytest
from hand_made_links import claim, link, pair

from claimcheck.model.link import Link
from claimcheck.model.rule import Rule, RuleSet, Within
from claimcheck.rules import CHECKS, load_rules
from claimcheck.rules.judge import judge

CORE = load_rules(["core"])
WRONG_SUM = link("total-of", part=("29", "13"), total="43")


def told(links: list[Link], rules: RuleSet = CORE) -> list[tuple[str, str, str]]:
    return [(one.rule.id, str(one.verdict.outcome), one.suggestion) for one in judge(links, rules)]


def test_each_link_is_judged_by_the_rule_that_owns_it() -> None:
    links = [
        pair("same-measure", "54 schools", "45 schools"),
        pair("same-measure", "$2.3 trillion", "$2.3 billion"),
        pair("same-measure", "5,000 kilograms", "50 tons"),
        WRONG_SUM,
        link("total-of", part=("29", "13"), total="42"),
        link("part-of", whole="over 4,000 maps", part="9,000 maps"),
    ]
    assert [(rule, outcome) for rule, outcome, _ in told(links)] == [
        ("core/restated", "strict"),
        ("core/magnitude", "strict"),
        ("core/conversion", "strict"),
        ("core/sum", "strict"),
        ("core/sum", "fits"),
        ("core/part-of", "plain"),
    ]


def test_only_strict_judgements_carry_a_suggestion() -> None:
    fits = link("total-of", part=("29", "13"), total="42")
    assert [suggestion for *_, suggestion in told([WRONG_SUM, fits])] == ["42 would fit: 29 + 13 = 42", ""]


def test_links_that_share_a_figure_are_repaired_together() -> None:
    whole = claim("$28 million")
    links = [link("part-of", whole=whole, part=part) for part in ("$9 billion", "$17 billion", "$3 million")]
    assert [suggestion for *_, suggestion in told(links)] == [
        "$28 billion would fit this and 2 other figures",
        "$28 billion would fit this and 2 other figures",
        "",
    ]


def test_what_one_change_leaves_is_repaired_by_the_next() -> None:
    shared = claim("29")
    links = [
        link("total-of", part=(shared, "13"), total="43"),
        link("total-of", part=(shared, "20"), total="94"),
    ]
    assert all(suggestion for *_, suggestion in told(links))


@pytest.mark.parametrize(
    ("within", "other", "judged"),
    [
        (Within.SENTENCE, {}, True),
        (Within.SENTENCE, {"sentence": 1}, False),
        (Within.TURN, {"sentence": 1}, True),
        (Within.TURN, {"turn": 1}, False),
        (Within.DOCUMENT, {"turn": 1}, True),
        (Within.DOCUMENT, {"document": "b.txt"}, False),
        (Within.CORPUS, {"document": "b.txt"}, True),
    ],
)
def test_where_within(within: Within, other: dict[str, object], judged: bool) -> None:
    rules = RuleSet((Rule("mine/same", "", "restated", within=within),))
    linked = pair("same-measure", claim("54 schools"), claim("45 schools", **other))  # type: ignore[arg-type]
    assert bool(told([linked], rules)) is judged


@pytest.mark.parametrize(
    ("dimension", "figures", "judged"),
    [
        ("money", ("$5 million", "$7 million"), True),
        ("money:dollar", ("$5 million", "$7 million"), True),
        ("money:euro", ("$5 million", "$7 million"), False),
        ("count", ("54 schools", "45 schools"), True),
        ("mass", ("5 tonnes", "7 tonnes"), True),
        ("mass", ("54 schools", "45 schools"), False),
    ],
)
def test_where_dimension(dimension: str, figures: tuple[str, str], judged: bool) -> None:
    rules = RuleSet((Rule("mine/same", "", "restated", dimension=dimension),))
    assert bool(told([pair("same-measure", *figures)], rules)) is judged


def test_the_order_of_rules_and_links_is_kept() -> None:
    links = [WRONG_SUM, pair("same-measure", "54 schools", "45 schools"), WRONG_SUM]
    assert told(links) == told(links)
    assert [rule for rule, *_ in told(links)] == ["core/sum", "core/restated", "core/sum"]


def test_a_bad_figure_does_not_end_the_run() -> None:
    broken = claim("54 schools")
    object.__setattr__(broken.quantity, "factor", broken.quantity.factor * 0)
    links = [
        pair("same-measure", broken, "45 tonnes"),
        link("total-of", part=(broken, "3"), total="9"),
        WRONG_SUM,
    ]
    assert ("core/sum", "strict", "42 would fit: 29 + 13 = 42") in told(links)


def test_every_check_has_a_shipped_rule() -> None:
    assert {rule.check for rule in CORE.rules} == set(CHECKS)
