"""What stands on a page besides its text: running heads and feet, page numbers, numbers of lines."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.read.pdf_pages import Line

# A head or foot has rarely more lines than this.
EDGE = 4
# Heads of left and right pages, or of chapters, are on a part of the pages only.
SHARE = 0.3
# A head stands at the same height on all pages, but for a point or two.
HEIGHT = 2.0
LEAST_NUMBERED = 6
FEW = 4

_PAGE_NUMBER = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_LINE_NUMBER = re.compile(r"(\d{1,2})(?:\s+|$)")

Page = tuple[Line, ...]


def without_edges(pages: Sequence[Page]) -> tuple[list[Page], tuple[str, ...]]:
    """The pages without running heads, feet and page numbers, and the heads that were dropped, each once."""
    pages = [_joined_on_baseline(page) for page in pages]
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    heights = _heights(edges)
    dropped: dict[str, None] = {}
    kept = []
    for number, (page, sides) in enumerate(zip(pages, edges, strict=True)):
        gone: set[int] = set()
        for side in sides:
            for line in side:
                if not (_is_repeated(line, number, heights, len(pages)) or _PAGE_NUMBER.fullmatch(line.text)):
                    break
                gone.add(id(line))
                dropped[line.text] = None
        kept.append(_without_line_numbers(tuple(line for line in page if id(line) not in gone)))
    return kept, tuple(dropped)


def _joined_on_baseline(page: Page) -> Page:
    """Pieces that stand on one line made one: "Q" and, after a gap, "Will it be 12?"."""
    joined: list[Line] = []
    for line in page:
        last = joined[-1] if joined else None
        if last is None or abs(line.bottom - last.bottom) > 0.3 * (last.top - last.bottom) or line.left < last.right:
            joined.append(line)
            continue
        gap = "  " if line.left - last.right > (last.top - last.bottom) / 2 else " "
        bold = len(last.text) + len(gap) + line.bold if last.bold == len(last.text) and line.bold else last.bold
        joined[-1] = Line(
            last.text + gap + line.text,
            last.left,
            min(last.bottom, line.bottom),
            line.right,
            max(last.top, line.top),
            bold,
        )
    return tuple(joined)


def _edge(page: Page, top: bool) -> list[Line]:
    """The outermost lines of a page, from the edge inwards."""
    return sorted(page, key=lambda line: line.bottom, reverse=top)[:EDGE]


def _wordings(text: str, page: int) -> list[str]:
    """A line as it is, and with each of its numbers as it would be on page 0: "Page 3 of 9" is "Page #0 of 9"."""
    numbers = list(itertools.islice(_NUMBER.finditer(text), EDGE))
    return [text] + [f"{text[: number.start()]}#{int(number[0]) - page}{text[number.end() :]}" for number in numbers]


def _heights(edges: Sequence[tuple[list[Line], list[Line]]]) -> dict[str, list[float]]:
    """For each wording of the lines at the edges: how high it stands on each page that has it."""
    heights: dict[str, list[float]] = {}
    for page, sides in enumerate(edges):
        # On two or three pages, only the outermost line: speakers begin alike, too.
        outer = {id(line): line for side in sides for line in (side if len(edges) >= FEW else side[:1])}
        for line in outer.values():
            for wording in _wordings(line.text, page):
                heights.setdefault(wording, []).append(line.bottom)
    return {wording: sorted(found) for wording, found in heights.items()}


def _is_repeated(line: Line, page: int, heights: dict[str, list[float]], pages: int) -> bool:
    """Whether a line stands on many pages at the same height, but for the number of the page."""
    if pages < FEW and line.text.endswith((".", "!", "?")):
        return False
    for wording in _wordings(line.text, page):
        found = heights.get(wording, [])
        near = bisect_right(found, line.bottom + HEIGHT) - bisect_left(found, line.bottom - HEIGHT)
        if near >= max(2, SHARE * pages):
            return True
    return False


def _without_line_numbers(page: Page) -> Page:
    """A page without the numbers of its lines, as court reporters print them: "1   THE COURT: ...", "2   ..."."""
    found = [_LINE_NUMBER.match(line.text) for line in page]
    numbers = [int(match[1]) for match in found if match]
    rising = sum(after == before + 1 for before, after in itertools.pairwise(numbers))
    if len(numbers) < LEAST_NUMBERED or len(numbers) < 0.9 * len(page) or rising < 0.9 * (len(numbers) - 1):
        return page
    kept = []
    for line, match in zip(page, found, strict=True):
        text = line.text[match.end() :] if match else line.text
        if text:
            cut = len(line.text) - len(text)
            # Where the text behind the number begins is not known: as far in as its share of the line.
            left = line.left + (line.right - line.left) * cut / len(line.text)
            kept.append(Line(text, left, line.bottom, line.right, line.top, max(0, line.bold - cut)))
    return tuple(kept)
