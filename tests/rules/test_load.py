"""Loading packs, and the errors of broken ones: each at its place, with what was expected and a hint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import RuleError
from claimcheck.model.finding import Severity
from claimcheck.model.rule import Tolerance, Within
from claimcheck.rules import CHECKS, load_rules
from claimcheck.rules.packs import shipped_packs

GOOD = """\
pack: budget
entities:
  harbour: {names: [Harbour Fund, the harbour], kind: fund}
  funds: {names: [our funds], members: [harbour, Airport Fund]}
  airport: {names: [Airport Fund]}
topics:
  staffing: {measures: [staff, employees], events: [employ, hire], dimension: count}
rules:
  - id: budget/total
    summary: The funds must add up.
    check: sum
    where: {within: sentence, dimension: money}
    tolerance: exact
    severity: warning
    tests:
      inconsistent: ["One is $2. Another $3. These $6."]
      consistent: ["One is $2. Another $3. These $5."]
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write_pack(content: str | bytes, name: str = "budget.yaml") -> str:
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return name

    return write_pack


def test_reads_a_pack(write) -> None:
    rules = load_rules([write(GOOD)])
    [rule] = rules.rules
    assert (rule.id, rule.check, rule.within, rule.dimension) == (
        "budget/total",
        "sum",
        Within.SENTENCE,
        "money",
    )
    assert (rule.tolerance, rule.severity, rule.file, rule.line) == (
        Tolerance.EXACT,
        Severity.WARNING,
        "budget.yaml",
        9,
    )
    assert rule.inconsistent == ("One is $2. Another $3. These $6.",)
    assert [entity.id for entity in rules.entities] == ["airport", "funds", "harbour"]
    assert rules.entities[1].members == ("harbour", "Airport Fund")
    assert rules.topics[0].measures == ("staff", "employees")
    assert rules.packs == ("budget",)


def test_reads_what_has_only_entities(write) -> None:
    rules = load_rules([write("pack: names\nentities:\n  north: {names: [the North, Norrland]}\n")])
    assert (rules.rules, [entity.names for entity in rules.entities]) == ((), [("the North", "Norrland")])


def test_defaults(write) -> None:
    [rule] = load_rules([write("pack: a\nrules:\n  - {id: a/b, summary: B., check: restated}\n")]).rules
    assert (rule.within, rule.tolerance, rule.severity) == (Within.CORPUS, Tolerance.ROUNDING, Severity.ERROR)


def test_no_selection_takes_all_shipped_packs() -> None:
    rules = load_rules()
    assert set(rules.packs) == set(shipped_packs())
    assert [rule.id for rule in rules.rules] == sorted(rule.id for rule in rules.rules)
    assert load_rules() == rules


def test_selects_packs_files_and_folders(write, tmp_path: Path) -> None:
    name = write(GOOD)
    (tmp_path / "more").mkdir()
    write("pack: more\nrules:\n  - {id: more/same, summary: S., check: restated}\n", "more/same.yml")
    assert load_rules(["core", name, "more"]).packs == ("budget", "core", "more")
    assert load_rules([name, name]).packs == ("budget",)


def test_shipped_rules_are_documented_and_tested() -> None:
    for rule in load_rules(["core"]).rules:
        assert rule.check in CHECKS
        assert rule.summary.endswith(".")
        assert len(rule.inconsistent) >= 5
        assert len(rule.consistent) >= 5
        assert rule.guide.why
        assert rule.guide.limits
        assert rule.guide.tune


def rule(text: str) -> str:
    """A pack with one rule, in which `text` replaces or adds lines."""
    keys = {"id": "budget/total", "summary": "The funds must add up.", "check": "sum"}
    lines = [f"{key}: {value}" for key, value in keys.items() if f"{key}:" not in text]
    return "pack: budget\nrules:\n  - " + "\n    ".join([*lines, *text.splitlines()]) + "\n"


