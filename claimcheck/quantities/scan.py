"""The scanner: one pass over the tokens of a text, with a small grammar at each number."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities.bounds import bound_of
from claimcheck.quantities.digits import digits_value
from claimcheck.quantities.elision import share_units
from claimcheck.quantities.figure import Figure, lexicon_for
from claimcheck.quantities.lexicon import Numbers
from claimcheck.quantities.reader import Reader
from claimcheck.quantities.readings import read_intervals, significant_step
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import NUMBER, Tokens


def scan(text: str, settings: UnitSettings = DEFAULT_UNITS) -> list[Quantity]:
    """All quantities of a text, in order and not overlapping.

    "Over 5,000 kilograms. Over five tons!" has two, each with bound ">" and mass; years, dates, times, ordinals
    and identifiers are returned with their kinds. Offsets are characters of `text`. Never raises.
    """
    tokens, lexicon = Tokens(text), lexicon_for(settings)
    found = Reader(tokens, lexicon).read_all()
    figures = iter(share_units(tokens, [one for one in found if isinstance(one, Figure)], lexicon.units))
    return [
        _quantity(tokens, next(figures)) if isinstance(one, Figure) else _nothing(tokens, one, lexicon.numbers)
        for one in found
    ]


def _quantity(tokens: Tokens, figure: Figure) -> Quantity:
    start, end = tokens[figure.first].start, tokens[figure.last - 1].end
    unit, bound = figure.unit, bound_of(figure.sign)
    as_written = not figure.scaled and figure.low == figure.low.to_integral_value()
    step = significant_step(figure.low, figure.step, figure.kind, as_written)
    if figure.vague:
        strict = plain = Interval(figure.low, figure.high)
    else:
        strict, plain = read_intervals(figure.low, figure.high, bound, figure.sign, step)
    return Quantity(
        start, end, tokens.text[start:end], figure.low, figure.high, unit.name, bound, figure.kind, unit.dimension,
        unit.factor, step, strict, plain, unit.offset, figure.hedge, figure.vague,
    )  # fmt: skip


def _nothing(tokens: Tokens, special: Special, table: Numbers) -> Quantity:
    """A number that measures nothing, with the first number in it for a value."""
    start, end = tokens[special.first].start, tokens[special.last - 1].end
    value = _value(tokens, special, table)
    point = Interval.exactly(value)
    return Quantity(
        start, end, tokens.text[start:end], value, value, "", Bound.EXACT, special.kind, "", Decimal(1), Decimal(0),
        point, point,
    )  # fmt: skip


def _value(tokens: Tokens, special: Special, table: Numbers) -> Decimal:
    for index in range(special.first, special.last):
        if tokens[index].kind == NUMBER:
            read = digits_value(tokens[index].text)
            return read[0] if read is not None else Decimal(0)
    if special.kind is not Kind.ORDINAL:
        return Decimal(0)
    words = tokens.lows(special.first, special.last)
    return Decimal(sum(table.ordinals.get(word, table.tens.get(word, 0)) for word in words))
