"""What holds for every text: no text is refused, every span is exact, and what was printed is read again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_words import in_words

from claimcheck import extract_quantities
from claimcheck.model.quantity import Bound, Kind, Quantity

# The same examples in every run: whoever changes something else is not to meet a failure by chance.
settings.register_profile("moderate", max_examples=80, deadline=None, derandomize=True, database=None)
settings.load_profile("moderate")

THIN, NARROW, NO_BREAK = "\u2009", "\u202f", "\u00a0"
SCALE_WORDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LETTERS = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "B": 10**9, "tn": 10**12}
BEFORE = {"$": "dollar", "€": "euro", "£": "pound sterling", "US$": "dollar", "USD ": "dollar", "EUR ": "euro"}
AFTER = {" dollars": "dollar", " euros": "euro", " pounds sterling": "pound sterling", " USD": "dollar", "€": "euro"}
HEDGES = {
    "over": Bound.OVER,
    "more than": Bound.OVER,
    "under": Bound.UNDER,
    "less than": Bound.UNDER,
    "at least": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "about": Bound.ABOUT,
    "roughly": Bound.ABOUT,
}
HARMLESS = "The weather was fine that morning, and nobody was in a hurry. "
NUMERIC = "0123456789.,:;'’-–−+%‰°$€£/⁄()[]{}<>~≈±×^*eExX ½¼⅞⅓²³⁶⁻０５９٣۵\u00a0\u2009\u202f\n"
UNITS = ("kg", "km/h", " tonnes", " million", "bn", " percent", " and ", " to ", " a ", "per ", "half ", "ten ", "th")

whole = st.one_of(st.integers(2, 999), st.integers(1000, 10**7), st.integers(10**7, 10**15))
grouped = st.one_of(st.integers(1000, 10**7), st.integers(10**7, 10**15))
decimal = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(11, 10**7), st.integers(1, 4))
mantissa = st.one_of(
    st.integers(1, 999).map(Decimal),
    st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(100, 99_999), st.integers(1, 2)),
)


def only(text: str) -> Quantity:
    """The one figure of a text."""
    found = extract_quantities(text)
    assert len(found) == 1, [quantity.text for quantity in found]
    return found[0]


def assert_reads(text: str, low: Decimal | int, high: Decimal | int | None = None, unit: str = "tonne") -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, low if high is None else high, unit)


def assert_in_order(text: str, found: list[Quantity]) -> None:
    """Spans are exact, one behind the other, and hold a value that can be reckoned with."""
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.low.is_finite()
        assert quantity.low <= quantity.high
        end = quantity.end


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    assert_in_order(text, extract_quantities(text))


@settings(max_examples=500)
@given(st.lists(st.one_of(st.sampled_from(NUMERIC), st.sampled_from(UNITS)), max_size=60).map("".join))
def test_no_heap_of_digits_and_signs_is_refused(text: str) -> None:
    assert_in_order(text, extract_quantities(text))


@pytest.mark.parametrize("piece", ["1,", "9", "((", "one hundred ", "$1-", "a half ", "1/2/", "\n", "5' "])
def test_no_repetition_is_refused(piece: str) -> None:
    assert_in_order(piece * 1500, extract_quantities(piece * 1500))


@given(whole)
def test_plain_digits(value: int) -> None:
    assert_reads(f"They moved {value} tonnes of sand.", value)


@pytest.mark.parametrize("mark", [",", THIN, NARROW, NO_BREAK, " ", "'", "’"])
@given(grouped)
def test_groups_of_digits(mark: str, value: int) -> None:
    assert_reads(f"They moved {f'{value:,}'.replace(',', mark)} tonnes of sand.", value)


@given(decimal)
def test_decimals(value: Decimal) -> None:
    assert_reads(f"They moved {value:f} tonnes of sand.", value)
    assert_reads(f"They moved {value:,f} tonnes of sand.", value)


@given(st.one_of(whole.map(Decimal), decimal))
def test_full_width_digits(value: Decimal) -> None:
    wide = f"{value:f}".translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert_reads(f"They moved {wide} tonnes of sand.", value)


@pytest.mark.parametrize("minus", ["-", "−"])
@given(st.one_of(whole.map(Decimal), decimal))
def test_negative_numbers(minus: str, value: Decimal) -> None:
    assert_reads(f"Growth was {minus}{value:f}% in the north.", -value, unit="percent")


@pytest.mark.parametrize("notation", ["{}e{}", "{}E{}", "{}e+{}", "{} × 10^{}", "{}×10^{}", "{} x 10^{}"])
@given(st.decimals(1, 9, places=2), st.integers(2, 18))
def test_scientific_notation(notation: str, value: Decimal, exponent: int) -> None:
    assert_reads(f"They moved {notation.format(value, exponent)} tonnes of sand.", value.scaleb(exponent))


@given(st.decimals(1, 9, places=2), st.integers(-9, 18).filter(lambda exponent: exponent not in (-1, 0, 1)))
def test_scientific_notation_with_raised_digits(value: Decimal, exponent: int) -> None:
    raised = str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    assert_reads(f"They moved {value} × 10{raised} tonnes of sand.", value.scaleb(exponent))


@pytest.mark.parametrize("scale", SCALE_WORDS)
@given(mantissa)
def test_scale_words(scale: str, value: Decimal) -> None:
    assert_reads(f"They moved {value:f} {scale} tonnes of sand.", value * SCALE_WORDS[scale])


@given(mantissa, st.sampled_from([*SCALE_WORDS.items()]), st.sampled_from([*BEFORE.items()]))
def test_currency_before_scale_words(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    assert_reads(f"It cost {currency[0]}{value:f} {scale[0]} in all.", value * scale[1], unit=currency[1])


@given(mantissa, st.sampled_from([*LETTERS.items()]), st.sampled_from([*BEFORE.items()]))
def test_currency_before_scale_letters(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    assert_reads(f"It cost {currency[0]}{value:f}{scale[0]} in all.", value * scale[1], unit=currency[1])


@given(mantissa, st.sampled_from([*SCALE_WORDS.items()]), st.sampled_from([*AFTER.items()]))
def test_currency_after_scale_words(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    assert_reads(f"It cost {value:f} {scale[0]}{currency[0]} in all.", value * scale[1], unit=currency[1])


@given(mantissa, st.sampled_from([*LETTERS.items()]), st.sampled_from([*AFTER.items()]))
def test_currency_after_scale_letters(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    assert_reads(f"It cost {value:f}{scale[0]}{currency[0]} in all.", value * scale[1], unit=currency[1])


@pytest.mark.parametrize("british", [True, False], ids=["British", "American"])
@settings(max_examples=200)
@given(st.one_of(st.integers(0, 1000), whole))
def test_number_words(british: bool, value: int) -> None:
    words = in_words(value % 10**15, british=british)
    assert_reads(f"They moved {words} tonnes of sand.", value % 10**15)
    assert_reads(f"{words.capitalize()} tonnes of sand were moved.", value % 10**15)


@pytest.mark.parametrize("notation", ["{}%", "{} %", "{} percent", "{} per cent", "{} pct"])
@given(st.one_of(st.integers(1, 500).map(Decimal), decimal))
def test_percent(notation: str, value: Decimal) -> None:
    quantity = only(f"Of the sand, {notation.format(f'{value:f}')} was moved.")
    assert (quantity.low, quantity.high, quantity.unit, quantity.kind) == (value, value, "percent", Kind.PERCENT)


@given(st.integers(2, 99))
def test_percent_in_words(value: int) -> None:
    assert_reads(f"Of the sand, {in_words(value, british=True)} percent was moved.", value, unit="percent")


@pytest.mark.parametrize("notation", ["{} percentage points", "{}-percentage-point", "{} basis points"])
@given(st.one_of(st.integers(2, 500).map(Decimal), decimal))
def test_points(notation: str, value: Decimal) -> None:
    quantity = only(f"We saw a shift of {notation.format(f'{value:f}')} in the north.")
    assert (quantity.low, quantity.high, quantity.kind) == (value, value, Kind.POINT)


@pytest.mark.parametrize(
    "notation",
    [
        "{}–{}%",
        "{}-{}%",
        "{}%–{}%",
        "{}% to {}%",
        "{} to {} percent",
        "between {} and {} percent",
        "between {}% and {}%",
        "from {} to {} percent",
    ],
)
@given(st.one_of(st.integers(1, 60).map(Decimal), st.decimals(1, 60, places=1)), st.integers(1, 39))
def test_ranges_of_percent(notation: str, low: Decimal, width: int) -> None:
    assert_reads(f"Of the sand, {notation.format(low, low + width)} was moved.", low, low + width, unit="percent")


@pytest.mark.parametrize("notation", ["${}–{} {}", "${} to {} {}", "${} to ${} {}", "between {} and ${} {}"])
@given(st.integers(2, 400), st.integers(1, 500), st.sampled_from([*SCALE_WORDS.items()]))
def test_ranges_share_their_scale(notation: str, low: int, width: int, scale: tuple[str, int]) -> None:
    text = f"It cost {notation.format(low, low + width, scale[0])} in all."
    assert_reads(text, low * scale[1], (low + width) * scale[1], unit="dollar")


@pytest.mark.parametrize("hedge", HEDGES)
@given(whole)
def test_hedges_bound_the_value_and_do_not_change_it(hedge: str, value: int) -> None:
    quantity = only(f"They moved {hedge} {value:,} tonnes of sand.")
    assert (quantity.low, quantity.high, quantity.bound) == (value, value, HEDGES[hedge])
    assert quantity.text == f"{value:,} tonnes"


PRINTERS: tuple[Callable[[int], str], ...] = (
    lambda value: f"{value} kg",
    lambda value: f"{value:,} litres",
    lambda value: f"${value} million",
    lambda value: f"{value}%",
    lambda value: f"{in_words(value, british=True)} miles",
    lambda value: f"between {value} and {value + 7} tonnes",
    lambda value: f"{in_words(value, british=False)} euros",
)
printed = st.builds(lambda printer, value: (printer(value), value), st.sampled_from(PRINTERS), st.integers(2, 90_000))


@given(st.lists(printed, min_size=1, max_size=5))
def test_every_figure_of_a_list_is_read(figures: list[tuple[str, int]]) -> None:
    text = "".join(f"Then we were told of {figure}, and we wrote it down. " for figure, _ in figures)
    values = [Decimal(value) * (10**6 if "million" in figure else 1) for figure, value in figures]
    found = extract_quantities(text)
    assert_in_order(text, found)
    assert [quantity.low for quantity in found] == values


@given(st.lists(printed, min_size=1, max_size=3), st.sampled_from(["", "\n\n", "“", "ANNA: "]))
def test_what_stands_before_changes_nothing(figures: list[tuple[str, int]], between: str) -> None:
    text = "".join(f"Then we were told of {figure}, and we wrote it down. " for figure, _ in figures)
    before = HARMLESS + between
    assert extract_quantities(before + text) == [quantity.moved(len(before)) for quantity in extract_quantities(text)]
