"""From paragraphs to documents: the header above a transcript, its trailer, the next one glued on.

A transcript is a header (title, date, time, place), speech, and a trailer (publication notes). The header is
a run of short lines that are no sentences; a second header within the file begins a second document.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.model.document import Block, Document, Stated, TurnKind, line_starts
from claimcheck.read.dates import date_in_name, find_dates, is_time, without_dates
from claimcheck.read.lexicon import header_words
from claimcheck.read.pieces import cut_block

LONGEST_HEADER = 12
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
_JUNCTION = re.compile(r"(?<=[a-z0-9)])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Known:
    """What a format's own fields say of a document: an HTML title, a JSON date."""

    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None


def shape_documents(
    name: str,
    text: str,
    format_name: str,
    blocks: Sequence[Block],
    known: Known | None = None,
    notes: tuple[str, ...] = (),
) -> list[Document]:
    """The documents in a file of paragraphs, each with header and trailer marked, title, date and place."""
    blocks = _cut_glued_lines(blocks)
    starts = line_starts(text)
    documents = []
    for number, part in enumerate(_parts(blocks), 1):
        document = _shape(name, text, format_name, part, starts, known or Known())
        begin = part[0].segments[0].start if number > 1 and part[0].segments else 0
        unique = name if number == 1 else f"{name}#{number}"
        documents.append(replace(document, name=unique, start=begin, notes=notes + document.notes))
    ends = [document.start for document in documents[1:]] + [len(text)]
    return [replace(document, end=end) for document, end in zip(documents, ends, strict=True)]


