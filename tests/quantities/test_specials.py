"""Numbers that measure nothing: dates, years, times, ordinals, identifiers; and ages, which do."""

from __future__ import annotations

import pytest
from readings import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on June 9, 2011", "date"),
        ("on the 9th of June", "date"),
        ("on 9 June 2011", "date"),
        ("since April 2018", "date"),
        ("on 2011-06-09", "date"),
        ("on 9/6/2011", "date"),
        ("on oct . 9", "date"),
        ("at 9:45 p.m.", "time"),
        ("at 0930 GMT", "time"),
        ("at nine thirty tomorrow", "time"),
        ("at half past four", "time"),
        ("at four o'clock", "time"),
        ("in 1994", "year"),
        ("the 1990s", "year"),
        ("in '94", "year"),
        ("in 2018/19", "year"),
        ("in nineteen ninety-four", "year"),
        ("in twenty twenty-four", "year"),
        ("the 2019 plan was", "year"),
        ("the forecast for 2021 remains open", "year"),
        ("a forecast for 2020 remaining within it", "year"),
        ("our 2022 fiscal year", "year"),
        ("the treaty of 1763 ended it", "year"),
        ("around 410 AD", "year"),
        ("the 7th", "ordinal"),
        ("the seventh", "ordinal"),
        ("the twenty-seventh", "ordinal"),
        ("see Section 14", "identifier"),
        ("see slides", None),
        ("see Slides 4", "identifier"),
        ("in phase two", "identifier"),
        ("Resolution 1325", "identifier"),
        ("a Boeing 747", "identifier"),
        ("a 787 Dreamliner", "identifier"),
        ("the G8", "identifier"),
        ("COVID-19", "identifier"),
        ("the 2K15 season", "identifier"),
        ("an F-16", "identifier"),
        ("a 10-K", "identifier"),
        ("22 U.S.C. 7002", "identifier"),
        ("20 U.S.C. 1070a-24", "identifier"),
        ("410 U.S. 113", "identifier"),
        ("45 C.F.R. § 46", "identifier"),
        ("bill S. 1410", "identifier"),
        ("of H.R. 4321", "identifier"),
        ("H.R. 4321 and", "identifier"),
        ("S. Con. Res. 31", "identifier"),
        ("Amendment No. 31", "identifier"),
        ("Motion 9", "identifier"),
        ("strike lines 4 through 9", "identifier"),
        ("see lines 14 and 15 of it", "identifier"),
        ("subsection 6(1)", "identifier"),
        ("under clause 7(2)(b)", "identifier"),
        ("paragraph 8 of the act", "identifier"),
        ("Rule 21 and", "identifier"),
        ("won it 4-1", "identifier"),
        ("call 212-555-0142", "identifier"),
        ("at 10.0.0.12", "identifier"),
        ("its 401(k)", "identifier"),
        ("aged 45", "age"),
        ("a 45-year-old", "age"),
        ("a child who was 9", "age"),
        ("Ann Low, 45, left", "age"),
        ("three months of age", "age"),
        ("the over-65s", "age"),
    ],
)
def test_kinds(text: str, kind: str | None) -> None:
    assert [found for _, found in kinds(text)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It stands on page 71, line 9, of the print.", ["page 71", "line 9"]),
        ("Section 8, paragraph 3 says so.", ["Section 8", "paragraph 3"]),
        ("Strike line 6 of page 12.", ["line 6", "page 12"]),
        ("4 Subsection 6(1) of the Act is repealed.", ["4", "Subsection 6(1)"]),
        ("5 Section 9 of the Act is repealed.", ["5", "Section 9"]),
        ("They passed H.R. 4321 and S. 87.", ["H.R. 4321", "S. 87"]),
    ],
)
def test_each_label_of_a_citation_names_its_number(text: str, names: list[str]) -> None:
    assert kinds(text) == [(name, "identifier") for name in names]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("our top line 12 to 15 percent", []),
        ("the bus line 24 people use", ["24"]),
        ("on the line 12 hours", ["12 hours"]),
        ("we cut 12 lines and 3 paragraphs", ["12", "3"]),
        ("12 Section 8 homes were built", ["12"]),
        ("H. R. Berg had 12 buses", ["12"]),
        ("2018 people came", ["2018"]),
        ("between 1900 and 1950 tonnes", ["1900 and 1950 tonnes"]),
        ("an average of 1980", ["1980"]),
        ("in China 300 people", ["300"]),
        ("fifteen (15) days", ["fifteen", "15"]),
        ("Ayes 301, Noes 285", ["301", "285"]),
        ("may 20 people come", ["20"]),
        ("three quarters in a row", ["three quarters"]),
    ],
)
def test_still_measures(text: str, figures: list[str]) -> None:
    measuring = {"count", "measure", "duration"}
    assert [found for found, kind in kinds(text) if kind in measuring] == figures


def test_nothing_in_digits_is_lost() -> None:
    text = "At 9:45 on 3 May 2011, flight 212 carried 40 of the 49ers (see [7]) from gate A4 for $90."
    found = "".join(figure for figure, _ in kinds(text))
    assert all(digit in found for digit in text if digit.isdigit())
