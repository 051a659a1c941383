"""Units and currencies by the words and symbols that speakers use for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import load
from claimcheck.quantities.tokens import HYPHENS, NUMBER, Tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its name, dimension and factor to the dimension's base unit."""

    name: str
    dimension: str
    factor: Decimal
    kind: Kind
    offset: Decimal = Decimal(0)


# Dimensions whose symbols take an s in everyday text: "kms", "mgs", "GBs".
_PLURAL_SYMBOLS = frozenset(["length", "mass", "volume", "data", "power"])
COUNT = Unit("", "", Decimal(1), Kind.COUNT)


class Found(NamedTuple):
    """A unit in a text, and the token behind it."""

    unit: Unit
    last: int


@dataclass(frozen=True, slots=True)
class Units:
    """Units by phrase ("square mile", lower case), by symbol (exact case), and marks and codes of currencies.

    `beginnings` holds all beginnings of phrases, so that a search knows when to stop. `dollars` are the letters
    that tell one dollar from another, `codes` letters that stand before or behind an amount, `coins` the parts
    of a currency: ("dollar", "cent").
    """

    phrases: Mapping[str, Unit]
    beginnings: frozenset[str]
    symbols: Mapping[str, Unit]
    marks: Mapping[str, Unit]
    dollars: Mapping[str, Unit]
    codes: Mapping[str, Unit]
    prefixes: Mapping[str, Unit]
    letters: Mapping[str, Unit]
    shouted: frozenset[str]

    def find_phrase(self, tokens: Tokens, index: int) -> Found | None:
        """The longest unit that begins at a token, and the token behind it: "Australian dollars", "sq. m"."""
        key = ""
        best: Found | None = None
        at = index
        while at < index + 8:
            token = tokens[at]
            if token.text == "." and tokens.attached(at) and key:
                at += 1
                if best is not None and best.last == at - 1 and _is_abbreviation(tokens, at - 1):
                    best = Found(best.unit, at)
                continue
            if not (token.text in HYPHENS and tokens.attached(at) and key):
                if tokens.breaks(at, 1) and at > index:
                    break
                key += f" {token.low}" if key and _is_apart(tokens, at) else token.low
                if key in self.phrases:
                    best = Found(self.phrases[key], at + 1)
                if key not in self.beginnings:
                    break
            at += 1
        return best

    def find_symbol(self, tokens: Tokens, index: int) -> Found | None:
        """The longest symbol that begins at a token: "km/h", "°C", "m²"."""
        key = ""
        best: Found | None = None
        for at in range(index, index + 5):
            if at > index and not tokens.attached(at):
                break
            key += tokens[at].text
            unit = self.symbols.get(key) or self._plural(key)
            if unit is not None:
                best = Found(unit, at + 1)
        return best

    def _plural(self, symbol: str) -> Unit | None:
        """ "mgs" and "GBs" are said where symbols have no plural."""
        if len(symbol) < 3 or not symbol.endswith("s"):
            return None
        unit = self.symbols.get(symbol[:-1])
        return unit if unit is not None and unit.dimension in _PLURAL_SYMBOLS else None


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    """Whether a full stop belongs to the unit before it, as in "50 deg. is", not "50 km. Then"."""
    follower = tokens[index + 1]
    goes_on = follower.text.islower() or follower.kind == NUMBER
    return (
        goes_on
        and follower.spaced
        and len(tokens[index - 1].text) <= 4
        and tokens[index - 1].low not in ("day", "mile", "year")
    )


@cache
def unit_table(ton: str = "metric") -> Units:
    """All units and currencies, with "ton" read as the settings say."""
    phrases: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    _add_measures(phrases, symbols)
    money = load("money.toml")
    ton_unit = Unit(money["ton"][ton]["name"], "mass", Decimal(money["ton"][ton]["factor"]), Kind.MEASURE)
    phrases.update({"ton": ton_unit, "tons": ton_unit})
    currencies, codes = _add_currencies(phrases, money)

    def named(name: str) -> Unit:
        return currencies.get(name) or phrases.get(name) or _currency(name)

    return Units(
        phrases=phrases,
        beginnings=frozenset(phrase[:size] for phrase in phrases for size in range(1, len(phrase) + 1)),
        symbols=symbols,
        marks={mark: named(name) for mark, name in money["marks"].items()},
        dollars={letters: named(name) for letters, name in money["dollars"].items()},
        codes=codes | {code: named(name) for code, name in money["codes"].items()},
        letters={letters: named(name) for letters, name in money["behind"].items()},
        prefixes={letters: named(name) for letters, name in money["prefixes"].items()},
        shouted=frozenset(money["shouted"]["codes"]),
    )


