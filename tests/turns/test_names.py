"""What a label says, and which names can be one person's."""

from __future__ import annotations

import pytest

from claimcheck.turns.fitting import name_fit, near_keys
from claimcheck.turns.names import parse_label


@pytest.mark.parametrize(
    ("label", "titles", "given", "surname", "represents"),
    [
        ("Anna Berg", (), ("Anna",), "Berg", ()),
        ("Mr Berg", ("Mr",), (), "Berg", ()),
        ("MR.BERG", ("Mr.",), (), "Berg", ()),
        ("President Anna Berg", ("President",), ("Anna",), "Berg", ()),
        ("President of Norland Anna Berg", ("President of Norland",), ("Anna",), "Berg", ("Norland",)),
        ("Resident of Norland Anna Berg", ("President of Norland",), ("Anna",), "Berg", ("Norland",)),
        ("ADMIRAR BERG", ("Admiral",), (), "Berg", ()),
        ("Mr. BERG of New Soren", ("Mr.",), (), "Berg", ("New Soren",)),
        ("ACTING UNDER SECRETARY BERG", ("Acting Under Secretary",), (), "Berg", ()),
        (
            "Chairman and Chief Executive Officer Anna Berg",
            ("Chairman and Chief Executive Officer",),
            ("Anna",),
            "Berg",
            (),
        ),
        ("Anna Berg - Tram Co.", (), ("Anna",), "Berg", ("Tram Co.",)),
        ("Anna Berg - Chief Financial Officer", ("Chief Financial Officer",), ("Anna",), "Berg", ()),
        ("Q - Anna Berg", (), ("Anna",), "Berg", ()),
        ("Anna Berg, Tram Co.", (), ("Anna",), "Berg", ("Tram Co.",)),
        ("BERG, Anna", (), ("Anna",), "Berg", ()),
        ("Berg, A. J.", (), ("A.", "J."), "Berg", ()),
        ("Carl Berg, Jr.", (), ("Carl",), "Berg", ()),
        ("LUDWIG VAN DER BERG", (), ("Ludwig",), "Van Der Berg", ()),
        ("Cai von Berg", (), ("Cai",), "von Berg", ()),
        ("SHRI A. O'BERG", ("Shri",), ("A.",), "O'Berg", ()),
        ("LEADER McBERG", ("Leader",), (), "McBerg", ()),
        ("The PRESIDING OFFICER (Mr. Berg)", ("Mr.",), (), "Berg", ()),
        ("The Minister for Trams (Anna Berg)", ("Minister for Trams",), ("Anna",), "Berg", ("Trams",)),
        ("Anna Berg (through an interpreter)", (), ("Anna",), "Berg", ()),
        ("THE PRESIDENT", ("President",), (), "", ()),
        (
            "The DEPUTY MINISTER OF TRAMS AND BUSES",
            ("Deputy Minister of Trams and Buses",),
            (),
            "",
            ("Trams and Buses",),
        ),
    ],
)
def test_parses(
    label: str, titles: tuple[str, ...], given: tuple[str, ...], surname: str, represents: tuple[str, ...]
) -> None:
    name = parse_label(label)
    assert (name.titles, name.given, name.surname, name.represents) == (titles, given, surname, represents)
    assert not name.anonymous


@pytest.mark.parametrize(
    "label", ["Question", "Q", "Reporter 2", "SPEAKER_00", "Unidentified Male", "Hon. Members", "The Presiding Officer"]
)
def test_roles_name_nobody(label: str) -> None:
    assert parse_label(label).anonymous


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Oleg Andreev", "Oleg Andreyev", True),
        ("Mikhail Kuznetzov", "Mihail Kuznetzow", True),
        ("Robert Kestrell", "Bob Kestrel", True),
        ("Gregory D. Berg", "Greg Berg", True),
        ("D. A. Berg", "Dennis Berg", True),
        ("M. Jay Berg", "Jay Berg", True),
        ("Anna Polowczyk", "Anna Polowcyzk", True),
        ("Anna Berg", "Anna Borg", False),
        ("Anna Berg", "Carl Berg", False),
        ("Carl A. Berg", "Carl B. Berg", False),
        ("Chris Berg", "Christine Berg", True),
        ("Dan Berg", "Dana Berg", False),
        ("Carl Berg, Jr.", "Carl Berg, Sr.", False),
        ("Mr. Kim Berg", "Ms. Kim Berg", False),
    ],
)
def test_fits(one: str, other: str, fit: bool) -> None:
    first, second = parse_label(one), parse_label(other)
    assert name_fit(first, second) == name_fit(second, first) == fit
    assert not fit or near_keys(first.surname) & near_keys(second.surname)
