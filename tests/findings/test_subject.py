import pytest

import claimcheck
from claimcheck.findings.subject import subject_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The general fund budget for 2024 is $312 million.", "general fund budget"),
        ("Operating cash flow was $38.9 million.", "operating cash flow"),
        ("We have 430 families on the waiting list for city housing.", "family"),
        ("Investigators found 4,000 drug crimes.", "drug crime"),
        ("Our adjusted EBITDA was $12 million.", "adjusted EBITDA"),
        ("Norway's trade has come to $9 billion.", "trade"),
        ("The fund has $3.1 million for traffic signals.", "traffic signal"),
        ("It came to $5 million.", ""),
    ],
)
def test_a_figure_is_named_in_the_words_of_its_sentence(text: str, subject: str) -> None:
    [claim] = claimcheck.extract_claims(text)
    assert subject_of(claim) == subject


def test_topics_of_packs_come_first(tmp_path) -> None:
    pack = tmp_path / "town.yaml"
    pack.write_text("pack: town\ntopics:\n  spending: {measures: [budget]}\n", "utf-8")
    texts = {"a.txt": "ANNA: The school budget is $312 million.", "b.txt": "BO: The school budget is $321 million."}
    report = claimcheck.check(texts, rules=["core", str(pack)])
    topics = {item.topics for finding in report.findings for item in finding.evidence}
    assert topics == {("spending", "school budget")}
