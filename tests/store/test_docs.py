"""The queries of the page on the archive answer as printed."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.command_line import claimcheck, write

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


def columns_of(view: str) -> set[str]:
    """The columns that the page gives to a view."""
    told = re.search(rf"- `{view}`: (.*?)\.\n", PAGE, re.DOTALL)
    assert told
    return set(re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", told[1], flags=re.DOTALL)))


@pytest.mark.usefixtures("folder")
def test_the_queries_of_the_page_answer() -> None:
    write("docs/a.txt", "2023-05-09\n\nANNA BERG: The town leased 12 buses for $4 million.\n")
    write("docs/b.txt", "2023-05-10\n\nBO LIND: The town has 14 buses.\n")
    claimcheck("archive", "add", "docs")
    with duckdb.connect(".claimcheck/archive.duckdb", read_only=True) as database:
        for view in ("documents", "claims"):
            assert {row[0] for row in database.execute(f"DESCRIBE {view}").fetchall()} == columns_of(view)
        money, _, buses, figures = (database.execute(query).fetchall() for query in QUERIES)
    assert [row[0] for row in money] == ["$4 million"]
    assert [row[1] for row in buses] == ["12", "14"]
    assert [row[2] for row in figures] == [2, 1]
