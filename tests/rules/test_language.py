"""The language of packs: what they extend, switch and override, which figures they select, what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import RuleError
from claimcheck.links.aspect import make_directory
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.model.rule import Tolerance
from claimcheck.model.topic import Topic
from tests.rules.packs import ids, load, only, write_pack

CORE = {rule.id for rule in load("core").rules}
BUSES = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in report.findings]


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        ("extends: core", CORE),
        ("extends: [core]\ndisable: [core/growth]", CORE - {"core/growth"}),
        ("extends: [core]\ndisable: [core/s*]", {id for id in CORE if not id.startswith("core/s")}),
        ('extends: [core]\ndisable: ["*"]\nenable: [core/sum]', {"core/sum"}),
        ("rules: [{id: a/b, summary: B., check: sum, enabled: false}]", set()),
        ("enable: [a/b]\nrules: [{id: a/b, summary: B., check: sum, enabled: false}]", {"a/b"}),
    ],
)
def test_extends_and_switches_rules(keys: str, held: set[str]) -> None:
    assert set(ids(load(write_pack(f"pack: a\n{keys}\n")))) == held


def test_extends_files_beside_it_and_what_they_extend() -> None:
    write_pack("pack: base\nextends: core\ndisable: core/*\nentities: {north: {names: [the North]}}\n", "lib/base.yaml")
    write_pack("pack: mid\nextends: ../lib/base.yaml\n", "lib2/mid.yaml")
    top = write_pack("pack: top\nextends: [lib2/mid.yaml, lib]\nenable: core/sum\ntopics: {t: {measures: [x]}}\n")
    rules = load(top)
    assert ids(rules) == ["core/sum"]
    assert (rules.packs, rules.chosen) == (("base", "core", "mid", "top"), ("top",))
    assert load(top, "lib/base.yaml") == load("lib/base.yaml", top)


def test_the_extending_pack_has_the_last_word() -> None:
    write_pack("pack: low\nextends: core\noverride:\n  core/sum: {severity: note}\n", "low.yaml")
    high = write_pack(
        "pack: high\nextends: low.yaml\ndisable: core/*\nenable: core/sum\n"
        "override:\n  core/sum: {severity: warning, tolerance: exact}\n"
    )
    rule = only(load(high))
    assert (rule.severity, rule.tolerance) == (Severity.WARNING, Tolerance.EXACT)


def test_an_overridden_severity_and_message_reach_the_report() -> None:
    pack = write_pack(
        "pack: mine\nextends: core\noverride:\n"
        '  core/sum: {severity: warning, message: "Count the buses again: {message} ({figures}; {gap} too many)"}\n'
    )
    [finding] = claimcheck.check({"talk.txt": BUSES}, rules=[pack]).findings
    assert (finding.rule, finding.severity) == ("core/sum", Severity.WARNING)
    assert finding.message == "Count the buses again: 12 + 7 make 19, not 20 (20, 12 and 7; 1 too many)"


SUM = "pack: mine\n{extra}rules:\n  - {{id: mine/sum, summary: S., check: sum, where: {{within: turn, {where}}}}}\n"
NAMES = (
    "entities: {berg: {names: [Anna Berg]}, north: {names: [Northern Lines]}}\n"
    "topics: {buses: {measures: [bus], dimension: count}, trams: {measures: [trams]}}\n"
)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("topic: buses", True),
        ("topic: [trams, buses]", True),
        ("topic: trams", False),
        ("speaker: Anna Berg", True),
        ("speaker: berg", True),
        ("speaker: anna berg", True),
        ("speaker: Bo Lind", False),
        ("document: talk.txt", True),
        ('document: "t*"', True),
        ('document: "2024/*"', False),
        ('document: "b/*.txt"', False),
        ("dimension: count", True),
        ("dimension: money", False),
        ("entity: north", False),
        ("topic: buses, speaker: Bo Lind", False),
    ],
)
def test_where_selects_figures(where: str, found: bool) -> None:
    pack = write_pack(SUM.format(extra=NAMES, where=where))
    assert bool(claimcheck.check({"talk.txt": BUSES}, rules=[pack]).findings) is found


@pytest.mark.parametrize(
    ("pattern", "file", "found"),
    [
        ("2024/*.txt", "2024/may.txt", True),
        ("2024/*.txt", "talks/2024/may.txt", True),
        ("2024/*", "t/12024/may", False),
    ],
)
def test_a_document_is_named_from_the_root_or_any_folder(pattern: str, file: str, found: bool) -> None:
    pack = write_pack(SUM.format(extra=NAMES, where=f'document: "{pattern}"'))
    assert bool(claimcheck.check({file: BUSES}, rules=[pack]).findings) is found


def test_lists_of_one_need_no_brackets() -> None:
    rules = load(
        write_pack(
            "pack: a\nentities:\n  n: {names: North}\n  all: {names: All, members: n}\n"
            "topics:\n  t: {measures: tram, events: run, scope: North}\n"
        )
    )
    assert [entity.names for entity in rules.entities] == [("All",), ("North",)]
    assert rules.topics[0] == Topic("t", ("tram",), ("run",), "", ("North",))


def test_where_selects_by_entity() -> None:
    pack = write_pack(SUM.format(extra=NAMES, where="entity: Northern Lines"))
    text = "Northern Lines leased 12 buses. Another 7 are being built. Those 20 buses will serve the coast."
    assert said(claimcheck.check({"a.txt": text}, rules=[pack])) == [("mine/sum", "12 + 7 make 19, not 20")]
    assert said(claimcheck.check({"a.txt": text.replace("Northern", "Southern")}, rules=[pack])) == []


TONS = "We shipped 51,200 pounds of salt, that is, 25.6 tons of salt."


@pytest.mark.parametrize(
    ("settings", "units", "quiet"),
    [
        ("", (), False),
        ("settings: {units: {ton: short}}\n", (), True),
        ("settings: {units: {ton: short}}\n", ("ton=metric",), False),
        ("settings: {units: {ton: metric}}\n", ("ton=short",), True),
        ("settings: {units: {pound: mass}}\n", ("ton=short",), True),
    ],
)
def test_a_pack_settles_units_and_the_command_line_goes_before_it(
    settings: str, units: tuple[str, ...], quiet: bool
) -> None:
    pack = write_pack(f"pack: mine\nextends: core\n{settings}")
    assert (claimcheck.check({"a.txt": TONS}, rules=[pack], units=units).findings == ()) is quiet


def test_packs_that_disagree_on_a_unit_are_refused_unless_one_extends_the_other() -> None:
    write_pack("pack: one\nsettings: {units: {ton: short}}\n", "one.yaml")
    write_pack("pack: two\nsettings: {units: {ton: long}}\n", "two.yaml")
    with pytest.raises(RuleError) as caught:
        load("one.yaml", "two.yaml")
    assert (str(caught.value.place), "one.yaml:2:25" in caught.value.hint) == ("two.yaml:2:25", True)
    write_pack("pack: two\nextends: one.yaml\nsettings: {units: {ton: long}}\n", "two.yaml")
    assert load("one.yaml", "two.yaml").units == (("ton", "long"),)


def test_a_circle_of_packs_is_told() -> None:
    write_pack("pack: a\nextends: b.yaml\n", "a.yaml")
    write_pack("pack: b\nextends: a.yaml\n", "b.yaml")
    with pytest.raises(RuleError, match="circle") as caught:
        load("a.yaml")
    assert (str(caught.value.place), caught.value.hint) == ("b.yaml:2:10", "a.yaml → b.yaml → a.yaml")


def test_names_of_a_pack_that_is_not_extended_are_unknown() -> None:
    write_pack("pack: names\nentities: {north: {names: [Northern Lines]}}\n", "names.yaml")
    own = write_pack(SUM.format(extra="", where="entity: north"))
    with pytest.raises(RuleError, match='no entity "north"') as caught:
        load("names.yaml", own)
    assert "extend the pack" in caught.value.hint
    load(write_pack(SUM.format(extra="extends: names.yaml\n", where="entity: north")))


def test_the_nouns_of_a_topic_are_one_thing_unless_it_is_narrowed_or_they_are_of_two() -> None:
    rules = load(
        write_pack(
            "pack: a\ntopics:\n"
            "  berths: {measures: [berths, moorings, piers]}\n"
            "  jetties: {measures: [piers, jetty]}\n"
            "  adjusted: {measures: [earnings, profit], scope: adjusted}\n"
        )
    )
    assert make_directory(rules).topics == {"berth": "berths", "moor": "berths", "jetti": "jetties"}
