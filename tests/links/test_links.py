"""Which figures are set against each other, and which are left alone; through the whole program."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import claimcheck
from tests.conftest import Checked

Check = Callable[..., Checked]


@pytest.mark.parametrize(
    ("text", "rule", "figures"),
    [
        (
            "BO: The depot holds 12 buses. Another 7 are on order. Those 20 buses will run in June.",
            "core/sum",
            ("12", "7", "20"),
        ),
        (
            "BO: We spent $4.5 million on roofs and $6.2 million on lifts. That makes $11.7 million in all.",
            "core/sum",
            ("$4.5 million", "$6.2 million", "$11.7 million"),
        ),
        (
            "BO: Trade between our countries has reached $28 million. Our trade with Norway will reach $9 billion.",
            "core/part-of",
            ("$28 million", "$9 billion"),
        ),
        (
            "BO: The firm owns 45 farms. Of them, 63 grow wheat.",
            "core/part-of",
            ("45", "63"),
        ),
        (
            "BO: We own farms, and 63 of those 45 farms grow wheat.",
            "core/part-of",
            ("45", "63"),
        ),
        (
            "BO: Orders rose 21% to $650 million, compared to $509 million last year.",
            "core/change",
            ("21%", "$650 million", "$509 million"),
        ),
        (
            "BO: They seized 5,000 kilograms of tea. Seven tons in one night!",
            "core/conversion",
            ("5,000 kilograms", "Seven tons"),
        ),
        (
            "BO: Of those tested, 56% were women and 62% were men.",
            "core/shares",
            ("56%", "62%"),
        ),
    ],
)
def test_clash_is_reported(checked: Check, text: str, rule: str, figures: tuple[str, ...]) -> None:
    checked(text).reports(rule, *figures)


@pytest.mark.parametrize(
    "text",
    [
        "BO: Yesterday, 12 of those 14 farms grew wheat.",
        "BO: Revenue in Europe was $5 million. In Asia, revenue was $7 million.",
        "BO: Adjusted EBITDA was $132 million. EBITDA was $61 million.",
        "BO: Exports to Chile reached $5 million. Imports from Chile reached $8 million.",
        "BO: In 2019 the harvest reached 920 tonnes. In 2020 the harvest reached 870 tonnes.",
        "BO: We built 12 schools. Another 7 will follow. Those 19 schools are all in the north.",
        "BO: It was $26 million, not $10 million.",
        "BO: They paid 135 million — billion dollars. They paid 135 billion dollars.",
        "BO: Over 5,000 kilograms of tea were seized. Over five tons in one night!",
        "BO: Sales rose 77% to $1.1 billion compared to $630.7 million.",
        "BO: We have 4,000 soldiers there. About 9,000 civilians live nearby.",
        "BO: Of 11 members, eight voted for it and three against.",
        "BO: Grants of $14 million and $6 million were paid, respectively, for a total of $22 million and $9 million.",
        "BO: We expect 100,000 visitors this year. 120,000 visitors came this year.",
    ],
)
def test_lookalike_is_silent(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


def test_order_of_texts_changes_nothing(checked: Check) -> None:
    texts = [
        "BO: The new river bridge at Lund cost $310 million in 2019.",
        "ANNA: The new river bridge at Lund cost $360 million in 2019.",
    ]
    first, second = checked(*texts), checked(*reversed(texts))
    assert [f.message for f in first.report.findings]
    assert {f.fingerprint for f in first.report.findings} == {f.fingerprint for f in second.report.findings}


def test_shared_words_are_told_as_they_were_said() -> None:
    text = "ANNA: The stability reserve stands at $38 million. BO: The stability reserve stands at $38 billion."
    [finding] = claimcheck.check({"talk.txt": text}).findings
    assert "shared words: reserve, stability, stands" in finding.why
