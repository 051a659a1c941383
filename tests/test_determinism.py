"""The same transcripts give the same bytes in every format, whatever the order of files and the seed of hashes."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.engine import batches
from claimcheck.links import link
from claimcheck.reports.render import ENDINGS, render
from tests.command_line import process, write

TEXTS = {
    "a.txt": "ANNA BERG: The town leased 12 buses. Another 7 are being built. Those 20 buses will serve the north.\n",
    "b.txt": "2023-05-09\n\nThe stabilization reserve stands at $38 million today. The library lent 4,400 books.\n",
    "c.txt": "2023-05-10\n\nThe stabilization reserve stands at $38 billion. The library lent more than 4,040 books.\n",
    "d.txt": "",
    "e.png": "\x89PNG",
}
ORDERS = [list(TEXTS), list(TEXTS)[::-1], ["c.txt", "a.txt", "e.png", "b.txt", "d.txt"]]
FORMATS = {format: ending for ending, format in ENDINGS.items()}


def reports(order: list[str], seed: int) -> dict[str, bytes]:
    names = [f"report{ending}" for ending in FORMATS.values()]
    options = [option for name in (*names, "-") for option in ("--output", name)]
    done = process("run", *order, *options, "--format", "github", "--show", "note", PYTHONHASHSEED=str(seed))
    assert done.returncode == 1
    return {"stdout": done.stdout.encode(), **{name: Path(name).read_bytes() for name in names}}


@pytest.mark.usefixtures("folder")
def test_order_and_hash_seed_change_no_byte() -> None:
    for name, text in TEXTS.items():
        write(name, text)
    expected = reports(ORDERS[0], seed=0)
    assert all(b"core/" in report for report in expected.values())
    for seed, order in enumerate(ORDERS, start=1):
        assert reports(order, seed) == expected


def test_processes_that_link_side_by_side_change_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WORTH_A_COPY", 1)
    monkeypatch.setattr(link, "_CLAIMS_AT_ONCE", 5)
    monkeypatch.setattr(link, "_PAIRS_AT_ONCE", 20)
    alone, beside = (render(claimcheck.run(["fixtures"], workers=workers), "json") for workers in (1, 3))
    assert alone == beside
    assert "core/" in alone
