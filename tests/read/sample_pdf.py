"""PDFs written for tests: words at places on pages, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOP = 740


@dataclass(frozen=True)
class Put:
    """Words at a place on the page, in points from its lower left corner."""

    text: str
    x: float
    y: float
    bold: bool = False
    size: float = 11


def lines(*texts: str, x: float = 72, top: float = TOP, step: float = 14) -> list[Put]:
    """Lines below one another, an empty one for a gap; "**so**" at the beginning of a line is bold."""
    placed: list[Put] = []
    for number, text in enumerate(texts):
        y = top - number * step
        indent = len(text) - len(text.lstrip())
        at = x + 6 * indent
        text = text.strip()
        if text.startswith("**"):
            bold, _, text = text[2:].partition("**")
            placed.append(Put(bold, at, y, bold=True))
            at += 6.4 * len(bold) + 3
        if text.strip():
            placed.append(Put(text.strip(), at, y))
    return placed


def make_pdf(*pages: Sequence[Put], title: str = "") -> bytes:
    """A PDF of these pages, in Helvetica, with a title among its own fields."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % _escaped(title),
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(
            b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (2 if put.bold else 1, put.size, put.x, put.y, _escaped(put.text))
            for put in page
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (7 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return assemble(objects)


def assemble(objects: Sequence[bytes]) -> bytes:
    """A PDF file of numbered objects: the first is the catalog, the fifth the information."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
