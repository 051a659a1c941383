"""The header above a transcript and the trailer below it: how long they are, and what they state."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.model.document import Block, Stated, TurnKind
from claimcheck.read.dates import find_dates, is_time, without_dates
from claimcheck.read.lines import (
    LONGEST_LINE,
    field_of,
    has_date,
    is_ending,
    is_header_line,
    is_roster_heading,
    is_sentence,
    is_trailer,
    opens_speech,
)

LONGEST_HEADER = 12


@dataclass(slots=True)
class Header:
    """What a document's own lines state; `dates` and `published` are all dates of the event and of its publication."""

    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None
    dates: list[Stated] = field(default_factory=list)
    published: list[Stated] = field(default_factory=list)


def header_length(blocks: Sequence[Block]) -> int:
    """How many blocks at the top are header; none when nothing says that they are."""
    run = 1 if _has_title_with_colon(blocks) else 0
    while run < min(len(blocks), LONGEST_HEADER) and is_header_line(blocks[run]):
        if is_roster_heading(blocks[run].text):
            break
        run += 1
    if run == len(blocks):
        return 0
    last_date = max((at for at in range(run) if _is_dated(blocks[at])), default=None)
    if last_date is not None:
        end = last_date + 1
        while end < run and end <= last_date + 2 and _is_detail(blocks[end], blocks[end + 1]):
            end += 1
        return end
    if run and (opens_speech(blocks[run]) or blocks[run - 1].kind is TurnKind.HEADING):
        return run if run <= 4 else 0
    first_is_title = run == 1 and len(blocks[1].text) > 2 * len(blocks[0].text) and not _states_figure(blocks[0].text)
    return 1 if first_is_title else 0


def trailer_start(blocks: Sequence[Block], header: int) -> int:
    """Where the publication notes begin; they run to the end."""
    for index in range(header, len(blocks)):
        # "END" with no speech below it: whatever follows is the page's own.
        if is_ending(blocks[index]) and not any(map(opens_speech, blocks[index + 1 :])):
            return index
    start = len(blocks)
    for index in range(len(blocks) - 1, header - 1, -1):
        block = blocks[index]
        if is_trailer(block):
            start = index
        elif not is_header_line(block) or len(blocks) - index > 2 * LONGEST_HEADER:
            break
    return start


def read_header(header: Sequence[Block], trailer: Sequence[Block], starts: tuple[int, ...]) -> Header:
    """Title, date and place of a header; the title is the longest line above the date."""
    found = Header()
    plain: list[tuple[int, str, str]] = []
    # Without a date, the time of day stands where it would: below the title.
    dated_at = next((at for at, block in enumerate(header) if is_time(block.text.strip())), len(header))
    for at, block in enumerate(header):
        text, source = block.text.strip(), _line(block, starts)
        kind = "publication" if is_trailer(block) else field_of(text)
        if kind:
            _read_field(found, kind, text, source)
            continue
        stated = _stated_date(text, source)
        if stated:
            found.dates.append(stated)
        if stated and found.date is not None:
            continue
        if stated:
            found.date, dated_at = stated, at
            text = without_dates(text).strip("[] ")
            if text and block.kind is not TurnKind.HEADING and not any(line.split()[1:] for _, line, _ in plain):
                plain.append((at - 1, text, source))
                continue
        if text and not is_time(text):
            plain.append((at, text, source))
    _place_and_title(found, plain, header, dated_at)
    found.published.extend(
        stated for block in trailer if is_trailer(block) and (stated := _stated_date(block.text, _line(block, starts)))
    )
    return found


def _read_field(found: Header, kind: str, text: str, source: str) -> None:
    value = text.partition(":")[2].strip()
    stated = _stated_date(text, source)
    if kind == "publication":
        found.published.extend([stated] if stated else ())
    elif kind == "title":
        found.title = Stated(value, source)
    elif kind == "place":
        found.place = Stated(value, source)
    elif kind == "date" and stated:
        found.date = stated
        found.dates.append(stated)


def _place_and_title(found: Header, plain: list[tuple[int, str, str]], header: Sequence[Block], dated_at: int) -> None:
    def is_heading(at: int) -> bool:
        return header[max(0, at)].kind is TurnKind.HEADING

    above = [entry for entry in plain if entry[0] < dated_at or is_heading(entry[0])]
    below = [entry for entry in plain if entry not in above]
    if found.title is None and above:
        # A page puts its own lines ("Issued on", "Share") between the title and what the transcript begins with.
        page = next((at for at, block in enumerate(header) if is_trailer(block)), 0)
        titles = [entry for entry in above if entry[0] < page] or above
        best = max(titles, key=lambda entry: (is_heading(entry[0]), len(entry[1])))
        found.title = Stated(best[1], best[2])
        above = [entry for entry in above if entry[0] > best[0]]
    if found.place is None and dated_at < len(header):
        place = below[0] if below else above[-1] if above else None
        found.place = Stated(place[1], place[2]) if place else None


def _has_title_with_colon(blocks: Sequence[Block]) -> bool:
    """Whether the first line is a title though it reads like a label: "Larkfield: Results Call", above a date."""
    if len(blocks) < 2 or len(blocks[0].text) > LONGEST_LINE or is_sentence(blocks[0]):
        return False
    return is_header_line(blocks[1]) and has_date(blocks[1])


def _is_dated(block: Block) -> bool:
    return has_date(block) or is_time(block.text.strip())


def _is_detail(block: Block, following: Block) -> bool:
    """Whether a line under the date tells the time or the place."""
    if is_time(block.text) or field_of(block.text):
        return True
    return block.kind is not TurnKind.HEADING and (len(block.text.split()) > 1 or opens_speech(following))


def _states_figure(text: str) -> bool:
    return any(mark in text for mark in "%$£€") or any(word[:1].isdigit() for word in text.split()[:-1])


def _stated_date(text: str, source: str) -> Stated | None:
    found = next(find_dates(text), None)
    return Stated(found.value.isoformat(), source) if found else None


def _line(block: Block, starts: tuple[int, ...]) -> str:
    return f"line {bisect.bisect_right(starts, block.segments[0].start)}" if block.segments else "text"
