"""The readers by format name; plug-ins add their own by entry point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import entry_points

from claimcheck.model.document import Document
from claimcheck.read.html import read_html
from claimcheck.read.json_files import read_json, read_jsonl
from claimcheck.read.markdown import read_markdown
from claimcheck.read.settings import ReadSettings
from claimcheck.read.subtitles import read_srt, read_vtt
from claimcheck.read.table import read_csv, read_tsv
from claimcheck.read.text import read_plain
from claimcheck.read.xml_files import read_xml

Reader = Callable[[str, bytes], list[Document]]

PLUGIN_GROUP = "claimcheck.readers"


def readers(settings: ReadSettings) -> Mapping[str, Reader]:
    """Every reader under its format's name; an entry point in "claimcheck.readers" adds or replaces one."""
    built_in: dict[str, Reader] = {
        "text": read_plain,
        "markdown": read_markdown,
        "vtt": read_vtt,
        "srt": read_srt,
        "json": partial(read_json, columns=settings.columns),
        "jsonl": partial(read_jsonl, columns=settings.columns),
        "csv": partial(read_csv, columns=settings.columns),
        "tsv": partial(read_tsv, columns=settings.columns),
        "html": read_html,
        "xml": read_xml,
    }
    return built_in | {point.name: point.load() for point in entry_points(group=PLUGIN_GROUP)}
