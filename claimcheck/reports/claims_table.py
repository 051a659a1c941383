"""What was read, without any judgement: the claims, or the documents, as a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document, Stated
from claimcheck.reports.safe import encodable, escape_json, for_sheet, one_line, printable

Row = Mapping[str, str | int | list[str] | None]

GAP = "  "
CUT = "…"
WIDEST = 28
NARROWEST_QUOTE = 30
# Left out, the first one first, where a terminal is too narrow for the quotes.
DISPENSABLE = ("period", "speaker", "kind", "measure")


def render_claims(claims: Iterable[Claim], format: str, width: int = 100) -> str:
    """The claims in the order of the texts, in the format "text", "csv" or "jsonl".

    "Trade reached $9 billion" gives 9,000,000,000, dollar, =, money, trade, who said it and where.
    """
    ordered = sorted(claims, key=lambda claim: (claim.file, claim.quantity.start, claim.quantity.end))
    if format == "text":
        return _table([_brief(claim) for claim in ordered], width)
    return _data([_claim_row(claim) for claim in ordered], format)


def render_documents(documents: Iterable[Document], format: str, width: int = 100) -> str:
    """The documents that were read: title, date and place, each with its source, and who speaks."""
    ordered = sorted(documents, key=lambda document: document.name)
    if format == "text":
        return "\n".join(_described(document) for document in ordered)
    return _data([_document_row(document) for document in ordered], format)


def _data(rows: Sequence[Row], format: str) -> str:
    if format == "jsonl":
        return "".join(escape_json(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0] if rows else ())
    for row in rows:
        writer.writerow(_sheet_cell(key, value) for key, value in row.items())
    return out.getvalue()


def _sheet_cell(key: str, value: str | int | list[str] | None) -> str | int:
    """A cell for a spreadsheet; values and bounds ("-5", "=") are our own and need no guard."""
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else value or ""
    return text if key in ("low", "high", "bound") else for_sheet(text)


def _claim_row(claim: Claim) -> Row:
    quantity, period = claim.quantity, claim.period
    row: Row = {
        "document": claim.document,
        "file": claim.file,
        "line": claim.line,
        "column": claim.column,
        "start": quantity.start,
        "end": quantity.end,
        "figure": printable(quantity.text),
        "low": f"{quantity.low:f}",
        "high": f"{quantity.high:f}",
        "unit": claim.unit,
        "bound": quantity.bound.value,
        "kind": quantity.kind.value,
        "measure": list(claim.measure),
        "event": claim.event,
        "entities": list(claim.entities),
        "role": claim.role.value,
        "modality": claim.modality.value,
        "trend": claim.trend,
        "period": printable(period.text) if period else None,
        "period_start": period.start.isoformat() if period and period.start else None,
        "period_end": period.end.isoformat() if period and period.end else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "quote": printable(claim.sentence).strip(),
    }
    return {key: _encodable(value) for key, value in row.items()}


def _document_row(document: Document) -> Row:
    row: dict[str, str | int | list[str] | None] = {
        "document": document.name,
        "file": document.file,
        "format": document.format,
        "turns": len(document.turns),
        "speakers": _speakers(document),
    }
    for name, stated in _metadata(document):
        row[name] = stated.value if stated else None
        row[f"{name}_source"] = stated.source if stated else None
    return {key: _encodable(value) for key, value in row.items()}


def _encodable(value: str | int | list[str] | None) -> str | int | list[str] | None:
    if isinstance(value, list):
        return [encodable(item) for item in value]
    return encodable(value) if isinstance(value, str) else value


def _described(document: Document) -> str:
    """A document in a few lines, each piece of metadata with its source."""
    lines = [f"{printable(document.name)} ({document.format}, {len(document.turns):,} turns)"]
    for name, stated in _metadata(document):
        told = f"{stated.value} ({stated.source})" if stated else "not found"
        lines.append(f"  {name + ':':<10}{printable(told)}")
    lines.append(f"  {'speakers:':<10}{printable(', '.join(_speakers(document))) or 'none named'}")
    return "\n".join(lines) + "\n"


def _metadata(document: Document) -> tuple[tuple[str, Stated | None], ...]:
    return ("title", document.title), ("date", document.date), ("place", document.place)


def _speakers(document: Document) -> list[str]:
    """The speakers in the order in which they first speak."""
    return list(dict.fromkeys(turn.speaker.name for turn in document.turns if turn.speaker))


def _brief(claim: Claim) -> dict[str, str]:
    quantity = claim.quantity
    values = [f"{value.normalize():,f}" for value in (quantity.low, quantity.high)]
    row = {
        "value": "–".join(dict.fromkeys(values)),
        "unit": claim.unit,
        "bound": quantity.bound.value,
        "kind": quantity.kind.value,
        "measure": " ".join(claim.measure),
        "period": claim.period.text if claim.period else "",
        "speaker": claim.speaker.name if claim.speaker else "",
        "place": f"{claim.file}:{claim.line}:{claim.column}",
        "quote": _around(claim),
    }
    return {key: printable(value) for key, value in row.items()}


def _around(claim: Claim) -> str:
    """The figure with what follows it, after the few words before it."""
    before = claim.sentence[: claim.at].split()
    lead = " ".join(before[-4:])
    quote = one_line((lead, " ".join(claim.sentence[claim.at :].split())), between=" ")
    return f"{CUT} {quote}" if len(before) > 4 else quote


def _table(rows: Sequence[Mapping[str, str]], width: int) -> str:
    """Aligned columns; the quotes take what width the others leave, places are never cut."""
    if not rows:
        return ""
    columns = list(rows[0])[:-1]
    widths = {column: max(cell_len(column), *(cell_len(row[column]) for row in rows)) for column in columns}
    widths = {column: used if column == "place" else min(used, WIDEST) for column, used in widths.items()}
    for column in DISPENSABLE:
        if _left(widths, width) < NARROWEST_QUOTE:
            del widths[column]
    widths["quote"] = max(_left(widths, width), NARROWEST_QUOTE)
    lines = [{column: column for column in widths}, *rows]
    return "".join(
        GAP.join(_fitted(line[column], used, column == "value") for column, used in widths.items()).rstrip() + "\n"
        for line in lines
    )


def _left(widths: Mapping[str, int], width: int) -> int:
    return width - sum(widths.values()) - len(GAP) * len(widths)


def _fitted(text: str, width: int, to_the_right: bool) -> str:
    used = cell_len(text)
    if used > width:
        return set_cell_size(text, width - 1).rstrip() + CUT if not to_the_right else text
    return " " * (width - used) + text if to_the_right else set_cell_size(text, width)
