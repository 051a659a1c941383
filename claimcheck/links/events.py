"""One event, dated twice: "opened on 3 May 1932" in one text, "opened on 5 May 1932" in another that retells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from claimcheck.links.lexicon import lexicon
from claimcheck.links.retold import plain_words
from claimcheck.links.sides import excludes, is_bound
from claimcheck.links.weights import weights
from claimcheck.links.when import When
from claimcheck.links.words import WORD, say, stem, weight_of
from claimcheck.links.zones import stems_in
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind

# A text this rich in dates tells of many things; each of its events has a date of its own.
_MOST_DATES = 30
# So many sentences with dates are looked at for each word that they share.
_NEIGHBOURS = 12

# A text that says "the quarter" may mean one that it does not number.
_OPEN_QUARTER = re.compile(r"\b(?:the|this|that|our|current|reporting) quarter\b", re.IGNORECASE)
_RANK = re.compile(r"[A-Za-z]+|\d+(?:st|nd|rd|th)\b")
# "Compared with 2019": the time of something else.
_BASE = re.compile(
    r"\b(?:than|from|since|until|till|after|before|versus|vs\.?|compared (?:to|with)|over|against|by|as of)\s+"
    r"(?:(?:in|on|at)\s+)?(?:(?!in\b|on\b|at\b)\w+\s+){0,3}$",
    re.IGNORECASE,
)


# "The Lamplighter is a 1917 silent film" says when it was made.
_IS_OF = re.compile(r"\b(?:is|was) an?\s+$")


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with what its sentence says: the `rest` of it, the stems of that, and the figures in it."""

    claim: Claim
    when: When
    rest: str
    words: frozenset[str]
    figures: frozenset[tuple[str, object]]

    @property
    def ranks(self) -> frozenset[str]:
        """The ordinals around it: the first volume is not the second one."""
        words = (match.lower() for match in _RANK.findall(self.rest))
        return frozenset(word for word in words if word in lexicon().ranks or word[0].isdigit())


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells: its dates, its figures (dimension, base value), and whether it says "the quarter"."""

    dates: tuple[Dating, ...]
    figures: frozenset[tuple[str, object]]
    leaves_quarter_open: bool

    @property
    def length(self) -> int:
        """How many words its sentences with dates have."""
        return len(frozenset[str]().union(*(dating.words for dating in self.dates)))


def link_events(dates: Sequence[Claim], claims: Sequence[Claim], texts: Mapping[str, str]) -> Iterator[Link]:
    """Links between dates that exclude each other and are given to one event.

    One text says "the film will be released on 20 November", and one that speaks of that film's release knows only
    of 25 November. Within one text only what happens once has one date: a birth, an opening, a foundation.
    """
    figures: dict[tuple[str, int, int], set[tuple[str, object]]] = {}
    for claim in claims:
        figures.setdefault(claim.where, set()).add((claim.quantity.dimension, claim.quantity.size))
    datings = _datings(dates, figures)
    by_document = _tell(datings, figures, texts)
    for left, right in _pairs(datings):
        if _is_one_event(left, right, by_document):
            claims_of = (left.claim, right.claim)
            shared = sorted(left.words & right.words, key=lambda word: (-weight_of(word), word))[:6]
            words = say(shared, left.claim.sentence)
            yield Link(LinkKind.DATES_OF, claims_of, ("first", "second"), 1.0, (f"shared words: {words}",))


def _datings(dates: Sequence[Claim], figures: Mapping[tuple[str, int, int], set[tuple[str, object]]]) -> list[Dating]:
    """The dates with their words, each once a sentence, in text order."""
    by_sentence: dict[tuple[str, int, int], list[Claim]] = {}
    only = (claim for claim in dates if claim.quantity.kind is Kind.DATE)
    for claim in sorted(only, key=lambda claim: (claim.document, claim.quantity.start)):
        by_sentence.setdefault(claim.where, []).append(claim)
    found = []
    for where, said in by_sentence.items():
        rest = said[0].sentence
        for claim in reversed(said):
            rest = rest[: claim.at] + " " + rest[claim.at + len(claim.quantity.text) :]
        words = stems_in(rest)
        for claim in said:
            if claim.period is not None:
                found.append(Dating(claim, When.of(claim.period), rest, words, frozenset(figures.get(where, ()))))
    return found


def _tell(
    datings: Sequence[Dating], figures: Mapping[tuple[str, int, int], set[tuple[str, object]]], texts: Mapping[str, str]
) -> dict[str, Told]:
    """What each document with dates tells."""
    of_document: dict[str, set[tuple[str, object]]] = {}
    for (document, *_), sizes in figures.items():
        of_document.setdefault(document, set()).update(sizes)
    told: dict[str, list[Dating]] = {}
    for dating in datings:
        told.setdefault(dating.claim.document, []).append(dating)
    return {
        name: Told(tuple(own), frozenset(of_document.get(name, ())), bool(_OPEN_QUARTER.search(texts.get(name, ""))))
        for name, own in told.items()
    }


def _pairs(datings: Sequence[Dating]) -> list[tuple[Dating, Dating]]:
    """Dates whose sentences share a word that tells them from others."""
    groups: dict[str, list[int]] = {}
    for index, dating in enumerate(datings):
        for word in dating.words:
            if weight_of(word) == 1:
                groups.setdefault(word, []).append(index)
    pairs = {pair for members in groups.values() if len(members) <= _NEIGHBOURS for pair in combinations(members, 2)}
    told = [(datings[left], datings[right]) for left, right in sorted(pairs)]
    told = [pair for pair in told if sum(is_bound(one.claim) for one in pair) < 2]
    return [pair for pair in told if not any(_BASE.search(one.claim.sentence[: one.claim.at]) for one in pair)]


def _is_one_event(left: Dating, right: Dating, by_document: Mapping[str, Told]) -> bool:
    one, two = left.claim, right.claim
    bounds = [claim for claim in (one, two) if is_bound(claim)]
    if one.where == two.where or not (_lies_outside(one, two) if bounds else _differ(left, right)):
        return False
    if bounds and not _happens_once(left, right):
        return False
    ranks, others = left.ranks, right.ranks
    if (ranks and others and not ranks & others) or _are_namesakes(left, right):
        return False
    own = {word for claim in bounds for word in plain_words(claim.quantity.text)}
    if (plain_words(one.sentence) ^ plain_words(two.sentence)) & lexicon().earlier - own:
        return False
    texts = by_document[one.document], by_document[two.document]
    if any(len(text.dates) > _MOST_DATES for text in texts):
        return False
    if one.document == two.document:
        return one.speaker is None and _happens_once(left, right) and _tells_the_same(left, right)
    if (one.speaker is not None and two.speaker is not None) or (one.day and two.day and one.day != two.day):
        return False
    if bounds:
        return _tells_the_same(left, right)
    short, long = (left, right) if texts[0].length < texts[1].length else (right, left)
    # A date that the longer text has as well, and one that the sentence itself has, is that of another event.
    if any(short.when.may_be(other.when) for other in by_document[long.claim.document].dates):
        return False
    if any(
        long.when.may_be(other.when)
        for other in by_document[short.claim.document].dates
        if other.claim.where == short.claim.where
    ):
        return False
    return _tells_the_same(left, right) or _is_other_time(short, long, by_document)


def _differ(left: Dating, right: Dating) -> bool:
    """Whether both say the same of a time and it is another one."""
    return left.when.is_like(right.when) and not left.when.may_be(right.when)


def _lies_outside(one: Claim, two: Claim) -> bool:
    """Whether the one date lies outside of what the other one bounds."""
    return excludes(one, two) if is_bound(one) else excludes(two, one)


def _is_other_time(short: Dating, long: Dating, by_document: Mapping[str, Told]) -> bool:
    """Whether what a text tells of one time is retold for a time that it does not know.

    "The third quarter of 2021" where all was in 2020, or "Q4" where all was in the third quarter. The sentence must say
    little that the longer text does not, and keep the rest of the time.
    """
    text = by_document[long.claim.document]
    said = frozenset[str]().union(*(dating.words for dating in text.dates))
    told = _weight(short.words & said)
    enough = told >= weights().least_event and told >= weights().least_told * _weight(short.words)
    if not enough or not short.figures <= text.figures:
        return False
    return _is_other_year(short.when, long.when, text) or _is_other_quarter(short.when, long.when, text)


def _is_other_year(short: When, long: When, text: Told) -> bool:
    years = {dating.when.year for dating in text.dates if dating.when.year is not None}
    if short.year is None or long.year is None or short.year in years:
        return False
    if short.quarter is None and short.month is None:
        return len(years) == 1
    return short.is_near(long)


def _is_other_quarter(short: When, long: When, text: Told) -> bool:
    quarters = {dating.when.quarter for dating in text.dates if dating.when.quarter is not None}
    if short.quarter is None or long.quarter is None or short.quarter in quarters or text.leaves_quarter_open:
        return False
    return short.year == long.year


def _tells_the_same(left: Dating, right: Dating) -> bool:
    """Whether the shorter sentence says hardly anything that the other does not.

    A figure of its own makes it another event: "in 2019 it sold 400 pianos" and "in 2020 it sold 500".
    """
    short, long = sorted((left, right), key=lambda dating: (_weight(dating.words), len(dating.figures)))
    if short.figures - long.figures:
        return False
    shared = _weight(short.words & long.words)
    if shared < weights().least_event:
        return False
    least = weights().least_told_once if _happens_once(left, right) else weights().least_told
    return shared >= least * _weight(short.words)


def _are_namesakes(left: Dating, right: Dating) -> bool:
    """Whether two names have a part in common and each another one: "Ines Falk" and "Ole Falk"."""
    names, others = ([set(name.split()) for name in dating.claim.entities] for dating in (left, right))
    return any(one & two and one - two and two - one for one in names for two in others)


def _weight(words: frozenset[str]) -> float:
    return sum(map(weight_of, words))


def _happens_once(left: Dating, right: Dating) -> bool:
    """Whether both dates are those of one deed that is done once: "was opened in 1932", not "was opened to lorries"."""
    deeds = _deeds_at(left)
    return any(told <= right.words and others <= left.words for told, others in _common(deeds, _deeds_at(right)))


def _common(
    one: Mapping[str, frozenset[str]], two: Mapping[str, frozenset[str]]
) -> Iterator[tuple[frozenset[str], ...]]:
    return ((one[deed], two[deed]) for deed in one.keys() & two.keys())


def _deeds_at(dating: Dating) -> dict[str, frozenset[str]]:
    """The deeds that are done once in its sentence, each with the words between it and the date."""
    claim = dating.claim
    before, behind = claim.sentence[: claim.at], claim.sentence[claim.at + len(claim.quantity.text) :]
    found = {deed: stems_in(behind[:start]) for deed, start, _ in reversed(_deeds_in(behind))}
    if _IS_OF.search(before):
        found["be"] = stems_in(before)
    return found | {deed: stems_in(before[end:]) for deed, _, end in _deeds_in(before)}


def _deeds_in(text: str) -> list[tuple[str, int, int]]:
    """The deeds that a text names and their places: "opened", "dates back"."""
    words = [(stem(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]
    pairs = [(f"{one} {two}", start, end) for (one, start, _), (two, _, end) in pairwise(words)]
    return [(deed, start, end) for deed, start, end in (*words, *pairs) if deed in _once()]


@cache
def _once() -> frozenset[str]:
    return frozenset(" ".join(map(stem, deed.split())) for deed in lexicon().once)
