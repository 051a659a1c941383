"""The commands about rules: their lists, their form, their tests, and what they say of broken files."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from claimcheck.rules.registry import known_checks
from claimcheck.rules.schema import PackEntry
from tests.command_line import claimcheck, process, write
from tests.rules.test_expressions import BROKEN as BROKEN_EXPRESSIONS
from tests.rules.test_expressions import TOPICS
from tests.rules.test_load import BROKEN

ROOT = Path(__file__).parents[1]
PACK = """\
pack: tiny
extends: core
rules:
  - id: tiny/sum
    summary: S.
    check: sum
    tests: {inconsistent: [x]}
"""


def test_the_schema_is_published_as_it_is_printed() -> None:
    printed = claimcheck("rules", "schema").stdout
    assert printed == (ROOT / "docs" / "rules.schema.json").read_text("utf-8")


def test_the_schema_knows_every_key_and_offers_every_check() -> None:
    schema = json.loads(claimcheck("rules", "schema").stdout)
    assert set(schema["properties"]) == set(PackEntry.model_fields)
    rule = schema["$defs"]["RuleEntry"]
    assert rule["properties"]["check"]["anyOf"][0]["enum"] == list(known_checks())
    assert rule["required"] == ["id", "summary", "check"]
    entries = [entry for entry in (schema, *schema["$defs"].values()) if entry.get("type") == "object"]
    assert all(entry["additionalProperties"] is False for entry in entries)
    assert "null" not in json.dumps(schema)


@pytest.mark.parametrize("file", sorted((ROOT / "rules").rglob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_packs_fit_the_schema(file: Path) -> None:
    schema = json.loads((ROOT / "docs" / "rules.schema.json").read_text("utf-8"))
    jsonschema.validate(YAML(typ="safe").load(file.read_text("utf-8")), schema)
    with pytest.raises(jsonschema.ValidationError, match="rule"):
        jsonschema.validate({"pack": "a", "rule": []}, schema)


def test_checks_are_listed() -> None:
    lines = claimcheck("rules", "checks").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(known_checks())
    assert all(line.endswith(".") for line in lines)


def test_a_pack_is_tested_without_the_packs_that_it_extends(folder: Path) -> None:
    result = claimcheck("rules", "test", write("tiny.yaml", PACK))
    assert result.stdout.splitlines() == [
        'tiny.yaml:4: tiny/sum should report "x"',
        "1 of 1 example came out wrong, in 1 rule.",
    ]


def test_the_pages_on_rules_are_those_that_their_files_make(folder: Path) -> None:
    claimcheck("rules", "docs", "pages", "--rules", "core")
    made = {file.name: file.read_text("utf-8") for file in Path("pages").iterdir()}
    kept = {file.name: file.read_text("utf-8") for file in (ROOT / "docs" / "rules").iterdir()}
    assert made == kept, "run `make docs`, and remove the pages of rules that are gone"


def test_shows_the_page_of_a_rule(folder: Path) -> None:
    shown = claimcheck("rules", "show", "core/sum").stdout
    assert shown == (ROOT / "docs" / "rules" / "core-sum.md").read_text("utf-8")
    headings = [line for line in shown.partition("```")[0].splitlines() if line.startswith("#")]
    assert headings == [
        "# core/sum",
        "## Why it matters",
        "## Examples",
        "## What it does not report",
        "## Tune or silence it",
    ]


def test_shows_a_rule_of_ones_own_as_far_as_it_tells(folder: Path) -> None:
    write("tiny.yaml", PACK)
    shown = claimcheck("rules", "show", "tiny/sum", "--rules", "tiny.yaml").stdout
    assert shown.startswith("# tiny/sum\n\nS.\n")
    assert "Reported:\n\n> x\n" in shown
    assert "Why it matters" not in shown
    assert "Not reported" not in shown
    assert "disable: [tiny/sum]" in shown


def test_an_unknown_rule_is_told_with_the_nearest(folder: Path) -> None:
    result = claimcheck("rules", "show", "core/sun")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith('no rule "core/sun"\n  hint: did you mean "core/sum"?')


@pytest.mark.parametrize("content", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_file_is_one_error_at_its_place_and_no_traceback(folder: Path, content: str) -> None:
    result = claimcheck("rules", "list", "--rules", write("broken.yaml", content))
    assert_one_error(result.exit_code, result.stdout, result.stderr, "broken.yaml:")


@pytest.mark.parametrize("expression", [case[0] for case in BROKEN_EXPRESSIONS])
def test_a_broken_expression_is_one_error_at_its_place(folder: Path, expression: str) -> None:
    topics = "".join(f"  {name}: {words}\n" for name, words in TOPICS.items())
    rule = f'rules:\n  - id: t/it\n    summary: S.\n    check: expression\n    expression: "{expression}"\n'
    result = claimcheck("rules", "list", "--rules", write("broken.yaml", f"pack: t\ntopics:\n{topics}{rule}"))
    assert_one_error(result.exit_code, result.stdout, result.stderr, "broken.yaml:")


def test_a_broken_file_stops_the_program_itself(folder: Path) -> None:
    done = process("run", "docs", "--rules", write("broken.yaml", BROKEN[-1][1]))
    assert_one_error(done.returncode, done.stdout, done.stderr, "broken.yaml:")


def assert_one_error(code: int, stdout: str, stderr: str, place: str) -> None:
    assert (code, stdout) == (2, "")
    heads = [line for line in stderr.splitlines() if not line.startswith(" ")]
    assert len(heads) == 1
    assert heads[0].startswith(place)
    assert "Traceback" not in stderr
    assert "internal error" not in stderr
