"""What a line around a transcript is: part of a header, publication note, or the beginning of speech."""

from __future__ import annotations

import re

from claimcheck.model.document import Block, TurnKind
from claimcheck.read.dates import find_dates, is_time, without_dates
from claimcheck.read.lexicon import header_words

LONGEST_LINE = 220

# What opens speech, roughly: "Name: text", "[Name] text", "NAME. text", "Q  text". Who speaks is found later.
_OPENS_SPEECH = re.compile(
    r"""\[[A-Z]
      | [^\W\d_][^:!?]{0,90}:(?:\s|$)
      | (?:(?:Mr|Mrs|Ms|Dr|The|Hon)\.?\s)?[A-Z][A-Z.'’\- ]+[A-Z](?:\s\([^)]*\))?\.[\s–—-]
      | [QA][.:]?\s{2}|Q\s""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…,;:][\"”’')\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Za-z]\.|\b(?:Inc|Co|Corp|Ltd|St|No|Jr|Sr|Ave)\.)$")
JUNCTION = re.compile(r"(?<=[a-z0-9)])(?=[A-Z][a-z])")


def opens_speech(block: Block) -> bool:
    """Whether a block begins as speech does: with a label of any form."""
    return bool(block.label or block.lead or _OPENS_SPEECH.match(block.text) or block.text.endswith(":"))


def is_sentence(block: Block) -> bool:
    """Whether a block reads as prose: it ends as sentences do."""
    return block.kind is TurnKind.PROSE and bool(_SENTENCE_END.search(block.text.strip()))


def has_date(block: Block) -> bool:
    """Whether a short line holds a full date."""
    return len(block.text) <= LONGEST_LINE and next(find_dates(block.text), None) is not None


def is_bare_date(block: Block) -> bool:
    """Whether a line is a date and no more: "Tuesday, June 3, 2021, 10:30"."""
    return has_date(block) and not without_dates(block.text).strip(" *_[]().,;-–—")


def field_of(text: str) -> str:
    """The kind of a header field, as "place" for "Venue: Town Hall"; "" for other lines."""
    key, colon, _ = text.partition(":")
    return header_words().fields.get(key.strip().lower(), "") if colon else ""


def is_roster_heading(text: str) -> bool:
    """Whether a line stands above a list of participants: "Company Participants"."""
    return " ".join(text.lower().split()).strip(" :") in header_words().rosters


def is_ending(block: Block) -> bool:
    """Whether a line says that the transcript is over: "END", "-30-"."""
    return not block.label and block.text.strip().lower().rstrip(".:") in header_words().endings


def is_trailer(block: Block) -> bool:
    """Whether a line tells of the publication, not of the event: "Publication date: May 4, 2021"."""
    text = block.text.strip()
    if len(text) > LONGEST_LINE or block.label:
        return False
    if is_ending(block):
        return True
    lowered = text.lower().rstrip(".:")
    if lowered.startswith(("©", "copyright")):
        return True
    key, colon, _ = lowered.partition(":")
    if colon:
        return key.strip() in header_words().publication
    return lowered in header_words().publication or _glued_publication(text)


def is_header_line(block: Block) -> bool:
    """Whether a block is short and no sentence."""
    if block.label or not block.text or len(block.text) > LONGEST_LINE:
        return False
    if block.kind is TurnKind.HEADING:
        return not block.text.endswith(":")
    text = block.text.strip()
    if is_trailer(block) or is_time(text) or field_of(text):
        return True
    if _OPENS_SPEECH.match(text) and not (text.startswith("[") and has_date(block)):
        return False
    if has_date(block) and len(without_dates(text).split()) <= 20:
        return True
    return not _SENTENCE_END.search(text) or bool(_ABBREVIATION_END.search(text) and len(text.split()) <= 8)


def _glued_publication(text: str) -> bool:
    junction = JUNCTION.search(text)
    return junction is not None and text[: junction.start()].lower() in header_words().publication
