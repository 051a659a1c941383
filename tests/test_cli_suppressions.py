"""Findings that are kept silent, with reasons: by comments, and by a file for formats without them."""

import json
from pathlib import Path

import pytest

from tests.command_line import claimcheck, write

CLASH = "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n"
FILE = "claimcheck-ignore.yaml"


@pytest.fixture(autouse=True)
def in_folder(folder: Path) -> None:
    """Work in an empty folder."""


def suppressed(*options: str) -> list[dict[str, object]]:
    done = claimcheck("run", "docs", "--format", "json", *options)
    report = json.loads(done.stdout)
    assert (done.exit_code, report["findings"], done.stderr) == (0, [], "")
    return [finding["suppression"] for finding in report["suppressed"]]


def test_a_comment_keeps_a_finding_silent_and_its_reason_is_listed() -> None:
    write("docs/a.txt", f"# claimcheck: ignore core/sum -- one was lost\n{CLASH}")
    assert suppressed() == [{"reason": "one was lost", "place": "docs/a.txt:1:1", "in_source": True}]
    assert "Left out: 1 suppressed finding" in claimcheck("run", "docs").stdout
    markdown = claimcheck("run", "docs", "--format", "markdown").stdout
    assert "| one was lost | docs/a.txt:1:1" in markdown
    sarif = json.loads(claimcheck("run", "docs", "--format", "sarif").stdout)
    [result] = sarif["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "justification": "one was lost", "properties": {"place": "docs/a.txt:1:1"}}
    ]


def test_a_figure_in_a_reason_is_no_claim() -> None:
    write("docs/a.txt", f"{CLASH}# claimcheck: ignore core/swap -- there were 20 buses and 21 buses\n")
    listed = claimcheck("claims", "docs", "--format", "csv").stdout
    assert len(listed.splitlines()) == 1 + 3


def test_what_comes_to_nothing_is_told_and_listed() -> None:
    write("docs/a.txt", f"# claimcheck: ignore core/smu -- a slip\n# claimcheck: ignore core/share -- old\n{CLASH}")
    done = claimcheck("run", "docs")
    assert done.exit_code == 1
    assert done.stderr == (
        'docs/a.txt:1:1: warning: no rule "core/smu"\n  hint: did you mean "core/sum"?\n'
        "docs/a.txt:2:1: warning: unused: no core/share is found there\n  hint: remove it\n"
    )
    report = json.loads(claimcheck("run", "docs", "--format", "json").stdout)
    assert [one["place"] for one in report["complaints"]] == ["docs/a.txt:1:1", "docs/a.txt:2:1"]
    for format_name in ("markdown", "html", "sarif"):
        assert "unused: no core/share is found there" in claimcheck("run", "docs", "--format", format_name).stdout


def test_a_file_speaks_for_formats_without_comments() -> None:
    write("docs/a.json", json.dumps([{"speaker": "Anna Berg", "text": CLASH.partition(": ")[2].strip()}]))
    write(FILE, "ignore:\n  - rule: core/sum\n    file: docs/*.json\n    figure: '20'\n    reason: one was lost\n")
    assert suppressed() == [{"reason": "one was lost", "place": f"{FILE}:2:5", "in_source": False}]
    Path(FILE).rename("docs/own.yaml")
    write("docs/own.yaml", Path("docs/own.yaml").read_text("utf-8").replace("docs/*.json", "'*.json'"))
    assert len(suppressed("--suppressions", "docs/own.yaml")) == 1


def test_one_finding_by_its_fingerprint() -> None:
    write("docs/a.txt", CLASH)
    [finding] = json.loads(claimcheck("run", "docs", "--format", "json").stdout)["findings"]
    write(FILE, f"ignore:\n- rule: core/*\n  fingerprint: {finding['fingerprint']}\n  reason: one was lost\n")
    assert len(suppressed()) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignore:\n- rule: core/sum\n  resaon: x\n", f'{FILE}:3:3: unknown key "resaon"'),
        ("ignore:\n- rule: core/sum\n  file: a\n", f'{FILE}:2:3: missing key "reason"'),
        ("ignore:\n- rule: core/sum\n  reason: x\n", f"{FILE}:2:3: an entry that names rules alone"),
        ("ignore:\n- rule: core/sum\n  file: a\n  figure: 20\n  reason: x\n", f'{FILE}:4:11: "figure"'),
        ("ignroe: []\n", f"{FILE}:1:1: "),
        ("- a\n", "not a suppression file"),
        ("ignore: [\n", f"{FILE}:2:1: not well-formed YAML"),
    ],
)
def test_a_wrong_file_is_refused_at_its_place(text: str, told: str) -> None:
    write("docs/a.txt", CLASH)
    write(FILE, text)
    done = claimcheck("run", "docs")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
