"""The figures as a table for reading: aligned numbers, and each figure in the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Kind, Quantity
from claimcheck.reports.ink import printed
from claimcheck.reports.passage import CUT, Mark, Passage, excerpt
from claimcheck.reports.safe import printable
from claimcheck.reports.view import View

GAP = "  "
INDENT = GAP * 2
RANGE = "–"
QUIET = "blue"
FIGURE = "bold cyan"
NARROWEST = 60
# What a quote needs to be understood beside the columns; with less it goes below them.
ENOUGH_QUOTE = 36
WIDEST = {"unit": 20, "measure": 24, "period": 20, "speaker": 20}
COLUMNS = ("place", "value", "unit", "bound", "kind", "measure", "speaker", "period")
LEAST_CELL = 10
UNIT_WHERE_NARROW = 12
LEFT_OUT_FIRST = ("period", "speaker", "measure")
NAMED_BY_TEXT = frozenset({Kind.DATE, Kind.TIME, Kind.IDENTIFIER})
# Longer values are written as powers of ten, longer fractions end in "…": the quote shows what was said.
LONGEST_VALUE = 21
DECIMALS = 3

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What fits a screen: the columns with their widths, whether files and quotes have lines of their own."""

    widths: Mapping[str, int]
    quote: int
    by_file: bool = False
    quote_below: bool = False


def render_table(mentions: Iterable[Mention], view: View) -> str:
    """The mentions in the order of the texts: "Trade reached $9 billion" is 9,000,000,000, dollar, =, money.

    Values and places are never cut. On a narrower screen the files' names stand above their figures, on one
    narrower still each quote stands below its figure, and the period, the speaker and the measure are left out
    cut or left out as far as they have no room.
    """
    ordered = sorted(mentions, key=lambda mention: mention.order)
    if not ordered:
        return ""
    values = _aligned([_value(mention.quantity) for mention in ordered])
    rows = [_cells(mention, value) for mention, value in zip(ordered, values, strict=True)]
    files = [printable(mention.file) for mention in ordered]
    placed = [
        {**row, "place": f"{file}{', ' if mention.landmark else ':'}{row['place']}"}
        for row, file, mention in zip(rows, files, ordered, strict=True)
    ]
    layout = _layout(_widths(placed), _widths(rows), max(view.width, NARROWEST))
    return printed(_lines(ordered, rows if layout.by_file else placed, files, layout), view.colour)


def _layout(placed: dict[str, int], grouped: dict[str, int], width: int) -> _Layout:
    """The first of these that fits: all in one line, files above, files above and no period, quotes below."""
    if (room := _left(placed, width)) >= ENOUGH_QUOTE:
        return _Layout(placed, room)
    for widths in (grouped, {name: used for name, used in grouped.items() if name != "period"}):
        if (room := _left(widths, width)) >= ENOUGH_QUOTE:
            return _Layout(widths, room, by_file=True)
    grouped["unit"] = min(grouped["unit"], UNIT_WHERE_NARROW)
    for name in LEFT_OUT_FIRST:
        missing = -_left(grouped, width)
        if missing > 0 and grouped[name] - missing >= LEAST_CELL:
            grouped[name] -= missing
        elif missing > 0:
            del grouped[name]
    return _Layout(grouped, width - len(INDENT), by_file=True, quote_below=True)


def _lines(mentions: Sequence[Mention], rows: Sequence[Cells], files: Sequence[str], layout: _Layout) -> Iterator[Text]:
    """The head, then each figure in one line or two, and before those of a file its name, if that is not theirs."""
    head = _joined({name: name for name in COLUMNS}, layout)
    yield Text(head.rstrip() if layout.quote_below else f"{head}quote", "bold")
    last = ""
    for mention, row, file in zip(mentions, rows, files, strict=True):
        if layout.by_file and file != last:
            yield Text(last := file, "bold")
        line = Text(_joined(row, layout))
        line.stylize(QUIET, 0, layout.widths["place"])
        if layout.quote_below:
            line.rstrip()
            yield line
            line = Text(INDENT)
        line.append_text(_quote(mention, layout.quote))
        line.rstrip()
        yield line


