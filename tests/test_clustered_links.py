"""The groundwork of links as a cluster lays it, piece by piece and without one: the very pairs of one machine."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

import claimcheck
from claimcheck import pipeline
from claimcheck.links.aspect import make_aspects, make_directory
from claimcheck.links.candidates import find_candidates
from claimcheck.links.link import lay_groundwork, link_claims
from claimcheck.reports.words import understanding
from tests.engine.spark_cluster import NOT_TRIED, REQUIRED

with_arrow = pytest.mark.skipif(bool(NOT_TRIED) and not REQUIRED, reason=NOT_TRIED)

THINGS = ("buses", "trams", "ferries", "bridges", "wells", "lamps", "pumps", "benches", "kiosks", "piers")
# Texts of which each has a few things in common with others, a slip here and there, and a retelling.
TEXTS = {
    f"{number:02}.txt": f"2024-05-{number + 1:02}\n\n"
    + "".join(
        f"The harbour town repaired {100 + 7 * ((number * 3 + place) % 11)} {thing} near the {THINGS[-place - 1]} "
        f"for ${1 + place}.{(number + place) % 10} million. "
        for place, thing in enumerate(THINGS[: 3 + number % 7])
    )
    for number in range(14)
} | {"short.txt": "The harbour town repaired 121 buses near the piers. It spent $1.9 million on trams."}


@pytest.fixture(scope="module")
def spoken() -> dict[str, Any]:
    report = claimcheck.check(TEXTS)
    texts = {document.name: document.text[document.start : document.end] for document in report.documents}
    return {"claims": report.claims, "texts": texts, "directory": make_directory(pipeline.load())}


@with_arrow
@pytest.mark.parametrize("most", [20_000, 40, 12, 2])
def test_pairs_and_links_are_those_of_one_machine(spoken: Mapping[str, Any], most: int) -> None:
    from claimcheck import clustered_links as on_cluster
    from claimcheck.engine.arrow import make_table

    claims, directory, texts = spoken["claims"], spoken["directory"], spoken["texts"]
    aspects = make_aspects(claims, directory, texts)
    expected = find_candidates(aspects, most)
    if most < 100:
        assert expected.crowded

    documents = [{"first": first, "said": said} for first, said in on_cluster._documents(claims, texts)]
    study = on_cluster._Study(directory)
    grounds = [{"first": first, "ground": ground} for row in documents for first, ground in study(row)]
    keyed = [row for ground in grounds for row in on_cluster._list_keys(ground) if row[0] not in expected.crowded]
    votes = on_cluster._vote(make_table(keyed[::-1], on_cluster.KEYED))
    across = {(row["left"], row["right"]) for row in on_cluster._elect(votes).to_pylist()}
    assert sorted(across) == [
        (left, right) for left, right in expected.pairs if aspects[left].claim.document != aspects[right].claim.document
    ]

    bare = {row[0]: row[1:] for ground in grounds for row in on_cluster._list_aspects(ground)}
    sides = ("retells", "aspect")
    joined = (
        {"left": left, "right": right}
        | {f"left_{side}": cell for side, cell in zip(sides, bare[left], strict=True)}
        | {f"right_{side}": cell for side, cell in zip(sides, bare[right], strict=True)}
        for left, right in across
    )
    sift = on_cluster._Sift(directory)
    kept = [pair for row in joined for pair in sift(row)]
    found = [pickle.loads(ground["ground"]) for ground in grounds]
    laid = on_cluster._gathered(found, kept, len(across), expected.crowded)
    here = lay_groundwork(claims, directory, texts, most=most)
    assert laid.compared == here.compared
    assert len(laid.pairs) < len(here.pairs)
    rules = pipeline.load()
    assert link_claims(claims, rules, texts=texts, groundwork=laid) == link_claims(
        claims, rules, texts=texts, groundwork=here
    )


@with_arrow
def test_slip_that_other_documents_may_outvote_stays() -> None:
    from claimcheck import clustered_links as on_cluster

    one = "The bill delivers $75 billion for hospitals."
    other = "The deal is passed, $57 billion for hospitals and clinics."
    directory = make_directory(pipeline.load())
    left, right = make_aspects(claimcheck.check({"a.txt": one, "b.txt": other}).claims, directory)
    row = {"left": 0, "right": 1, "left_retells": False, "right_retells": False}
    aspects = {"left_aspect": pickle.dumps(left), "right_aspect": pickle.dumps(right)}
    assert list(on_cluster._Sift(directory)(row | aspects)) == [(0, 1)]


def test_keys_that_were_left_out_are_told() -> None:
    report = claimcheck.check({"a.txt": "We sold 40 trams."})
    assert "share" not in understanding(report)
    crowded = replace(report, coverage=replace(report.coverage, crowded=("count|people", "mass|rice")))
    assert understanding(crowded).endswith(
        "So many figures share 2 keys (count|people, mass|rice) that they were not compared across documents for that "
        "alone."
    )
