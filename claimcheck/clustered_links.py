"""The groundwork of links, laid on a cluster: each document by itself, keys across documents, pairs by themselves."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from claimcheck.engine.arrow import Row, in_batches, make_table
from claimcheck.engine.spark import Spark
from claimcheck.links import Groundwork
from claimcheck.links.aspect import SHORT_TEXT, Aspect, Directory, make_aspects
from claimcheck.links.candidates import MOST_SHARED, elect, find_candidates, keys_of, near_others
from claimcheck.links.compare import compare
from claimcheck.links.homes import Homes, may_be_outvoted
from claimcheck.links.link import link_turns
from claimcheck.links.measures import link_measures
from claimcheck.links.restated import part_echoes
from claimcheck.links.weights import weights
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link

if TYPE_CHECKING:
    from pyarrow import Table
    from pyspark.sql import DataFrame

DOCUMENTS = "first long, said binary"
GROUND = "first long, ground binary"
KEYED = "key string, number long, rank int, start long, finish long"
VOTES = "number long, rank int, sharing long, others array<long>"
PAIRS = "left long, right long"
ASPECTS = "number long, retells boolean, aspect binary"
# Documents that are handed on together, and keys and claims that one call of a function works on.
_DOCUMENTS_AT_ONCE = 16
_KEYS_AT_ONCE = 200_000
_CLAIMS_AT_ONCE = 20_000
_KEYS_OF_A_CLAIM = 15


@dataclass(frozen=True, slots=True)
class Ground:
    """What is found of one document: its aspects, what its turns state, and which of its pairs may be linked."""

    aspects: list[Aspect]
    stated: list[Link]
    pairs: list[tuple[int, int]]
    compared: int


def lay_groundwork_on(
    spark: Spark, claims: Sequence[Claim], directory: Directory, texts: Mapping[str, str], most: int = MOST_SHARED
) -> Groundwork:
    """The groundwork for these claims; all numbers are indexes of claims in text order, as on one machine."""
    documents = spark.frame(list(_documents(claims, texts)), DOCUMENTS)
    with spark.kept(documents.mapInArrow(in_batches(_Study(directory), GROUND, _DOCUMENTS_AT_ONCE), GROUND)) as ground:
        keyed = ground.mapInArrow(in_batches(_list_keys, KEYED), KEYED)
        crowded = _crowded(keyed, most)
        voted = _by_bucket(keyed.where(~_is_in(crowded)), "key", _KEYS_AT_ONCE, len(claims) * _KEYS_OF_A_CLAIM)
        votes = voted.applyInArrow(_vote, VOTES)
        elected = _by_number(votes, "number", _CLAIMS_AT_ONCE).applyInArrow(_elect, PAIRS).distinct()
        with spark.kept(elected) as pairs:
            across = pairs.count()
            aspects = ground.mapInArrow(in_batches(_list_aspects, ASPECTS), ASPECTS)
            joined = _with_aspects(pairs, aspects).mapInArrow(in_batches(_Sift(directory), PAIRS), PAIRS)
            left = [(row.left, row.right) for row in joined.collect()]
        found = [pickle.loads(row.ground) for row in sorted(ground.toLocalIterator(), key=lambda row: row.first)]
    return _gathered(found, left, across, crowded)


def _documents(claims: Sequence[Claim], texts: Mapping[str, str]) -> Iterator[Row]:
    first = 0
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.quantity.start))
    for name, of_document in groupby(ordered, key=lambda claim: claim.document):
        said, text = list(of_document), texts.get(name, "")
        yield first, pickle.dumps((said, {name: text} if len(text) <= SHORT_TEXT else {}))
        first += len(said)


@dataclass(frozen=True, slots=True)
class _Study:
    """Finds what is to be found of one document."""

    directory: Directory

    def __call__(self, row: Mapping[str, Any]) -> Iterator[Row]:
        claims, texts = pickle.loads(row["said"])
        aspects = part_echoes(make_aspects(claims, self.directory, texts))
        numbers = {aspect.claim.id: row["first"] + index for index, aspect in enumerate(aspects)}
        pairs = find_candidates(aspects).pairs
        linked = link_measures(
            Homes.of(aspects), ((aspects[left], aspects[right]) for left, right in pairs), self.directory
        )
        may = sorted({_pair(numbers[link.claims[0].id], numbers[link.claims[1].id]) for link in linked})
        yield row["first"], pickle.dumps(Ground(aspects, link_turns(aspects), may, len(pairs)))


def _list_keys(row: Mapping[str, Any]) -> Iterator[Row]:
    """The keys of all claims of a document, with each claim's number and the span of the document."""
    aspects = pickle.loads(row["ground"]).aspects
    first, behind = row["first"], row["first"] + len(aspects)
    for number, aspect in enumerate(aspects, start=first):
        for rank, key in enumerate(keys_of(aspect)):
            yield key, number, rank, first, behind