BROKEN = [
    ("empty", "", "1:1", "empty rule file", "pack: NAME"),
    ("only a comment", "# nothing\n", "1:1", "empty rule file", "pack: NAME"),
    ("a list", "- pack\n", "1:1", "a rule file: expected keys with values, found a list", ""),
    (
        "a sentence",
        "rules for us\n",
        "1:1",
        'a rule file: expected keys with values, found "rules for us"',
        "",
    ),
    ("no pack", "rules: []\n", "1:1", 'missing key "pack"', 'add "pack: ..."'),
    (
        "a number for a pack",
        "pack: 2005\n",
        "1:7",
        '"pack": expected text, found the number 2005',
        "in quotes",
    ),
    ("a pack in capitals", "pack: Budget\n", "1:7", '"pack": expected lower-case letters', ""),
    ("a pack of nothing", "pack:\n", "1:1", '"pack": expected text, found nothing', ""),
    ("unknown top key", "pack: budget\nrule: []\n", "2:1", 'unknown key "rule"', 'did you mean "rules"?'),
    ("unknown rule key", rule("sevrity: note"), "6:5", 'unknown key "sevrity"', 'did you mean "severity"?'),
    (
        "unknown where key",
        rule("where: {withn: turn}"),
        "6:13",
        'unknown key "withn"',
        'did you mean "within"?',
    ),
    (
        "unknown tests key",
        rule("tests: {inconsistant: []}"),
        "6:13",
        'unknown key "inconsistant"',
        '"inconsistent"',
    ),
    ("unknown check", rule("check: summ"), "5:12", 'unknown check "summ"', 'did you mean "sum"?'),
    (
        "hopeless check",
        rule("check: zzz"),
        "5:12",
        'unknown check "zzz"',
        "expected one of: average, change",
    ),
    ("unknown severity", rule("severity: eror"), "6:15", 'unknown severity "eror"', 'did you mean "error"?'),
    (
        "unknown within",
        rule("where: {within: turns}"),
        "6:21",
        'unknown within "turns"',
        'did you mean "turn"?',
    ),
    ("unknown tolerance", rule("tolerance: round"), "6:16", 'unknown tolerance "round"', 'mean "rounding"?'),
    (
        "unknown dimension",
        rule("where: {dimension: mas}"),
        "6:24",
        'unknown dimension "mas"',
        'did you mean "mass"?',
    ),
    (
        "no id",
        "pack: budget\nrules:\n  - {summary: S., check: sum}\n",
        "3:5",
        'missing key "id"',
        'add "id: ..."',
    ),
    (
        "no check",
        "pack: budget\nrules:\n  - {id: budget/a, summary: S.}\n",
        "3:5",
        'missing key "check"',
        "check",
    ),
    (
        "an id without a pack",
        rule("id: total"),
        "5:9",
        '"id": expected an id like "core/sum", found "total"',
        "",
    ),
    (
        "another pack's id",
        rule("id: core/total"),
        "5:9",
        'rule id "core/total" is not in pack "budget"',
        'expected "budget/total"',
    ),
    ("an empty summary", rule('summary: ""'), "5:14", '"summary": expected text, found ""', ""),
    (
        "a truth value",
        rule("summary: true"),
        "5:14",
        '"summary": expected text, found the truth value true',
        "quotes",
    ),
    (
        "a duplicate key",
        rule("severity: note\nseverity: error"),
        "7:5",
        'duplicate key "severity"',
        "join the two",
    ),
    (
        "a duplicate rule",
        rule("severity: note\n") + "  - {id: budget/total, summary: S., check: sum}\n",
        "7:10",
        'duplicate id "budget/total"',
        "first defined at budget.yaml:3:9",
    ),
    (
        "one rule instead of a list",
        "pack: budget\nrules: {id: budget/a}\n",
        "2:8",
        '"rules": expected a list, found keys with values',
        "one entry a line",
    ),
    (
        "a rule that is text",
        "pack: budget\nrules:\n  - budget/total\n",
        "3:5",
        'entry 1 of "rules": expected keys with values, found "budget/total"',
        "",
    ),
    (
        "tests that are text",
        rule("tests: none"),
        "6:12",
        '"tests": expected keys with values, found "none"',
        "",
    ),
    (
        "one example instead of a list",
        rule("tests: {consistent: It fits.}"),
        "6:25",
        '"consistent": expected a list, found "It fits."',
        "one entry a line",
    ),
    (
        "an example with a colon",
        rule("tests:\n  consistent:\n    - ANNA: It fits."),
        "8:11",
        'entry 1 of "consistent": expected text, found keys with values',
        '": " must be in quotes',
    ),
    (
        "an example of both kinds",
        rule("tests: {consistent: [A 1.], inconsistent: [A 1.]}"),
        "6:26",
        "both consistent and inconsistent",
        "remove one",
    ),
    (
        "an entity without names",
        "pack: a\nentities:\n  b: {kind: fund}\n",
        "3:6",
        'missing key "names"',
        "names",
    ),
    (
        "an entity with no name",
        "pack: a\nentities:\n  b: {names: []}\n",
        "3:14",
        '"names": expected at least one entry, found an empty list',
        "",
    ),
    (
        "a name that is a year",
        "pack: a\nentities:\n  b: {names: [2004]}\n",
        "3:15",
        'entry 1 of "names": expected text, found the number 2004',
        "in quotes",
    ),
    (
        "an entity id with spaces",
        "pack: a\nentities:\n  our funds: {names: [F]}\n",
        "3:3",
        '"our funds" is not a name',
        "single hyphens",
    ),
    (
        "a misspelt member",
        "pack: a\nentities:\n  harbour: {names: [H]}\n  all: {names: [A], members: [harbor]}\n",
        "4:31",
        'no entity "harbor"',
        'did you mean "harbour"?',
    ),
    ("entities in a list", "pack: a\nentities: [b]\n", "2:11", '"entities": expected keys with values', ""),
    (
        "a topic without measures",
        "pack: a\ntopics:\n  t: {events: [buy]}\n",
        "3:6",
        'missing key "measures"',
        "",
    ),
    (
        "a topic's dimension",
        "pack: a\ntopics:\n  t: {measures: [b], dimension: monye}\n",
        "3:33",
        'unknown dimension "monye"',
        'did you mean "money"?',
    ),
    (
        "an unknown member",
        "pack: a\nentities:\n  all: {names: [A], members: [Nobody Known]}\n",
        "3:31",
        'no entity "Nobody Known"',
        "declare it under entities",
    ),
    (
        "a misspelt name that one represents",
        "pack: a\nentities:\n  h: {names: [Harbour Fund]}\n  p: {names: [P], represents: [Harbor Fund]}\n",
        "4:32",
        'no entity "Harbor Fund"',
        'did you mean "Harbour Fund"?',
    ),
    (
        "an unknown pack to extend",
        "pack: a\nextends: [coer]\n",
        "2:11",
        'no rule pack, file or folder "coer"',
        '"core"',
    ),
    ("an unknown file to extend", "pack: a\nextends: no.yaml\n", "2:10", '"no.yaml": no such rule file', "folder of"),
    ("a number to extend", "pack: a\nextends: 5\n", "2:10", '"extends": expected a list, found the number 5', ""),
    ("itself to extend", "pack: a\nextends: budget.yaml\n", "2:10", "in a circle", "budget.yaml → budget.yaml"),
    (
        "an unknown rule to disable",
        "pack: a\nextends: core\ndisable: core/sums\n",
        "3:10",
        'no rule "core/sums"',
        '"core/sum"',
    ),
    ("a pattern for no rule", 'pack: a\nextends: core\ndisable: ["kore/*"]\n', "3:11", 'no rule "kore/*"', '"extends"'),
    (
        "a rule that is not extended",
        "pack: a\nenable: core/sum\n",
        "2:9",
        'no rule "core/sum" here',
        'add its pack to "extends"',
    ),
    (
        "an unknown rule to override",
        "pack: a\nextends: core\noverride:\n  core/summ: {severity: note}\n",
        "4:3",
        'no rule "core/summ"',
        'did you mean "core/sum"?',
    ),
    (
        "an override of what it is not",
        "pack: a\nextends: core\noverride:\n  core/sum: {check: restated}\n",
        "4:14",
        'unknown key "check"',
        "expected one of: message, severity, tolerance",
    ),
    (
        "an override of nothing",
        "pack: a\nextends: core\noverride:\n  core/sum: {}\n",
        "4:3",
        "overridden by nothing",
        "give it",
    ),
    (
        "an override of no id",
        "pack: a\noverride:\n  sum: {severity: note}\n",
        "3:3",
        '"sum" is not the id of a rule',
        "core/sum",
    ),
    (
        "an unknown setting",
        "pack: a\nsettings: {unit: {ton: short}}\n",
        "2:12",
        'unknown key "unit"',
        'did you mean "units"?',
    ),
    ("an unknown unit setting", "pack: a\nsettings: {units: {tonne: short}}\n", "2:20", 'unknown key "tonne"', '"ton"'),
    (
        "an unknown ton",
        "pack: a\nsettings: {units: {ton: shirt}}\n",
        "2:25",
        'unknown ton "shirt"',
        'did you mean "short"?',
    ),
    (
        "an unknown topic",
        rule("where: {topic: staf}").replace("rules:", "topics: {staff: {measures: [s]}}\nrules:"),
        "7:20",
        'no topic "staf"',
        'did you mean "staff"?',
    ),
    ("a topic where none is", rule("where: {topic: staff}"), "6:20", 'no topic "staff"', "declare it under topics"),
    (
        "an unknown entity",
        rule("where: {entity: [harbour]}"),
        "6:22",
        'no entity "harbour"',
        "declare it under entities",
    ),
    (
        "a speaker that is a number",
        rule("where: {speaker: 7}"),
        "6:22",
        '"speaker": expected a list, found the number 7',
        "",
    ),
    (
        "same, of what is no expression",
        rule("where: {same: [period]}"),
        "6:13",
        '"same" is for expressions only',
        "remove it",
    ),
    ("an unknown same", rule("check: expression\nwhere: {same: [perod]}"), "6:20", 'unknown same "perod"', '"period"'),
    (
        "an unknown role",
        "pack: a\ntopics:\n  t: {measures: [b], role: shares}\n",
        "3:28",
        'unknown role "shares"',
        'did you mean "share"?',
    ),
    (
        "a rate for each of what",
        "pack: a\ntopics:\n  t: {measures: [b], dimension: money/}\n",
        "3:33",
        'unknown dimension "money/"',
        "",
    ),
    (
        "an expression for another check",
        rule("expression: a == b"),
        "6:5",
        'check "sum" takes no expression',
        "check: expression",
    ),
    ("no expression", rule("check: expression"), "3:5", 'missing key "expression"', "TOPIC == TOPIC"),
    (
        "an expression without topics",
        rule("check: expression\nexpression: a == b"),
        "6:17",
        'no topic "a"',
        "declare it under topics",
    ),
    (
        "a topic beside an expression",
        rule("check: expression\nwhere: {topic: a}\nexpression: a == b").replace(
            "rules:", "topics: {a: {measures: [a], dimension: count}, b: {measures: [b], dimension: count}}\nrules:"
        ),
        "7:13",
        '"topic" has no use beside an expression',
        "remove it",
    ),
    (
        "a placeholder for nothing",
        rule("message: '{mesage}!'"),
        "6:15",
        'nothing is filled in for "{mesage}"',
        'did you mean "message"?',
    ),
    (
        "a switch that is no truth value",
        rule("enabled: 'yes'"),
        "6:14",
        '"enabled": expected true or false, found "yes"',
        "",
    ),
    ("a key with nothing behind it", rule("message:"), "6:5", '"message" has nothing behind it', "remove the key"),
    ("a where with nothing behind it", rule("where: {dimension: }"), "6:13", '"dimension" has nothing behind it', ""),
    ("a tab", "pack: a\nrules:\n\t- x\n", "3:1", "not well-formed YAML", "spaces, not tabs"),
    ("an open quote", 'pack: "a\nrules: []\n', "3:1", "not well-formed YAML", "quotes"),
    ("an open bracket", "pack: a\nrules: [\n", "3:1", "not well-formed YAML", "brackets"),
    ("a colon in a text", rule("summary: Sum: all of it"), "5:17", "not well-formed YAML", '": " in quotes'),
    ("wrong indentation", "pack: a\n  rules: []\n", "2:8", "not well-formed YAML", ""),
    (
        "two documents",
        "pack: a\n---\npack: b\n",
        "2:1",
        "not well-formed YAML: but found another document",
        "",
    ),
    ("a tag", "pack: !!python/name:os.system a\n", "1:7", "YAML tags are not used", "in quotes"),
    ("an alias", "pack: &a a\nrules: *a\n", "2:8", "YAML aliases are not used", "in quotes"),
    ("a control character", "pack: a\nrules: \x07\n", "2:1", "does not belong in text", "plain UTF-8"),
]


