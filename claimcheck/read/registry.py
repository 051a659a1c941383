"""The readers by format name; plug-ins add their own by entry point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points

from claimcheck.errors import ReadError
from claimcheck.model.document import Document
from claimcheck.read.html import read_html
from claimcheck.read.json_files import read_json, read_jsonl
from claimcheck.read.markdown import read_markdown
from claimcheck.read.settings import PLUGIN_GROUP, ReadSettings
from claimcheck.read.subtitles import read_srt, read_vtt
from claimcheck.read.table import read_csv, read_tsv
from claimcheck.read.text import read_plain
from claimcheck.read.xml_files import read_xml

Reader = Callable[[str, bytes], list[Document]]


def readers(settings: ReadSettings) -> Mapping[str, Reader]:
    """Every reader under its format's name; an entry point in "claimcheck.readers" adds or replaces one."""
    return built_in(settings) | plugins()


def built_in(settings: ReadSettings) -> dict[str, Reader]:
    """The readers that come with claimcheck."""
    return {
        "text": read_plain,
        "markdown": read_markdown,
        "docx": partial(_read_docx, settings=settings),
        "pdf": partial(_read_pdf, settings=settings),
        "vtt": read_vtt,
        "srt": read_srt,
        "json": partial(read_json, columns=settings.columns),
        "jsonl": partial(read_jsonl, columns=settings.columns),
        "csv": partial(read_csv, columns=settings.columns),
        "tsv": partial(read_tsv, columns=settings.columns),
        "html": read_html,
        "xml": read_xml,
    }


def plugins() -> dict[str, Reader]:
    """The readers of installed packages; each is loaded when the first file of its format is read."""
    return {point.name: partial(_read_with, point) for point in entry_points(group=PLUGIN_GROUP)}


def _read_with(point: EntryPoint, name: str, raw: bytes) -> list[Document]:
    try:
        reader: Reader = point.load()
    except Exception as error:
        told = f"its reader {point.value} cannot be loaded: {type(error).__name__}: {error}"
        raise ReadError(told, hint="repair or remove the package that brings it") from error
    return reader(name, raw)


def _read_docx(name: str, raw: bytes, settings: ReadSettings) -> list[Document]:
    from claimcheck.read.docx import read_docx

    return read_docx(name, raw, settings)


def _read_pdf(name: str, raw: bytes, settings: ReadSettings) -> list[Document]:
    from claimcheck.read.pdf import read_pdf

    return read_pdf(name, raw, settings)
