"""From a row of a trusted table to a claim: its value with its unit, and the period it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from claimcheck.claims.period import find_periods
from claimcheck.claims.spans import read_span
from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Speaker
from claimcheck.model.fact import Fact, FactRow
from claimcheck.model.quantity import Kind, Quantity

# A bare number is counted in something, or it might be taken for a year.
_COUNTED = "items"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNIT_WORDS = 3
# Digits on both sides of a hyphen may be an identifier in speech; in the column of values they are a range.
_RANGE = re.compile(r"(?<=\d)\s*[-‐–—]\s*(?=\d)")


def fact_phrases(row: FactRow) -> list[str]:
    """The ways in which a row's value and unit may be said together, the likeliest first.

    17.6 and "billion dollars" are "17.6 billion dollars"; 17.6 and "USD million" also "17.6 million USD".
    """
    value, unit = _RANGE.sub("–", row["value"]), row["unit"]
    words = unit.split()
    orders = [" ".join(order) for order in permutations(words)] if 1 < len(words) <= _UNIT_WORDS else [unit]
    said = [f"{value} {order}".strip() for order in orders] + [f"{order} {value}" for order in orders if order]
    return list(dict.fromkeys([*said, f"{value} {_COUNTED}"]))


def make_fact(row: FactRow, readings: Mapping[str, Sequence[Quantity]]) -> Fact:
    """The fact of a row; `readings` are the quantities of each of its `fact_phrases`.

    Raises FactError when the value, the unit or the period cannot be read.
    """
    phrase, quantity, counted = _read_value(row, readings)
    period = _read_period(row)
    told = ", ".join(row[name] for name in ("subject", "measure", "place", "period") if row[name])
    sentence = f"{told}: {phrase}"
    at = len(sentence) - len(phrase) + quantity.start
    claim = Claim(
        id=f"{row.file}#{row.start}",
        quantity=replace(quantity, start=row.start, end=row.end),
        measure=tuple(word.lower() for word in _WORD.findall(row["measure"])),
        unit=quantity.unit or counted,
        document=row.file,
        file=row.file,
        line=row.place().line,
        column=row.place().column,
        turn=0,
        sentence=sentence,
        sentence_index=0,
        at=at,
        speaker=Speaker(row["source"] or row.file),
        entities=(row["subject"],),
        period=period,
        counted=counted,
    )
    return Fact(row, claim)


def _read_value(row: FactRow, readings: Mapping[str, Sequence[Quantity]]) -> tuple[str, Quantity, str]:
    """The phrase that says the figure, the figure, and the noun that it counts."""
    value, unit = _RANGE.sub("–", row["value"]), row["unit"]
    for phrase, quantity in _read_whole(readings):
        if not phrase.endswith(_COUNTED) or not unit:
            return phrase.removesuffix(f" {_COUNTED}"), quantity, ""
    alone = readings.get(f"{value} {_COUNTED}", ())
    if len(alone) != 1 or not alone[0].is_measurement:
        raise row.error("value", f'no value can be read in "{row["value"]}"', "expected a figure: 17.6, 4,200, 35-40%")
    if alone[0].unit:
        told = f'the value "{row["value"]}" has a unit already'
        raise row.error("unit", f'{told}, and "{unit}" does not go with it', "leave one of the two out")
    # The unit is none that figures have: then it is what is counted, if it is made of words.
    phrase = f"{value} {unit}"
    found = readings.get(phrase, ())
    counted = phrase[found[0].end :].strip() if len(found) == 1 else ""
    if not counted or found[0].kind is not Kind.COUNT or not all(map(_WORD.fullmatch, counted.split())):
        raise row.error("unit", f'no unit can be read in "{unit}"', "expected million dollars, percent, tonnes, beds")
    return phrase, found[0], counted


def _read_whole(readings: Mapping[str, Sequence[Quantity]]) -> Iterator[tuple[str, Quantity]]:
    """The phrases that are one figure from end to end, but for its hedge and the word that only counts."""
    for phrase, quantities in readings.items():
        if len(quantities) != 1 or not quantities[0].is_measurement:
            continue
        quantity = quantities[0]
        around = phrase[: quantity.start] + " " + phrase[quantity.end :]
        left = around.replace(_COUNTED, "").replace(quantity.hedge, "").strip(" ,.()")
        if not left:
            yield phrase, quantity


def _read_period(row: FactRow) -> Period | None:
    text = row["period"]
    if not text:
        return None
    period = read_span(text)
    if period is None:
        found = [phrase for phrase in find_periods(text, None) if phrase.period.is_resolved]
        words = (
            {word.lower() for word in _WORD.findall(text[: found[0].start] + text[found[0].end :])} if found else set()
        )
        period = found[0].period if len(found) == 1 and words <= _AROUND else None
    if period is None:
        raise row.error(
            "period", f'no period can be read in "{text}"', "expected 2019, Q3 2021, March 2020 or 2020-04-06"
        )
    return period


_AROUND = frozenset(
    {"as", "of", "at", "in", "on", "the", "for", "full", "year", "ended", "ending", "calendar", "until"}
)
