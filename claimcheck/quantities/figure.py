"""One figure: a number with its sign, scale and unit, before ranges and hedges are known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claimcheck.model.quantity import Kind
from claimcheck.model.settings import UnitSettings
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.lexicon import Numbers, numbers, words_of
from claimcheck.quantities.measuring import find_unit
from claimcheck.quantities.money import Currency, find_before, find_behind
from claimcheck.quantities.numerals import read_numeral
from claimcheck.quantities.rates import find_rate, find_rate_behind
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from claimcheck.quantities.units import COUNT, Found, Unit, Units, unit_table

_MINUS_WORDS = frozenset(["minus", "negative"])
_MINUS_SIGNS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables that reading a figure needs, for one set of settings."""

    numbers: Numbers
    units: Units
    settings: UnitSettings


@cache
def lexicon_for(settings: UnitSettings) -> Lexicon:
    """The tables for these settings; they are made once."""
    return Lexicon(numbers(settings.scale), unit_table(settings.ton), settings)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure over the tokens from `first` to before `last`.

    `low` and `high` differ for ranges and vague counts; `step` is the value of the last digit, `scale` that of its
    scale word. `sign` and `hedge` are the bound and its words. `prefixed` says that a currency stands before it,
    `in_words` that it has no digits, `fraction` that it is a part of one.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal
    unit: Unit = COUNT
    kind: Kind = Kind.COUNT
    scale: Decimal = Decimal(1)
    sign: str = "="
    hedge: str = ""
    vague: bool = False
    prefixed: bool = False
    in_words: bool = False
    fraction: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word or letter belongs to it."""
        return self.scale != 1

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a unit."""
        return not self.unit.name and self.kind is Kind.COUNT

    def measured_in(self, unit: Unit) -> Figure:
        """The same number in a unit that was said elsewhere."""
        return replace(self, unit=unit, kind=unit.kind)


def read_figure(tokens: Tokens, index: int, floor: int, lexicon: Lexicon) -> Figure | None:
    """The figure whose number begins at a token, not reaching back over token `floor`: "US$1.2bn", "−5 °C"."""
    numeral = read_numeral(tokens, index, lexicon.numbers)
    if numeral is None or _is_glued(tokens, index, numeral, floor):
        return None
    before = find_before(tokens, index, floor, lexicon.units)
    numeral = _with_letter(tokens, numeral, before, lexicon)
    first, negative = _sign(tokens, before.edge if before else index, index, floor)
    behind = None if before and numeral.scaled else find_behind(tokens, numeral.last, lexicon.units)
    if before is not None:
        numeral = _scaled(numeral, before.scale)
        found = _behind_amount(tokens, numeral, before, lexicon)
    elif behind is not None:
        numeral = _scaled(_scale_behind(tokens, numeral, behind, lexicon), behind.scale)
        last = max(behind.edge, numeral.last)
        found = Found(behind.unit, _redundant(tokens, last, behind.unit, lexicon))
    else:
        found = find_unit(tokens, numeral, lexicon.units, lexicon.settings) or Found(COUNT, numeral.last)
    if found.unit.name or not numeral.fraction:
        found = find_rate(tokens, found, lexicon.units)
    if found.unit.kind is Kind.MEASURE and tokens[found.last].low == "of":
        found = find_rate_behind(tokens, found, lexicon.units)
    if before is not None and tokens[first - 1].text == "(" and tokens[found.last].text == ")" and first - 1 >= floor:
        size = lexicon.numbers.scales.get(tokens[found.last + 1].low)
        if size is not None and not numeral.scaled:  # "($12.4) million": a loss in accounts
            numeral, negative, first = _scaled(numeral, size), True, first - 1
            found = Found(found.unit, found.last + 2)
    value = -numeral.value if negative else numeral.value
    return Figure(
        first, found.last, value, value, numeral.step, found.unit, found.unit.kind, numeral.scale,
        prefixed=before is not None, in_words=numeral.in_words, fraction=numeral.fraction,
    )  # fmt: skip


def with_sign(tokens: Tokens, figure: Figure, floor: int) -> Figure:
    """The figure with the minus before it, as in "minus one over twenty"."""
    first, negative = _sign(tokens, figure.first, figure.first, floor)
    return replace(figure, first=first, low=-figure.high, high=-figure.low) if negative else figure


def _is_glued(tokens: Tokens, index: int, numeral: Numeral, floor: int) -> bool:
    """Whether a number word is the tail of a compound ("someone-one", "forty-something" begins one)."""
    if not numeral.in_words or not tokens.attached(index) or index <= floor:
        return False
    before = tokens[index - 1].text
    return before in "'’_" or (before in HYPHENS and tokens[index - 2].kind == WORD and tokens.attached(index - 1)
                               and tokens[index - 2].low not in words_of("before_hyphened_numbers"))  # fmt: skip


