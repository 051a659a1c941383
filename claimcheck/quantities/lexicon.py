"""Number words and hedges, read once from the data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from claimcheck.data_files import read_table


@dataclass(frozen=True, slots=True)
class Letter:
    """A scale letter, as in "1.2bn": its value, and where it counts ("any", "tight", "money", "noun")."""

    value: Decimal
    where: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words and scales with their values."""

    ones: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, Decimal]
    scales_behind: Mapping[str, Decimal]
    letters: Mapping[str, Letter]
    denominators: Mapping[str, int]
    plural_denominators: frozenset[str]
    ordinals: Mapping[str, int]
    groups: Mapping[str, int]
    multiples: Mapping[str, Decimal]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    below_hundred: Mapping[str, int]
    bare_scales: frozenset[str]
    starters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that bound a figure, before and behind it, and the widths of approximate readings."""

    left: Mapping[tuple[str, ...], str]
    right: Mapping[tuple[str, ...], str]
    skipped: frozenset[str]
    lasts: frozenset[str]
    firsts: frozenset[str]
    widths: Mapping[str, Decimal]


def load(name: str) -> dict[str, Any]:
    """A data file of this stage as a table."""
    return read_table("claimcheck.quantities", name)


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Closed classes of words that the grammar asks for, by the name of the class in words.toml."""
    return {name: frozenset(table["words"]) for name, table in load("words.toml").items()}


def words_of(name: str) -> frozenset[str]:
    """One closed class of words: `words_of("months")`."""
    return word_lists()[name]


def is_change(word: str) -> bool:
    """Whether a word tells of a rise or fall: "rose", "increasing"."""
    return word in words_of("changes") or word.startswith(tuple(words_of("change_stems")))


@cache
def numbers(scale: str = "short") -> Numbers:
    """The number words, with "billion" as the short or the long scale has it."""
    table = load("numbers.toml")
    scales = {word: Decimal(value) for word, value in table["scales"].items()}
    if scale == "long":
        scales |= {word: Decimal(value) for word, value in table["long_scales"].items()}
    scales |= {f"{word}s": value for word, value in scales.items()}
    singular = {**{word: int(value) for word, value in table["denominators"].items()}, **table["ordinals"]}
    plural = {f"{word}s": value for word, value in table["ordinals"].items()}
    below_hundred = {**table["ones"], **table["teens"], **table["tens"]}
    starters = [*below_hundred, *table["bare_scales"]["words"], *table["groups"], *table["multiples"], *table["vague"]]
    starters += [
        *table["ordinals"],
        *table["firsts"],
        "a",
        "an",
        "half",
        "quarter",
        "point",
        "absolute",
        "oh",
        *words_of("life_decades"),
    ]
    return Numbers(
        ones=table["ones"],
        teens=table["teens"],
        tens=table["tens"],
        scales=scales,
        scales_behind={word: Decimal(value) for word, value in table["scales_behind"].items()},
        letters={word: Letter(Decimal(row["value"]), row["where"]) for word, row in table["letters"].items()},
        denominators={**singular, **plural},
        plural_denominators=frozenset([*plural, "halves", "quarters"]),
        ordinals={**table["firsts"], **table["ordinals"]},
        groups=table["groups"],
        multiples={word: Decimal(value) for word, value in table["multiples"].items()},
        vague={word: (Decimal(low), Decimal(high)) for word, (low, high) in table["vague"].items()},
        below_hundred=below_hundred,
        bare_scales=frozenset(table["bare_scales"]["words"]),
        starters=frozenset(starters),
    )


@cache
def hedges() -> Hedges:
    """The hedges, loaded on first use."""
    table = load("hedges.toml")
    left = {_phrase(words): sign for words, sign in table["left"].items()}
    right = {_phrase(words): sign for words, sign in table["right"].items()}
    return Hedges(
        left=left,
        right=right,
        skipped=frozenset(table["skipped"]["words"]),
        lasts=frozenset(phrase[-1] for phrase in left),
        firsts=frozenset(phrase[0] for phrase in right),
        widths={name: Decimal(width) for name, width in table["widths"].items()},
    )


def _phrase(words: str) -> tuple[str, ...]:
    from claimcheck.quantities.tokens import Tokens

    tokens = Tokens(words)
    return tokens.lows(0, tokens.size)
