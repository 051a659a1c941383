"""Plain text: one paragraph a line, or lines wrapped at a fixed width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from claimcheck.model.document import Block, Document, TurnKind
from claimcheck.read.comments import BLANK, hide_comments
from claimcheck.read.decoding import decode
from claimcheck.read.pieces import Gatherer, plain_block
from claimcheck.read.shaping import shape_documents

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")
_TABULAR = re.compile(r"\.{4,}|\S {3,}\S+|\t|_{5,}|-{5,}|={5,}")
_WRAP_WIDTH = 100
# A line shorter than this part of the width ends its paragraph, if the next word would have fitted.
_ROOM = 0.75
# "Mr. BERG. We ask ...": a surname in capitals behind a title opens a turn wherever its line stands.
_CAPITAL_LABEL = re.compile(r"(?:Mr|Mrs|Ms|Dr|The|HON)\.? [A-Z][\w’'\-]*[A-Z][A-Z’'\- ]*\.")


def read_plain(name: str, raw: bytes) -> list[Document]:
    """Read plain text: "Anna: We sold 12 buses." is one paragraph."""
    text, notes = decode(raw)
    return read_plain_text(name, text, notes)


def read_plain_text(name: str, text: str, notes: tuple[str, ...] = ()) -> list[Document]:
    """The same for text that is already decoded."""
    body = hide_comments(text, "text")
    lines = list(_LINE.finditer(body))
    blocks = list(_join_wrapped(body, lines)) if _is_wrapped(lines) else _one_a_line(body, lines)
    return shape_documents(name, text, "text", blocks, notes=notes)


def _one_a_line(text: str, lines: list[re.Match[str]]) -> list[Block]:
    blocks = []
    for index, line in enumerate(lines):
        stripped = line[0].strip()
        start = line.start() + line[0].index(stripped)
        kind = TurnKind.HEADING if _is_heading(text, lines, index) else TurnKind.PROSE
        make_block = _without_gap if BLANK * 2 in stripped else plain_block
        blocks.append(make_block(stripped, start, kind))
    return blocks


def _without_gap(line: str, start: int, kind: TurnKind) -> Block:
    """A line that a comment stood in the middle of."""
    gatherer = Gatherer()
    gatherer.add(line, start)
    block = gatherer.block(kind)
    assert block is not None
    return block


def _is_heading(text: str, lines: list[re.Match[str]], index: int) -> bool:
    """Whether a line stands alone between blank lines and reads as a title, without figures."""
    line = lines[index]
    words = line[0].split()
    if (
        len(line[0]) > 80
        or not words[0][0].isupper()
        or _SENTENCE_END.search(line[0].rstrip())
        or line[0].rstrip()[-1] in ",-–—"
    ):
        return False
    if re.search(r"\d|[%$£€\[(]", line[0]) or index + 1 >= len(lines):
        return False
    before = index == 0 or text.count("\n", lines[index - 1].end(), line.start()) > 1
    after = text.count("\n", line.end(), lines[index + 1].start()) > 1
    capitals = sum(word[0].isupper() for word in words if len(word) > 3)
    long_words = sum(len(word) > 3 for word in words)
    return before and after and index > 0 and 2 * capitals >= long_words > 0


def _is_wrapped(lines: list[re.Match[str]]) -> bool:
    """Whether sentences go on from line to line, as in text set 72 characters wide."""
    if len(lines) < 4:
        return False
    bodies = [line[0].strip() for line in lines]
    pairs = sum(
        1 for one, following in itertools.pairwise(bodies) if following[0].islower() and not _SENTENCE_END.search(one)
    )
    short = sum(len(body) <= _WRAP_WIDTH for body in bodies)
    return pairs >= 0.2 * len(bodies) and short >= 0.9 * len(bodies)


def _join_wrapped(text: str, lines: list[re.Match[str]]) -> Iterator[Block]:
    """Paragraphs of wrapped text; a line that may open a new sentence is a block that runs on."""
    gatherer = Gatherer()
    runs_on = False
    previous: re.Match[str] | None = None
    margin, width = _margin(lines), _width(lines)
    for line in lines:
        body = line[0].strip()
        parted = previous is None or _parts_paragraph(text, previous, line, margin, width)
        opens = previous is not None and bool(_SENTENCE_END.search(previous[0].rstrip())) and not body[0].islower()
        labelled = _CAPITAL_LABEL.match(body) is not None
        if parted or opens or labelled:
            block = gatherer.block(runs_on=runs_on)
            if block:
                yield block
            gatherer, runs_on = Gatherer(), not (parted or labelled)
        gatherer.break_word()
        gatherer.add(body, line.start() + line[0].index(body))
        previous = line
    block = gatherer.block(runs_on=runs_on)
    if block:
        yield block


def _margin(lines: list[re.Match[str]]) -> int:
    indents = [len(line[0]) - len(line[0].lstrip()) for line in lines]
    return min(indents) if indents else 0


def _width(lines: list[re.Match[str]]) -> int:
    """How wide a text is set: most lines are not longer."""
    return sorted(len(line[0].rstrip()) for line in lines)[len(lines) * 3 // 4]


def _parts_paragraph(text: str, previous: re.Match[str], line: re.Match[str], margin: int, width: int) -> bool:
    """Whether a new paragraph begins: after a blank line or one with room for more, at an indent, in a table."""
    body = line[0].strip()
    if body[0] == "[" and previous[0].rstrip()[-1] in "])":
        return True
    # The first word would have fitted on the line above.
    if not body[0].islower() and len(previous[0].rstrip()) + len(body.split()[0]) < _ROOM * width:
        return True
    if text.count("\n", previous.end(), line.start()) > 1:
        return True
    indent = len(line[0]) - len(line[0].lstrip())
    ended = _SENTENCE_END.search(previous[0].rstrip()) is not None
    if indent > margin and (ended or indent > len(previous[0]) - len(previous[0].lstrip())):
        return True
    return bool(_TABULAR.search(line[0].strip()) or _TABULAR.search(previous[0].strip()))
