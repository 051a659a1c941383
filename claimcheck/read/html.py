"""HTML pages: the transcript without what the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.model.document import Block, Document, Stated
from claimcheck.read.declared import decode_declared
from claimcheck.read.html_blocks import Page, PageBlock, read_page
from claimcheck.read.html_events import read_events
from claimcheck.read.shaping import Known, shape_documents

# " | Town of Norville", as sites append their name to every title.
_SITE = re.compile(r"\s+[|–—·»]\s+[^|–—·»]*$")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")


def read_html(name: str, raw: bytes) -> list[Document]:
    """Read a page: "<b>Anna:</b> We sold 12 buses." is "Anna: We sold 12 buses.", its lead bold."""
    text, notes = decode_declared(raw)
    page = read_page(read_events(text))
    return shape_documents(name, text, "html", _content(page.blocks), _known(page), notes)


def _content(found: Sequence[PageBlock]) -> list[Block]:
    """The paragraphs of the transcript: the main part where it holds most of what is said."""
    inside = [one for one in found if not one.around]
    if 10 * _size(inside) < _size(found):
        inside = list(found)
    main = [one for one in inside if one.main]
    article = [one for one in inside if one.article]
    for part in (main, article):
        if 2 * _size(part) >= _size(inside):
            inside = part
    spoken = [one for one in inside if not one.links]
    return [one.block for one in (spoken if spoken else inside)]


def _size(blocks: Iterable[PageBlock]) -> int:
    return sum(len(one.block.text) for one in blocks)


def _known(page: Page) -> Known:
    for key in _TITLES:
        if page.meta.get(key, "").strip():
            return Known(Stated(_SITE.sub("", page.meta[key].strip()), f"meta {key}"))
    title = " ".join(page.title.split())
    return Known(Stated(_SITE.sub("", title), "title element")) if title else Known()
