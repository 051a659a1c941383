"""The scanner: one pass over the tokens of a text, with a small grammar at each number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity
from claimcheck.quantities.ages import as_age, life_decade
from claimcheck.quantities.bounds import bound_of, find_hedge
from claimcheck.quantities.compounds import read_compound
from claimcheck.quantities.derived import read_derived
from claimcheck.quantities.digits import digits_value
from claimcheck.quantities.elision import share_units
from claimcheck.quantities.figure import Figure, Lexicon, read_figure, with_sign
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities.lexicon import numbers, words_of
from claimcheck.quantities.money import find_before
from claimcheck.quantities.ranges import read_range
from claimcheck.quantities.readings import read_intervals, significant_step
from claimcheck.quantities.special import Special
from claimcheck.quantities.specials import find_special
from claimcheck.quantities.temperatures import as_temperature
from claimcheck.quantities.times import spoken_time
from claimcheck.quantities.tokens import NUMBER, WORD, Tokens
from claimcheck.quantities.units import COUNT
from claimcheck.quantities.years import is_year, spoken_year


def scan(text: str, settings: UnitSettings = DEFAULT_UNITS) -> list[Quantity]:
    """All quantities of a text, in order and not overlapping.

    "Over 5,000 kilograms. Over five tons!" has two, each with bound ">" and mass; years, dates, times, ordinals
    and identifiers are returned with their kinds. Offsets are characters of `text`. Never raises.
    """
    scanner = _Scanner(Tokens(text), _lexicon(settings))
    found = scanner.read_all()
    figures = share_units(scanner.tokens, [one for one in found if isinstance(one, Figure)], scanner.lexicon.units)
    rest = iter(figures)
    return [_quantity(scanner.tokens, next(rest) if isinstance(one, Figure) else one) for one in found]


@cache
def _lexicon(settings: UnitSettings) -> Lexicon:
    return Lexicon.of(settings)


class _Scanner:
    """The tokens of one text and the tables to read them with."""

    __slots__ = ("lexicon", "tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def read_all(self) -> list[Figure | Special]:
        """All figures and all numbers that measure nothing, in text order."""
        tokens, starters, found = self.tokens, self.lexicon.numbers.starters, list[Figure | Special]()
        index = floor = 0
        while index < tokens.size:
            token = tokens[index]
            if token.kind == WORD and token.low not in starters and not token.low.endswith("fold"):
                index += 1
                continue
            one = self.read(index, floor) if token.kind != "mark" or token.text in _FRACTION_MARKS else None
            if one is None or one.first < floor:
                index += 1
                continue
            found.append(one)
            floor = index = max(one.last, index + 1)
        return found

    def read(self, index: int, floor: int) -> Figure | Special | None:
        """What stands at a token: a figure with its hedge, a number that measures nothing, or None."""
        tokens = self.tokens
        decade = life_decade(tokens, index, self.lexicon.units)
        if decade is not None:
            return decade
        if tokens[index].low in words_of("life_decades") and tokens[index - 1].low in ("the", "early", "late"):
            return Special(Kind.YEAR, index, index + 1)
        if tokens[index].kind == NUMBER:
            special = self._special(index, floor)
            if special is not None:
                return special
        else:
            year = spoken_year(tokens, index, self.lexicon.numbers)
            if year is not None:
                return Special(Kind.YEAR, index, year)
            spelled = self._spelled_out(index)
            if spelled is not None:
                return spelled
            time = spoken_time(tokens, index, self.lexicon.numbers)
            if time is not None:
                return Special(Kind.TIME, *time)
        figure = self._figure(index, floor)
        if figure is None:
            ordinal = find_special(tokens, index, self.lexicon.numbers) if tokens[index].kind == WORD else None
            return ordinal or self._lost(index)
        if figure.is_bare and self._is_year(figure, index):
            return Special(Kind.YEAR, index, index + 1)
        ranged = None if figure.vague and figure.unit.name else read_range(tokens, figure, self._second)
        figure = ranged or read_compound(tokens, figure, self._second, self.lexicon.units)
        figure = as_temperature(tokens, as_age(tokens, figure, self.lexicon.units), self.lexicon.units)
        if self._is_no_count(figure) or self._is_part_of_name(figure) or self._is_labelled(figure):
            named = not figure.in_words or self._is_labelled(figure)
            return None if not named else Special(Kind.IDENTIFIER, figure.first, self._past_name(figure.last))
        return self._with_hedge(figure, floor)

    def _special(self, index: int, floor: int) -> Special | None:
        priced = find_before(self.tokens, index, floor, self.lexicon.units) is not None
        return find_special(self.tokens, index, self.lexicon.numbers, priced)

    def _figure(self, index: int, floor: int) -> Figure | None:
        derived = read_derived(self.tokens, index, self.lexicon)
        if derived is None:
            return read_figure(self.tokens, index, floor, self.lexicon)
        return with_sign(self.tokens, derived, floor) if derived.is_bare else derived

    def _second(self, index: int, floor: int) -> Figure | None:
        """A figure that may belong to the one before it."""
        token = self.tokens[index]
        if token.kind == WORD and token.low not in self.lexicon.numbers.starters:
            return None
        if token.kind == NUMBER and self._special(index, floor) is not None:
            return None
        figure = self._figure(index, floor)
        return None if figure is None or (figure.is_bare and self._is_year(figure, index)) else figure

    def _is_year(self, figure: Figure, index: int) -> bool:
        return (
            not figure.scaled
            and figure.last == index + 1
            and not figure.prefixed
            and is_year(self.tokens, index, self.lexicon.units)
        )

    def _lost(self, index: int) -> Special | None:
        """A number in digits that no grammar reads: an identifier, so that nothing is lost silently."""
        if self.tokens[index].kind != NUMBER:
            return None
        return Special(Kind.IDENTIFIER, index, self._past_name(index + 1))

    def _spelled_out(self, index: int) -> Special | None:
        """ "eight six two": a number that is read out digit by digit."""
        ones, at = self.lexicon.numbers.ones, index
        while self.tokens[at].low in ones or (self.tokens[at].low == "oh" and at > index):
            at += 1
        return Special(Kind.IDENTIFIER, index, at) if at - index >= 3 else None

    def _past_name(self, index: int) -> int:
        while self.tokens.attached(index) and self.tokens[index].kind != "mark":
            index += 1
        return index

    def _is_labelled(self, figure: Figure) -> bool:
        """ "phase two", "slide nine": a number word that is a name, as "slide 9" is."""
        label, follower = self.tokens[figure.first - 1].low, self.tokens[figure.last]
        if not figure.in_words or not figure.is_bare or figure.last != figure.first + 1:
            return False
        named = label in words_of("labels") and label not in words_of("weak_labels") and label not in ("no", "nr")
        return named and not (follower.kind == WORD and follower.low.endswith("s"))

    def _is_part_of_name(self, figure: Figure) -> bool:
        """ "49ers", "12B8": letters right behind the digits that are no unit."""
        token = self.tokens[figure.last]
        return token.kind == WORD and self.tokens.attached(figure.last) and figure.unit is COUNT and not figure.in_words

    def _is_no_count(self, figure: Figure) -> bool:
        """ "one" counts only before a noun, a unit or nothing: "one of the", "no one", "the one that" do not."""
        tokens = self.tokens
        if not figure.in_words or figure.last != figure.first + 1 or figure.unit.name:
            return (
                figure.in_words
                and figure.low == 1
                and tokens[figure.first].low == "one"
                and (figure.kind is Kind.DURATION and tokens[figure.first - 1].low in words_of("before_pronoun_one"))
            )
        word = tokens[figure.first].low
        if word == "nil" or (word in ("zero", "nought", "naught") and tokens[figure.last].text == "-"):
            return True
        if word in ("hundred", "dozen", "thousand", "million", "billion", "trillion"):
            follower = tokens[figure.last]
            if follower.kind != WORD or follower.low in words_of("function_words"):
                return follower.low != "of"
            return tokens[figure.first - 1].low in ("the", "per", "this", "that", "s")
        if word != "one":
            return False
        before, follower = tokens[figure.first - 1], tokens[figure.last]
        if before.low in words_of("before_pronoun_one") or follower.text in ("'", "’"):
            return True
        if follower.kind == WORD:
            return follower.low in words_of("behind_pronoun_one")
        alone = (before.kind == "" and follower.kind == "") or before.low in (
            "is",
            "minus",
            "negative",
            "least",
            "only",
        )
        return not alone

    def _with_hedge(self, figure: Figure, floor: int) -> Figure:
        if figure.sign != "=":
            return figure
        hedge = find_hedge(self.tokens, figure, floor)
        if hedge.sign == "=" and not hedge.words:
            return figure
        return self._bounded(replace(figure, sign=hedge.sign, hedge=hedge.words), hedge.last, floor)

    def _bounded(self, figure: Figure, last: int, floor: int) -> Figure:
        """ "more than 10 and less than 40" is one range."""
        if figure.sign[0] not in "<>" or figure.low != figure.high:
            return figure
        tokens, at = self.tokens, figure.last
        if tokens[at].text == ",":
            at += 1
        if tokens[at].low in ("and", "but"):
            at += 1
        elif at == figure.last:
            return figure
        for begin in range(at + 1, at + 8):
            if begin >= tokens.size:
                break
            second = self._second(begin, at)
            if second is None:
                continue
            hedge = find_hedge(tokens, second, at)
            if hedge.first != at or hedge.sign[0] not in "<>" or hedge.sign[0] == figure.sign[0]:
                return figure
            return _closed(figure, second) or figure
        return figure


def _closed(one: Figure, other: Figure) -> Figure | None:
    """The range between a lower and an upper bound, in either order."""
    low, high = (one, other) if one.sign[0] == ">" else (other, one)
    same = low.unit.name == high.unit.name or not one.unit.name
    if not same or low.low >= high.low:
        return None
    unit = other.unit if other.unit.name else one.unit
    return replace(one, last=other.last, low=low.low, high=high.low, unit=unit, kind=unit.kind, sign="=", hedge="",
                   step=min(one.step, other.step), scale=max(one.scale, other.scale))  # fmt: skip


_FRACTION_MARKS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def _quantity(tokens: Tokens, one: Figure | Special) -> Quantity:
    start, end = tokens[one.first].start, tokens[one.last - 1].end
    text = tokens.text[start:end]
    if isinstance(one, Special):
        value = _special_value(tokens, one)
        point = Interval.exactly(value)
        return Quantity(
            start, end, text, value, value, "", Bound.EXACT, one.kind, "", Decimal(1), Decimal(0), point, point
        )
    bound = bound_of(one.sign)
    unit = one.unit
    as_written = not one.scaled and one.low == one.low.to_integral_value()
    step = significant_step(one.low, one.step, one.kind, as_written)
    if one.vague:
        strict = plain = Interval(one.low, one.high)
    else:
        strict, plain = read_intervals(one.low, one.high, bound, one.sign, step)
    return Quantity(
        start, end, text, one.low, one.high, unit.name, bound, one.kind, unit.dimension,
        unit.factor, step, strict, plain, unit.offset, one.hedge, one.vague,
    )  # fmt: skip


def _special_value(tokens: Tokens, one: Special) -> Decimal:
    """The first number in it, or 0."""
    for index in range(one.first, one.last):
        if tokens[index].kind == NUMBER:
            read = digits_value(tokens[index].text)
            return read[0] if read is not None else Decimal(0)
    table = numbers()
    if one.kind is Kind.ORDINAL:
        return Decimal(
            sum(table.ordinals.get(word, table.tens.get(word, 0)) for word in tokens.lows(one.first, one.last))
        )
    return Decimal(0)
