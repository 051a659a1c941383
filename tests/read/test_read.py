"""From bytes to documents: metadata, glued files, and a reason for whatever is not read."""

from __future__ import annotations

import gzip
import os
import random
from pathlib import Path

import pytest

from claimcheck.model.document import TurnKind
from claimcheck.read import ReadSettings, read_paths, read_text

GLUED = """News
Opening of the New Tram Line
May 3, 2021
10:30
Town Hall, Norville
Mayor Anna Berg: We bought 12 trams.
Publication status
Publication date: May 4, 2021, 08:00
Text versionNews
Closing Words on the Tram Line
May 5, 2021
Depot, Norville
Anna Berg: We bought 13 trams.
Publication date: May 6, 2021, 09:00
Text version"""


def test_two_transcripts_in_one_file_are_two_documents() -> None:
    first, second = read_text("trams.txt", GLUED)
    assert (first.name, second.name) == ("trams.txt", "trams.txt#2")
    assert first.title is not None
    assert first.title.value == "Opening of the New Tram Line"
    assert [one.date.value for one in (first, second) if one.date] == ["2021-05-03", "2021-05-05"]
    assert [one.place.value for one in (first, second) if one.place] == [
        "Town Hall, Norville",
        "Depot, Norville",
    ]
    assert (first.end, second.end) == (second.start, len(GLUED))
    prose = [block.text for one in (first, second) for block in one.blocks if block.kind is TurnKind.PROSE]
    assert prose == ["Mayor Anna Berg: We bought 12 trams.", "Anna Berg: We bought 13 trams."]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("talk-2021-03-09.txt", "2021-03-09"),
        ("talk_March-09-2021.txt", "2021-03-09"),
        ("call20210309.txt", "2021-03-09"),
        ("C_March_09.txt", "--03-09"),
        ("9-march-talk.txt", "--03-09"),
        ("march-09-to-april-11.txt", None),
        ("february-30.txt", None),
        ("May-Day-Talk.txt", None),
        ("ABC_q4_2021.txt", None),
    ],
)
def test_date_of_a_file_name(name: str, day: str | None) -> None:
    (document,) = read_text(name, "ANNA: We bought 12 trams.")
    assert (document.date.value if document.date else None) == day


@pytest.mark.parametrize(
    "line", ["June 3, 2021", "3 June 2021", "3rd of June, 2021", "2021-06-03", "Date: 3 June 2021"]
)
def test_date_of_a_header(line: str) -> None:
    (document,) = read_text("a.txt", f"Budget Debate\n{line}\nANNA: We bought 12 trams.")
    assert document.date is not None
    assert (document.date.value, document.date.source) == ("2021-06-03", "line 2")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is binary"),
        (b"ab\0cd" * 2000, "is binary"),
        (b"PK\x03\x04zip", "is an archive"),
        (b"\x1f\x8b broken", "is damaged gzip"),
    ],
)
def test_what_cannot_be_read_is_skipped(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "bad").write_bytes(content)
    (tmp_path / "good.txt").write_text("ANNA: 12 trams.")
    documents, skipped = read_paths([str(tmp_path)])
    assert [document.name.endswith("good.txt") for document in documents] == [True]
    assert [one.reason.startswith(reason) for one in skipped] == [True]


def test_missing_path_is_skipped() -> None:
    documents, skipped = read_paths(["no/such/path"])
    assert (documents, [one.reason for one in skipped]) == ([], ["does not exist"])


def test_other_encodings_are_said() -> None:
    assert read_text("a.txt", "ANNA: Café.")[0].notes == ()


def test_latin_bytes_are_decoded_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("ANNA: The café sold 12 gâteaux at the fête.".encode("cp1252"))
    ((document,), _) = read_paths([str(tmp_path)])
    assert "café" in document.text
    assert document.notes[0].startswith("not UTF-8")


def test_gzip_is_unpacked_within_bounds(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"ANNA: 12 trams. " * 1000))
    assert len(read_paths([str(tmp_path)])[0]) == 1
    _, skipped = read_paths([str(tmp_path)], ReadSettings(max_unpacked=100))
    assert skipped[0].reason == "is larger than 100 bytes"


def test_walk_heeds_ignore_files_and_loops(tmp_path: Path) -> None:
    (tmp_path / ".claimcheckignore").write_text("draft*\n")
    for name in ("b.txt", "a.txt", "draft.txt", ".hidden.txt"):
        (tmp_path / name).write_text("ANNA: 12 trams.")
    os.symlink(tmp_path, tmp_path / "loop")
    documents, skipped = read_paths([str(tmp_path)])
    assert [Path(document.file).name for document in documents] == ["a.txt", "b.txt"]
    assert sorted(Path(one.file).name for one in skipped) == [".hidden.txt", "draft.txt", "loop"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_damage_never_ends_the_run(tmp_path: Path, name: str) -> None:
    whole = GLUED.encode() + b"\n**Bo:** [a](b) | c |\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    rng = random.Random(7)
    for _ in range(150):
        raw = bytearray(whole[: rng.randrange(len(whole))])
        for _ in range(rng.randrange(4)):
            if raw:
                raw[rng.randrange(len(raw))] = rng.randrange(256)
        (tmp_path / name).write_bytes(bytes(raw))
        documents, skipped = read_paths([str(tmp_path)])
        assert documents or skipped
        for document in documents:
            for block in document.blocks:
                for segment in block.segments:
                    assert 0 <= segment.start <= segment.start + segment.length <= len(document.text)