@pytest.mark.parametrize(
    ("content", "place", "message", "hint"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_says_where_and_what(write, content: str, place: str, message: str, hint: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules([write(content)])
    error = caught.value
    assert str(error.place).startswith(f"budget.yaml:{place}")
    assert message in error.message
    assert hint in error.hint
    lines = content.split("\n")
    assert error.source == (lines[error.place.line - 1] if error.place and error.place.line <= len(lines) else "")
    assert "pydantic" not in str(error)
    assert "Input should" not in str(error)


def test_not_utf8(write) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules([write(b"pack: a\n# caf\xe9\nrules: []\n")])
    assert (str(caught.value.place), caught.value.message) == ("budget.yaml:2:6", "not UTF-8 text")


def test_binary(write) -> None:
    with pytest.raises(RuleError, match=r"UTF-8|does not belong"):
        load_rules([write(bytes(range(256)))])


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ("coer", 'no rule pack, file or folder "coer"', 'did you mean "core"?'),
        ("missing.yaml", "missing.yaml: no such rule file or folder", "check the path"),
        ("packs/missing", "packs/missing: no such rule file or folder", "check the path"),
        ("hollow", "hollow: no rule files in this folder", ".yaml"),
        ("folder.yaml", "folder.yaml: no rule files in this folder", ".yaml"),
    ],
)
def test_wrong_selection(write, tmp_path: Path, entry: str, message: str, hint: str) -> None:
    for folder in ("hollow", "folder.yaml"):
        (tmp_path / folder).mkdir()
    with pytest.raises(RuleError) as caught:
        load_rules([entry])
    assert message in str(caught.value)
    assert hint in caught.value.hint


def test_unreadable(write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    name = write(GOOD)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(RuleError, match="cannot read the rule file: Permission denied"):
        load_rules([name])


def test_an_id_in_two_files_names_both(write) -> None:
    first, second = (
        write(GOOD),
        write("pack: budget\nrules:\n  - {id: budget/total, summary: S., check: sum}\n", "b.yaml"),
    )
    with pytest.raises(RuleError) as caught:
        load_rules([first, second])
    assert str(caught.value.place) == "b.yaml:3:10"
    assert "budget.yaml:9:9" in caught.value.hint


def test_an_error_shows_the_line_and_points_at_the_place(write) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules([write(rule("check: summ"))])
    assert str(caught.value).split("\n") == [
        'budget.yaml:5:12: unknown check "summ"',
        "     5 |     check: summ",
        '       |            ^ did you mean "sum"?',
    ]


def test_loading_needs_no_other_stage() -> None:
    code = "import sys, claimcheck.rules.load; print([m for m in sys.modules if m.startswith('spacy')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
