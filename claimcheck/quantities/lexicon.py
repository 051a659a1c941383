"""Units, currencies, number words and hedges, read once from the data files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.model.quantity import Kind


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """What a text cannot decide by itself: which ton a "ton" is ("metric", "short" or "long")."""

    ton: str = "metric"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its name, dimension and factor to the dimension's base unit."""

    name: str
    dimension: str
    factor: Decimal
    kind: Kind
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words and scales with their values."""

    ones: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    letters: Mapping[str, Decimal]
    money_letters: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    vague: Mapping[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that bound a figure, before and behind it, and the widths of approximate readings."""

    left: Mapping[str, str]
    right: Mapping[str, str]
    widths: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Units:
    """Units by word (lower case) and by symbol (exact case); `prefixes` stand before an amount."""

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    prefixes: Mapping[str, Unit]


def _load(name: str) -> dict[str, Any]:
    source = resources.files("claimcheck.quantities").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def numbers() -> Numbers:
    """The number words, loaded on first use."""
    table = _load("numbers.toml")

    def decimals(key: str) -> dict[str, Decimal]:
        return {word: Decimal(str(value)) for word, value in table[key].items()}

    return Numbers(
        ones=decimals("ones"),
        tens=decimals("tens"),
        scales=decimals("scales"),
        letters=decimals("scale_letters"),
        money_letters=decimals("scale_letters_money"),
        fractions=decimals("fractions"),
        multiples=decimals("multiples"),
        vague={word: (Decimal(low), Decimal(high)) for word, (low, high) in table["vague"].items()},
    )


@cache
def hedges() -> Hedges:
    """The hedges, loaded on first use."""
    table = _load("hedges.toml")
    return Hedges(table["left"], table["right"], {k: Decimal(v) for k, v in table["widths"].items()})


@cache
def units(ton: str = "metric") -> Units:
    """All units and currencies, with "ton" read as the settings say."""
    spellings = _load("spellings.toml")
    refused_words = set(spellings["refused"]["words"])
    refused_symbols = set(spellings["refused"]["symbols"])
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    by_name: dict[str, Unit] = {}
    for row in [*_load("units.toml")["unit"], *spellings["unit"]]:
        unit = Unit(
            row["name"],
            row["dimension"],
            Decimal(row["factor"]),
            _kind_of(row["name"], row["dimension"]),
            Decimal(row.get("offset", "0")),
        )
        by_name[unit.name] = unit
        _enter(words, (w for w in row.get("words", ()) if w not in refused_words), unit)
        _enter(symbols, (s for s in row.get("symbols", ()) if s not in refused_symbols), unit)
    for name, more in spellings["words"].items():
        if name in by_name:
            words.update({word.lower(): by_name[name] for word in more})
    for name, more in spellings["symbols"].items():
        if name in by_name:
            symbols.update(dict.fromkeys(more, by_name[name]))
    spoken = _load("money.toml")
    ton_unit = Unit(spoken["ton"][ton]["name"], "mass", Decimal(spoken["ton"][ton]["factor"]), Kind.MEASURE)
    words.update({"ton": ton_unit, "tons": ton_unit})
    for name in ("times", "x", "fold", "-fold"):
        words[name] = Unit("times", "multiple", Decimal(1), Kind.MULTIPLE)
    prefixes = _add_currencies(words, spoken)
    return Units(words, symbols, prefixes)


def _add_currencies(words: dict[str, Unit], spoken: Mapping[str, Any]) -> dict[str, Unit]:
    money: dict[str, Unit] = {}
    for row in _load("currencies.toml")["currency"]:
        name = spoken["names"].get(row["name"], row["name"])
        unit = Unit(name, f"money:{name}", Decimal(1), Kind.MONEY)
        money[name] = unit
        _enter(words, row["words"], unit)
    for name, more in spoken["words"].items():
        money.setdefault(name, Unit(name, f"money:{name}", Decimal(1), Kind.MONEY))
        words.update(dict.fromkeys(more, money[name]))
    for row in spoken["coin"]:
        coin = Unit(row["name"], f"money:{row['of']}", Decimal("0.01"), Kind.MONEY)
        words.update(dict.fromkeys(row["words"], coin))
    return {
        symbol: money.get(name) or Unit(name, f"money:{name}", Decimal(1), Kind.MONEY)
        for symbol, name in spoken["prefixes"].items()
    }


def _enter(table: dict[str, Unit], names: Iterable[str], unit: Unit) -> None:
    for name in names:
        table.setdefault(name, unit)


def _kind_of(name: str, dimension: str) -> Kind:
    if dimension == "percent":
        return Kind.PERCENT if name == "percent" else Kind.POINT
    return Kind.DURATION if dimension == "time" else Kind.MEASURE
