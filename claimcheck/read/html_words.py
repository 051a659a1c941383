"""What the elements and the class names of a page mean, loaded once from the data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class HtmlWords:
    """The lists of `data/html.toml`: which elements are paragraphs, which stand around the content."""

    void: frozenset[str]
    block: frozenset[str]
    heading: frozenset[str]
    bold: frozenset[str]
    hidden: frozenset[str]
    around: frozenset[str]
    around_roles: frozenset[str]
    content: frozenset[str]
    around_words: frozenset[str]
    content_words: frozenset[str]
    speaker_elements: frozenset[str]
    speaker_words: frozenset[str]


@cache
def html_words() -> HtmlWords:
    """The words in `data/html.toml`."""
    data = read_table("claimcheck.read", "html.toml")
    return HtmlWords(**{key: frozenset(words) for key, words in data.items()})


def is_around(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element stands around the content: <nav>, role="search", class="share__item"."""
    words = html_words()
    if tag in ("html", "body") or tag in words.content:
        return False
    names = _names(attributes)
    if any(word in words.content_words for name in names for word in re.split(r"[-_]+", name)):
        return False
    style = attributes.get("style", "").replace(" ", "").lower()
    return (
        tag in words.around
        or attributes.get("role", "").lower() in words.around_roles
        or "hidden" in attributes
        or "display:none" in style
        or any(re.split(r"[-_]+", name)[0] in words.around_words for name in names)
    )


def names_speaker(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element holds the name of who speaks: <cite>, class="speaker", class="speaker-name"."""
    words = html_words()
    if tag in words.speaker_elements:
        return True
    parts = [[part for part in re.split(r"[-_]+", name) if part != "name"] for name in _names(attributes)]
    return any(len(part) == 1 and part[0] in words.speaker_words for part in parts)


def _names(attributes: Mapping[str, str]) -> list[str]:
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
