"""What a claim is about, in the normal form that links compare: canonical words and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from claimcheck.links.lexicon import lexicon
from claimcheck.links.marks import Marks, marks_of
from claimcheck.links.words import stem
from claimcheck.links.zones import Zones, stems_in, zones_of
from claimcheck.model.claim import Claim, Role
from claimcheck.model.once import Once
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Entity, RuleSet

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_WORDS: frozenset[str] = frozenset()
# Of so many characters: a story, a letter, the passage of a meeting.
SHORT_TEXT = 20_000

_GROUP_LEADS = (
    "our",
    "all",
    "all our",
    "all the",
    "all of our",
    "our six",
    "our member",
    "these",
    "the member",
    "both",
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """A claim's subject in comparable form.

    `heads` are the measured nouns, `modifiers` what narrows them, `names` the entities stated with the figure
    and `carried` those of the sentences before it. `bases` are the words of its sentence that say on which basis it
    is counted ("adjusted"), but for heads and names. `group` says that the whole of a group is meant ("trade
    between our countries"). `zones` are the words around the figure, `marks` what sets it apart, `group_nouns` the
    plurals that name a group, as "country" in "our countries", and `beside` the other figures of the sentence, as
    (dimension, base value). `crowd` is the number of figures of its dimension in its document and `figures` that of
    all its figures, `topic` is the declared topic whose wording it has, `document_words` are the stems of all
    sentences of its document that have figures, and `text_words` those of all its text, where that is short enough
    to be one of two that tell the same.
    """

    claim: Claim
    heads: frozenset[str]
    modifiers: frozenset[str]
    names: frozenset[str]
    carried: frozenset[str]
    bases: frozenset[str]
    group: bool
    dimension: str
    zones: Zones
    marks: Marks
    group_nouns: frozenset[str]
    beside: frozenset[tuple[str, Decimal]]
    crowd: int = 1
    figures: int = 1
    topic: str = ""
    document_words: frozenset[str] = frozenset()
    text_words: frozenset[str] = frozenset()

    @property
    def head_stems(self) -> frozenset[str]:
        """The stems of its heads."""
        return frozenset(map(stem, self.heads))

    @property
    def is_share_or_change(self) -> bool:
        """Whether it is a percentage or a change, which each talk gives anew and seldom with all that it is of."""
        return self.dimension == "percent" or self.claim.role is Role.CHANGE

    def says(self, name: str) -> bool:
        """Whether its sentence holds the telling words of a name, whatever they mean in it: "York" of "New York"."""
        words = stems_in(name)
        return bool(words) and words <= self.zones.every


@dataclass(frozen=True, slots=True)
class Directory:
    """Who and what the rule packs declare: names to entity ids, groups to their members, wordings to topics.

    `topics` holds a topic's one-word measures ("narcotics"), `phrases` its longer ones as stems ("drug crimes").
    """

    ids: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    represents: Mapping[str, frozenset[str]]
    topics: Mapping[str, str]
    phrases: tuple[tuple[frozenset[str], str], ...] = ()

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

    wordings = _topic_wordings(rules)
    topics = {word: id for words, id in wordings if len(words) == 1 for word in words}
    phrases = tuple((words, id) for words, id in wordings if len(words) > 1)
    return Directory(ids, table("members"), table("represents"), topics, phrases)


def _topic_wordings(rules: RuleSet) -> list[tuple[frozenset[str], str]]:
    """What packs declare to be one thing, as stems; a wording of two topics, or of a narrowed one, joins nothing."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for topic in rules.topics:
        for words in {tuple(sorted(map(stem, _plain(phrase).split()))) for phrase in topic.measures}:
            owners.setdefault(words, set()).add("" if topic.scope or topic.role else topic.id)
    return [(frozenset(words), min(ids)) for words, ids in sorted(owners.items()) if len(ids) == 1 and min(ids)]


def make_aspects(claims: Sequence[Claim], directory: Directory, texts: Mapping[str, str] = _NONE) -> list[Aspect]:
    """The comparable forms of claims, in text order, each seen beside the other figures of its sentence.

    `texts` are the texts of their documents, as far as they are known.
    """
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.quantity.start))
    once = Once()
    return [
        aspect
        for document, said in groupby(ordered, key=lambda claim: claim.document)
        for aspect in _of_document(list(said), directory, texts.get(document, ""), once)
    ]


