"""Numbered lists over several sentences, and anniversaries as ordinals: what is announced and counted in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Checked

Check = Callable[..., Checked]

THREE = "First, we mend the roof. Second, we paint the hall. Third, we tune the organ."


@pytest.mark.parametrize(
    "text",
    [
        f"BO: We have four aims. {THREE} Thank you all.",
        f"BO: There are two reasons for this. {THREE}",
        f"BO: We have four aims. {THREE} It is the old one. These are our aims, and the town knows them.",
        "BO: The choir has four wishes. First, a new piano. Second, warm rooms. And finally, more tenors.",
        "BO: I have three questions. Number one, who pays? And number two, who builds it? Thank you.",
    ],
)
def test_list_of_another_length_is_reported(checked: Check, text: str) -> None:
    checked(text).reports("core/count")


@pytest.mark.parametrize(
    "text",
    [
        f"BO: We have three aims. {THREE} Thank you all.",
        f"BO: We have four aims. {THREE} And then there is the garden.",
        f"BO: We have four aims. {THREE} We also plant trees.",
        f"BO: We have four aims. {THREE} And our final aim is to plant trees.",
        f"BO: We have four aims. {THREE} The organ is old. It is loud. We love it. Nobody else does.",
        f"BO: We have four aims. {THREE} And fourth --",
        f"BO: We have a couple of aims. {THREE} Thank you.",
        f"BO: Four boys sang. {THREE} Thank you.",
        "BO: I have two questions. One, who pays? And who builds it? Thank you.",
        "BO: I have three questions. First, who pays? Second, who builds it? I am not",
    ],
)
def test_list_that_fits_or_may_go_on_is_left_alone(checked: Check, text: str) -> None:
    checked(text).reports_nothing()


@pytest.mark.parametrize(
    ("text", "suggests"),
    [
        ("This year the library keeps its 25th anniversary. It was founded in 1988.", "35th would fit"),
        ("We celebrate our 25th anniversary today; we were founded in 1988.", "35th would fit"),
        ("Next year is our club's 30th birthday. The club was founded in 2004.", "20th would fit"),
        ("The brewery kept its centenary in 1985, for it was founded in 1875.", ""),
        ("The mill, founded in 1900, marks its hundred and fiftieth anniversary in 2020.", ""),
        ("In 2021 we kept the 32nd anniversary of our opening. We opened in 1999.", "22nd would fit"),
    ],
)
def test_anniversary_that_does_not_fit_its_years_is_reported(checked: Check, text: str, suggests: str) -> None:
    checked(f"Date: 2023-05-03\n\nANNA: {text}").reports("core/dates", suggests=suggests)


@pytest.mark.parametrize(
    "text",
    [
        "This year the library keeps its 25th anniversary. It was founded in 1998.",
        "In 2021 we kept the 21st anniversary of our opening. We opened in 1999.",  # days and months are unsaid
        "Last year we kept our 25th anniversary. We were founded in 1997.",
        "This year is the 70th anniversary of the flood. The school was founded in 1901.",
        "This year is the 70th anniversary of the school's fire. It was founded in 1901.",
        "We celebrated our 25th anniversary with a fair. We were founded in 1971.",  # no telling when
        "This would have been our 25th anniversary this year. We were founded in 1971.",
        "We keep our 25th anniversary this year. The mill beside us, a giant, was founded in 1871.",
        "We keep our 25th anniversary this year. It was founded in 1998 and closed in 1999 and founded again in 2001.",
        "Centennial High School was founded in 1971 and won this year.",
    ],
)
def test_anniversary_that_fits_or_may_be_of_another_is_left_alone(checked: Check, text: str) -> None:
    checked(f"Date: 2023-05-03\n\nANNA: {text}").reports_nothing()
