"""A file of two transcripts: where the one ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.document import Block
from claimcheck.read.header import header_length
from claimcheck.read.lines import (
    JUNCTION,
    LONGEST_LINE,
    has_date,
    is_bare_date,
    is_header_line,
    is_sentence,
    is_trailer,
    opens_speech,
)
from claimcheck.read.pieces import cut_block


def part_documents(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each document in a file: a second header, with speech above it, begins a second document."""
    blocks = _cut_glued_lines(blocks)
    begin = 0
    index = header_length(blocks)
    dated = any(is_bare_date(block) for block in blocks[:index])
    spoken = False
    while index < len(blocks):
        block = blocks[index]
        if not is_header_line(block):
            spoken = spoken or opens_speech(block) or is_sentence(block)
            index += 1
            continue
        end = index
        while end < len(blocks) and is_header_line(blocks[end]):
            end += 1
        cut = _boundary(blocks[index:end], dated) if spoken else None
        if cut is not None and end < len(blocks) and opens_speech(blocks[end]):
            yield blocks[begin : index + cut]
            begin, spoken = index + cut, False
        index = end
    yield blocks[begin:]


def _boundary(run: Sequence[Block], dated: bool) -> int | None:
    """Where in a run of short lines the next document begins: above a title that has a date below it."""
    date_at = next(
        (at for at, block in reversed(list(enumerate(run))) if has_date(block) and not is_trailer(block)), None
    )
    if date_at is None:
        return None
    trailers = [at for at, block in enumerate(run[:date_at]) if is_trailer(block)]
    cut = trailers[-1] + 1 if trailers else 0
    # Without a trailer, the second header must look like the first: a title, and a date on a line of its own.
    if not trailers and not (dated and is_bare_date(run[date_at]) and _is_title(run[0])):
        return None
    return cut if date_at > cut else None


def _is_title(block: Block) -> bool:
    return not block.runs_on and block.text[:1].isupper()


def _cut_glued_lines(blocks: Sequence[Block]) -> list[Block]:
    """Part a trailer line from the header line it was run together with: "Text versionEvents"."""
    result: list[Block] = []
    for block in blocks:
        junction = JUNCTION.search(block.text) if len(block.text) <= LONGEST_LINE and is_trailer(block) else None
        result.extend(cut_block(block, junction.start()) if junction else (block,))
    return result
