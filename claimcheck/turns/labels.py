"""Speaker labels at the start of a paragraph: "Anna Berg:", "MR. BERG.", "[Anna Berg]", "Q "."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.document import Block, TurnKind
from claimcheck.turns.lexicon import label_words

LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a block: its text, its style, and where the speech begins behind it."""

    name: str
    style: str
    end: int


_STYLES = (
    ("query", re.compile(r"(?P<name>Q)(?:\.|\s)\s*(?=\S)|(?P<answer>A)(?:\.|\s{2})\s*(?=\S)")),
    ("bracket", re.compile(r"\[(?P<name>[^\W\d_][^\]]{0,88})\]:?\s*")),
    ("colon", re.compile(r"(?P<name>[^\W\d_][^:\n?!]{0,88}?)\s*(?:\([^)]{0,60}\)\s*)?:(?:\s+|$)")),
    (
        "caps",
        re.compile(
            r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|The|Hon|HON)\.?\s)?[A-Z][\w’'\-]*[A-Z][A-Z’'\-]*(?:\s(?:[A-Z][A-Z.’'\-]*|of\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))*"
            r"(?:\s\([^)]{1,60}\))?)(?:\.[\s–—\-]+|\.$)(?=\S|$)"
        ),
    ),
)
_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")


def find_labels(blocks: Sequence[Block]) -> list[Label | None]:
    """The label of each block, if any; a style counts only where the document uses it for speakers."""
    found = [_candidate(block) for block in blocks]
    names = Counter((one.style, one.name) for one in found if one)
    styles = Counter(one.style for one in found if one)
    own_line = _own_line_names(blocks)
    result: list[Label | None] = []
    ended = True
    for block, one in zip(blocks, found, strict=True):
        if one is not None and not _accept(block, one, names, styles, ended):
            one = None
        if one is None and block.text in own_line:
            one = Label(block.text, "own line", len(block.text))
        result.append(one)
        ended = block.text.rstrip("\"”’')]").endswith((".", "?", "!", "…", "—", "–", "-"))
    return result


def _candidate(block: Block) -> Label | None:
    if block.label:
        return Label(block.label, "format", 0)
    if block.kind is TurnKind.METADATA:
        return None
    if block.lead and looks_like_name(block.text[: block.lead].strip(" :.")):
        rest = re.match(r"\s*:?\s*", block.text[block.lead :])
        return Label(block.text[: block.lead].strip(" :."), "lead", block.lead + (rest.end() if rest else 0))
    if block.kind is TurnKind.HEADING:
        name = block.text.rstrip(": ")
        return Label(name, "heading", len(block.text)) if block.text.endswith(":") and looks_like_name(name) else None
    for style, pattern in _STYLES:
        match = pattern.match(block.text)
        if match:
            name = match["name"] or match["answer"]
            if style == "query" or looks_like_name(name):
                return Label(name, style, match.end())
    return None


def looks_like_name(text: str) -> bool:
    """Whether it could be a person or a role: "Anna Berg" is, "What matters here" and "Total" are not."""
    words = _WORD.findall(re.sub(r"[\[(][^\])]*[\])]", " ", text))
    lexicon = label_words()
    if not words or len(words) > 12 or len(text) > LONGEST_LABEL or re.search(r"[%$£€;]|\d{3}", text):
        return False
    plain = [word.lower().strip(".’'") for word in words]
    if any(word in lexicon.directions for word in plain):
        return False
    if all(word in lexicon.offices | lexicon.honorifics | lexicon.anonymous | lexicon.particles for word in plain):
        return any(word not in lexicon.particles | lexicon.honorifics for word in plain)
    if any(word in lexicon.not_names for word in plain):
        return False
    # Every word of a name is capitalised, but for particles.
    return all(word[0].isupper() or low in lexicon.particles for word, low in zip(words, plain, strict=True)) and (
        "," not in text or len(words) <= 8
    )


def _accept(block: Block, one: Label, names: Counter[tuple[str, str]], styles: Counter[str], ended: bool) -> bool:
    if one.style in ("format", "lead", "heading"):
        return True
    repeated = names[one.style, one.name] > 1
    if block.runs_on and not ended and not repeated:
        return False
    if one.style == "query":
        return one.name == "Q" or styles["query"] > 1
    if one.style == "bracket":
        return styles["bracket"] >= styles["colon"]
    rest = block.text[one.end :]
    words = one.name.split()
    if one.style == "caps":
        return repeated or len(words) > 1
    if len(words) > 1 or one.name.isupper() or repeated or _is_role(one.name):
        return not (rest and re.match(r"[$£€]?\d[\d,.]*\s*\S*$", rest) and not repeated)
    # A single word: a speaker where speech follows, not a bare figure.
    return len(rest.split()) > 2 and not re.match(r"[$£€\d]", rest)


def _is_role(name: str) -> bool:
    return name.lower() in label_words().anonymous


def _own_line_names(blocks: Sequence[Block]) -> set[str]:
    """Lines that hold a name alone, or with a company, where the name has such a line again."""
    lines: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for block in blocks:
        text = block.text
        if block.kind is TurnKind.METADATA or len(text) > LONGEST_LABEL:
            continue
        asked = re.match(r"[QA]\s[-–—]\s", text)
        name = text[asked.end() :] if asked else re.split(r"\s[-–—]\s", text)[0]
        if name[-1:] not in ".!?:;,…" and looks_like_name(name) and (" " in name or _is_role(name)):
            lines[text] = name
            counts[name] += 1
    # One name twice may be chance; a document that labels so does it throughout.
    repeated = {name for name, count in counts.items() if count > 1}
    if sum(counts[name] for name in repeated) < 4:
        return set()
    return {text for text, name in lines.items() if name in repeated}
