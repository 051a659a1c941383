"""Relations that a passage states: totals and parts, moves and their levels, shares of a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.model.finding import Severity
from tests.conftest import Checked

Check = Callable[..., Checked]


@pytest.mark.parametrize(
    ("text", "rule", "figures"),
    [
        (
            "BO: The club has $402 million in reserve, comprised of $52 million of cash and $595 million of bonds.",
            "core/sum",
            ("$402 million", "$52 million", "$595 million"),
        ),
        (
            "BO: We paid the towns $137 million via $62 million in grants and $112 million of loans.",
            "core/sum",
            ("$137 million", "$62 million", "$112 million"),
        ),
        (
            "BO: The whole plan comes to roughly $6 billion: $2 billion for roads, roughly $7 billion for rail.",
            "core/sum",
            ("$6 billion", "$2 billion", "$7 billion"),
        ),
        (
            "BO: The bill is $6.2 billion, because it is 2.2 plus 5.",
            "core/sum",
            ("$6.2 billion", "2.2", "5"),
        ),
        (
            "BO: The bill is $6.2 billion, because it is 2.2 and 4 together. It's $6.2 trillion.",
            "core/restated",
            ("$6.2 billion", "$6.2 trillion"),
        ),
        (
            "BO: The loan was $263 million, not $109 million. Not $109 million, $263 billion.",
            "core/restated",
            ("$263 million", "$263 billion"),
        ),
        (
            "BO: The surplus was $541 million, with $643 million from fees less $51 million of costs.",
            "core/sum",
            ("$541 million", "$643 million", "$51 million"),
        ),
        (
            "BO: The bank returned $634 million to its shareholders, including $307 million of share repurchases"
            " and $123 million in dividends.",
            "core/sum",
            ("$634 million", "$307 million", "$123 million"),
        ),
        (
            "BO: The port will cost $1.5 billion, of which half a billion dollars comes from the town, and two billion"
            " dollars from the state.",
            "core/part-of",
            ("$1.5 billion", "half a billion dollars", "two billion dollars"),
        ),
        (
            "BO: They shipped over 650,000 parcels, including 840,000 parcels on Friday alone.",
            "core/part-of",
            ("650,000", "840,000"),
        ),
        (
            "BO: Among the more than 195,000 that were examined, only 351,000 had to stay.",
            "core/part-of",
            ("195,000", "351,000"),
        ),
        (
            "BO: The patrol seized over 45 kilograms of ivory. Of them, more than 23 tons were tusks.",
            "core/part-of",
            ("45 kilograms", "23 tons"),
        ),
        (
            "BO: Profit was $93 million, increasing $44 million or 62% compared to $49 million in the prior year.",
            "core/change",
            ("$93 million", "62%", "$49 million"),
        ),
        (
            "BO: Margins expanded 215 basis points from 11.6% a year ago to 15.5%.",
            "core/change",
            ("215 basis points", "11.6%", "15.5%"),
        ),
        (
            "BO: Receipts have risen by 90 percent, from $8 to $11.8 billion, and we are glad of it.",
            "core/change",
            ("90 percent", "$8", "$11.8 billion"),
        ),
        (
            "BO: Orders fell 4% last spring, while sales rose 21% to $650 million, compared to $509 million.",
            "core/change",
            ("21%", "$650 million", "$509 million"),
        ),
        (
            "BO: Sales were $650 million, up 21%. That compares with $509 million last year.",
            "core/change",
            ("$650 million", "21%", "$509 million"),
        ),
        (
            "BO: This year brought a $7.9 million or 36% increase over the $20.6 million of last year, to $28 million.",
            "core/change",
            ("$7.9 million", "36%", "$20.6 million"),
        ),
        (
            "BO: Asia took about 54% of our fruit, followed by Europe with about 35%, and Africa with about 20%.",
            "core/shares",
            ("54%", "35%", "20%"),
        ),
        (
            "BO: We baked a mix of 32% rye, 27% wheat and 31% spelt, with the remaining 19% made of oats.",
            "core/shares",
            ("32%", "27%", "31%", "19%"),
        ),
        (
            "BO: The ballot gave 52% yes, 38% no and 20% undecided.",
            "core/shares",
            ("52%", "38%", "20%"),
        ),
        (
            "BO: Of those asked, 56 percent are female, 16 percent of them retired; 62 percent are male.",
            "core/shares",
            ("56 percent", "62 percent"),
        ),
        (
            "BO: About 14 percent were ill. That means 95 percent of the guests did not.",
            "core/shares",
            ("14 percent", "95 percent"),
        ),
    ],
)
def test_passage_that_does_not_add_up_is_reported(
    checked: Check, text: str, rule: str, figures: tuple[str, ...]
) -> None:
    checked(text).reports(rule, *figures)


@pytest.mark.parametrize(
    "text",
    [
        # Short sentences that say another figure.
        "BO: Roads cost $1.5 billion, and the new rail is $4.5 billion. Then it's about $6 billion in total.",
        "BO: We paid about $45 million in May; $30 million in June.",
        "BO: The price is $30 a share. So it's about $30 million.",
        "BO: It was $0.19 last year. It's $0.35 this year.",
        "BO: The loan was $263 billion, not $109 billion. Not $109 billion, $263 billion.",
        "BO: The loan was $2.4 million. Then the fund grew to $2.4 billion. We gave away the $2.4 million.",
        # Lists that name some parts only, and totals of more than what stands before them.
        "BO: The fund holds $500 million, including $100 million of bonds and $50 million of gold.",
        "BO: The gain of $221 million primarily consists of $146 million from trees and $84 million from land.",
        "BO: Uses this year come to $535 million: $150 million of building; $130 million of dividends; and the rest.",
        "BO: We opened four shops in May and two more in June for a total of 17 shops.",
        "BO: We paid $21 million for the mill and another $17 million for the land. The new road, which is $60 million "
        "of our plan, starts in May.",
        "BO: May included the $54 million port sale, which included $47 million of cranes and $20 million of depots.",
        # Wholes that may be smaller than a part: sums of both signs.
        "BO: Storm losses were $212 million, which includes $233 million of claims, offset by $21 million of releases.",
        # A whole of another size class, noun or kind.
        "BO: Earnings per share of $4.52 included $0.68 of fees and $81 million of interest.",
        "BO: We fly 18 freighters including 14 747-8s and 4 smaller ones.",
        "BO: We love our shops, all four of them -- all five of them, with the new one.",
        "BO: The bank lends $560 million, including loans of $340 million and $460 million in deposits.",
        "BO: We signed leases of over $100 million, the largest of which was a $385 million lease in Lund.",
        # Sizes on another basis than the levels beside them.
        "BO: Organic sales rose 4% to $650 million, compared to $509 million a year ago.",
        "BO: The fleet has grown from $752 million in 2018 to $980 million in 2021, an annual growth rate of 9.2%.",
        "BO: The dividend was $1.13 compared to $1.05, reflecting a 13% increase in cash earned.",
        "BO: Sales of $249 million rose 6.5% versus last year with a profit of $26.9 million.",
        "BO: After $74.9 million of returns, our net sales show an increase of $34.5 million or 2.1%.",
        "BO: We expect growth of 12% to 15%, or $0.81 to $0.83.",
        "BO: Turnover rose 77% to $1.1 billion, compared to $630.7 million a year ago.",
        # Percentages of several things.
        "BO: The bridge is approved by 71% in Lund, 70% in Malmo and 69% in Ystad.",
        "BO: We own 45% of the mill, 40% of the mine and 30% of the port.",
        "BO: At first, 9% had heard of it, now 65% have, and 80% will by May.",
        "BO: First it was 90 percent negative, 10 percent positive, and then 80 percent positive, 20 percent negative.",
        "BO: Pupils get one day a week of training for 20 weeks a year.",
        "BO: Sales grew by 40% over five years, and we should be proud of it.",
    ],
)
def test_passage_that_may_be_right_is_left_alone(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


def test_parts_that_a_whole_mainly_consists_of_are_noted(checked: Check) -> None:
    text = "BO: A gain of $221 million, which mainly consists of a gain of $146 million here and $84 million there."
    checked(text).reports_nothing()
    checked(text).reports("core/part-of", "$221 million", "$146 million", "$84 million", severity=Severity.NOTE)
