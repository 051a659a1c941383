"""No rule and no code knows the wording of a transcript: other names and figures give the same findings."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import claimcheck
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from tests.expectations import FIXTURES, Expected, describe, read_expected, transcripts

PACK = FIXTURES.parent / "rules" / "csto.yaml"

GIVEN_NAMES = (
    "Anton",
    "Bertil",
    "Casimir",
    "Dorian",
    "Edmund",
    "Florian",
    "Gregor",
    "Henrik",
    "Ingmar",
    "Jasper",
)
SURNAMES = ("Almqvist", "Brandauer", "Castellan", "Dahlgren", "Eriksen", "Fontaine", "Grunwald", "Halloran")
SECOND_NAMES = ("Ludvig", "Magnus", "Nikolas", "Oskar")
PLACES = {
    "Veldoria": "Veldorian",
    "Tamoria": "Tamorian",
    "Brenovia": "Brenovian",
    "Lusandia": "Lusandian",
    "Sarvania": "Sarvanian",
    "Quellonia": "Quellonian",
    "Morvania": "Morvanian",
    "Dalmoria": "Dalmorian",
}
# The names of the summit transcripts and of the pack that goes with them.
PEOPLE = ("Vladimir", "Nursultan", "Aleksandr", "Robert", "Emomali", "Kurmanbek")
FAMILIES = {
    "Putin": ("Putin",),
    "Nazarbayev": ("Nazarbayev", "Nazarbaev"),
    "Lukashenko": ("Lukashenko",),
    "Kocharian": ("Kocharian",),
    "Rakhmonov": ("Rakhmonov",),
    "Bakiev": ("Bakiev",),
}
PATRONYMICS = ("Vladimirovich", "Abishevich", "Grigoryevich", "Sharipovich")
COUNTRIES = {
    "Russia": "Russian",
    "Kazakhstan": "Kazakh",
    "Belarus": "Belarusian",
    "Armenia": "Armenian",
    "Tajikistan": "Tajik",
    "Kyrgyzstan": "Kyrgyz",
    "Ukraine": "Ukrainian",
    "Afghanistan": "Afghan",
}
OTHER_NAMES = {
    "CSTO": "MDPO",
    "Eurasian Economic Community": "Northern Commercial Community",
    "EurAsEC": "NorCom",
    "Canal": "Anvil",
    "Canal-2004": "Anvil-2004",
    "Channel": "Lantern",
    "Kanal": "Anvel",
    "Moscow": "Velgrad",
    "Astana": "Tamora",
    "Rubezh-2004": "Rampart-2004",
}
NUMBER_WORDS = ("six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Renaming:
    """A replacement of whole words and figures, the same wherever they stand."""

    words: Mapping[str, str]

    def __call__(self, text: str) -> str:
        longest_first = sorted(self.words, key=len, reverse=True)
        pattern = r"(?<![\w.,])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w|[.,]\d)"
        return re.sub(pattern, lambda match: self.words[match[0]], text)


def make_renaming(seed: int) -> Renaming:
    chance = random.Random(seed)
    return Renaming(other_names(chance) | other_figures(chance))


def other_names(chance: random.Random) -> dict[str, str]:
    """New names: "Nazarbayev" and "Nazarbaev" may become "Dahlgren" and "Dahlgrenn"."""
    places = chance.sample(sorted(PLACES.items()), len(COUNTRIES))
    surnames = chance.sample(SURNAMES, len(FAMILIES))
    return {
        **dict(zip(PEOPLE, chance.sample(GIVEN_NAMES, len(PEOPLE)), strict=True)),
        **dict(zip(PATRONYMICS, chance.sample(SECOND_NAMES, len(PATRONYMICS)), strict=True)),
        **{
            spelling: surname + surname[-1] * number
            for surname, spellings in zip(surnames, FAMILIES.values(), strict=True)
            for number, spelling in enumerate(spellings)
        },
        **{country: place for country, (place, _) in zip(COUNTRIES, places, strict=True)},
        **{adjective: place for adjective, (_, place) in zip(COUNTRIES.values(), places, strict=True)},
        **OTHER_NAMES,
    }


def other_figures(chance: random.Random) -> dict[str, str]:
    """New figures with the old mistakes: a scale word, a sum off by one, 60.3 heard for 63."""
    small, large = chance.randint(6, 12), chance.randint(14, 19)
    laws, more_laws = chance.randint(21, 39), chance.randint(11, 19)
    tens, ones, step = chance.choice((5, 6, 7)), chance.randint(2, 8), chance.randint(6, 14)
    heard = 10 * tens + ones
    growth = chance.randint(36, 45)
    tons = chance.randint(0, len(NUMBER_WORDS) - 1)
    seized = chance.randint(50, 90)
    return {
        "$9": f"${small}",
        "$17": f"${large}",
        "$28": f"${small + large + 2}",
        "29": f"{laws}",
        "13": f"{more_laws}",
        "42": f"{laws + more_laws}",
        "43": f"{laws + more_laws + 1}",
        "53%": f"{heard - step}%",
        "10%": f"{step}%",
        "60.3%": f"{tens}0.{ones}%",
        "63": f"{heard}",
        "73%": f"{heard + step}%",
        "35–40%": f"{growth - 5}–{growth}%",
        "40%": f"{growth}%",
        "5,000 kilograms": f"{tons + 6},000 kilograms",
        "five tons": f"{NUMBER_WORDS[tons]} tons",
        "45 tons": f"{seized} tons",
        "23 tons": f"{seized // 2} tons",
        "4,000": f"{tons + 5},000",
        "3,000": f"{tons + 3},000",
        "12,500": f"{tons + 14},500",
        "22 million": f"{seized // 2 - 1} million",
    }


@dataclass(frozen=True, slots=True)
class Renamed:
    """The summit transcripts under other names, in a folder of their own, with what is expected of them."""

    folder: Path
    pack: Path
    expected: Expected


@pytest.fixture(scope="module", params=(1, 2, 3))
def renamed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Renamed:
    rename = make_renaming(request.param)
    folder = tmp_path_factory.mktemp("renamed")
    texts = {file: rename(text) for file, text in transcripts().items() if file.startswith("summit/")}
    for file, text in texts.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    pack = folder / "pack.yaml"
    pack.write_text(rename(PACK.read_text(encoding="utf-8")), encoding="utf-8")
    yaml = rename((FIXTURES / "expected.yaml").read_text(encoding="utf-8"))
    return Renamed(folder / "summit", pack, read_expected(yaml, texts))


@pytest.fixture(scope="module")
def report(renamed: Renamed) -> Report:
    return claimcheck.run([renamed.folder], rules=["core", str(renamed.pack)])


def missing(expected: Expected, report: Report, least: Severity) -> list[str]:
    """The planted discrepancies of this severity or above that no finding reports with its suggestion."""
    return [
        planted.id
        for planted in expected.planted
        if planted.severity.rank >= least.rank
        and not planted.not_yet
        and not any(
            planted.is_found_by(finding) and planted.suggests in finding.suggestion for finding in report.findings
        )
    ]


def test_nothing_is_left_of_the_names(renamed: Renamed) -> None:
    left = "|".join((*PEOPLE, *PATRONYMICS, *COUNTRIES, *COUNTRIES.values(), *sum(FAMILIES.values(), ())))
    for file in renamed.folder.iterdir():
        assert not re.findall(rf"\b(?:{left})\b", file.read_text(encoding="utf-8"))


def test_finds_the_same(renamed: Renamed, report: Report) -> None:
    assert missing(renamed.expected, report, Severity.NOTE) == [], describe(report.findings)


def test_lets_the_same_pass(renamed: Renamed, report: Report) -> None:
    unexplained = list(renamed.expected.unexplained(report))
    assert not unexplained, describe(unexplained)


def test_needs_no_pack_for_what_is_certain(renamed: Renamed) -> None:
    report = claimcheck.run([renamed.folder], rules=["core"])
    assert missing(renamed.expected, report, Severity.WARNING) == [], describe(report.findings)