def _of_document(said: Sequence[Claim], directory: Directory, text: str, once: Once) -> Iterator[Aspect]:
    """The aspects of the claims of one document."""
    sentences: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in said:
        sentences.setdefault(claim.where, []).append(claim)
    crowds = Counter(dimension_of(claim) for claim in said)
    aspects = [make_aspect(claim, directory, sentences[claim.where]) for claim in said]
    words = frozenset(set().union(*(aspect.zones.every for aspect in aspects)))
    whole = once(stems_in(text)) if 0 < len(text) <= SHORT_TEXT else words
    for aspect in aspects:
        zones, marks = aspect.zones, aspect.marks
        # Most of these sets are empty or the same for many claims; the stems before a figure have served.
        yield replace(
            aspect,
            heads=once(aspect.heads),
            modifiers=once(aspect.modifiers),
            names=once(aspect.names),
            carried=once(aspect.carried),
            bases=once(aspect.bases),
            group_nouns=once(aspect.group_nouns),
            beside=once(aspect.beside),
            zones=Zones(once(zones.label), once(zones.close), once(zones.every), _NO_WORDS),
            marks=replace(marks, defined=once(marks.defined), said=once(marks.said), dates=once(marks.dates)),
            crowd=crowds[aspect.dimension],
            figures=len(said),
            document_words=words,
            text_words=whole,
        )


def make_aspect(claim: Claim, directory: Directory, siblings: Sequence[Claim] = ()) -> Aspect:
    """The comparable form of a claim, with the names of its rule packs resolved.

    `siblings` are the claims of its sentence: in "$5 million for roads and $7 million for schools" they say
    which words belong to which figure.
    """
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
    zones = zones_of(claim, siblings or (claim,))
    said = {stem(word) for word in (*heads, *modifiers, *name_parts)}
    phrase, topic = _find_topic(claim, directory)
    if topic:
        heads |= {topic}
        zones = zones.renamed(phrase, topic)
    return Aspect(
        claim=claim,
        heads=heads - name_parts if heads - name_parts else heads,
        modifiers=modifiers - heads,
        topic=topic,
        names=names | frozenset(declared),
        carried=directory.resolve(claim.context_entities),
        bases=lexicon().bases & (modifiers - heads | zones.every - said),
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
        dimension=dimension_of(claim),
        zones=zones,
        marks=marks_of(claim, zones, siblings),
        group_nouns=_group_nouns(modifiers - heads, claim.sentence.lower()),
        beside=frozenset((dimension_of(one), one.quantity.size) for one in siblings if one.id != claim.id),
    )


def dimension_of(claim: Claim) -> str:
    """What a figure can be compared by: "mass", "money:dollar", "percent", and "count" for bare numbers."""
    return claim.quantity.dimension if claim.quantity.kind is not Kind.COUNT else "count"


def _canonical(word: str, directory: Directory) -> str:
    return directory.topics.get(stem(word)) or lexicon().same(word)


def _find_topic(claim: Claim, directory: Directory) -> tuple[frozenset[str], str]:
    """The declared wording that a claim's measure holds, and its topic: "drug crimes" is one of "drug-cases"."""
    measure = frozenset(map(stem, claim.measure))
    return next(((words, id) for words, id in directory.phrases if words <= measure), (frozenset(), ""))


def _field(entity: Entity, name: str) -> tuple[str, ...]:
    return entity.members if name == "members" else entity.represents


def _plain(name: str) -> str:
    return re.sub(r"[’']s$|^the ", "", name.strip().lower()).strip("“”\"'’ ")


def _group_nouns(modifiers: frozenset[str], sentence: str) -> frozenset[str]:
    """The plural nouns that name the group, as "country" in "trade between our countries"."""
    return frozenset(
        word
        for word in modifiers
        if any(f"{lead} {form}" in sentence for lead in _GROUP_LEADS for form in _plurals(word))
    )


def _plurals(word: str) -> tuple[str, ...]:
    return (word + "s", word[:-1] + "ies", word + "es")
