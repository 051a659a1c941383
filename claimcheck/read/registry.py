"""The readers by format name; plug-ins add their own by entry point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points

from claimcheck.model.document import Document
from claimcheck.read.markdown import read_markdown
from claimcheck.read.settings import ReadSettings
from claimcheck.read.text import read_plain

Reader = Callable[[str, bytes], list[Document]]

PLUGIN_GROUP = "claimcheck.readers"


def readers(settings: ReadSettings) -> Mapping[str, Reader]:
    """Every reader under its format's name; an entry point in "claimcheck.readers" adds or replaces one."""
    built_in: dict[str, Reader] = {
        "text": read_plain,
        "markdown": read_markdown,
    }
    return built_in | {point.name: point.load() for point in entry_points(group=PLUGIN_GROUP)}
