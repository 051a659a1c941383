"""Turns against turns written by hand: their number, their order, who speaks, the first words of each.

The transcripts beside this file are this project's own. Where a folder of further corpora with such gold files is
checked out beside the project (or named by CLAIMCHECK_CORPORA), they are held against it too.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.pipeline import load
from claimcheck.read import read_paths
from claimcheck.turns import take_turns
from tests.turns.gold import differences, read_gold

HERE = Path(__file__).parent / "transcripts"
BESIDE = Path(__file__).parents[3] / "shared" / "corpora"
CORPORA = Path(os.environ.get("CLAIMCHECK_CORPORA", BESIDE))
OWN = sorted(HERE.glob("*.json"))
OTHERS = sorted((CORPORA / "turns_gold").glob("*.json"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_own_transcripts(path: Path) -> None:
    gold = read_gold(path)
    documents, skipped = read_paths([str(HERE / gold["document"])])
    assert not skipped
    (document,) = take_turns(documents)
    assert list(differences(gold, document)) == []


def test_there_are_own_transcripts() -> None:
    assert len(OWN) >= 6


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_other_transcripts(path: Path) -> None:
    gold = read_gold(path)
    documents, skipped = read_paths([str(CORPORA / gold["document"].split(" (")[0])])
    if not documents and skipped[0].reason.startswith("format not read yet"):
        pytest.skip(skipped[0].reason)
    number = 1 if "(second document" in gold["document"] else 0
    document = take_turns(documents, load().entities)[number]
    assert list(differences(gold, document)) == []
