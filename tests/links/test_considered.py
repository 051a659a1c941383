"""What a figure was compared with, and the reasons for each link and each refusal."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck import pipeline
from claimcheck.links import consider, link_claims
from claimcheck.model.explanation import Considered, Standing


def considered(figure: str, text: str) -> list[Considered]:
    """What the figure that reads exactly so is compared with."""
    claims, rules = claimcheck.extract_claims(text, speaker="Bo", date="2023-06-15"), pipeline.load(["core"])
    chosen = {claim.id for claim in claims if claim.quantity.text == figure}
    assert chosen, [claim.quantity.text for claim in claims]
    return consider(chosen, claims, rules, link_claims(claims, rules).links)


@pytest.mark.parametrize(
    ("figure", "other", "standing", "told", "text"),
    [
        (
            "$310 million",
            "$360 million",
            Standing.LINKED,
            "both measure bridge",
            "The new river bridge cost $310 million in 2019. In 2019 the new river bridge cost $360 million.",
        ),
        (
            "20",
            "12",
            Standing.LINKED,
            "sums them up",
            "We hold 12 buses. Another 7 are due. Those 20 buses run in June.",
        ),
        (
            "$7 million",
            "$5 million",
            Standing.APART,
            'only one says "adjusted"',
            "Adjusted revenue of the ferries that run to the islands came to $7 million in 2020. "
            "Revenue of the ferries that run to the islands came to $5 million in 2020.",
        ),
        (
            "920 tonnes",
            "870 tonnes",
            Standing.APART,
            "different periods",
            "The wheat harvest of the valley reached 920 tonnes in 2019. "
            "The wheat harvest of the valley reached 870 tonnes in 2020.",
        ),
    ],
)
def test_tells_how_a_comparison_came_out(figure: str, other: str, standing: Standing, told: str, text: str) -> None:
    [item] = [item for item in considered(figure, text) if item.other.quantity.text == other]
    assert item.standing is standing
    assert told in "; ".join((item.why_not, *item.reasons))
    assert bool(item.links) is (standing is Standing.LINKED)


def test_a_near_miss_tells_its_score_and_what_is_missing() -> None:
    text = (
        "The small road budget was $5 million. The rural winter road safety maintenance budget was $7 million in 2019."
    )
    [item] = considered("$5 million", text)
    assert item.standing is Standing.NEAR
    assert item.why_not.startswith("too little in common, score 0.")
    assert 0 < item.score < 1
    assert item.reasons
    assert item.doubts


def test_linked_come_first_then_near_misses_by_score_then_the_rest() -> None:
    text = (
        "Revenue of the port was $5 million in 2021. Export revenue of the port was $6 million in 2021. "
        "Revenue of the port was $9 million in 2021. Adjusted revenue of the port was $4 million in 2021. "
        "Revenue of the port came to $8 million in 2020."
    )
    items = considered("$5 million", text)
    order = [list(Standing).index(item.standing) for item in items]
    assert order == sorted(order)
    assert len(set(order)) > 1
    scores = [item.score for item in items if item.standing is Standing.NEAR]
    assert scores == sorted(scores, reverse=True)


def test_figures_of_other_nouns_are_not_considered() -> None:
    assert considered("40", "We planted 40 elms. The choir sang 3 songs.") == []


def test_pairs_are_counted_once() -> None:
    rules = pipeline.load(["core"])
    two, three = (
        claimcheck.extract_claims(" ".join(f"We planted {number} elms." for number in numbers))
        for numbers in ((40, 50), (40, 50, 60))
    )
    assert (link_claims(two, rules).compared, link_claims(three, rules).compared) == (1, 3)
