"""Records, and other figures over which a time: only where another figure surely lies in that time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Checked

Check = Callable[..., Checked]

DATE = "Date: 2023-11-20\n\n"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ANNA: In 2021 the turnout was 68%. This year's turnout was 61%, the highest ever.", ("68%", "61%")),
        ("ANNA: This was the highest turnout on record, 61%. In 2015 the turnout was 68%.", ("68%", "61%")),
        ("ANNA: In 2022 rainfall was 31 cm, the lowest in ten years. In 2018, rainfall was 28 cm.", ("31 cm", "28 cm")),
        ("ANNA: In 2022 rainfall was 31 cm, the lowest in a decade. In 2018, rainfall was 28 cm.", ("31 cm", "28 cm")),
        ("ANNA: In 2022 rainfall was 31 cm, the lowest since 2008. In 2018, rainfall was 28 cm.", ("31 cm", "28 cm")),
        (
            "ANNA: In 2019, the dairy sold 41 tonnes of cheese.\nBO: In 2022 the dairy sold a record 35 tonnes "
            "of cheese.",
            ("41 tonnes", "35 tonnes"),
        ),
    ],
)
def test_record_that_another_figure_breaks_is_reported(checked: Check, text: str, figures: tuple[str, ...]) -> None:
    checked(DATE + text).reports("core/order", *figures)


@pytest.mark.parametrize(
    "text",
    [
        "ANNA: In 2021 the turnout was 58%. This year's turnout was 61%, the highest ever.",
        # Outside of what it reaches over, or later.
        "ANNA: In 2022 rainfall was 31 cm, the lowest in ten years. In 2009, rainfall was 28 cm.",
        "ANNA: In 2022 rainfall was 31 cm, the lowest since 2008. In 2008, rainfall was 28 cm.",
        "ANNA: In 2022 rainfall was 31 cm, the lowest since 2008. In 2003, rainfall was 28 cm.",
        "ANNA: In 2015 the turnout was 61%, the highest ever. In 2021 the turnout was 68%.",
        # Of another length of time, or of one part of the year only.
        "ANNA: In May the dairy sold a record 4 tonnes of cheese. In 2019, the dairy sold 41 tonnes of cheese.",
        "ANNA: In 2022, the dairy sold a record first-quarter 35 tonnes of cheese. In 2019, the dairy sold "
        "41 tonnes of cheese.",
        # Of another measure, or another one's.
        "ANNA: In 2021 the turnout in Lund was 68%. This year's turnout in Ystad was 61%, the highest ever.",
        "ANNA: In 2019, the dairy sold 41 tonnes of butter. In 2022 the dairy sold a record 35 tonnes of cheese.",
        # Not said to be a record.
        "ANNA: In 2021 the turnout was 68%. This year's turnout was 61%, nearly the highest ever.",
        "ANNA: In 2021 the turnout was 68%. This year's turnout was 61%, not the highest ever.",
        "ANNA: In 2021 the turnout was 68%. This year's turnout was 61%, one of the highest ever.",
        "ANNA: In 2021 the turnout was 68%. We hope for a turnout of 61%, the highest ever in a rainy year.",
        "ANNA: In 2021 the turnout was 61%. This year's turnout was 61%, the highest ever.",
    ],
)
def test_record_that_may_stand_is_left_alone(checked: Check, text: str) -> None:
    checked(DATE + text).reports_nothing()
