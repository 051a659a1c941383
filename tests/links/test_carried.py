"""What follows from two links: an echo of a figure, and the parts that a total is made of, said elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Checked

Check = Callable[..., Checked]

CLUB = "ANNA: We returned {} to our members last year.\nBO: Last year the bank returned $583 million to members, "


@pytest.mark.parametrize(
    ("texts", "rule", "figures"),
    [
        (
            # The echo is in another unit than what it is held against.
            (
                "ANNA: In the winter raid the rangers seized over 8,000 kilograms of ivory. "
                "Over eight tons in one raid!\n"
                "BO: In that winter raid, the rangers seized more than eight kilograms of ivory.",
            ),
            "core/magnitude",
            ("8,000 kilograms", "eight tons", "eight kilograms"),
        ),
        (
            (CLUB.format("$358 million") + "including $471 million of refunds and $112 million in dividends.",),
            "core/sum",
            ("$358 million", "$583 million", "$471 million", "$112 million"),
        ),
        (
            (CLUB.format("$583 billion") + "including $471 million of refunds and $112 million in dividends.",),
            "core/sum",
            ("$583 billion", "$583 million", "$471 million", "$112 million"),
        ),
        (
            ("BO: The senate voted $3.4 billion in aid for the coast. And the $3.4 trillion will be spent by May.",),
            "core/restated",
            ("$3.4 billion", "$3.4 trillion"),
        ),
        (
            (
                "BO: Normally, 29,000 pumps are built each year. Over the coming 90 days we get over 110,000 more. "
                "Put otherwise, over the coming 90 days we have over 40 times the number of pumps of a normal year.",
            ),
            "core/change",
            ("29,000", "110,000", "40 times"),
        ),
    ],
)
def test_what_follows_from_two_links_is_reported(
    checked: Check, texts: tuple[str, ...], rule: str, figures: tuple[str, ...]
) -> None:
    found = checked(*texts)
    found.reports(rule, *figures)
    assert len(found.loud()) == 1


@pytest.mark.parametrize(
    "text",
    [
        CLUB.format("$583 million") + "including $471 million of refunds and $112 million in dividends.",
        "BO: The senate voted $3.4 billion in aid for the coast. And the $3.4 billion will be spent by May.",
        # One digit is shared by chance; another noun stands between.
        "BO: The senate voted $3 billion in aid for the coast. And the $3 trillion of debt is another matter.",
        "BO: The 412 piece is easy, I think. It is the 412B that is not yet approved.",
        "BO: Normally, 29,000 pumps are built here each year. Over the coming 90 days we get over 110,000 more. "
        "Put otherwise, over the coming 90 days we have over three times the number of pumps of a normal year.",
        "BO: Normally, 29,000 pumps are built here each year. Over the coming 90 days we get over 110,000 more. "
        "Over the coming ten years we have over 40 times the number of pumps of a normal year.",
    ],
)
def test_what_may_be_right_is_left_alone(checked: Check, text: str) -> None:
    checked(text).reports_nothing()
