"""DOCX files written for tests: paragraphs of plain words, "**bold**" words, and raw WordprocessingML."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = (
    f'<w:styles xmlns:w="{MAIN}"><w:style w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
)


def run(text: str, properties: str = "") -> str:
    """A run of words with properties, as run("12", "<w:b/>")."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str = "") -> str:
    """A paragraph; "**Anna:** 12" has a bold beginning."""
    parts = re.split(r"\*\*(.*?)\*\*", text)
    runs = "".join(run(part, "<w:b/>" if number % 2 else "") for number, part in enumerate(parts) if part)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>' if style else f"<w:p>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that hold raw paragraphs."""
    lines = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def make_docx(*paragraphs: str, title: str = "", body: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """A DOCX of paragraphs, then of raw XML, with more parts or other contents for its parts."""
    content = "".join(one if one.startswith("<w:") else paragraph(one) for one in paragraphs) + body
    files = {
        "[Content_Types].xml": TYPES.encode(),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{content}</w:body></w:document>'.encode(),
        "word/styles.xml": STYLES.encode(),
        "docProps/core.xml": f'<p xmlns:dc="urn:dc"><dc:title>{escape(title)}</dc:title></p>'.encode(),
    } | (parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
