"""The scanner: one pass over the candidates of a text, then a small grammar around each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity
from claimcheck.quantities.bounds import bound_of, find_bound
from claimcheck.quantities.context import Special, find_specials, is_year
from claimcheck.quantities.lexicon import Unit, UnitSettings, numbers, units
from claimcheck.quantities.numerals import DIGITS, VULGAR, Numeral, read_digits, read_words, word_pattern
from claimcheck.quantities.readings import read_intervals, significant_step
from claimcheck.quantities.units import count_unit, find_prefix, find_rate, find_unit

_SCALE = re.compile(
    r"[ \u00a0\u2009-]?(?:\.\s)?"
    r"(hundred|thousand|lakh|million|mln|mil|crore|billion|bln|trillion|quadrillion|dozen)s?\b",
    re.I,
)
_SCALE_AGAIN = re.compile(r"[ -](hundred|thousand|million|billion|trillion)\b", re.I)
_LETTERS = re.compile(r" ?(bn|Bn|BN|mn|Mn|MM|mm|tn|[kKmMbBtT])(?![A-Za-z0-9’'])")
_JOIN = re.compile(
    r"-\s?(?P<hyphenword>to|or|and)[\s-]"
    r"|(?P<dash>\s?[-–—]\s?)(?=[\d$€£.]|[a-z]+[ -](?:percent|million|billion|thousand))"
    r"|\s(?P<word>to|and|or)\s(?:(?:about|around|nearly|almost|over|up to)\s)?",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:between|anywhere between|somewhere between|from|of)\s+(?:about |around |\$|US\$|€|£)?$", re.I
)
_FROM = re.compile(r"\bfrom\s+(?:about |around |nearly |almost )?(?:US\$|\$|€|£)?$", re.I)
_MOVE = re.compile(
    r"\b(?:increas|decreas|decline|declining|fell|fall|rose|rise|rising|grew|grow|drop|cut|reduc|rais|went|gone|going|"
    r"up|down|improv|climb|jump|expand|lower|slid|shrank|chang|mov|doubl|tripl|soar|surg)\w*\b",
    re.I,
)
# What may stand behind a figure whose unit was said before: "of which half a billion is ours".
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)–—-]|(?:will|would|is|are|was|were|has|have|had|by|in|for|to|and|or|from|this|last|next|on|at|"
    r"through|over|more|of (?:this|that|it|which|them)|that|which|with|each|during|coming|went|goes)\b)",
    re.I,
)
_REACH = 140
_DIGIT_WORDS = "one|two|three|four|five|six|seven|eight|nine"
_RATIO = re.compile(
    rf"(?:{_DIGIT_WORDS})\s(?:in|out of)(?: every)?\s({_DIGIT_WORDS}|ten|\d+)\b(?! (?:year|month|day|week|minute))",
    re.I,
)
_FRACTION = re.compile(
    r"(one|two|three|a)[ -](half|thirds?|quarters?|fifths?|tenths?|eighths?)\b"
    r"(?!\s+(?:quarter|year|day|place|time|week|half|of (?:the )?(?:year|month)))",
    re.I,
)
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True)
class _Part:
    """One number with its unit, before ranges and bounds are known."""

    start: int
    number_start: int
    end: int
    numeral: Numeral
    unit: Unit
    prefixed: bool
    high: Decimal | None = None
    vague: bool = False


def scan(text: str, settings: UnitSettings | None = None) -> list[Quantity]:
    """All quantities of a text, in order and not overlapping.

    "Over 5,000 kilograms. Over five tons!" has two, each with bound ">" and mass; years, dates, times, ordinals
    and identifiers are returned with their kinds. Offsets are characters of `text`. Never raises.
    """
    ton = (settings or UnitSettings()).ton
    specials = find_specials(text)
    found = [_special(text, special) for special in specials]
    taken = sorted((special.start, special.end) for special in specials)
    position = index = 0
    result: list[Quantity] = []
    for start in _candidates(text):
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if start < position or (index < len(taken) and taken[index][0] <= start < taken[index][1]):
            continue
        quantity = _read(text, start, ton)
        if quantity is None:
            continue
        if any(low < quantity.end and quantity.start < high for low, high in taken[index : index + 2]):
            continue
        if result and quantity.start < result[-1].end:
            continue
        result.append(quantity)
        position = quantity.end
    return sorted([*found, *_with_elided_units(text, result)], key=lambda quantity: quantity.start)


def _with_elided_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give large bare figures the currency of the figure before: "$1.5 billion, of which half a billion"."""
    result: list[Quantity] = []
    money: Quantity | None = None
    for quantity in quantities:
        if quantity.kind is Kind.MONEY:
            money = quantity
        elif quantity.kind is Kind.COUNT and not quantity.unit and money is not None and quantity.low >= 1000000:
            between = text[money.end : quantity.start]
            near = len(between) <= _REACH and not re.search(r"[.!?]\s", between)
            if near and _NO_NOUN.match(text[quantity.end :]):
                quantity = replace(
                    quantity, unit=money.unit, kind=Kind.MONEY, dimension=money.dimension, factor=money.factor
                )
        result.append(quantity)
    return result


