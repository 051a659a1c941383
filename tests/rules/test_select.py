"""Which figures a topic means: by the noun, the words around it, the dimension, the verb and the role."""

from __future__ import annotations

import pytest

from claimcheck.model.topic import Topic
from claimcheck.rules.select import is_about
from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "topic", "means"),
    [
        ("The general fund budget is $312 million.", "$312 million", {"measures": ("general fund budget",)}, True),
        (
            "The budget of the general fund is $312 million.",
            "$312 million",
            {"measures": ("general fund budget",)},
            True,
        ),
        ("The general fund budget is $312 million.", "$312 million", {"measures": ("budgets",)}, True),
        ("The general fund budget is $312 million.", "$312 million", {"measures": ("general fund",)}, False),
        (
            "The capital budget is $5 million.",
            "$5 million",
            {"measures": ("general fund budget", "capital budget")},
            True,
        ),
        ("The total of all funds was $380 million.", "$380 million", {"measures": ("total of all funds",)}, True),
        ("The water fund was $380 million.", "$380 million", {"measures": ("total of all funds",)}, False),
        ("The police department has 410 employees.", "410", {"measures": ("employee",), "scope": ("police",)}, True),
        ("The fire department has 212 employees.", "212", {"measures": ("employee",), "scope": ("police",)}, False),
        ("We seized 4 tonnes of drugs.", "4 tonnes", {"measures": ("drug",), "dimension": "mass"}, True),
        ("We seized 4 tonnes of drugs.", "4 tonnes", {"measures": ("drug",), "dimension": "money"}, False),
        ("We seized 4 tonnes of drugs.", "4 tonnes", {"measures": ("drug",), "events": ("seizing", "burn")}, True),
        ("We bought 4 tonnes of drugs.", "4 tonnes", {"measures": ("drug",), "events": ("seize", "burn")}, False),
        ("The fee is $40 per pupil.", "$40 per pupil", {"measures": ("fee",), "dimension": "money/pupil"}, True),
        ("The fee is $40 per pupil.", "$40 per pupil", {"measures": ("fee",), "dimension": "money"}, False),
        ("The fee is $40.", "$40", {"measures": ("fee",), "dimension": "money:dollar"}, True),
        ("The fee is $40.", "$40", {"measures": ("fee",), "dimension": "money:euro"}, False),
        ("Revenue rose by $5 million.", "$5 million", {"measures": ("revenue",)}, False),
        ("Revenue rose by $5 million.", "$5 million", {"measures": ("revenue",), "role": "change"}, True),
        ("Revenue was $5 million.", "$5 million", {"measures": ("revenue",), "role": "change"}, False),
        ("We have 212 firefighters. 23 of them are women.", "23", {"measures": ("firefighter",)}, False),
        ("We have 212 firefighters. 23 of them are women.", "212", {"measures": ("firefighter",)}, True),
        (
            "In fiscal 2024, revenue was $5 million.",
            "$5 million",
            {"measures": ("revenue",), "scope": ("fiscal 2024",)},
            True,
        ),
        (
            "In fiscal 2023, revenue was $5 million.",
            "$5 million",
            {"measures": ("revenue",), "scope": ("fiscal 2024",)},
            False,
        ),
    ],
)
def test_a_topic_means(text: str, figure: str, topic: dict[str, tuple[str, ...]], means: bool) -> None:
    assert is_about(claim_of(text, figure), Topic("it", **topic)) is means  # type: ignore[arg-type]
