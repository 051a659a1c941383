"""The forms a speaker's label takes: "Anna Berg:", "Mr. BERG.", "[Anna Berg]", "Q  ", "### Anna Berg:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.model.document import Block, TurnKind
from claimcheck.turns.lexicon import label_words, short_names

LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a block: its text, its style, and where the speech begins behind it."""

    name: str
    style: str
    end: int


# "[00:12:03] ", "(10:41) ", "3. " stand before or behind a label and are no part of it.
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_BEFORE = re.compile(rf"(?:[\[(]?{_TIME}[\])]?\s*[-–—]?\s+)?(?:\d{{1,3}}\.\s+)?")
_BEHIND = re.compile(rf"\s*(?:[\[(]{_TIME}[\])]\s*)?")
# "Anna Berg (through an interpreter):", "Anna Berg (10:41):"; "(Norville)" belongs to the label.
_NOTE = r"\((?:[a-z][^)]{0,60}|[^)]{0,20}\d[:.]\d[^)]{0,20})\)"
_COLON = re.compile(rf"(?P<name>[^\W\d_][^:\n?!]{{0,88}}?)\s*(?:{_NOTE}\s*)?:(?:\s+|$)")
_QUERY = re.compile(r"(?P<name>Q)\.?\s+(?=\S)|(?P<answer>A)(?:\.\s|\s{2})\s*(?=\S)")
_BRACKET = re.compile(r"\[(?P<name>[^\W\d_][^\]]{0,88})\](?::?\s+|:?$)")
# "BERG", "McBERG", "van BERG", "BERG-LIND", "O'BERG", an initial "J."; a full stop ends the label.
_CAPITALS = r"(?:(?:[A-Z]\.)+|JR\.|SR\.|ST\.|(?:Mc|Mac|De|Di|La|Le|Van|Von)?[A-Z][A-Z’'\-]+)"
_PLACE = r"(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|\spro\stempore|\s\([^)]{1,60}\)){0,3}"
_TITLED = re.compile(
    rf"(?P<name>(?:[Tt]he|THE|Mr|Mrs|Ms|Miss|Dr|Hon|HON|Sir|Lord|Baroness|Madam)\.?\s{_CAPITALS}(?:\s{_CAPITALS}){{0,10}}{_PLACE})"
    r"\.(?:\s*[–—\-]+\s*|\s+|$)"
)
_SHOUTED = re.compile(rf"(?P<name>{_CAPITALS}(?:\s{_CAPITALS}){{0,10}}{_PLACE})\.(?:\s*[–—\-]+\s*|\s+|$)")
_FORMS = (("bracket", _BRACKET), ("colon", _COLON), ("titled", _TITLED), ("shouted", _SHOUTED))
_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")


def asks(block: Block) -> bool:
    """Whether a block is a question after the manner of "Q.  How many?": then "A.  Twelve." is its answer."""
    match = _QUERY.match(block.text)
    return bool(match and match["name"]) and not (block.label or block.kind is TurnKind.METADATA)


def find_candidate(block: Block, *, answered: bool = False) -> Label | None:
    """What may be a label by its form alone; whether it is one, the document decides.

    `answered` says that the document has questions, so that "A.  Carl Berg: he ..." is an answer and no name.
    """
    if block.label:
        return Label(block.label, "format", 0)
    if block.kind is TurnKind.METADATA:
        return None
    if block.lead:
        name = _tidy(block.text[: block.lead])
        if looks_like_name(name) or is_break(name):
            rest = re.match(r"\s*:?", block.text[block.lead :])
            return Label(name, "lead", _speech_from(block.text, block.lead + (rest.end() if rest else 0)))
    if block.kind is TurnKind.HEADING and block.text.endswith(":"):
        name = _tidy(block.text)
        return Label(name, "heading", len(block.text)) if looks_like_name(name) or is_break(name) else None
    return _in_text(block.text, answered)


def _in_text(text: str, answered: bool) -> Label | None:
    before = _BEFORE.match(text)
    begin = before.end() if before else 0
    query = _QUERY.match(text, begin)
    named = None if query and (query["name"] or answered) else _named(text, begin)
    if query and query["answer"] and named is None and len(text.split()) > 2 and looks_like_name(text[begin:]):
        return None  # "A. Catherine Berg" on a line of its own
    # "Q Mr. Berg: how many?" is a question, "A. Yes." an answer; "A. Catherine Berg: ..." is a name.
    if query and named is None:
        return Label(query["name"] or query["answer"], "query", query.end())
    return named


def _named(text: str, begin: int) -> Label | None:
    """The label at the beginning of a text, in one of the forms that give a name."""
    for style, pattern in _FORMS:
        match = pattern.match(text, begin)
        name = _tidy(match["name"]) if match else ""
        if match and (looks_like_name(name) or is_break(name)):
            return Label(name, style, _speech_from(text, match.end()))
    return None


def is_break(name: str) -> bool:
    """Whether a label names no speaker but a pause in the talk: "Break:", "Sponsor:"."""
    return name.lower() in label_words().breaks


def looks_like_name(text: str) -> bool:
    """Whether it could be a person or a role: "Anna Berg" is, "What matters here" and "Total" are not."""
    plain = re.sub(r"[\[(][^\])]*[\])]", " ", text)
    words = _WORD.findall(plain)
    lexicon = label_words()
    if (
        not words
        or len(words) > 12
        or text.count("(") != text.count(")")
        or len(text) > LONGEST_LABEL
        or re.search(r"[%$£€;]|\d{3}", text)
    ):
        return False
    lowered = [word.lower().strip(".’'") for word in words]
    if any(word in lexicon.directions for word in lowered):
        return False
    if lowered[0] == "he" and len(lowered) > 1 and all(word in lexicon.offices for word in lowered[1:]):
        return True  # "HE PRESIDENT", a misprint
    if all(word in lexicon.offices | lexicon.honorifics | lexicon.anonymous | lexicon.particles for word in lowered):
        return any(word not in lexicon.particles | lexicon.honorifics for word in lowered)
    # "Berg, Chief Financial Officer" names a person; what follows the comma may be any word.
    before_comma = lowered[: len(_WORD.findall(plain.partition(",")[0]))]
    if _is_heading(before_comma):
        return False
    # Every word of a name is capitalised, but for particles.
    return all(word[0].isupper() or low in lexicon.particles for word, low in zip(words, lowered, strict=True)) and (
        "," not in text or len(words) <= 8
    )


def _is_heading(words: list[str]) -> bool:
    """Whether a word among them heads notes or figures; "Bill Crow" and "Anna Price" are people all the same."""
    lexicon, given = label_words(), short_names()
    core = [word for word in words if word not in lexicon.offices | lexicon.honorifics]
    if len(core) > 1 and core[0] in given:
        return False  # what the document says of these words decides
    return any(word in lexicon.not_names for word in core)


def _speech_from(text: str, end: int) -> int:
    """Where speech begins behind a label: "Anna Berg: (00:12) We ..." begins at "We"."""
    match = _BEHIND.match(text, end)
    return match.end() if match else end


def _tidy(name: str) -> str:
    """The name without what parts it from the speech; "Robert Jr." keeps its full stop."""
    tidy = " ".join(name.split()).strip(" :")
    return tidy if re.search(r"\b(?:[A-Z]|Jr|Sr|St)\.$", tidy) else tidy.rstrip(".")
