"""From bytes to text: encodings, gzip, sizes, and what is no text at all."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.errors import ReadError
from claimcheck.model.document import Document
from claimcheck.read import ReadSettings, read_paths
from claimcheck.read.decoding import decode

SAID = "ANNA: The café bought 12 gâteaux – “all” of them, for €40."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    # The figures must be right whatever marks the encoding has; the beginning mark is no part of the text.
    (tmp_path / "a.txt").write_bytes((SAID * 3).encode(encoding))
    ((document,), skipped) = read_paths([str(tmp_path)])
    assert (document.text, skipped) == (SAID * 3, [])
    assert len(document.notes) == (encoding in ("cp1252", "utf-16-le", "utf-16-be"))


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        ("Käse, Öl ".encode() + b"12 \x96 13 \x93all\x94 caf\xe9!", "Käse, Öl 12 – 13 “all” café!", "mixed encodings"),
        ("Käse 12 ".encode() + "€".encode()[:2], "Käse 12 \ufffd", "1 characters could not be decoded"),
        ("日本語 ".encode() + b"12\x81\x8d", "日本語 12\ufffd\ufffd", "2 characters could not be decoded"),
        (b"Caf\xe9 12, g\xe2teau 13, f\xeate 14, No\xebl 15", "Café 12, gâteau 13, fête 14, Noël 15", "not UTF-8"),
        ("Мы купили 12 трамваев и 7 автобусов".encode("cp1251"), "Мы купили 12 трамваев и 7 автобусов", "not UTF-8"),
        (
            "我们买了12辆电车，联通也买了7辆公共汽车。".encode("gb18030"),
            "我们买了12辆电车，联通也买了7辆公共汽车。",
            "not UTF-8",
        ),
    ],
)
def test_mixed_and_damaged_encodings(raw: bytes, text: str, note: str) -> None:
    decoded, notes = decode(raw)
    assert decoded == text
    assert notes[0].startswith(note)


@pytest.mark.parametrize("raw", [b"12 trams" + b"\0" * 20, b"x" * 5000 + b"\0", b"caf\xe9" * 2000 + b"\0"])
def test_nul_bytes_are_no_text(raw: bytes) -> None:
    with pytest.raises(ReadError, match="NUL"):
        decode(raw)


def read(file: Path, settings: ReadSettings | None = None) -> tuple[list[Document], list[tuple[str, str]]]:
    documents, skipped = read_paths([str(file)], settings or ReadSettings())
    return documents, [(one.reason, one.hint) for one in skipped]


def test_gzip_keeps_the_name_of_the_file(tmp_path: Path) -> None:
    for name in ("talk.md.gz", "talk.md.GZ", "talk.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"**Anna:** We bought 12 trams."))
    (tmp_path / "talk.md").write_bytes(b"**Anna:** We bought 13 trams.")
    documents, _ = read_paths([str(tmp_path)])
    found = {Path(document.file).name: (Path(document.name).name, document.format) for document in documents}
    assert found == {
        "talk.gz": ("talk.gz", "text"),
        "talk.md": ("talk.md", "markdown"),
        "talk.md.GZ": ("talk.md.GZ", "markdown"),
        "talk.md.gz": ("talk.md.gz", "markdown"),
    }


ZEROS = gzip.compress(bytes(30_000_000))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (ZEROS, "is larger than 1,000,000 bytes"),
        (gzip.compress(ZEROS), "is compressed twice"),
        (gzip.compress(SAID.encode())[:-9], "is damaged gzip"),
        (gzip.compress(SAID.encode())[:10] + b"\xff" * 40, "is damaged gzip"),
        (gzip.compress(b""), "is empty"),
        (b" \r\n\t \n", "is empty"),
        (b"a" * 1_000_001, "is larger than 1,000,000 bytes"),
        (b"PK\x03\x04" + bytes(60), "is an archive"),
        (gzip.compress(b"talk.txt" + bytes(249) + b"ustar" + bytes(300)), "is an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Word"),
        (b"\x7fELF" + bytes(600), "is binary"),
        (b"{\\rtf1 a}" + bytes(20), "is binary"),
    ],
)
def test_what_is_refused_has_a_reason_and_a_hint(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "talk.txt").write_bytes(raw)
    documents, [(told, hint)] = read(tmp_path, ReadSettings(max_bytes=1_000_000, max_unpacked=1_000_000))
    assert (documents, told[: len(reason)]) == ([], reason)
    assert bool(hint) != reason.startswith("is empty")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "line.txt").open("wb") as stream:
        stream.truncate(50_000_000_000)
    _, [(reason, _)] = read(tmp_path)
    assert reason == "is larger than 64,000,000 bytes"


def test_initials_are_no_program(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("MZ: We bought 12 trams.")
    assert len(read(tmp_path)[0]) == 1


@pytest.mark.parametrize(
    ("name", "format_name"), [("stdin.txt", "text"), ("talk.md", "markdown"), ("../../etc/talk.md.gz", "markdown")]
)
def test_standard_input_goes_by_a_name(monkeypatch: pytest.MonkeyPatch, name: str, format_name: str) -> None:
    raw = b"**Anna:** We bought 12 trams."
    packed = gzip.compress(raw) if name.endswith(".gz") else raw
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(packed)))
    [document], skipped = read_paths(["-", "-"], ReadSettings(stdin_name=name))
    assert (document.file, document.name, document.format, skipped) == (name, name, format_name, [])