def _add_measures(phrases: dict[str, Unit], symbols: dict[str, Unit]) -> None:
    spellings = load("spellings.toml")
    refused_words = set(spellings["refused"]["words"])
    refused_symbols = set(spellings["refused"]["symbols"])
    by_name: dict[str, Unit] = {}
    for row in [*load("units.toml")["unit"], *spellings["unit"]]:
        unit = Unit(
            row["name"], row["dimension"], Decimal(row["factor"]), _kind_of(row), Decimal(row.get("offset", "0"))
        )
        by_name.setdefault(unit.name, unit)
        _enter(phrases, (_key(word) for word in (unit.name,) if word not in refused_words), unit)
        _enter(phrases, (_key(word) for word in row.get("words", ()) if word not in refused_words), unit)
        _enter(symbols, (symbol for symbol in row.get("symbols", ()) if symbol not in refused_symbols), unit)
    for name, more in spellings["words"].items():
        phrases.update({_key(word): by_name[name] for word in more})
    for name, more in spellings["symbols"].items():
        symbols.update(dict.fromkeys(more, by_name[name]))
    for row in spellings["prefixed"]:
        base = by_name[row["name"]]
        for prefix in spellings["prefix"]:
            if prefix["name"] not in row["prefixes"]:
                continue
            name = prefix["name"] + base.name
            made = by_name.get(name) or replace(base, name=name, factor=base.factor * Decimal(prefix["factor"]))
            _enter(phrases, (name, name + "s"), made)
            _enter(symbols, (sign + base_sign for sign in prefix["symbols"] for base_sign in row["symbols"]), made)
    for symbol in refused_symbols:
        symbols.pop(symbol, None)


def _add_currencies(phrases: dict[str, Unit], money: Mapping[str, Any]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    currencies: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    lasts: dict[str, set[str]] = {}
    for row in load("currencies.toml")["currency"]:
        name = money["names"].get(row["name"], row["name"])
        unit = currencies[name] = codes[row["code"]] = _currency(name)
        _enter(phrases, (_key(word) for word in row["words"]), unit)
        for word in row["words"]:
            lasts.setdefault(word.split()[-1], set()).add(name)
    for word, names in lasts.items():
        if len(names) == 1 and word not in money["refused"]["words"]:
            phrases.setdefault(word, currencies[next(iter(names))])
    for name, more in money["words"].items():
        currencies.setdefault(name, _currency(name))
        phrases.update({_key(word): currencies[name] for word in more})
    for row in money["coin"]:
        coin = replace(_currency(row["of"]), name=row["name"], factor=Decimal(row.get("part", "0.01")))
        phrases.update({_key(word): coin for word in row["words"]})
        currencies[row["name"]] = coin
    return currencies, codes


def _currency(name: str) -> Unit:
    return Unit(name, f"money:{name}", Decimal(1), Kind.MONEY)


def _key(words: str) -> str:
    """A phrase as `find_phrase` spells it: lower case, no full stops, spaces for hyphens."""
    tokens = Tokens(words)
    key = ""
    for index, token in enumerate(tokens[: tokens.size]):
        if token.text != "." and token.text not in HYPHENS:
            key += f" {token.low}" if key and _is_apart(tokens, index) else token.low
    return key


def _is_apart(tokens: Tokens, index: int) -> bool:
    """Whether a space or a hyphen stands before a token: not in "m2", "u.s", "km/h"."""
    return tokens[index].spaced or tokens[index - 1].text in HYPHENS


def _enter(table: dict[str, Unit], names: Iterable[str], unit: Unit) -> None:
    for name in names:
        table.setdefault(name, unit)


def _kind_of(row: Mapping[str, str]) -> Kind:
    if row["dimension"] == "percent":
        return Kind.PERCENT if row["name"] == "percent" else Kind.POINT
    if " per " in row["name"]:
        return Kind.RATE
    if row["dimension"] == "multiple":
        return Kind.MULTIPLE
    return Kind.DURATION if row["dimension"] == "time" else Kind.MEASURE
