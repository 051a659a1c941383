"""What one new transcript costs against a large archive: `python benchmarks/archive.py --claims 1000000`.

The archive is made from transcripts with seeded figures, which are read once, and copied under other nouns.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np

from claimcheck import pipeline
from claimcheck.basis import describe_basis, describe_keys
from claimcheck.links.reach import key_names, number_of
from claimcheck.links.words import stem
from claimcheck.model.settings import DEFAULT_UNITS
from claimcheck.read import ReadSettings
from claimcheck.store import open_archive
from claimcheck.store.codec import Encoded, encode
from claimcheck.study import FileStudy

NOUNS = ("tram", "pump", "kiosk", "harp", "barn", "drum", "kayak", "tractor", "goat", "lamp", "robot", "carpet")
VERBS = ("bought", "sold", "leased", "repaired", "shipped", "counted", "built", "painted")
PLACES = ("Norway", "Ghana", "Chile", "Poland", "Kenya", "Peru", "Japan", "Malta")
SENTENCES = 50
BASES = 60
POOL = 5000


class Base(NamedTuple):
    """A transcript that was read: as the archive holds it, its number of claims, its link keys in words."""

    encoded: Encoded
    figures: int
    keys: list[str]


def write_talk(rng: random.Random) -> str:
    """A transcript of made-up trade."""
    lines = []
    for _ in range(SENTENCES):
        noun, verb, place = rng.choice(NOUNS), rng.choice(VERBS), rng.choice(PLACES)
        lines.append(f"In the harbour of {place} the firm {verb} {rng.randrange(20, 90_000):,} {noun}s for the north.")
    return "2024-03-05\n\nANNA BERG: " + " ".join(lines) + "\n"


def read_bases(folder: Path, rng: random.Random) -> list[Base]:
    """The transcripts that all others are copies of."""
    study = FileStudy(ReadSettings(), DEFAULT_UNITS)
    bases = []
    for number in range(BASES):
        file = folder / f"base{number:04}.txt"
        file.write_text(write_talk(rng), "utf-8")
        reading = study(str(file))
        claims = [claim for extract in reading.extracts for claim in extract.claims]
        bases.append(Base(encode(reading), len(claims), sorted(set(key_names(claims)))))
    return bases


def make_pool(rng: random.Random) -> list[str]:
    """Made-up nouns of each noun's length, so that all offsets hold."""
    made: set[str] = set()
    while len(made) < POOL:
        word = "".join(rng.choices("bdfgklmnprtvz", k=2)) + "".join(rng.choices("aiou", k=1))
        word = (word + "".join(rng.choices("bdfgklmprtvzaiou", k=4)))[: rng.choice((4, 5, 5, 6, 7))]
        if stem(word) == word and word[-1] not in "aiou":
            made.add(word)
    return sorted(made)


def fill(archive: Path, claims: int, folder: Path, rng: random.Random) -> int:
    """Make the archive of so many claims; returns how many files that took."""
    bases, pool = read_bases(folder, rng), make_pool(rng)
    basis = describe_basis(ReadSettings(), DEFAULT_UNITS.over(pipeline.load().units))
    with open_archive(archive):
        pass
    number = done = 0
    with duckdb.connect(str(archive)) as database:
        database.execute("UPDATE meta SET value = ? WHERE name = 'keys'", [describe_keys()])
        while done < claims:
            database.execute("BEGIN")
            keys, numbers = [], []
            for _ in range(500):
                number, base = number + 1, rng.choice(bases)
                done += base.figures
                new = {noun: rng.choice([word for word in pool if len(word) == len(noun)]) for noun in NOUNS}
                pieces = [_renamed(piece, new, number) for piece in base.encoded]
                row = [f"old{number}.txt", f"{number:064x}", basis, True, *pieces, Encoded(*pieces).digest]
                database.execute(f"INSERT INTO files VALUES ({', '.join('?' * 11)})", [*row, number, base.figures])
                own = {number_of(_renamed(key, new, number)) for key in base.keys}
                keys += own
                numbers += [number] * len(own)
            added = {"key": np.array(keys, np.uint32), "number": np.array(numbers, np.int32)}
            database.register("added", added)
            database.execute("INSERT INTO keys SELECT key, number FROM added ORDER BY key")
            database.execute("COMMIT")
            print(f"  {done:,} claims", end="\r", file=sys.stderr)
    return number


def _renamed(piece: str, new: dict[str, str], number: int) -> str:
    for noun, word in new.items():
        piece = piece.replace(noun, word)
    return re.sub(r"\bbase\d{4}\b", f"old{number}", piece)


def cpu_of(arguments: list[str], folder: Path) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and findings told of one run of the program."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "run", "new.txt", "--workers", "1"]
    done = subprocess.run(
        [*command, *arguments, "--statistics"], cwd=folder, capture_output=True, text=True, env=os.environ, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - begun, done.stdout.count("\nerror[") + done.stdout.count("\nwarning[")


def main() -> None:
    """Make the archive, then run new transcripts alone and against it, three times each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--sentences", type=int, nargs="+", default=[50, 400])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = folder / "archive.duckdb"
        files = fill(archive, options.claims, folder, rng)
        print(f"archive: {files:,} files, {options.claims:,} claims, {archive.stat().st_size / 1e6:,.0f} MB")
        (folder / "new.txt").write_text("2024-03-06\n\nANNA BERG: Good morning.\n", "utf-8")
        start = min(cpu_of(["--no-archive"], folder) for _ in range(3))[0]
        print(f"start-up, of a transcript without figures: {start:.2f} s CPU")
        for sentences in options.sentences:
            talk = "\n\n".join(write_talk(rng).split("\n\n")[1] for _ in range(sentences // SENTENCES))
            (folder / "new.txt").write_text("2024-03-06\n\n" + talk, "utf-8")
            alone = min(cpu_of(["--no-archive"], folder) for _ in range(3))
            held = min(_against(archive, folder) for _ in range(3))
            print(f"{sentences} sentences alone:   {alone[0]:.2f} s CPU, {alone[1]:.2f} s")
            print(
                f"{sentences} sentences against: {held[0]:.2f} s CPU, {held[1]:.2f} s; ratio {held[0] / alone[0]:.2f}"
            )
            print(f"  start-up taken off once: {(held[0] - start) / alone[0]:.2f}")


def _against(archive: Path, folder: Path) -> tuple[float, float, int]:
    """What the new transcript costs against an archive that does not know it yet."""
    with duckdb.connect(str(archive)) as database:
        database.execute("DELETE FROM files WHERE file = 'new.txt'")
    return cpu_of(["--archive", archive.name], folder)


if __name__ == "__main__":
    main()