def _candidates(text: str) -> list[int]:
    """Where a number may begin, by digits or by words."""
    starts = {match.start() for match in DIGITS.finditer(text)} | {match.start() for match in VULGAR.finditer(text)}
    starts |= {match.start() for match in word_pattern().finditer(text)}
    return sorted(starts)


def _read(text: str, start: int, ton: str) -> Quantity | None:
    part = _part(text, start, ton)
    if part is None:
        return None
    year_end = part.numeral.end
    if part.unit.name == "" and not part.numeral.scaled and is_year(text, part.number_start, year_end):
        return _plain(text, part.number_start, year_end, part.numeral.value, Kind.YEAR)
    if part.high is None and not part.vague:
        ranged = _range(text, part, ton)
        if ranged is not None:
            return ranged
    return _finish(text, part, part.numeral.value, part.high if part.high is not None else part.numeral.value)


def _part(text: str, start: int, ton: str) -> _Part | None:
    match = DIGITS.match(text, start)
    if match is not None and match.end() > start:
        if start and (text[start - 1].isalpha() or text[start - 1] == "_") and find_prefix(text, start, ton) is None:
            return None
        numeral = read_digits(match)
    elif VULGAR.match(text, start):
        half = re.match("[¼½¾⅓⅔⅛⅜⅝⅞]", text[start:])
        values = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.3333333333333333", "⅔": "0.6666666666666667"}
        numeral = (
            Numeral(Decimal(values.get(text[start], "0.125")), start + 1, Decimal("0.01"), False, False)
            if half
            else None
        )
    else:
        return _word_part(text, start, ton)
    if numeral is None:
        return None
    prefix = find_prefix(text, match.start() if match else start, ton)
    numeral = _scale(text, numeral, prefix is not None)
    return _with_unit(text, start, numeral, prefix, ton)


def _word_part(text: str, start: int, ton: str) -> _Part | None:
    table = numbers()
    word = re.match(r"[A-Za-z]+(?: few| couple of)?", text[start:])
    low = (word.group() if word else "").lower()
    if start and text[start - 1] in "-’'" and low not in table.multiples:
        return None
    if low in table.multiples:
        numeral = Numeral(table.multiples[low], start + len(low), Decimal(1), False, True)
        return _Part(start, start, numeral.end, numeral, units(ton).words["times"], False)
    vague = _vague(text, start)
    if vague is not None:
        low_value, high_value, end = vague
        numeral = Numeral(low_value, end, Decimal(0), True, True)
        part = _with_unit(text, start, numeral, None, ton)
        return None if part is None else replace(part, high=high_value, vague=True)
    ratio = _RATIO.match(text, start)
    if ratio:
        top, bottom = read_words(text, start), read_words(text, ratio.start(1))
        below = bottom.value if bottom else Decimal(ratio[1]) if ratio[1].isdigit() else Decimal(0)
        if top is not None and below > top.value:
            numeral = Numeral(top.value / below, ratio.end(), Decimal("0.01"), False, True)
            return _Part(start, start, numeral.end, numeral, count_unit(), False)
    fraction = _FRACTION.match(text, start)
    if fraction:
        parts = _TOPS[fraction[1].lower()]
        value = parts * table.fractions[fraction[2].lower()]
        numeral = Numeral(value, fraction.end(), Decimal("0.01"), False, True)
        return _with_unit(text, start, numeral, None, ton)
    read = read_words(text, start)
    if read is None:
        return None
    read = _scale(text, read, False)
    part = _with_unit(text, start, read, None, ton)
    if part is not None and _is_no_number(text, part):
        return None
    return part


