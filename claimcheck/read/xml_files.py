"""XML of parliaments and corpora: TEI and ParlaMint, Akoma Ntoso, parlparse, captions in TTML."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.errors import ReadError
from claimcheck.model.document import Block, Document, Stated, TurnKind
from claimcheck.read.declared import decode_declared
from claimcheck.read.records import UNKNOWN, differing_dates, stated_date
from claimcheck.read.shaping import Known, make_document
from claimcheck.read.xml_events import read_events
from claimcheck.read.xml_speeches import Described, Said, Speeches

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d-\d\d-\d\d)(?!\d)")


def read_xml(name: str, raw: bytes) -> list[Document]:
    """Read XML: <u who="#anna">We sold 12 buses.</u> is a turn of whom the file introduces as "anna"."""
    text, notes = decode_declared(raw)
    speeches = Speeches()
    read_events(text, speeches)
    if not speeches.said:
        raise ReadError("has no speech to read as xml", hint="TEI, Akoma Ntoso, parlparse and TTML are known")
    known = _known(speeches)
    blocks = _blocks(speeches.said, _labels(speeches))
    return [make_document(name, text, "xml", blocks, known, notes + differing_dates(name, [known.date]))]


def _blocks(said: Sequence[Said], labels: Mapping[int, str]) -> list[Block]:
    """Each speech under its label; what stands between speeches that have one, nobody says."""
    spoken = any(labels.values())
    blocks = []
    before = 0
    for one in said:
        block = one.block
        if one.speech and (label := labels[one.speech]):
            block = replace(block, label=label, new_turn=one.speech != before)
        elif spoken and block.kind is TurnKind.PROSE:
            block = replace(block, kind=TurnKind.METADATA)
        blocks.append(block)
        before = one.speech
    return blocks


def _labels(speeches: Speeches) -> dict[int, str]:
    """The label of each speech: the name introduced for whom it points to, or the fullest one printed."""
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[int, Said] = {}
    for one in speeches.said:
        if one.speech and first.setdefault(one.speech, one) is one and one.label:
            printed[one.who][one.label] += 1
    labels = {}
    for number, one in first.items():
        if one.who in speeches.people:
            labels[number] = speeches.people[one.who]
        elif one.who and printed[one.who]:
            labels[number] = max(sorted(printed[one.who]), key=lambda label: (len(label.split()), len(label)))
        else:
            labels[number] = one.label or _plain(one.who)
    if speeches.vocabulary.name == "parlparse" or not any(labels.values()):
        return labels
    return {number: label or UNKNOWN for number, label in labels.items()}


def _plain(who: str) -> str:
    """A key as a name: "AnnaBerg" is "Anna Berg"."""
    return re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|[_]+", " ", who).strip()


def _known(speeches: Speeches) -> Known:
    words = speeches.vocabulary

    def best(paths: Sequence[str]) -> list[Described]:
        found = [one for one in speeches.described if one.path in paths]
        # English where there are several languages; the order of the list otherwise.
        return sorted(found, key=lambda one: (one.language not in ("en", "eng", ""), paths.index(one.path)))

    title = next(iter(best(words.titles)), None)
    place = next(iter(best(words.places)), None)
    dates = (_date(one) for one in best(words.dates))
    return Known(
        Stated(title.value, _source(title)) if title else None,
        next((one for one in dates if one), None),
        Stated(place.value, _source(place)) if place else None,
    )


def _date(found: Described) -> Stated | None:
    day = _DAY.search(found.value)
    return stated_date(day[1] if day else found.value, _source(found))


def _source(found: Described) -> str:
    return f"element {found.path.rpartition('/')[2]}"
