"""The passage words around a figure: "another 13", "these 43 laws", "of them, 23 tons"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimcheck.claims.measure import Measured
from claimcheck.claims.parse import Parse
from claimcheck.data_files import read_table
from claimcheck.model.quantity import Quantity

_CLAUSE = re.compile(r"[,;:—–]|\b(?:and|but)\b")
_NEAR = 4


def signals_of(parse: Parse, quantity: Quantity, measured: Measured) -> frozenset[str]:
    """What ties a figure to others: "another", "of them", "total", "that is" and the like."""
    text = parse.text
    left = _CLAUSE.split(text[: quantity.start].lower())[-1].split()
    behind = text[quantity.end :].lower()
    right = behind.split()[:2]
    near = frozenset(left[-_NEAR:])
    holder = {c.lemma for c in parse.children(measured.noun)} if measured.noun is not None else set()
    opening = " ".join(text[: quantity.start].lower().split()) + " "
    told = {
        "another": near & words_in("adding") or (right[:1] and right[0] in words_in("adding_behind")),
        "sum": pattern(r"<summing>\s+(?:[a-z]+\s+){0,2}$").search(opening)
        or pattern(r"(?:\s+[a-z]+){0,2}\s+<summed>").match(behind),
        "these": near & words_in("these") or (holder & words_in("these") and left[-2:]),
        "total": near & words_in("totals") or holder & words_in("total_nouns"),
        "of them": pattern("<of_them>").search(opening) or pattern(r"\s+(?:\w+\s+)?<of_them_behind>").match(behind),
        "including": pattern(r"<including>[^.;]*$").search(opening),
        "that is": pattern(r"<that_is>\s*(?:[a-z]+\s+){0,4}$").search(opening),
        "elided": measured.elided,
        "pointing": measured.pointing,
        "top": left[-1:] == ["top"],
        "remaining": pattern("<remaining>").search(" ".join(left)),
        "each": pattern("<each>").search(" ".join(right)),
        "from": pattern(r"<from_words>\s*(?:[a-z]+\s+){0,2}$").search(opening),
    }
    return frozenset(signal for signal, said in told.items() if said)


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A pattern with rows of `data/signals.toml` for its <names>: "<summing>\\s+$"."""
    return re.compile(re.sub(r"<(\w+)>", lambda row: _either(row[1]), template), re.IGNORECASE)


@cache
def words_in(row: str) -> frozenset[str]:
    """A row of plain words as a set."""
    return frozenset(_rows()[row])


@cache
def _rows() -> Mapping[str, list[str]]:
    return read_table("claimcheck.claims", "signals.toml")


def _either(row: str) -> str:
    return "(?:" + "|".join(_whole(entry) for entry in _rows()[row]) + ")"


def _whole(entry: str) -> str:
    right = r"\b" if re.search(r"[\w)]$", entry) else ""
    return rf"\b(?:{entry}){right}"
