"""What a figure measures."""

from __future__ import annotations

import pytest

import claimcheck
from tests.conftest import claim_of


@pytest.mark.parametrize(
    ("text", "figure", "head"),
    [
        ("Trade with Norway has reached $9 billion.", "$9 billion", "trade"),
        ("The volume of trade came to $9 billion last year.", "$9 billion", "trade"),
        ("Trade turnover was almost $17 billion.", "$17 billion", "trade"),
        ("The harbour handled 400 tons of grain.", "400 tons", "grain"),
        ("Police seized more than five tons of narcotics.", "five tons", "narcotic"),
        ("Over 4,000 burglaries have been solved.", "4,000", "burglary"),
        (
            "A fund with a capital of one and a half billion dollars is planned.",
            "one and a half billion dollars",
            "capital",
        ),
        ("We generated $541 million in free cash flow.", "$541 million", "flow"),
        ("Orders totaled $650 million in the quarter.", "$650 million", "order"),
        ("We hold about 53% of the permits.", "53%", "permit"),
        ("The council passed a $2 million budget.", "$2 million", "budget"),
        ("The tax rate in the second quarter was 20.6%.", "20.6%", "rate"),
        ("They unveiled a truck with 400 tons of thrust.", "400 tons", "thrust"),
        ("Sampling in the bay came back at 4 tons.", "4 tons", "sampling"),
    ],
)
def test_measures(text: str, figure: str, head: str) -> None:
    assert claim_of(text, figure).head == head


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("Over 4,000 drug crimes have been uncovered.", "4,000", "drug crime"),
        ("Work goes on with 29 draft laws.", "29", "draft law"),
        ("Work goes on with 29 draft laws. Another 13 are being written.", "13", "draft law"),
        ("They sold 12 tons of apples.", "12 tons", "tonne"),
    ],
)
def test_counts(text: str, figure: str, unit: str) -> None:
    assert claim_of(text, figure).unit == unit


def test_pronoun_takes_the_measure_said_before() -> None:
    claim = claim_of("Trade between our towns was $3 million. It has been growing by 40% since 2019.", "40%")
    assert "trade" in claim.measure
    assert claim.role == "change"


def test_coordinated_figures_keep_their_own_nouns_and_verbs() -> None:
    text = "In the raid 4,000 knives were found, 12,500 visitors were searched and 500 weapons were confiscated."
    found = [(claim_of(text, figure).head, claim_of(text, figure).event) for figure in ("4,000", "12,500", "500")]
    assert found == [("knife", "find"), ("visitor", "search"), ("weapon", "confiscate")]


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("The clinic has performed 700 kidney transplants.", "700", ("transplant", "kidney", "clinic")),
        ("The clinic, which has 300 nurses, is full.", "300", ("nurse", "clinic")),
        ("The clinic said it had hired 40 nurses.", "40", ("nurse", "clinic")),
        ("The clinic announced plans to hire 40 nurses.", "40", ("nurse", "clinic")),
        ("We have hired 40 nurses.", "40", ("nurse",)),
    ],
)
def test_says_whose_it_is(text: str, figure: str, measure: tuple[str, ...]) -> None:
    claim = claim_of(text, figure)
    assert claim.measure == measure
    assert "clinic" not in claim.modifiers


@pytest.mark.parametrize(
    ("text", "figure", "word"),
    [
        ("The tunnel is 9 miles (14.5 kilometers) long.", "14.5 kilometers", "tunnel"),
        ("Weigh four fillets (1 pound) first.", "1 pound", "fillet"),
        ("The best scorers were Ada Berg (18 goals) and Bo Lund (12 goals).", "12 goals", "lund"),
    ],
)
def test_parentheses_belong_to_what_stands_before_them(text: str, figure: str, word: str) -> None:
    claims = [c for c in claimcheck.extract_claims(text) if figure.startswith(c.quantity.text)]
    assert word in claims[-1].measure


@pytest.mark.parametrize(
    ("text", "figure", "head"),
    [
        ("Earnings were $5 million.", "$5 million", "earnings"),
        ("Its printed maps sold for $5 million.", "$5 million", "map"),
        ("Is that 5.5% level sustainable?", "5.5%", "level"),
    ],
)
def test_words_keep_their_meaning(text: str, figure: str, head: str) -> None:
    assert claim_of(text, figure).head == head
