"""From the lines of pages to paragraphs: by gaps, indents, short last lines and bold beginnings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.read.pdf_pages import Line
from claimcheck.read.printed import is_broken, join_lines, trim_lead

GAP = 1.4
INDENT = 8.0
# How much of a line's width is left free where a line was ended on purpose.
FREE = 0.03
FREE_ANYWAY = 0.3

_SENTENCE_END = re.compile(r"[.!?:;…—][\"”’')\]]*$")
_LABEL = re.compile(r"(?:[QA][.:]?\s|(?:[A-Z][A-Z.’'\-]+\s){0,4}[A-Z][A-Z.’'\-]*[A-Z][.:]+(?:\s|$))")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, joined: `pages` are the offsets at which its pages (from 1) begin.

    `lead` is the length of its bold beginning, `heading` is True where all of it is bold.
    """

    text: str
    pages: tuple[tuple[int, int], ...]
    lead: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the text is set: the distance of its lines, the left and right margin of each page."""

    spacing: float
    margins: tuple[tuple[float, float], ...]


def find_paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in their order; one that goes on over a page is one."""
    layout = _measure(pages)
    words = frozenset(
        word for page in pages for line in page for word in _WORD.findall(line.text.lower()) if not is_broken(line.text)
    )
    groups: list[list[tuple[int, Line]]] = []
    for number, page in enumerate(pages, start=1):
        for line in page:
            if not groups or _parts(groups[-1], number, line, layout):
                groups.append([])
            groups[-1].append((number, line))
    return [_paragraph(group, words) for group in groups]


def _measure(pages: Sequence[Sequence[Line]]) -> _Layout:
    gaps = Counter(
        round(2 * (above.bottom - below.bottom)) / 2
        for page in pages
        for above, below in itertools.pairwise(page)
        if above.bottom > below.bottom
    )
    everywhere = [line for page in pages for line in page]
    margins = tuple(_margins(page if len(page) > 8 else everywhere) for page in pages)
    return _Layout(max(gaps, key=lambda gap: (gaps[gap], -gap), default=12.0), margins)


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, 0.0
    lefts = Counter(round(line.left / 3) for line in lines)
    rights = sorted(line.right for line in lines)
    left = 3.0 * max(lefts, key=lambda left: (lefts[left], -left))
    return left, rights[int(0.95 * (len(rights) - 1))]


def _parts(group: list[tuple[int, Line]], number: int, line: Line, layout: _Layout) -> bool:
    """Whether a line begins a new paragraph."""
    page, last = group[-1]
    if is_broken(last.text):
        return False
    margin, _ = layout.margins[number - 1]
    last_margin, last_right = layout.margins[page - 1]
    if number == page and last.bottom - line.bottom > GAP * layout.spacing:
        return True
    if (last.bold == len(last.text)) != (line.bold == len(line.text)) or _opens_bold(line, last):
        return True
    if margin - line.left > INDENT and last.left - line.left > INDENT:
        # "Q    Will it ..." with the lines below it further in.
        return True
    indented = line.left - margin > INDENT
    if indented and abs(line.left - margin - (last.left - last_margin)) > INDENT:
        return True
    ended = bool(_SENTENCE_END.search(last.text))
    if ended and _LABEL.match(line.text):
        return True
    free = last_right - last.right - _width_of_first_word(line)
    width = max(1.0, last_right - last_margin)
    # What is centred or set in lines of their own (a table, an address) is free on both sides.
    return free > width * (FREE if ended else FREE_ANYWAY)


def _opens_bold(line: Line, last: Line) -> bool:
    """Whether a line begins with a bold label: "**Anna Berg:** We bought ..."."""
    lead = line.text[: line.bold].rstrip()
    return bool(lead) and last.bold == 0 and (lead.endswith((":", ".")) or line.text[line.bold :].startswith(":"))


def _width_of_first_word(line: Line) -> float:
    share = (len(line.text.split(maxsplit=1)[0]) + 1) / max(1, len(line.text))
    return share * (line.right - line.left)


def _paragraph(group: list[tuple[int, Line]], words: frozenset[str]) -> Paragraph:
    pages: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for (number, line), following in itertools.zip_longest(group, group[1:]):
        if not pages or pages[-1][1] != number:
            pages.append((length, number))
        piece = _up_to_next(line.text, following[1].text, words) if following else line.text.replace("\xad", "-")
        parts.append(piece)
        length += len(piece)
    text = "".join(parts).rstrip()
    first = group[0][1]
    heading = all(line.bold == len(line.text) for _, line in group)
    lead = trim_lead(text, min(first.bold, len(text)))
    return Paragraph(text, tuple(pages), lead, heading and not _SENTENCE_END.search(text))


def _up_to_next(text: str, following: str, words: frozenset[str]) -> str:
    """What a line contributes before the next: with a space, with its hyphen, or without it."""
    joined = join_lines(text, following, words)
    return joined[: len(joined) - len(following)]


def iterate_pages(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int, int, int]]:
    """For each page of each paragraph: the paragraph's index, the offset in it, the page, its number on the page."""
    count: Counter[int] = Counter()
    for index, paragraph in enumerate(paragraphs):
        for at, page in paragraph.pages:
            count[page] += 1
            yield index, at, page, count[page]
