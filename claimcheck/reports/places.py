"""Places for machines: regions of files with both ends, paths and URIs."""

from __future__ import annotations

import bisect
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from claimcheck.model.document import Document, line_starts
from claimcheck.model.finding import Evidence
from claimcheck.model.report import Report
from claimcheck.reports.safe import encodable

UNRESERVED = "/~"


@dataclass(frozen=True, slots=True)
class Region:
    """Where a figure stands in its file: lines and columns from 1, in characters; the end column is excluded.

    `byte_column` and `end_byte_column` are the same columns in bytes of UTF-8.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int


@dataclass(frozen=True, slots=True)
class Places:
    """The texts of a report's documents with the starts of their lines, to find regions in."""

    texts: Mapping[str, tuple[str, Sequence[int]]]

    @staticmethod
    def of(report: Report) -> Places:
        """The places of all documents that a finding of the report stands in."""
        documents: dict[str, Document] = {document.name: document for document in report.documents}
        findings = (*report.findings, *report.known, *report.suppressed)
        named = {item.document for finding in findings for item in finding.evidence}
        found = (documents[name] for name in sorted(named) if name in documents)
        return Places({item.name: (item.text, line_starts(item.text)) for item in found})

    def region(self, item: Evidence) -> Region | None:
        """The region of a figure, or None in a file that is not opened by lines, as PDF and DOCX are."""
        if item.landmark:
            return None
        text, starts = self.texts.get(item.document, ("", ()))
        if not item.start < item.end <= len(text):
            end = item.column + len(item.figure)
            return Region(item.line, item.column, item.line, end, item.column, end)
        line, column, byte_column = _locate(text, starts, item.start)
        end_line, end_column, end_byte_column = _locate(text, starts, item.end)
        return Region(line, column, end_line, end_column, byte_column, end_byte_column)


def _locate(text: str, starts: Sequence[int], offset: int) -> tuple[int, int, int]:
    """Line, column in characters and column in bytes of an offset, all from 1."""
    line = bisect.bisect_right(starts, offset)
    before = text[starts[line - 1] : offset]
    return line, len(before) + 1, len(encodable(before).encode()) + 1


def path_of(file: str) -> str:
    """The path as other programs write it: "./docs/a.txt" is "docs/a.txt"."""
    return posixpath.normpath(file) if file else file


def uri_of(file: str) -> str:
    """The path as a URI: "docs/a b.txt" is "docs/a%20b.txt", and "/a.txt" "file:///a.txt"."""
    encoded = quote(encodable(path_of(file)), safe=UNRESERVED)
    return f"file://{encoded}" if encoded.startswith("/") else encoded
