"""Which figures changed between two versions of a text."""

import pytest

from claimcheck.changes import compare_versions
from claimcheck.claims.mentions import mentions_of
from claimcheck.model.change import Comparison
from claimcheck.model.document import Document, Segment, Turn
from claimcheck.model.mention import Mention
from claimcheck.model.settings import DEFAULT_UNITS
from claimcheck.quantities import scan


def mentions(text: str) -> list[Mention]:
    """All numbers of a text, without what they measure."""
    turn = Turn(0, text, 0, len(text), (Segment(0, 0, len(text)),))
    document = Document("t", "t", text, 0, len(text), "text", turns=(turn,))
    quantities = (tuple(scan(text, DEFAULT_UNITS)),)
    return list(mentions_of(document, quantities, ()))


def compared(old: str, new: str) -> Comparison:
    return compare_versions(mentions(old), mentions(new))


def told(comparison: Comparison) -> list[str]:
    """The changes in short: "5 → 6", "+ 7", "- 8"."""
    lines = []
    for change in comparison.changes:
        before, after = (one.quantity.text if one else "" for one in (change.old, change.new))
        lines.append(f"{before} → {after}" if before and after else f"+ {after}" if after else f"- {before}")
    return lines


@pytest.mark.parametrize(
    ("old", "new", "changes", "unchanged"),
    [
        ("Trade reached $28 million.", "Trade reached $28 billion.", ["$28 million → $28 billion"], 0),
        ("Trade reached $28 million.", "Trade has now reached $28 billion.", ["$28 million → $28 billion"], 0),
        ("We planted 40 elms.", "We planted 40 elms.", [], 1),
        ("They seized 5,000 kilograms of it.", "They seized five tonnes of it.", [], 1),
        ("They seized 5 tonnes of it.", "They seized over 5 tonnes of it.", ["5 tonnes → 5 tonnes"], 0),
        ("We lost 12 boats in 2019.", "We lost 12 boats in 2018.", ["2019 → 2018"], 1),
        ("On 3 May we left.", "On 4 May we left.", ["3 May → 4 May"], 0),
        ("We have 5 cats and 3 dogs.", "We have 5 cats, 2 birds and 3 dogs.", ["+ 2"], 2),
        ("We have 5 cats, 2 birds and 3 dogs.", "We have 5 cats and 3 dogs.", ["- 2"], 2),
        ("We have 5 cats. Rain fell on 9 days.", "We have 5 cats.", ["- 9 days"], 1),
        ("We have 5 cats.", "We have 5 cats. Rain fell on 9 days.", ["+ 9 days"], 1),
        ("We have 5 cats. Rain fell on 9 days.", "Rain fell on 9 days. We have 5 cats.", [], 2),
        ("We have 5 cats. Rain fell on 9 days.", "Rain fell on 8 days. We have 5 cats.", ["9 days → 8 days"], 1),
        ("We spent 5 euros.", "We spent 5 euros and then 7 dollars.", ["+ 7 dollars"], 1),
        ("It cost 5 euros.", "It cost 9 dollars and 6 euros.", ["+ 9 dollars", "5 euros → 6 euros"], 0),
        ("It rose 4 percent.", "It rose 4 percentage points.", ["4 percent → 4 percentage points"], 0),
        ("Nothing was said.", "Nothing at all was said.", [], 0),
        ("", "We have 5 cats.", ["+ 5"], 0),
    ],
)
def test_changes(old: str, new: str, changes: list[str], unchanged: int) -> None:
    comparison = compared(old, new)
    assert (told(comparison), comparison.unchanged) == (changes, unchanged)


def test_repeated_sentences_are_paired_in_their_order() -> None:
    line = "The board met {} times. "
    old, new = ("".join(line.format(number) for number in numbers) for numbers in ((3, 4, 5, 6), (3, 4, 7, 6)))
    assert told(compared(old, new)) == ["5 times → 7 times"]


def test_a_rewritten_stretch_is_paired_by_likeness_and_nothing_crosses() -> None:
    old = "The harbour handled 120 ships in spring. The ferry carried 900 people. A pier was built for 3 boats."
    new = "In spring the harbour handled 125 ships. The new ferry carried 990 people. Fees rose by 8 percent."
    assert told(compared(old, new)) == ["120 → 125", "900 → 990", "- 3", "+ 8 percent"]


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("It cost $541 million.", "It cost $541 billion.", "a power of ten apart"),
        ("We lent 4,400 books.", "We lent 4,040 books.", "two digits exchanged"),
        ("We lent 4,400 books.", "We lent 5,100 books.", ""),
        ("We lent 4,400 books.", "We lent books.", ""),
    ],
)
def test_what_looks_like_a_slip_is_called_one(old: str, new: str, slip: str) -> None:
    [change] = compared(old, new).changes
    assert change.slip == slip


def test_a_row_in_a_table_of_figures_moves_no_other() -> None:
    rows = [f"{number * 37 % 900}\n\n" for number in range(1, 40)]
    longer = ["555\n\n", *rows]
    assert told(compared("".join(rows), "".join(longer))) == ["+ 555"]