def _sign(tokens: Tokens, first: int, index: int, floor: int) -> tuple[int, bool]:
    """Where a figure begins with its sign, and whether that is a minus: "-5", "$-99.99", "minus-260"."""
    if first < index and tokens[index - 1].text in _MINUS_SIGNS and tokens.attached(index):
        return first, True
    at = first - 1
    if at < floor:
        return first, False
    token = tokens[at]
    if token.low in _MINUS_WORDS:
        if tokens[at - 1].low == "or":
            return first, False
        return (at, True) if at - 1 < floor or tokens[at - 1].kind != NUMBER else (first, False)
    if token.text not in _MINUS_SIGNS:
        return first, False
    if tokens[at - 1].low in _MINUS_WORDS and tokens.attached(at) and at - 1 >= floor:
        return at - 1, True
    before = tokens[at - 1]
    if before.text == "-" and token.text == "-" and tokens.attached(at):
        return first, False  # "YEAS--86": two hyphens are a dash
    if tokens.attached(first):
        opened = token.spaced or at == 0 or before.text in "([{<>=~≈±/:,$€£" or before.text in HYPHENS
        return (at, True) if opened and not (at == floor and floor and not token.spaced) else (first, False)
    cold = words_of("degrees") & set(tokens.lows(index + 1, min(index + 4, tokens.size)))
    return (at, True) if at == 0 or cold else (first, False)


def _with_letter(tokens: Tokens, numeral: Numeral, before: Currency | None, lexicon: Lexicon) -> Numeral:
    """The number with the scale letter behind it: "10k", "$1.2bn", "5m people", not "5m" of road."""
    letter = lexicon.numbers.letters.get(tokens[numeral.last].text)
    if letter is None or numeral.in_words or (numeral.scaled and numeral.scale != 10):
        return numeral
    at = numeral.last
    attached, follower = tokens.attached(at), tokens[at + 1]
    if (follower.text in ("'", "’") or follower.kind == NUMBER) and tokens.attached(at + 1):
        return numeral  # "the 2K15 season"
    money = before is not None or find_behind(tokens, at + 1, lexicon.units) is not None
    fits = {
        "any": attached or follower.kind != WORD or money,
        "tight": attached or money,
        "money": money,
        "noun": money or (attached and _counts_millions(tokens, at, lexicon)),
    }[letter.where]
    if not fits or (tokens[at].low in ("k", "g") and _is_name(tokens, at, numeral)):
        return numeral
    if (
        follower.text in HYPHENS
        and tokens.attached(at + 1)
        and tokens[at + 2].kind == WORD
        and not money
        and letter.where == "noun"
    ):
        return numeral
    return replace(_scaled(numeral, letter.value), last=at + 1)


def _counts_millions(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether "5m" is five million: before a unit or a counted noun, as the settings allow."""
    setting = lexicon.settings.letter_m if tokens[at].text == "m" else "auto"
    if setting != "auto":
        return setting == "million"
    follower = tokens[at + 1]
    if follower.kind != WORD or not follower.spaced:
        return False
    if follower.low in words_of("function_words") | words_of("sizes") | words_of("behind_meters"):
        return False
    found = lexicon.units.find_phrase(tokens, at + 1)
    if found is not None:
        return True
    for index in range(at + 1, at + 7):
        word = tokens[index].low
        if tokens[index].kind != WORD or (word in words_of("function_words") and word not in ("and", "or")):
            return False
        if (word.endswith("s") and len(word) > 3) or word in words_of("irregular_plurals"):
            return True
    return False


def _is_name(tokens: Tokens, at: int, numeral: Numeral) -> bool:
    """ "4K video", "5k run", "5G": names, not thousands and billions."""
    if numeral.value > 10 or numeral.step != 1:
        return False
    follower = tokens[at + 1].low
    return follower in words_of("k_names") if tokens[at].low == "k" else 1 < numeral.value < 7 and tokens.attached(at)


def _scaled(numeral: Numeral, factor: Decimal) -> Numeral:
    if factor == 1:
        return numeral
    return replace(numeral, value=numeral.value * factor, step=numeral.step * factor, scale=numeral.scale * factor)


def _behind_amount(tokens: Tokens, numeral: Numeral, before: Currency, lexicon: Lexicon) -> Found:
    """What follows an amount whose currency stood before it: the currency again, or which dollar it is."""
    last = numeral.last
    if tokens[last].text in ("US", "USD", "Cdn") and before.unit.name == "dollar" and tokens[last].spaced:
        return Found(lexicon.units.dollars[tokens[last].text.upper()], last + 1)
    return Found(before.unit, _redundant(tokens, last, before.unit, lexicon))


def _redundant(tokens: Tokens, last: int, unit: Unit, lexicon: Lexicon) -> int:
    """The token behind a currency said twice: "$5 million dollars", "50 dollar dollar"."""
    again = lexicon.units.find_phrase(tokens, last)
    return again[1] if again is not None and again[0].dimension == unit.dimension and again[0].factor == 1 else last


def _scale_behind(tokens: Tokens, numeral: Numeral, behind: Currency, lexicon: Lexicon) -> Numeral:
    """ "75 USD million": a scale word behind the code."""
    size = lexicon.numbers.scales.get(tokens[behind.edge].low)
    if size is None or numeral.scaled:
        return numeral
    return replace(_scaled(numeral, size), last=behind.edge + 1)
