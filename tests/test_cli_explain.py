"""`claimcheck explain` as its users meet it: a place, what was understood there, and what it was compared with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimcheck.reports.columns import MENTION_COLUMNS
from tests.command_line import claimcheck, process, write

TALK = """\
Talk on the Bridges
3 May 2021

ANNA BERG: Good morning. It is a fine day.
The new river bridge cost $310 million in 2019, more than anyone thought.

OWEN TATE: In 2019 the new river bridge cost $360 million. Section 12 of the act holds.
The workers poured over 4,000 tons of concrete.
"""

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def talk(folder: Path) -> str:
    """A talk with figures on lines 2, 5, 7 and 8."""
    return write("docs/talk.txt", TALK)


def test_tells_what_was_understood(talk: str) -> None:
    result = claimcheck("explain", f"{talk}:8")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = dict(line.strip().split(None, 1) for line in result.stdout.splitlines() if line.startswith("   "))
    assert rows["value"] == "4,000 tonne"
    assert rows["kind"] == "measure, mass"
    assert rows["bound"] == '>, "over"'
    assert rows["strict"] == "over 4,000"
    assert rows["measure"] == "concrete"
    assert rows["event"] == "pour"
    assert rows["speaker"] == "Owen Tate"
    assert rows["date"] == "2021-05-03 (from line 2)"
    assert "Compared with none of 2 other figures" in result.stdout


def test_tells_the_link_and_what_the_rules_made_of_it(talk: str) -> None:
    told = claimcheck("explain", f"{talk}:5:27").stdout
    finding = json.loads(claimcheck("run", talk, "--format", "json").stdout)["findings"][0]
    assert '"2019", 2019-01-01 to 2019-12-31, during, stated' in told
    assert "1 linked." in told
    assert "linked: same-measure" in told
    assert "--> docs/talk.txt:7:46   Owen Tate, 2021-05-03" in told
    assert f"{finding['rule']}: {finding['severity']} {finding['fingerprint']}: " in told


@pytest.mark.parametrize(
    ("place", "why"),
    [("docs/talk.txt:7:15", "a year:"), ("docs/talk.txt:7:60", "an identifier:"), ("docs/talk.txt:2", "a date:")],
)
def test_tells_why_a_number_is_no_claim(talk: str, place: str, why: str) -> None:
    assert why in claimcheck("explain", place).stdout


def test_a_figure_in_a_heading_is_told_as_such() -> None:
    write("docs/talk.md", "# 40 new trams for Norville\n\nANNA: We bought 40 trams. They are red and fast.\n")
    assert "it stands in" in claimcheck("explain", "docs/talk.md:1").stdout


def test_a_line_has_all_of_its_figures_and_a_column_one(talk: str) -> None:
    assert claimcheck("explain", f"{talk}:5").stdout.count("   value ") == 1
    assert claimcheck("explain", f"{talk}:5").stdout.count("   kind ") == 2
    assert claimcheck("explain", f"{talk}:5:27").stdout.count("   kind ") == 1
    assert claimcheck("explain", f"{talk}:5:33").stdout.count("   kind ") == 1


def test_other_paths_are_compared_too(talk: str) -> None:
    write("docs/later.txt", "BO LUND: The new river bridge cost $390 million in 2019, they say.\n")
    alone, together = claimcheck("explain", f"{talk}:5:27"), claimcheck("explain", f"{talk}:5:27", "docs")
    assert "docs/later.txt" not in alone.stdout
    assert "docs/later.txt:1" in together.stdout
    assert "Compared with 2 of 3" in together.stdout
    assert "Compared with 2 of 3" in claimcheck("explain", f"./{talk}:5:27", "docs").stdout


@pytest.mark.parametrize(
    ("place", "message", "hint"),
    [
        ("docs/nowhere.txt:3", "docs/nowhere.txt: does not exist", "check the path"),
        ("docs:3", "docs: is no file", "name one file"),
        ("docs/talk.txt:99", "docs/talk.txt:99: there is no line 99", "the file has 8 lines"),
        ("docs/talk.txt:4", "docs/talk.txt:4: no figure on this line", "nearest lines with figures are 2, 5 and 7"),
        (
            "docs/talk.txt:5:2",
            "docs/talk.txt:5:2: no figure at this column",
            "nearest on this line begin at column 27 and 43",
        ),
        ("docs/talk.txt", '"docs/talk.txt" is no place', "FILE:LINE"),
        ("docs/talk.txt:0", '"docs/talk.txt:0" is no place', "count from 1"),
        ("docs/empty.txt:1", "docs/empty.txt: is empty", ""),
        ("docs/bare.txt:1", "docs/bare.txt:1: no figure on this line", "there is none in the whole file"),
    ],
)
def test_a_wrong_place_fails_with_a_hint(talk: str, place: str, message: str, hint: str) -> None:
    Path("docs/empty.txt").write_bytes(b"")
    write("docs/bare.txt", "ANNA: Nothing to count here.\n")
    result = claimcheck("explain", place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert hint in result.stderr


def test_a_missing_path_besides_fails_and_the_rest_is_told(talk: str) -> None:
    result = claimcheck("explain", f"{talk}:8", "nowhere")
    assert result.exit_code == 2
    assert result.stderr == "nowhere: no such file or folder\n"
    assert "4,000 tonne" in result.stdout


def test_a_place_in_a_file_without_lines_is_named_as_reports_name_it() -> None:
    write("docs/talk.srt", "1\n00:00:01,000 --> 00:00:04,000\nWe planted 40 elms.\n")
    landmark = json.loads(claimcheck("claims", "docs/talk.srt", "--format", "json").stdout)[0]["landmark"]
    result = claimcheck("explain", f"docs/talk.srt, {landmark}")
    assert result.exit_code == 0
    assert "measure      elm" in result.stdout
    missed = claimcheck("explain", "docs/talk.srt, page 9")
    assert (missed.exit_code, landmark in missed.stderr) == (2, True)


def test_a_long_list_is_cut_and_says_so() -> None:
    lines = "".join(f"We planted {number} elms along the north road.\n\n" for number in range(100, 130))
    talk = write("docs/elms.txt", f"BO: {lines}")
    short, full = claimcheck("explain", f"{talk}:1").stdout, claimcheck("explain", f"{talk}:1", "--all").stdout
    assert short.count("  --> ") == 20
    assert "Not shown: 9 " in short
    assert "(--all shows them)" in short
    assert full.count("  --> ") == 29


def test_json_has_everything(talk: str) -> None:
    done = process("explain", f"{talk}:5", "--json")
    year, bridge = sorted(json.loads(done.stdout)["figures"], key=lambda figure: figure["kind"], reverse=True)
    assert (year["why_no_claim"][:6], year["claim"], year["considered"]) == ("a year", None, [])
    assert (bridge["text"], bridge["low"], bridge["why_no_claim"]) == ("$310 million", "310000000", None)
    assert bridge["strict"] == {"low": "309500000", "high": "311000000", "low_open": False, "high_open": True}
    assert bridge["claim"]["head"] == "bridge"
    assert bridge["claim"]["period_stated"] is True
    [other] = bridge["considered"]
    assert (other["standing"], other["figure"]["text"], other["why_not"]) == ("linked", "$360 million", None)
    assert [figure["text"] for figure in other["links"][0]["figures"]] == ["$310 million", "$360 million"]
    assert {ruling["severity"] for ruling in other["links"][0]["rulings"]} == {"error"}


def test_the_documentation_names_every_key(talk: str) -> None:
    page = (Path(__file__).parents[1] / "docs" / "explain.md").read_text("utf-8").partition("## JSON")[2]
    documented = set(re.findall(r"`(\w+)`", page))
    bridge = json.loads(claimcheck("explain", f"{talk}:5:27", "--json").stdout)["figures"][0]
    [other] = bridge["considered"]
    [link] = other["links"]
    columns = {column.name for column in MENTION_COLUMNS}
    for keys in (bridge, bridge["claim"], bridge["strict"], other, link, link["figures"][0], link["rulings"][0]):
        assert set(keys) - columns <= documented
    assert columns < set(bridge)
    assert set(other["figure"]) == columns | {"date"}


def test_an_explanation_may_go_to_a_file(talk: str) -> None:
    result = claimcheck("explain", f"{talk}:8", "--output", "why.txt")
    assert (result.stdout, result.stderr) == ("", "wrote why.txt\n")
    assert "4,000 tonne" in Path("why.txt").read_text("utf-8")


def test_controls_in_a_text_do_not_reach_the_terminal() -> None:
    talk = write("docs/talk.txt", "BO \x1b[31mX: We planted 40 elms \x1b[0m at once.\n")
    assert "\x1b" not in claimcheck("explain", f"{talk}:1").stdout


FACTS = """\
subject,measure,period,value,unit,source
river bridge,cost,2019,310,million dollars,the audit
river bridge,cost,2018,12,million dollars,the plan
river bridge,cost,2019,n/a,million dollars,a rumour
river bridge,toll,2019,310,million dollars,the audit
"""


def test_tells_the_facts_a_figure_was_held_against_and_why(talk: str) -> None:
    write("facts.csv", FACTS)
    result = claimcheck("explain", f"{talk}:7:46", "--facts", "facts.csv")
    told = " ".join(result.stdout.split("Held against ")[1].split())
    assert told.startswith("2 of 3 facts: 1 linked, 1 set apart. linked: reference 1.00 --> facts.csv:2:")
    assert '"cost" is said of it' in told
    assert "= rule: core/reference: error" in told
    assert "set apart: it is for 2019 --> facts.csv:3:" in told
    assert 'facts.csv:4:24: no value can be read in "n/a"' in result.stderr
    data = json.loads(claimcheck("explain", f"{talk}:7:46", "--facts", "facts.csv", "--json").stdout)
    [figure] = data["figures"]
    assert figure["known_facts"] == 3
    assert [(fact["standing"], fact["source"], fact["why_not"]) for fact in figure["facts"]] == [
        ("linked", "the audit", None),
        ("apart", "the plan", "it is for 2019"),
    ]
    assert figure["facts"][0]["links"][0]["rulings"][0]["rule"] == "core/reference"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("river bridge,cost,2019,310,million dollars,a", "facts.csv:3:24 says otherwise of the same"),
        ("river bridge,cost,2019,999,billion dollars,a", "it is too far from the fact to be about it"),
        ("river bridge,cost gap,2019,310,million dollars,a", "none of 1 fact"),
    ],
)
def test_tells_why_a_fact_is_left_alone(talk: str, row: str, why: str) -> None:
    other = "river bridge,cost,2019,700,million dollars,b" if "otherwise" in why else ""
    write("facts.csv", f"subject,measure,period,value,unit,source\n{row}\n{other}\n")
    told = claimcheck("explain", f"{talk}:7:46", "--facts", "facts.csv").stdout.split("Held against ")[1]
    assert why in " ".join(told.split())


def test_a_figure_that_no_fact_is_near_says_so(talk: str) -> None:
    write("facts.csv", FACTS)
    told = claimcheck("explain", f"{talk}:8", "--facts", "facts.csv").stdout
    assert "Held against none of 3 facts" in told
    assert "Held against" not in claimcheck("explain", f"{talk}:8").stdout
