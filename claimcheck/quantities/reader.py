"""Reads the figures of a text from left to right, and tells them from numbers that measure nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.model.quantity import Kind
from claimcheck.quantities.ages import as_age, life_decade
from claimcheck.quantities.bound_pairs import close_bounds
from claimcheck.quantities.bounds import find_hedge
from claimcheck.quantities.compounds import read_compound
from claimcheck.quantities.counting import counts_nothing, is_labelled, is_part_of_name
from claimcheck.quantities.derived import read_derived
from claimcheck.quantities.figure import Figure, Lexicon, read_figure, with_sign
from claimcheck.quantities.fractions import VULGAR
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.money import find_before
from claimcheck.quantities.ranges import read_range
from claimcheck.quantities.special import Special
from claimcheck.quantities.specials import find_special
from claimcheck.quantities.temperatures import as_temperature
from claimcheck.quantities.times import spoken_time
from claimcheck.quantities.tokens import MARK, NUMBER, WORD, Tokens
from claimcheck.quantities.years import is_year, spoken_year

_SPELLED_OUT = 3
_GROUPED = re.compile(r"\d,\d{3}")


class Reader:
    """The tokens of one text and the tables to read them with."""

    __slots__ = ("grouped", "lexicon", "tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.grouped = any(token.kind == NUMBER and _GROUPED.fullmatch(token.text) for token in tokens)

    def read_all(self) -> list[Figure | Special]:
        """All figures and all numbers that measure nothing, in text order."""
        tokens, starters, found = self.tokens, self.lexicon.numbers.starters, list[Figure | Special]()
        index = floor = 0
        while index < tokens.size:
            kind, text, low = tokens[index][:3]
            begins = low in starters or low.endswith("fold") if kind == WORD else kind == NUMBER or text in VULGAR
            one = self._read(index, floor) if begins else None
            if one is None or one.first < floor:
                index += 1
                continue
            found.append(one)
            floor = index = max(one.last, index + 1)
        return found

    def _read(self, index: int, floor: int) -> Figure | Special | None:
        """What stands at a token: a figure with its hedge, a number that measures nothing, or None."""
        tokens, units = self.tokens, self.lexicon.units
        known = self._number(index, floor) if tokens[index].kind == NUMBER else self._words(index)
        if known is not None:
            return known
        figure = self._figure(index, floor)
        if figure is None:
            return self._rest(index)
        if self._is_year(figure, index):
            return Special(Kind.YEAR, index, index + 1)
        ranged = None if figure.vague and figure.unit.name else read_range(tokens, figure, self._second)
        figure = ranged or read_compound(tokens, figure, self._second, units)
        figure = as_temperature(tokens, as_age(tokens, figure, units), units)
        if is_labelled(tokens, figure) or is_part_of_name(tokens, figure):
            return Special(Kind.IDENTIFIER, figure.first, self._past_name(figure.last))
        return None if counts_nothing(tokens, figure, self.lexicon.numbers) else self._hedged(figure, floor)

    def _number(self, index: int, floor: int) -> Figure | Special | None:
        """What a number in digits is, where it is no ordinary figure."""
        return life_decade(self.tokens, index, self.lexicon.units) or self._special(index, floor)

    def _words(self, index: int) -> Figure | Special | None:
        """What number words are, where they are no ordinary figure: years, times, digits that are read out."""
        tokens, table = self.tokens, self.lexicon.numbers
        if tokens[index].low in words_of("life_decades"):
            decade = life_decade(tokens, index, self.lexicon.units)
            named = tokens[index - 1].low in words_of("before_named_decades")
            return decade or (Special(Kind.YEAR, index, index + 1) if named else None)
        if tokens[index].low in table.tens:
            ordinal = find_special(tokens, index, table)
            if ordinal is not None:
                return ordinal
        year = spoken_year(tokens, index, table)
        if year is not None:
            return Special(Kind.YEAR, index, year)
        time = spoken_time(tokens, index + 1 if tokens[index].low == "a" else index, table)
        return self._spelled_out(index) or (Special(Kind.TIME, *time) if time is not None else None)

    def _spelled_out(self, index: int) -> Special | None:
        """ "eight six two": a number that is read out digit by digit."""
        ones, at, digits = self.lexicon.numbers.ones, index, 0
        while self.tokens[at].low in ones or (self.tokens[at].low == "oh" and at > index):
            digits += self.tokens[at].low in ones
            at += 1
        return Special(Kind.IDENTIFIER, index, at) if digits >= _SPELLED_OUT else None

    def _special(self, index: int, floor: int) -> Special | None:
        priced = find_before(self.tokens, index, floor, self.lexicon.units) is not None
        return find_special(self.tokens, index, self.lexicon.numbers, priced)

    def _figure(self, index: int, floor: int) -> Figure | None:
        derived = read_derived(self.tokens, index, self.lexicon)
        if derived is None:
            return read_figure(self.tokens, index, floor, self.lexicon)
        return with_sign(self.tokens, derived, floor) if derived.is_bare else derived

    def _rest(self, index: int) -> Special | None:
        """An ordinal, or a number in digits that no grammar reads: nothing is lost silently."""
        if self.tokens[index].kind == WORD:
            return find_special(self.tokens, index, self.lexicon.numbers)
        number = self.tokens[index].kind == NUMBER
        return Special(Kind.IDENTIFIER, index, self._past_name(index + 1)) if number else None

    def _second(self, index: int, floor: int) -> Figure | None:
        """A figure that may belong to the one before it."""
        token = self.tokens[index]
        if token.kind == WORD and token.low not in self.lexicon.numbers.starters:
            return None
        if token.kind == NUMBER and self._special(index, floor) is not None:
            return None
        figure = self._figure(index, floor)
        return None if figure is None or self._is_year(figure, index) else figure

    def _is_year(self, figure: Figure, index: int) -> bool:
        plain = figure.is_bare and not figure.scaled and not figure.prefixed and figure.last == index + 1
        return plain and is_year(self.tokens, index, self.lexicon.units, self.grouped)

    def _past_name(self, index: int) -> int:
        while self.tokens.attached(index) and self.tokens[index].kind != MARK:
            index += 1
        return index

    def _hedged(self, figure: Figure, floor: int) -> Figure:
        if figure.sign != "=":
            return figure
        hedge = find_hedge(self.tokens, figure, floor)
        if hedge.sign == "=" and not hedge.words:
            return figure
        return close_bounds(self.tokens, replace(figure, sign=hedge.sign, hedge=hedge.words), self._second)