def _list_aspects(row: Mapping[str, Any]) -> Iterator[Row]:
    """The aspects of a document without the words of its whole text, of which only a retelling's matter."""
    for number, aspect in enumerate(pickle.loads(row["ground"]).aspects, start=row["first"]):
        retells = 0 < len(aspect.document_words) <= weights().longest_retelling
        bare = replace(aspect, document_words=frozenset(), text_words=frozenset())
        yield number, retells, pickle.dumps(bare)


def _crowded(keyed: DataFrame, most: int) -> tuple[str, ...]:
    from pyspark.sql import functions as sql

    rows = keyed.groupBy("key").agg(sql.count("*").alias("claims")).where(sql.col("claims") > most).collect()
    return tuple(sorted(row.key for row in rows))


def _is_in(keys: Sequence[str]) -> Any:
    from pyspark.sql import functions as sql

    return sql.col("key").isin(list(keys)) if keys else sql.lit(False)


def _by_bucket(frame: DataFrame, column: str, at_once: int, rows: int) -> Any:
    """All rows of a key together, and so many keys that a group is neither tiny nor too large for memory."""
    from pyspark.sql import functions as sql

    buckets = 1 + rows // at_once
    bucket = sql.pmod(sql.xxhash64(column), sql.lit(max(buckets, frame.sparkSession.sparkContext.defaultParallelism)))
    return frame.withColumn("bucket", bucket).groupBy("bucket")


def _by_number(frame: DataFrame, column: str, at_once: int) -> Any:
    from pyspark.sql import functions as sql

    return frame.withColumn("block", sql.floor(sql.col(column) / at_once)).groupBy("block")


def _vote(table: Table) -> Table:
    """For each claim and key the claims of other documents nearest to it, and how many share the key."""
    rows = table.sort_by([("key", "ascending"), ("number", "ascending")]).to_pydict()
    votes: list[Row] = []
    for _, group in groupby(range(len(rows["key"])), key=rows["key"].__getitem__):
        at = list(group)
        members = [rows["number"][index] for index in at]
        for index in at if len(at) > 1 else ():
            others = near_others(members, (rows["start"][index], rows["finish"][index]))
            if others:
                votes.append((rows["number"][index], rows["rank"][index], len(at), others))
    return make_table(votes, VOTES)


def _elect(table: Table) -> Table:
    """For each claim the few that share most rare keys with it."""
    rows = table.sort_by([("number", "ascending"), ("rank", "ascending")]).to_pydict()
    pairs: set[tuple[int, int]] = set()
    for number, group in groupby(range(len(rows["number"])), key=rows["number"].__getitem__):
        votes = ((rows["others"][index], rows["sharing"][index]) for index in group)
        pairs.update(_pair(number, other) for other in elect(number, votes))
    return make_table(sorted(pairs), PAIRS)


def _with_aspects(pairs: DataFrame, aspects: DataFrame) -> DataFrame:
    from pyspark.sql import functions as sql

    def side(name: str) -> DataFrame:
        return aspects.select(*(sql.col(of).alias(f"{name}_{of}") for of in ("number", "retells", "aspect")))

    joined = pairs.join(side("left"), sql.col("left") == sql.col("left_number"))
    joined = joined.join(side("right"), sql.col("right") == sql.col("right_number"))
    return joined.drop("left_number", "right_number")


@dataclass(frozen=True, slots=True)
class _Sift:
    """Leaves out pairs of two documents that cannot be linked, whatever else the documents say.

    What else they say only keeps figures apart, but where one retells the other, or looks like a slip of a figure that
    others may give too: such pairs all stay.
    """

    directory: Directory

    def __call__(self, row: Mapping[str, Any]) -> Iterator[Row]:
        if not (row["left_retells"] or row["right_retells"]):
            left, right = pickle.loads(row["left_aspect"]), pickle.loads(row["right_aspect"])
            linked = any(link_measures(Homes.of((left, right)), [(left, right)], self.directory))
            if not linked and not may_be_outvoted(left, right, compare(left, right)):
                return
        yield row["left"], row["right"]


def _gathered(
    found: Sequence[Ground], across: Sequence[tuple[int, int]], compared: int, crowded: tuple[str, ...]
) -> Groundwork:
    aspects = [aspect for ground in found for aspect in ground.aspects]
    pairs = sorted([*across, *(pair for ground in found for pair in ground.pairs)])
    return Groundwork(
        aspects,
        pairs,
        compared + sum(ground.compared for ground in found),
        crowded,
        [link for ground in found for link in ground.stated],
    )


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
