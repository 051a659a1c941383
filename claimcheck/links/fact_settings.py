"""Where a claim stands: what was said before it in its turn, and what its document is about and for."""

from __future__ import annotations

import bisect
import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from claimcheck.links.fact_terms import is_nobody, name_stems, stems_in, words_of
from claimcheck.links.fact_words import fact_words
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Turn

# The opening of a document names whom it is about: the title, the head, the first words.
_OPENING = 1500
_TURNS = 4
# About three sentences.
_BEFORE = 450
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = (
    re.compile(r"(?<![a-z0-9])q(?P<digit>[1-4])[\s_-]*(?:fy)?(?P<year>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[\s_-]*q(?P<digit>[1-4])(?!\d)", re.I),
    re.compile(
        r"\b(?P<word>first|second|third|fourth)[\s-]quarter(?:['’]s)?[\s-]+"
        r"(?:(?:of|and|the|our|results|financial|fiscal|full|calendar|year|earnings)[\s-]+){0,5}(?P<year>(?:19|20)\d\d)\b",
        re.I,
    ),
)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The quarter that a document reports on, as "q1_2021" in its name tells."""

    year: int
    number: int

    @property
    def span(self) -> tuple[date, date]:
        """Its first and last day."""
        last = self.number * 3
        return date(self.year, last - 2, 1), date(self.year, last, calendar.monthrange(self.year, last)[1])


@dataclass(frozen=True, slots=True)
class Home:
    """A document as the setting of its claims.

    `stems` are those of its name, title, place and opening, `quarter` the one it reports on, if it says so;
    `is_quarterly` says that quarters are named at all, though perhaps several. `years` are all years of the opening,
    `speakers` the words of the names of all who speak.
    """

    stems: frozenset[str]
    quarter: Quarter | None = None
    is_quarterly: bool = False
    years: frozenset[int] = frozenset()
    turns: Mapping[int, Turn] = field(default_factory=dict)
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a claim: the stems before its sentence, in order, its heading's first; and its document.

    `spoken_of` are the names of the sentences before, but for those of the people who take part.
    """

    before: tuple[str, ...]
    home: Home
    spoken_of: tuple[frozenset[str], ...] = ()


def make_homes(documents: Iterable[Document]) -> dict[str, Home]:
    """The documents by their names, each with what its opening says of it."""
    return {document.name: _home(document) for document in documents}


def setting_of(claim: Claim, home: Home) -> Setting:
    """The setting of one claim in its document."""
    turn = home.turns.get(claim.turn)
    before = ""
    if turn is not None:
        at = _in_turn(turn, claim.quantity.start) - claim.at
        before = f"{turn.heading} {turn.text[max(0, at - _BEFORE) : max(0, at)]}"
    return Setting(
        before=stems_in(before),
        home=home,
        spoken_of=tuple(name for name in _named(claim.context_entities) if not _takes_part(name, home)),
    )


def _home(document: Document) -> Home:
    title = document.title.value if document.title else ""
    place = document.place.value if document.place else ""
    first = document.turns[:_TURNS]
    name = re.split(r"[/\\]", document.name)[-1]
    said = " ".join(f"{turn.label} {turn.heading} {turn.text[:_OPENING]}" for turn in first)[: 2 * _OPENING]
    quarters = [found for text in (title, name, said) if (found := _quarters(text))]
    # A file may be named wrongly: what is said at its beginning must not be another quarter.
    common = frozenset.intersection(*quarters) if quarters else frozenset()
    quarter = min(common) if len(common) == 1 else None
    # "ely_q1_2021" is several words.
    words = re.sub(r"[_\W]+", " ", f"{title} {name}")
    stems = frozenset(stems_in(f"{words} {title} {place} {said}"))
    speakers = {turn.speaker for turn in document.turns if turn.speaker is not None}
    called = {word for speaker in speakers for label in (speaker.name, *speaker.labels) for word in stems_in(label)}
    years = frozenset(int(year) for year in _YEAR.findall(f"{words} {said}"))
    return Home(stems, quarter, bool(quarters), years, {turn.index: turn for turn in document.turns}, frozenset(called))


def _quarters(text: str) -> frozenset[Quarter]:
    """The quarters that a text names with their years."""
    return frozenset(
        Quarter(int(match["year"]), int(groups.get("digit") or 0) or _QUARTERS[groups["word"].lower()])
        for form in _NAMED
        for match in form.finditer(text)
        for groups in [match.groupdict()]
    )


def _in_turn(turn: Turn, offset: int) -> int:
    """Where a character of the file stands in the text of a turn."""
    index = bisect.bisect_right(turn.segments, offset, key=lambda segment: segment.start) - 1
    if index < 0:
        return 0
    segment = turn.segments[index]
    return segment.at + min(offset - segment.start, segment.length)


def _named(names: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Who or where the names stand for; a program or a rule by its letters, as PPP, has no figures of its own."""
    own = (name for name in names if not is_nobody(name) and not _is_abbreviation(name))
    return tuple(map(name_stems, own))


def _is_abbreviation(name: str) -> bool:
    words = words_of(name)
    return all(word.isupper() and word.lower() not in fact_words().short_places for word in words)


def _takes_part(name: frozenset[str], home: Home) -> bool:
    """Whether somebody who speaks is named, if only by the beginning of the name: Fred is Frederick."""
    return all(any(one.startswith(word) for one in home.speakers) for word in name)