def _is_no_number(text: str, part: _Part) -> bool:
    """ "one" counts only with a unit or a scale: "one of the", "no one", "one hand" measure nothing."""
    word = text[part.number_start : part.numeral.end].lower()
    if word == "one":
        return part.unit.name == "" or bool(
            re.search(
                r"\b(?:no|any|every|each|that|this|the|another|which)\s$",
                text[max(0, part.start - 9) : part.start].lower(),
            )
        )
    return word == "zero" and part.unit.name == ""


def _vague(text: str, start: int) -> tuple[Decimal, Decimal, int] | None:
    """ "several hundred" is 200 to 900, "tens of thousands" 20,000 to 90,000."""
    table = numbers()
    match = re.match(
        r"(?i)(several|a few|a couple of|tens|dozens|hundreds|thousands|millions|billions|trillions)\b"
        r"(?:(?: of)? (hundred|thousand|million|billion|trillion)s?\b)?",
        text[start:],
    )
    if match is None:
        return None
    name, scale = match[1].lower(), match[2]
    if scale is None and name in ("several", "a few", "a couple of"):
        return None
    low, high = table.vague[name]
    size = table.scales[scale.lower()] if scale else Decimal(1)
    return low * size, high * size, start + match.end()


def _scale(text: str, numeral: Numeral, money: bool) -> Numeral:
    """The number with the scale behind it: "1.2bn", "9 billion", "2.2. million" (a slip of the pen)."""
    table = numbers()
    end, value, step, scale = numeral.end, numeral.value, numeral.step, numeral.scale
    scaled = numeral.scaled
    match = _SCALE.match(text, end)
    if match and not numeral.in_words:
        size = table.scales[match[1].lower()]
        end, value, step, scaled, scale = match.end(), value * size, step * size, True, size
        again = _SCALE_AGAIN.match(text, end)
        if again and size < table.scales[again[1].lower()]:
            size = table.scales[again[1].lower()]
            end, value, step, scale = again.end(), value * size, step * size, scale * size
    elif not numeral.in_words:
        letter = _LETTERS.match(text, end)
        if letter:
            name = letter[1]
            size_or_none = table.letters.get(name) or (table.money_letters.get(name) if money else None)
            spaced = text[end] == " "
            if size_or_none is not None and not (spaced and len(name) == 1 and not money):
                end, value, step = letter.end(), value * size_or_none, step * size_or_none
                scaled, scale = True, size_or_none
    return Numeral(value, end, step, scaled, numeral.in_words, scale)


def _with_unit(text: str, start: int, numeral: Numeral, prefix: tuple[Unit, int] | None, ton: str) -> _Part | None:
    if prefix is not None:
        unit, begin = prefix
        end = numeral.end
        doubled = find_unit(text, end, ton, numeral.scaled, numeral.in_words)
        if doubled is not None and doubled.unit.kind is Kind.MONEY and doubled.unit.name == unit.name:
            end = doubled.end
        rate = find_rate(text, end, unit)
        return _Part(begin, start, rate.end, numeral, rate.unit, True)
    found = find_unit(text, numeral.end, ton, numeral.scaled, numeral.in_words)
    if found is None:
        return _Part(start, start, numeral.end, numeral, count_unit(), False)
    rate = find_rate(text, found.end, found.unit)
    age = re.match(r"(?:s)?[- ]olds?\b|\s(?:of age|old)\b", text[found.end :])
    if found.unit.dimension == "time" and age:
        aged = replace(found.unit, kind=Kind.AGE)
        return _Part(start, start, found.end + age.end(), numeral, aged, False)
    return _Part(start, start, rate.end, numeral, rate.unit, False)


