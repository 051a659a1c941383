"""What a claim is about, in the normal form that links compare: canonical words and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.links.lexicon import lexicon
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Entity, RuleSet

_WORD = re.compile(r"[A-Za-z][A-Za-z’'&-]+")
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "not",
        "no",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "their",
        "they",
        "them",
        "we",
        "our",
        "us",
        "i",
        "you",
        "your",
        "he",
        "she",
        "his",
        "her",
        "who",
        "which",
        "what",
        "when",
        "where",
        "how",
        "than",
        "then",
        "so",
        "such",
        "very",
        "more",
        "most",
        "less",
        "over",
        "under",
        "about",
        "around",
        "up",
        "down",
        "out",
        "also",
        "just",
        "only",
        "now",
        "per",
        "each",
        "every",
        "all",
        "any",
        "some",
        "both",
        "into",
        "during",
        "after",
        "before",
        "between",
        "through",
        "compared",
        "versus",
        "year",
        "years",
        "quarter",
        "month",
        "months",
        "week",
        "day",
        "days",
        "today",
        "million",
        "billion",
        "trillion",
        "thousand",
        "percent",
        "dollars",
        "dollar",
        "approximately",
        "nearly",
        "almost",
        "one",
        "two",
        "three",
        "said",
        "say",
        "says",
        "including",
        "include",
        "included",
    ]
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """A claim's subject in comparable form.

    `heads` are the measured nouns, `modifiers` what narrows them, `names` the entities stated with the figure
    and `carried` those of the sentences before it. `group` says that the whole of a group is meant ("trade
    between our countries"), `context` holds the other content words of the sentence.
    """

    claim: Claim
    heads: frozenset[str]
    modifiers: frozenset[str]
    names: frozenset[str]
    carried: frozenset[str]
    context: frozenset[str]
    group: bool
    dimension: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Who and what the rule packs declare: names to entity ids, groups to their members."""

    ids: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    represents: Mapping[str, frozenset[str]]
    topics: Mapping[str, str]

    def resolve(self, names: Iterable[str]) -> frozenset[str]:
        """The ids of names, or the names themselves in lower case: "Channel" is "canal" when a pack says so."""
        return frozenset(self.ids.get(_plain(name), _plain(name)) for name in names)


def make_directory(rules: RuleSet) -> Directory:
    """The names of all entities and topics of a rule set."""
    ids = {_plain(name): entity.id for entity in rules.entities for name in (entity.id, *entity.names)}

    def known(names: Sequence[str]) -> frozenset[str]:
        return frozenset(ids.get(_plain(name), _plain(name)) for name in names)

    def table(of: str) -> dict[str, frozenset[str]]:
        return {entity.id: known(_field(entity, of)) for entity in rules.entities if _field(entity, of)}

    topics = {_plain(word): topic.id for topic in rules.topics for word in topic.measures}
    return Directory(ids, table("members"), table("represents"), topics)


def make_aspect(claim: Claim, directory: Directory) -> Aspect:
    """The comparable form of a claim, with the names of its rule packs resolved."""
    words = lexicon()
    names = directory.resolve(claim.entities)
    name_parts = {part for name in claim.entities for part in _plain(name).split()}
    # "Channel" is an operation's name; the "channel" of "channel revenue" is not.
    named = {
        word
        for word in (*claim.measure[:1], *claim.modifiers)
        if word in directory.ids and word.capitalize() in claim.sentence
    }
    name_parts |= named
    heads = frozenset(_canonical(word, directory) for word in claim.heads if len(word) > 1)
    modifiers = frozenset(
        _canonical(word, directory) for word in claim.modifiers if word not in name_parts and len(word) > 1
    )
    declared = {directory.ids[word] for word in named}
    sentence = {words.same(_singular(word.lower())) for word in _WORD.findall(claim.sentence)}
    context = sentence - heads - modifiers - name_parts - _STOP
    return Aspect(
        claim=claim,
        heads=heads - name_parts if heads - name_parts else heads,
        modifiers=modifiers - heads,
        names=names | frozenset(declared),
        carried=directory.resolve(claim.context_entities),
        context=frozenset(word for word in context if len(word) > 2),
        group=bool(
            set(claim.scope)
            & {
                "we",
                "our",
                "all",
                "total",
                "overall",
                "combined",
                "worldwide",
                "global",
                "entire",
                "nationwide",
            }
        ),
        dimension=claim.quantity.dimension if claim.quantity.kind is not Kind.COUNT else "count",
    )


def _canonical(word: str, directory: Directory) -> str:
    return directory.topics.get(word) or lexicon().same(word)


def _field(entity: Entity, name: str) -> tuple[str, ...]:
    return entity.members if name == "members" else entity.represents


def _plain(name: str) -> str:
    return re.sub(r"[’']s$|^the ", "", name.strip().lower()).strip("“”\"'’ ")


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
