"""Regenerate the unit and currency tables of the scanner: `python benchmarks/make_lexicon.py`.

Needs babel (CLDR names), iso4217 (active currency codes) and pint (symbols, prefixes, conversion factors). The
output is the same for the same versions of the three; spellings that none of them knows are kept by hand in
`spellings.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import iso4217
import pint
from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

DATA = Path(__file__).parent.parent / "claimcheck" / "quantities" / "data"

# CLDR categories and the dimension each names where the base units alone do not tell ("torque" and "energy").
CATEGORIES = {
    "acceleration": "acceleration",
    "angle": "angle",
    "area": "area",
    "consumption": "",
    "digital": "data",
    "duration": "time",
    "electric": "",
    "energy": "energy",
    "force": "force",
    "frequency": "frequency",
    "length": "length",
    "light": "light",
    "mass": "mass",
    "power": "power",
    "pressure": "pressure",
    "speed": "length/time",
    "temperature": "temperature",
    "torque": "torque",
    "volume": "volume",
}
# CLDR units that are no plain prose units, or whose names mean something else in prose ("point", "drop").
SKIPPED = re.compile(
    r"-person$|-metric$|-imperial$|-(generic|night|quarter|point|drop|pinch|jigger|grain|dunam|beaufort|dot|em"
    r"|earth-radius|solar-radius|solar-luminosity|light-speed|earth-mass|solar-mass|mile-scandinavian|stone-force"
    r"|revolution|decade|dessert-spoon|gasoline-energy-density|kilowatt-hour-per-100-kilometer|liter-per-100-kilometer"
    r"|dalton|ounce-troy|g-force|portion-per-1e9)$"
)
# CLDR unit ids that pint knows by another name.
PINT_NAMES = {
    "arc-minute": "arcminute",
    "arc-second": "arcsecond",
    "british-thermal-unit": "Btu_it",
    "foodcalorie": "kilocalorie",
    "therm-us": "US_therm",
    "inch-ofhg": "inHg",
    "millimeter-ofhg": "mmHg",
    "pound-force-per-square-inch": "psi",
    "ton": "short_ton",
    "tonne": "metric_ton",
    "barrel": "oil_barrel",
    "celsius": "degC",
    "fahrenheit": "degF",
    "newton-meter": "newton*meter",
    "pound-force-foot": "force_pound*foot",
    "mile-per-gallon": "mile/gallon",
    "electronvolt": "electron_volt",
    "dram": "fluid_dram",
    "calorie": "calorie",
    "acre-foot": "acre_foot",
    "carat": "carat",
}
# Base units that take every prefix; CLDR lists only the commonest combinations.
PREFIXED = {
    "gram": "mass",
    "meter": "length",
    "liter": "volume",
    "second": "time",
    "watt": "power",
    "watt_hour": "energy",
    "joule": "energy",
    "electron_volt": "energy",
    "calorie": "energy",
    "hertz": "frequency",
    "byte": "data",
    "bit": "data",
    "volt": "voltage",
    "ampere": "current",
    "ampere_hour": "charge",
    "pascal": "pressure",
    "newton": "force",
    "ohm": "resistance",
    "metric_ton": "mass",
    "gray": "dose",
    "sievert": "dose",
    "barn": "area",
    "farad": "capacitance",
    "mole": "substance",
    "tesla": "magnetic field",
    "coulomb": "charge",
}
PREFIXES = (
    "",
    "pico",
    "nano",
    "micro",
    "milli",
    "centi",
    "deci",
    "hecto",
    "kilo",
    "mega",
    "giga",
    "tera",
    "peta",
)
# Prefixed forms that people do not use, and whose symbols mean something else ("cd", "Pa", "ds").
ODD_PREFIXES = {
    "pico": {"watt_hour", "byte", "bit", "metric_ton", "ampere_hour", "calorie", "liter"},
    "nano": {"watt_hour", "byte", "bit", "metric_ton", "ampere_hour", "calorie"},
    "micro": {"watt_hour", "byte", "bit", "metric_ton", "ampere_hour", "calorie"},
    "milli": {"byte", "bit", "metric_ton", "watt_hour", "calorie"},
    "centi": set(PREFIXED) - {"meter", "liter", "gram"},
    "deci": set(PREFIXED) - {"meter", "liter", "gram"},
    "hecto": set(PREFIXED) - {"liter", "pascal", "gram"},
    "kilo": {"second"},
    "mega": {"second", "meter", "gram"},
    "giga": {"second", "meter", "gram", "liter", "calorie"},
    "tera": {"second", "meter", "gram", "liter", "calorie", "metric_ton", "ampere", "volt", "pascal"},
    "peta": set(PREFIXED) - {"byte", "bit", "watt_hour", "joule"},
}
PINT_ONLY = {
    "league": "length",
    "nautical_mile": "length",
    "angstrom": "length",
    "micron": "length",
    "short_ton": "mass",
    "long_ton": "mass",
    "short_hundredweight": "mass",
    "troy_ounce": "mass",
    "becquerel": "frequency",
    "octet": "data",
    "kibibyte": "data",
    "mebibyte": "data",
    "gibibyte": "data",
    "tebibyte": "data",
    "fortnight": "time",
    "millennium": "time",
    "torr": "pressure",
    "dyne": "force",
    "weber": "magnetic flux",
    "henry": "inductance",
    "lumen": "light",
    "metric_horsepower": "power",
    "ksi": "pressure",
    "revolutions_per_minute": "frequency",
    "minim": "volume",
    "gill": "volume",
    "peck": "volume",
    "chain": "length",
}


@dataclass
class Unit:
    name: str
    dimension: str
    factor: str
    offset: str = "0"
    words: set[str] = field(default_factory=set)
    symbols: set[str] = field(default_factory=set)


def make_units() -> list[Unit]:
    registry = pint.UnitRegistry(non_int_type=Decimal)
    units: dict[str, Unit] = {}
    for unit in (*cldr_units(registry), *prefixed_units(registry), *pint_units(registry)):
        known = units.setdefault(unit.name, unit)
        known.words |= unit.words
        known.symbols |= unit.symbols
    for unit in units.values():
        unit.words -= unit.symbols
    return sorted(units.values(), key=lambda unit: (unit.dimension, unit.name))


def cldr_units(registry: pint.UnitRegistry) -> Iterator[Unit]:
    american, british = (Locale(name)._data["unit_patterns"] for name in ("en", "en_GB"))
    for identifier in sorted(american):
        category, _, rest = identifier.partition("-")
        if category not in CATEGORIES or SKIPPED.search(identifier):
            continue
        expression = pint_expression(rest)
        try:
            factor, offset, dimension = conversion(registry, expression)
        except pint.UndefinedUnitError:
            print("not in pint:", identifier)
            continue
        name = strip(american[identifier]["long"]["one"]).lower().replace("metric ton", "tonne")
        words, symbols = set(), set()
        for locale in (american, british):
            patterns = locale[identifier]
            words |= {strip(patterns["long"][number]).lower() for number in ("one", "other")}
            symbols |= {strip(patterns["short"][number]) for number in ("one", "other")}
        words |= set(british_spellings(words))
        yield Unit(name, CATEGORIES[category] or dimension, factor, offset, words, {s for s in symbols if s})


def prefixed_units(registry: pint.UnitRegistry) -> Iterator[Unit]:
    for base, dimension in PREFIXED.items():
        for prefix in PREFIXES:
            if base in ODD_PREFIXES.get(prefix, ()):
                continue
            yield pint_unit(registry, prefix + base, dimension)


def pint_units(registry: pint.UnitRegistry) -> Iterator[Unit]:
    for name, dimension in PINT_ONLY.items():
        yield pint_unit(registry, name, dimension)


def pint_unit(registry: pint.UnitRegistry, pint_name: str, dimension: str) -> Unit:
    factor, offset, _ = conversion(registry, pint_name)
    name = pint_name.replace("_", " ").replace("metric ton", "tonne").replace("electron volt", "electronvolt")
    name = {"revolutions per minute": "revolution per minute", "ksi": "kilopound per square inch"}.get(name, name)
    words = {name, plural(name)}
    words |= {word.replace(" ", "-") for word in words if " " in word} | set(british_spellings(words))
    symbol = registry.get_symbol(pint_name)
    symbols = {symbol, symbol.replace("µ", "μ"), symbol.replace("µ", "u")} if symbol != pint_name else set()
    return Unit(name, dimension, factor, offset, words, symbols)


def conversion(registry: pint.UnitRegistry, expression: str) -> tuple[str, str, str]:
    """The factor and offset to SI base units, and a readable dimension."""
    unit = registry.Unit(expression)
    zero = registry.Quantity(0, unit).to_base_units()
    one = registry.Quantity(1, unit).to_base_units()
    factor = one.magnitude - zero.magnitude
    dimension = "/".join(part.strip("[] ") for part in str(unit.dimensionality).split("/"))
    dimension = dimension.replace("[", "").replace("]", "").replace("length ** 3", "volume")
    return number(factor), number(zero.magnitude) if zero.magnitude else "0", dimension


def pint_expression(identifier: str) -> str:
    if identifier in PINT_NAMES:
        return PINT_NAMES[identifier]
    top, _, bottom = identifier.partition("-per-")
    if bottom:
        return f"{pint_expression(top)}/({pint_expression(bottom)})"
    for word, power in (("square-", 2), ("cubic-", 3)):
        if top.startswith(word):
            return f"{pint_expression(top.removeprefix(word))}**{power}"
    return top.replace("-", "_")


def strip(pattern: str) -> str:
    return pattern.replace("{0}", "").strip(" \u00a0")


def british_spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        british = re.sub(r"(meter|liter)(?=s?\b)", lambda found: found[0][:-2] + "re", word)
        british = re.sub(r"gram(?=s?$)", "gramme", british)
        if british != word:
            yield british


def plural(name: str) -> str:
    first, per, rest = name.partition(" per ")
    if first.endswith(("hertz", "s")):
        return name
    if first.endswith("henry"):
        return first[:-1] + "ies"
    return first + "s" + per + rest


def number(value: object) -> str:
    text = f"{value:.15g}"
    return f"{float(text):.15g}" if "e" not in text.lower() else text.replace("E", "e")


def unit_table(units: Iterable[Unit]) -> Iterator[str]:
    yield "# Units of measure. Generated by benchmarks/make_lexicon.py; do not edit, add to spellings.toml instead."
    yield f"# Sources: CLDR unit names (babel {version('babel')}, locales en and en_GB), Unicode License v3;"
    yield f"# symbols, prefixes and factors to SI base units: pint {version('pint')}, BSD-3-Clause."
    for unit in units:
        yield "\n[[unit]]"
        yield f'name = "{unit.name}"'
        yield f'dimension = "{unit.dimension}"'
        yield f'factor = "{unit.factor}"'
        if unit.offset != "0":
            yield f'offset = "{unit.offset}"'
        yield f"words = {quoted(unit.words)}"
        if unit.symbols:
            yield f"symbols = {quoted(unit.symbols)}"


def currency_table() -> Iterator[str]:
    yield "# Currencies. Generated by benchmarks/make_lexicon.py; do not edit, add to spellings.toml instead."
    yield f"# Sources: active codes of ISO 4217 (iso4217 {version('iso4217')}), the currencies that the euro replaced;"
    yield f"# names, plurals and symbols: CLDR (babel {version('babel')}, locale en), Unicode License v3."
    replaced = {"ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "NLG", "PTE"}
    special = re.compile(r"XX|XTS|X[ABD-OQ-Z]|CHE|CHW|COU|CLF|MXV|USN|UYI|UYW|BOV|XUA|XSU|SLE|VED|ZWG")
    codes = {entry.code for entry in iso4217.Currency if not special.match(entry.code)} | replaced
    names = Locale("en")._data["currency_names"]
    for code in sorted(codes & set(names)):
        singular = get_currency_name(code, count=1, locale="en").lower()
        words = {singular, get_currency_name(code, count=2, locale="en").lower()}
        symbol = get_currency_symbol(code, locale="en")
        yield "\n[[currency]]"
        yield f'code = "{code}"'
        yield f'name = "{singular}"'
        yield f"words = {quoted(words)}"
        if symbol != code:
            yield f"symbols = {quoted({symbol})}"


def quoted(words: Iterable[str]) -> str:
    escaped = (word.replace("\\", "\\\\").replace('"', '\\"') for word in sorted(words))
    return "[" + ", ".join(f'"{word}"' for word in escaped) + "]"


def main() -> None:
    (DATA / "units.toml").write_text("\n".join(unit_table(make_units())) + "\n", encoding="utf-8")
    (DATA / "currencies.toml").write_text("\n".join(currency_table()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