def _cells(mention: Mention, value: str) -> dict[str, str]:
    claim = mention.claim
    row = {
        "place": mention.landmark or f"{mention.line}:{mention.column}",
        "value": value,
        "unit": mention.unit,
        "bound": mention.quantity.bound.value,
        "kind": mention.quantity.kind.value,
        "measure": " ".join(claim.measure) if claim else "",
        "speaker": mention.speaker.name if mention.speaker else "",
        "period": claim.period.text if claim and claim.period else "",
    }
    return {name: printable(cell) for name, cell in row.items()}


def _value(quantity: Quantity) -> str:
    """The value in digits: "9,000,000,000", "35–40"; a date or a name as it was said, a year without comma."""
    if quantity.kind in NAMED_BY_TEXT:
        return quantity.text if len(quantity.text) <= LONGEST_VALUE else f"{quantity.text[: LONGEST_VALUE - 1]}{CUT}"
    shown = [_digits(value, grouped=quantity.is_measurement) for value in (quantity.low, quantity.high)]
    return RANGE.join(dict.fromkeys(shown))


def _digits(value: Decimal, grouped: bool) -> str:
    whole, _, fraction = f"{value or abs(value):,f}".partition(".")
    fraction = fraction.rstrip("0")
    if len(whole) > LONGEST_VALUE or (not whole.strip("-0") and fraction.startswith("0" * DECIMALS)):
        return f"{value.normalize():.{DECIMALS}e}"
    if len(fraction) > DECIMALS:
        fraction = fraction[:DECIMALS] + CUT
    whole = whole if grouped else whole.replace(",", "")
    return f"{whole}.{fraction}" if fraction else whole


def _aligned(values: Sequence[str]) -> list[str]:
    """The values with their decimal points below one another: "1,200  " above "    2.5".

    A long range ends where the longest fraction does, rather than to make the column wider.
    """
    parts = [_at_the_point(value) for value in values]
    single = [part for part, value in zip(parts, values, strict=True) if RANGE not in value]
    after = max((cell_len(fraction) for _, fraction in parts), default=0)
    before = max((cell_len(whole) for whole, _ in single), default=0)
    aligned = []
    for whole, fraction in parts:
        padded = whole + fraction + " " * (after - cell_len(fraction))
        aligned.append(padded if cell_len(padded) <= before + after else whole + fraction)
    width = max(map(cell_len, aligned))
    return [" " * (width - cell_len(value)) + value for value in aligned]


def _at_the_point(value: str) -> tuple[str, str]:
    """A value cut before the decimal point of its last number; what is no number counts as whole."""
    before, point, fraction = value.rpartition(".")
    is_number = before[-1:].isdigit() and fraction.rstrip(CUT).isdigit()
    return (before, point + fraction) if is_number else (value, "")


def _widths(rows: Sequence[Cells]) -> dict[str, int]:
    needed = {name: max(cell_len(name), *(cell_len(row[name]) for row in rows)) for name in COLUMNS}
    return {name: min(need, WIDEST.get(name, need)) for name, need in needed.items()}


def _left(widths: Mapping[str, int], width: int) -> int:
    return width - sum(widths.values()) - len(GAP) * len(widths)


def _joined(row: Cells, layout: _Layout) -> str:
    return "".join(_fitted(row[name], used, name == "value") + GAP for name, used in layout.widths.items())


def _fitted(text: str, width: int, to_the_right: bool) -> str:
    used = cell_len(text)
    if used > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + CUT, width)
    return " " * (width - used) + text if to_the_right else set_cell_size(text, width)


def _quote(mention: Mention, width: int) -> Text:
    """The figure in the words around it, as many as there is room for."""
    figure = printable(mention.quantity.text)
    mark = Mark(mention.at, figure, "", True)
    sentence = printable(mention.sentence)
    pieces = excerpt(Passage(sentence, (mark,), "", 0, 0, "", ""), width)
    quote = Text.assemble(*((piece.text, FIGURE if piece.mark else "") for piece in pieces))
    quote.truncate(width, overflow="ellipsis")
    return quote
