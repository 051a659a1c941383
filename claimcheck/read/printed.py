"""What print leaves in a text: words broken at line ends, and titles that a program gave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimcheck.data_files import read_table

HYPHENS = "-\u2010\xad"
_TAIL = re.compile(r"([^\W\d_]+)[-\u2010\xad]$")
_HEAD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Words:
    keeps_hyphen: frozenset[str]
    made_up_titles: re.Pattern[str]


def join_lines(first: str, second: str, words: frozenset[str]) -> str:
    """Two lines as one: "over-", "lapping" is "overlapping", "2013-", "2014" keeps its hyphen.

    `words` are those of the whole text, in small letters: "north-", "south" keeps its hyphen where it is written
    "north-south" elsewhere and "northsouth" nowhere.
    """
    if first[-1:] not in HYPHENS or first[-2:-1].isspace():
        return f"{first} {second}"
    tail, head = _TAIL.search(first), _HEAD.match(second)
    if tail is None or head is None:
        return f"{first[:-1]}-{second}"
    before, after = tail[1].lower(), head[0].lower()
    whole, hyphened = before + after in words, f"{before}-{after}" in words
    keeps = before in _words().keeps_hyphen or not head[0][0].islower()
    if whole or not (hyphened or keeps):
        return first[:-1] + second
    return f"{first[:-1]}-{second}"


def is_broken(text: str) -> bool:
    """Whether a line ends within a word: "over-" does, "30 -" does not."""
    return text[-1:] in HYPHENS and text[-2:-1].isalnum()


def trim_lead(text: str, bold: int) -> int:
    """How much of a bold beginning may be a speaker's name: "Anna Berg: W" of which only "e bought" is not bold.

    It is 0 where all is bold, for that tells titles and names alike, and where the sentence just goes on: "A RECORDED
    VOTE was taken".
    """
    colon = text.find(":", 0, bold)
    if colon >= 0:
        return colon + 1
    rest = text[bold:].lstrip()
    return 0 if not rest or rest[0].islower() else bold


def given_title(title: str | None) -> str:
    """A file's own title, or "" where a program made it up, as "Microsoft Word - talk.doc"."""
    title = " ".join((title or "").split())
    return "" if _words().made_up_titles.fullmatch(title) else title


@cache
def _words() -> _Words:
    data = read_table("claimcheck.read", "print.toml")
    return _Words(
        frozenset(data["keeps_hyphen"]),
        re.compile("|".join(f"(?:{pattern})" for pattern in data["made_up_titles"]), re.IGNORECASE),
    )
