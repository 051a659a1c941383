"""The table of figures, as people read it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Bound, Kind
from claimcheck.reports import View, render_mentions

WIDTHS = (60, 80, 100, 120, 180, 250)


def table(*claims: Claim, width: int = 180, colour: bool = False) -> list[str]:
    mentions = [Mention.of(claim) for claim in claims]
    return render_mentions(mentions, "table", View(width=width, colour=colour)).decode().splitlines()


def figured(claim: Claim, low: str, high: str = "", **changes: object) -> Claim:
    """The claim with another value."""
    quantity = replace(claim.quantity, low=Decimal(low), high=Decimal(high or low), **changes)
    return replace(claim, quantity=quantity)


def value_of(claim: Claim) -> str:
    """What the table shows as the value."""
    head, row = table(claim)
    return row[len("docs/port.txt:9:30") : head.index("unit")].strip()


def test_a_wide_table_has_a_line_a_figure(billion_claim: Claim) -> None:
    head, row = table(billion_claim)
    assert head.split() == ["place", "value", "unit", "bound", "kind", "measure", "speaker", "period", "quote"]
    told = ("docs/port.txt:9:30", "9,000,000,000", "dollar", "money", "goods eastern", "Per Holm", "last year")
    for cell in (*told, "moved goods for $9 billion."):
        assert cell in row


def test_a_narrower_table_puts_the_files_above_their_figures(billion_claim: Claim) -> None:
    other = replace(billion_claim, file="docs/quay.txt")
    lines = table(billion_claim, billion_claim, other, width=125)
    assert [lines[1], lines[4]] == ["docs/port.txt", "docs/quay.txt"]
    assert len(lines) == 1 + 2 + 3
    assert all("9:30 " in line and "$9 billion" in line for line in (lines[2], lines[3], lines[5]))


def test_a_narrow_table_puts_the_quotes_below(billion_claim: Claim) -> None:
    head, file, row, quote = table(billion_claim, width=80)
    assert head.split()[:5] == ["place", "value", "unit", "bound", "kind"]
    assert file == "docs/port.txt"
    assert row.split()[0] == "9:30"
    assert "9,000,000,000" in row
    assert quote == "    The eastern harbour alone moved goods for $9 billion."


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_no_line_is_wider_than_the_screen(billion_claim: Claim, width: int) -> None:
    rate = replace(
        billion_claim, unit="dollar per million British thermal units", sentence="so " * 90 + "$9 billion", at=270
    )
    for line in table(billion_claim, rate, figured(billion_claim, "8E9", "118E8"), width=width):
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_value_and_figure_are_never_cut(billion_claim: Claim, width: int) -> None:
    claim = replace(billion_claim, sentence="and so on " * 30 + "$9 billion" + " and so on" * 30, at=300)
    told = "\n".join(table(figured(claim, "9876543210123", "9876543210129"), width=width))
    assert "9,876,543,210,123–9,876,543,210,129" in told
    assert "$9 billion" in told


def test_decimal_points_stand_below_one_another(billion_claim: Claim) -> None:
    _, *rows = table(*(figured(billion_claim, value) for value in ("1200", "2.5", "0.75", "-3")))
    ends = [row.index(text) + len(text) for row, text in zip(rows, ("1,200", " 2", " 0", "-3"), strict=True)]
    assert len(set(ends)) == 1


@pytest.mark.parametrize(
    ("low", "high", "kind", "shown"),
    [
        ("9E+9", "9E+9", Kind.MONEY, "9,000,000,000"),
        ("35", "40.50", Kind.PERCENT, "35–40.5"),
        ("-0.0", "-0.0", Kind.COUNT, "0"),
        ("1998", "1998", Kind.YEAR, "1998"),
        ("1998", "1998", Kind.COUNT, "1,998"),
        ("0.3333333333333333333333333333", "0.3333333333333333333333333333", Kind.COUNT, "0.333…"),
        ("1E+40", "1E+40", Kind.COUNT, "1.000e+40"),
        ("0.00025", "0.00025", Kind.MEASURE, "2.500e-4"),
        ("747", "747", Kind.IDENTIFIER, "$9 billion"),
    ],
)
def test_values_are_shown_as_people_write_them(
    billion_claim: Claim, low: str, high: str, kind: Kind, shown: str
) -> None:
    assert value_of(figured(billion_claim, low, high, kind=kind)) == shown


def test_bounds_are_shown(billion_claim: Claim) -> None:
    quantity = replace(billion_claim.quantity, bound=Bound.AT_LEAST)
    assert ">=" in table(replace(billion_claim, quantity=quantity))[1]


@pytest.mark.parametrize("width", [80, 180])
def test_colour_marks_the_figure_and_changes_no_letter(billion_claim: Claim, width: int) -> None:
    coloured = "\n".join(table(billion_claim, width=width, colour=True))
    assert "\x1b[1;36m$9 billion\x1b[0m" in coloured
    plain = "\n".join(table(billion_claim, width=width))
    assert "\x1b" not in plain
    assert [line.rstrip() for line in strip(coloured).splitlines()] == plain.splitlines()


def strip(text: str) -> str:
    """The text without its colours."""
    return "".join(part.partition("m")[2] if index else part for index, part in enumerate(text.split("\x1b[")))