def _range(text: str, first: _Part, ton: str) -> Quantity | None:
    """A range that begins with this number: "35–40%", "$8 to $11.8 billion", "50- or 60,000"."""
    join = _JOIN.match(text, first.end)
    if join is None:
        return None
    begin = join.end()
    symbol = re.match(r"(?:US\$|A\$|C\$|[$€£¥₹])\s?", text[begin:])
    number = begin + (symbol.end() if symbol else 0)
    if not re.match(r"[\d.]|[A-Za-z]", text[number:]) or text[first.end - 1].isspace():
        return None
    second = _part(text, number, ton)
    if second is None or second.vague or second.high is not None or second.number_start != number:
        return None
    word = (join["word"] or join["hyphenword"] or "").lower()
    left = text[max(0, first.start - 60) : first.start]
    if not _may_join(left, first, second, word, bool(join["dash"])):
        return None
    unit = second.unit if second.unit.name else first.unit
    low = first.numeral.value
    shared = second.numeral.scale if second.numeral.scaled and not first.numeral.scaled else Decimal(1)
    if shared == 1 and join["hyphenword"] and not first.numeral.scaled and second.numeral.value >= 1000 > low:
        shared = Decimal(1000)
    if low * shared > second.numeral.value and low <= second.numeral.value:
        shared = Decimal(1)
    low, high = low * shared, second.numeral.value
    if low >= high:
        return None
    numeral = Numeral(
        low,
        second.numeral.end,
        min(first.numeral.step * shared, second.numeral.step),
        second.numeral.scaled,
        False,
    )
    return _finish(text, _Part(first.start, first.number_start, second.end, numeral, unit, first.prefixed), low, high)


def _may_join(left: str, first: _Part, second: _Part, word: str, dash: bool) -> bool:
    """Whether two numbers are one range, and not a move ("from 3 to 5"), a list or two figures."""
    same = first.unit.name == second.unit.name
    if first.unit.name and second.unit.name and not same:
        return False
    if first.numeral.in_words != second.numeral.in_words and not first.unit.name:
        return False
    if dash:
        return second.numeral.value > first.numeral.value or not second.numeral.in_words
    if word == "to":
        if _FROM.search(left) and (_MOVE.search(left) or (first.unit.name and second.unit.name)):
            return False
        return not (first.unit.name and not second.unit.name) and not _MOVE.search(left[-25:])
    if word == "and":
        # "guidance of 24.5 and $26.5 million": a bare first number that takes the second's currency and scale.
        shared = first.unit.name == "" and not first.prefixed and second.prefixed and second.numeral.scaled
        return bool(_BETWEEN.search(left)) and (
            "between" in left[-25:].lower() or (shared and not first.numeral.scaled)
        )
    return word == "or" and first.unit.name in ("", second.unit.name) and second.numeral.value > first.numeral.value


def _finish(text: str, part: _Part, low: Decimal, high: Decimal) -> Quantity:
    sign, hedge = find_bound(text, part.start, part.end)
    bound = Bound.ABOUT if part.vague else bound_of(sign)
    unit, numeral = part.unit, part.numeral
    kind = unit.kind
    as_written = not numeral.scaled and low == low.to_integral_value()
    step = significant_step(low, numeral.step, kind, as_written)
    if part.vague:
        strict = plain = Interval(low, high)
    else:
        strict, plain = read_intervals(low, high, bound, sign, step)
    return Quantity(
        part.start, part.end, text[part.start : part.end], low, high, unit.name, bound, kind, unit.dimension,
        unit.factor, step, strict, plain, unit.offset, hedge, part.vague,
    )  # fmt: skip


def _special(text: str, special: Special) -> Quantity:
    digits = re.search(r"\d+", text[special.start : special.end])
    value = Decimal(digits.group()) if digits and len(digits.group()) < 28 else Decimal(0)
    return _plain(text, special.start, special.end, value, special.kind)


def _plain(text: str, start: int, end: int, value: Decimal, kind: Kind) -> Quantity:
    point = Interval.exactly(value)
    return Quantity(
        start,
        end,
        text[start:end],
        value,
        value,
        "",
        Bound.EXACT,
        kind,
        "",
        Decimal(1),
        Decimal(0),
        point,
        point,
    )