def make_document(
    name: str,
    text: str,
    format_name: str,
    blocks: Sequence[Block],
    known: Known | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """One document whose format leaves nothing to guess; the file name tells what it does not state."""
    known = known or Known()
    named = date_in_name(name)
    return Document(
        name=name,
        file=name,
        text=text,
        start=0,
        end=len(text),
        format=format_name,
        title=known.title or Stated(_stem(name), "file name"),
        date=known.date or (Stated(named.isoformat(), "file name") if named else None),
        place=known.place,
        blocks=tuple(blocks),
        notes=notes,
        _lines=line_starts(text),
    )


def _shape(
    name: str,
    text: str,
    format_name: str,
    blocks: list[Block],
    starts: tuple[int, ...],
    known: Known,
) -> Document:
    header = _header_length(blocks)
    trailer = _trailer_start(blocks, header)
    found = _read_header(blocks[:header], starts)
    marked = [
        *(_mark(block, found.title) for block in blocks[:header]),
        *blocks[header:trailer],
        *(replace(block, kind=TurnKind.METADATA) for block in blocks[trailer:]),
    ]
    whole = Known(found.title or known.title, found.date or known.date, found.place or known.place)
    return make_document(name, text, format_name, marked, whole, _date_conflicts(name, found, known))


def _parts(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks of each document in the file."""
    begin = 0
    first_header = _header_length(blocks)
    dated = any(_has_date(block) for block in blocks[:first_header])
    index = first_header
    while index < len(blocks):
        if not _is_header_line(blocks[index]):
            index += 1
            continue
        end = index
        while end < len(blocks) and _is_header_line(blocks[end]):
            end += 1
        cut = _boundary(blocks[index:end], dated)
        if cut is not None and end < len(blocks) and _opens_speech(blocks[end]):
            yield blocks[begin : index + cut]
            begin = index + cut
        index = end
    yield blocks[begin:]


def _boundary(run: list[Block], dated: bool) -> int | None:
    """Where in a run of short lines the next document begins: above a title that has a date below it."""
    date_at = next(
        (at for at, block in reversed(list(enumerate(run))) if _has_date(block) and not _is_trailer(block)),
        None,
    )
    if date_at is None:
        return None
    trailers = [at for at, block in enumerate(run[:date_at]) if _is_trailer(block)]
    cut = trailers[-1] + 1 if trailers else 0
    # Without a trailer, the second header must look like the first.
    if not trailers and not dated:
        return None
    return cut if date_at > cut else None


def _cut_glued_lines(blocks: Sequence[Block]) -> list[Block]:
    """Part a trailer line from the header line it was run together with: "Text versionEvents"."""
    result: list[Block] = []
    for block in blocks:
        if len(block.text) <= LONGEST_LINE and _is_trailer(block):
            junction = _JUNCTION.search(block.text)
            if junction:
                result.extend(cut_block(block, junction.start()))
                continue
        result.append(block)
    return result


def _header_length(blocks: Sequence[Block]) -> int:
    """How many blocks at the top are header; none when nothing says that they are."""
    run = 1 if _has_title_with_colon(blocks) else 0
    while run < min(len(blocks), LONGEST_HEADER) and _is_header_line(blocks[run]):
        run += 1
    if run == len(blocks):
        return 0
    last_date = max((at for at in range(run) if _has_date(blocks[at])), default=None)
    if last_date is not None:
        end = last_date + 1
        while end < run and end <= last_date + 2 and _is_detail(blocks[end], blocks[end + 1]):
            end += 1
        return end
    if run and (_opens_speech(blocks[run]) or blocks[run - 1].kind is TurnKind.HEADING):
        return run if run <= 4 else 0
    first_is_title = run == 1 and len(blocks[1].text) > 2 * len(blocks[0].text) and not _states_figure(blocks[0].text)
    return 1 if first_is_title else 0


def _has_title_with_colon(blocks: Sequence[Block]) -> bool:
    """Whether the first line is a title though it reads like a label: "Larkfield: Results Call", above a date."""
    if len(blocks) < 2 or len(blocks[0].text) > LONGEST_LINE or _SENTENCE_END.search(blocks[0].text.strip()):
        return False
    return _is_header_line(blocks[1]) and _has_date(blocks[1])


def _is_detail(block: Block, following: Block) -> bool:
    """Whether a line under the date tells the time or the place."""
    if is_time(block.text) or _field(block.text):
        return True
    return block.kind is not TurnKind.HEADING and (len(block.text.split()) > 1 or _opens_speech(following))


def _trailer_start(blocks: Sequence[Block], header: int) -> int:
    """Where the publication notes begin; they run to the end."""
    start = len(blocks)
    for index in range(len(blocks) - 1, header - 1, -1):
        block = blocks[index]
        if _is_trailer(block):
            start = index
        elif not _is_header_line(block) or len(blocks) - index > 2 * LONGEST_HEADER:
            break
    return start


def _is_trailer(block: Block) -> bool:
    text = block.text.strip()
    if len(text) > LONGEST_LINE or block.label:
        return False
    lowered = text.lower().rstrip(".:")
    if lowered in header_words().endings:
        return True
    if lowered.startswith(("©", "copyright")):
        return True
    key, colon, _ = lowered.partition(":")
    if colon:
        return key.strip() in header_words().publication
    return lowered in header_words().publication or _glued_publication(text)


def _glued_publication(text: str) -> bool:
    junction = _JUNCTION.search(text)
    return junction is not None and text[: junction.start()].lower() in header_words().publication


def _is_header_line(block: Block) -> bool:
    """Whether a block is short and no sentence."""
    if block.label or not block.text or len(block.text) > LONGEST_LINE:
        return False
    if block.kind is TurnKind.HEADING:
        return not block.text.endswith(":")
    text = block.text.strip()
    if _is_trailer(block) or is_time(text) or _field(text):
        return True
    if _OPENS_SPEECH.match(text):
        return False
    if _has_date(block) and len(without_dates(text).split()) <= 20:
        return True
    return not _SENTENCE_END.search(text) or bool(_ABBREVIATION_END.search(text) and len(text.split()) <= 8)


def _opens_speech(block: Block) -> bool:
    return bool(block.label or block.lead or _OPENS_SPEECH.match(block.text) or block.text.endswith(":"))


def _has_date(block: Block) -> bool:
    return len(block.text) <= LONGEST_LINE and next(find_dates(block.text), None) is not None


def _states_figure(text: str) -> bool:
    return bool(re.search(r"[%$£€]|\d[\d,.]*\s", text))


def _field(text: str) -> str:
    """The kind of a header field, as "place" for "Venue: Town Hall"; "" for other lines."""
    key, colon, _ = text.partition(":")
    return header_words().fields.get(key.strip().lower(), "") if colon else ""


def _mark(block: Block, title: Stated | None) -> Block:
    is_title = title is not None and title.value in block.text
    return replace(block, kind=TurnKind.HEADING if is_title else TurnKind.METADATA)


@dataclass(slots=True)
class _Header:
    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None


def _read_header(blocks: Sequence[Block], starts: tuple[int, ...]) -> _Header:
    """Title, date and place of a header; the title is the longest line above the date."""
    header = _Header()
    plain: list[tuple[int, str, str]] = []
    date_at = len(blocks)
    for at, block in enumerate(blocks):
        text, source = block.text.strip(), _line(block, starts)
        kind = _field(text)
        if kind == "publication":
            continue
        if kind:
            value = text.partition(":")[2].strip()
            if kind == "title":
                header.title = Stated(value, source)
            elif kind == "place":
                header.place = Stated(value, source)
            elif kind == "date":
                header.date = _stated_date(value, source) or header.date
            continue
        if header.date is None and (stated := _stated_date(text, source)):
            header.date, date_at = stated, at
            text = without_dates(text)
            if text and block.kind is not TurnKind.HEADING and not any(line.split()[1:] for _, line, _ in plain):
                plain.append((at - 1, text, source))
                continue
        if text and not is_time(text):
            plain.append((at, text, source))
    above = [entry for entry in plain if entry[0] < date_at or blocks[entry[0]].kind is TurnKind.HEADING]
    below = [entry for entry in plain if entry not in above]
    if header.title is None and above:
        best = max(above, key=lambda entry: (blocks[max(0, entry[0])].kind is TurnKind.HEADING, len(entry[1])))
        header.title = Stated(best[1], best[2])
        above = [entry for entry in above if entry[0] > best[0]]
    if header.place is None and date_at < len(blocks):
        place = below[0] if below else above[-1] if above else None
        header.place = Stated(place[1], place[2]) if place else None
    return header


def _stated_date(text: str, source: str) -> Stated | None:
    found = next(find_dates(text), None)
    return Stated(found.value.isoformat(), source) if found else None


def _line(block: Block, starts: tuple[int, ...]) -> str:
    return f"line {bisect.bisect_right(starts, block.segments[0].start)}" if block.segments else "text"


def _date_conflicts(name: str, found: _Header, known: Known) -> tuple[str, ...]:
    """A note when the text, the file's own fields and the file name give different days."""
    named = date_in_name(name)
    stated = [one for one in (found.date, known.date) if one]
    if named:
        stated.append(Stated(named.isoformat(), "file name"))
    if len({one.value for one in stated}) < 2:
        return ()
    return ("dates differ: " + ", ".join(f"{one.value} ({one.source})" for one in stated),)


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.partition(".")[0] or last
