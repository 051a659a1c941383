"""Every reader against damaged files: a document or a reason, and never a crash, a hang or a wild offset.

The readers come from the registry, so that one which is added is tested, too; one without a sample of its format
gets those of all others.
"""

from __future__ import annotations

import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from claimcheck.errors import ReadError
from claimcheck.model.document import Document
from claimcheck.read import ReadSettings, read_paths
from claimcheck.read.registry import Reader, readers
from claimcheck.turns import take_turns
from tests.read.samples import NAMES, SAMPLES, packed, piled

SETTINGS = ReadSettings(pdf_seconds=10)
READERS = dict(readers(SETTINGS))
# A PDF takes a process of its own each time.
ROUNDS = {"pdf": 12, "docx": 60}
HANG = 20
BITS = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    "\u2028".encode(),
    b"\r",
    b"\x1a",
    b"<",
    b"{",
    b'"',
    b"&#0;",
    b"\\ud800",
    b"]]>",
)


@contextmanager
def no_hang() -> Iterator[None]:
    """End a test that would not end by itself; no measure of speed."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"still reading after {HANG} seconds")

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def damaged(raw: bytes, rng: random.Random) -> bytes:
    """A copy that is cut off, bent, doubled or strewn with what does not belong there."""
    data = bytearray(raw)
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(6)
        if kind == 0:
            del data[at:]
        elif kind == 1 and data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        elif kind == 2:
            data[at:at] = rng.choice(BITS)
        elif kind == 3:
            data[at:at] = data[at : at + rng.randrange(60)] * rng.randrange(1, 40)
        elif kind == 4:
            del data[at : at + rng.randrange(30)]
        else:
            data[at:at] = rng.randbytes(rng.randrange(20))
    return bytes(data)


def read(reader: Reader, name: str, raw: bytes) -> list[Document]:
    """What a reader makes of a file; what it refuses, with a reason, is nothing."""
    try:
        return reader(name, raw)
    except ReadError as refused:
        return [] if refused.message.strip() else pytest.fail("no reason is given")


def check(documents: list[Document]) -> None:
    for document in documents:
        assert 0 <= document.start <= document.end <= len(document.text)
        starts = [landmark.start for landmark in document.landmarks]
        assert starts == sorted(starts)
        for block in document.blocks:
            assert 0 <= block.lead <= len(block.text)
            for segment in block.segments:
                assert 0 <= segment.start <= segment.start + segment.length <= len(document.text)
                assert 0 <= segment.at <= len(block.text)
    for document in take_turns(documents):
        for turn in document.turns:
            start, end = turn.in_file(0, len(turn.text))
            assert 0 <= start <= end <= len(document.text)


@pytest.mark.parametrize("format_name", READERS)
def test_damaged_files_are_read_or_refused(format_name: str) -> None:
    rng = random.Random(f"damage {format_name}")
    samples = [SAMPLES[format_name]] if format_name in SAMPLES else list(SAMPLES.values())
    with no_hang():
        for _ in range(ROUNDS.get(format_name, 250)):
            raw = damaged(rng.choice(samples), rng)
            try:
                check(read(READERS[format_name], NAMES.get(format_name, "talk"), raw))
            except Exception as error:
                raise AssertionError(f"{format_name} reader: {raw!r}") from error


@pytest.mark.parametrize("format_name", READERS)
def test_files_of_another_format_are_read_or_refused(format_name: str) -> None:
    with no_hang():
        for other, raw in SAMPLES.items():
            if format_name != "pdf" or other in ("text", "docx", "html"):
                check(read(READERS[format_name], NAMES[other], raw))


@pytest.mark.parametrize("format_name", READERS)
def test_nesting_is_read_or_refused(format_name: str) -> None:
    with no_hang():
        for depth in (1, 200, 20_000):
            check(read(READERS[format_name], NAMES.get(format_name, "talk"), piled(format_name, depth)))


def test_damaged_folders_are_read_to_the_end(tmp_path: Path) -> None:
    """Through the front door: by name and content, packed and not, with one good file among them."""
    rng = random.Random(3)
    files = {name: SAMPLES[format_name] for format_name, name in NAMES.items()}
    for number in range(8):
        for name, raw in files.items():
            bent = damaged(raw, rng)
            if name.endswith("pdf") and number > 1:
                continue
            (tmp_path / f"{number}-{name}").write_bytes(bent)
            (tmp_path / f"{number}-{name}.gz").write_bytes(damaged(packed(raw), rng) if number % 2 else packed(bent))
    (tmp_path / "good.txt").write_bytes(SAMPLES["text"])
    with no_hang():
        documents, skipped = read_paths([str(tmp_path)], SETTINGS)
    assert any(document.file.endswith("good.txt") for document in documents)
    accounted = {document.file for document in documents} | {one.file for one in skipped}
    assert accounted == {str(file) for file in tmp_path.iterdir()}
    assert all(one.reason for one in skipped)


def test_every_reader_of_ours_has_a_sample_that_it_reads() -> None:
    from claimcheck.read.registry import built_in

    for format_name, reader in built_in(SETTINGS).items():
        documents = reader(NAMES[format_name], SAMPLES[format_name])
        assert "12 trams" in "".join(block.text for document in documents for block in document.blocks)
