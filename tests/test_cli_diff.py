"""`claimcheck diff`: output, formats and exit codes."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.model.change import Change, Comparison
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Bound, Kind, Quantity
from claimcheck.reports import View, render_comparison
from tests.command_line import claimcheck, write
from tests.reports.hostile import HOSTILE, markdown_shape

OLD = "ANNA BERG: The reserve stands at $38 million. We lent 4,400 books. The pier has 3 boats.\n"
NEW = "ANNA BERG: The reserve stands at $38 billion. We lent 4,400 books to 70 people.\n"


@pytest.fixture(autouse=True)
def versions(folder: Path) -> None:
    write("old.txt", OLD)
    write("new.txt", NEW)


def test_the_changes_are_shown_side_by_side() -> None:
    done = claimcheck("diff", "old.txt", "new.txt")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "changed: $38 million → $38 billion (a power of ten apart)\n"
        "  --> old.txt:1:34   Anna Berg\n"
        "   | The reserve stands at $38 million.\n"
        "   |                       ----------- old\n"
        "  ::: new.txt:1:34   Anna Berg\n"
        "   | The reserve stands at $38 billion.\n"
        "   |                       ^^^^^^^^^^^ new\n"
    )
    assert done.stdout.endswith("Figures: 1 changed, 1 added and 1 removed; 1 the same.\n")


def test_versions_with_the_same_figures_exit_with_0() -> None:
    write("new.txt", OLD.replace("The pier has", "At the pier there are"))
    done = claimcheck("diff", "old.txt", "new.txt")
    assert (done.exit_code, done.stdout) == (0, "Figures: none changed; 3 the same.\n")


def test_files_of_folders_are_held_against_their_namesakes() -> None:
    for name, text in {"v1/a.txt": OLD, "v1/b.txt": OLD, "v2/b.txt": NEW, "v2/c.txt": OLD}.items():
        Path(name).parent.mkdir(exist_ok=True)
        write(name, text)
    done = claimcheck("diff", "v1", "./v2/", "--format", "json")
    data = json.loads(done.stdout)
    changed = next(one for one in data["changes"] if one["kind"] == "changed")
    assert (changed["old"]["file"], changed["new"]["file"]) == ("v1/b.txt", "v2/b.txt")
    assert not [one for one in data["changes"] if "b.txt" not in str(one)]


@pytest.mark.parametrize(("old", "new"), [("nowhere.txt", "new.txt"), ("old.txt", "nowhere.txt")])
def test_a_missing_version_fails(old: str, new: str) -> None:
    done = claimcheck("diff", old, new)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "nowhere.txt: no such file or folder\n")


def test_json_has_the_columns_of_the_claims() -> None:
    data = json.loads(claimcheck("diff", "old.txt", "new.txt", "--format", "json").stdout)
    assert data["unchanged"] == 1
    changed, added, removed = data["changes"]
    assert (changed["kind"], changed["slip"]) == ("changed", "a power of ten apart")
    assert (changed["old"]["low"], changed["new"]["low"]) == ("38000000", "38000000000")
    assert (added["kind"], added["old"], added["new"]["text"]) == ("added", None, "70")
    assert (removed["kind"], removed["new"]) == ("removed", None)


def test_the_ending_of_a_file_tells_the_format() -> None:
    claimcheck("diff", "old.txt", "new.txt", "--output", "changes.md")
    assert Path("changes.md").read_text("utf-8").startswith("**Figures: 1 changed, 1 added and 1 removed")


def test_a_hedge_that_came_or_went_is_told() -> None:
    write("old.txt", "They seized 5 tonnes of it.\n")
    write("new.txt", "They seized over 5 tonnes of it.\n")
    assert claimcheck("diff", "old.txt", "new.txt").stdout.startswith("changed: 5 tonnes → 5 tonnes (over)\n")


def saying(text: str) -> Comparison:
    """A comparison in which a version says the text."""
    five = Decimal(5)
    point = Interval.exactly(five)
    quantity = Quantity(
        0, 2, "5%", five, five, "percent", Bound.EXACT, Kind.PERCENT, "percent", five, five, point, point
    )
    mention = Mention(quantity, "a.txt", "a.txt", 1, 1, text, text.index("5%"))
    return Comparison((Change(mention, mention), Change(None, mention)), 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_changes_only_its_own_words(text: str) -> None:
    view = View(width=400)
    printed, tame = (render_comparison(saying(one), "text", view) for one in (text, "just 5% here"))
    assert printed.count("\n") == tame.count("\n")
    assert not {char for char in printed if char in "\x00\x07\x08\r\x1b\x7f\x85\x9b\u2028\u2029\u202e\u2066"}
    shapes = [markdown_shape(render_comparison(saying(one), "markdown", view)) for one in (text, "just 5% here")]
    assert shapes[0] == shapes[1]
    assert json.loads(render_comparison(saying(text), "json", view))["unchanged"] == 0
