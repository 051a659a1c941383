"""How fast claimcheck is: `make bench`, or `python benchmarks/speed.py --peer PYTHON [TEXTS ...]`.

Compares a whole run, and the scanner alone, with quantulum3 on the same text, checks that the time grows with the
text and no faster, and tries texts made to be slow. Times are CPU seconds, the best of several, each engine in a
process of its own. PYTHON is one that has quantulum3; TEXTS are files and folders to read besides the prose that is
made up.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from prose import make_prose
from whole import (
    LEAST_OF_TWO,
    MOST_MEMORY,
    MOST_TIME,
    STEPS,
    make_calls,
    measure_run,
    measure_start,
    measure_workers,
    read_turns,
    tell_growth,
)

MEASURE = Path(__file__).with_name("measure.py")
SEED = 20240304
PROSE = 320_000
GROWTH = (40_000, 80_000, 160_000, 320_000)
TRAP = 100_000
REPETITIONS = 7
PEER_REPETITIONS = 3
TRAP_REPETITIONS = 2
PATIENCE = 60.0
AIM = 10
WHOLE_AIM = 4
PAGES = {"whole": "RESULTS.md", "scanner": "RESULTS-scanner.md"}
REPEATED = {
    "digits": "1234567890",
    "commas": ",",
    "digits and commas": "1,23,456,",
    "groups with spaces": "1 000 ",
    "points": "1.2.3.",
    "hyphens": "1-2-3-4",
    "ranges": "5 to ",
    "slashes": "1/2/",
    "open brackets": "(",
    "nested brackets": "((1 [2 (3",
    "number words": "one hundred and ",
    "scale words": "million billion ",
    "hundreds": "hundred ",
    "hyphened words": "twenty-",
    "articles": "a ",
    "fractions in words": "a half of a third of ",
    "currency signs": "$",
    "currency signs and digits": "$1",
    "percent signs": "5% ",
    "feet": "5' ",
    "feet and inches": "5'6\" ",
    "vulgar fractions": "½⅓",
    "exponents": "1e5",
    "minus signs": "−-",
    "units": "km/h ",
    "hedges": "more than about at least ",
    "spaces": " ",
    "line ends": "\n",
    "one long word": "x",
}


@dataclass(frozen=True)
class Timed:
    """What measure.py says: version, seconds for one reading, figures found."""

    version: str
    seconds: float
    figures: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", nargs="*", type=Path, metavar="TEXTS", help="files and folders to read besides")
    arguments.add_argument("--peer", metavar="PYTHON", help="a Python that has quantulum3 [no comparison]")
    arguments.add_argument("--page", choices=PAGES, help="only this page [all]")
    arguments.add_argument("--folder", type=Path, metavar="FOLDER", help="write the pages there too, as Markdown")
    arguments.add_argument("--at-once", type=int, default=1, metavar="N", help="runs at a time, for the impatient [1]")
    chosen = arguments.parse_args()
    for page in [chosen.page] if chosen.page else PAGES:
        lines: list[str] = []
        for line in results(page, chosen.peer, chosen.texts, chosen.at_once):
            print(line, flush=True)
            lines.append(line)
        if chosen.folder:
            (chosen.folder / PAGES[page]).write_text("\n".join(lines).rstrip() + "\n", "utf-8")


def results(page: str, peer: str | None, texts: Sequence[Path], at_once: int = 1) -> Iterator[str]:
    """A page of results, line by line as they come."""
    yield "# Speed of a whole run" if page == "whole" else "# Speed of the scanner"
    yield ""
    yield "Written by `make bench`. Seconds are CPU time, the best of several readings. Other work on the machine moves"
    yield "them by a tenth or two; the ratios of one page hold better."
    yield ""
    yield f"Machine: {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}. {_load()}"
    yield ""
    if page == "whole":
        yield from _whole(peer, texts, at_once)
        return
    prose, figures = make_prose(PROSE, SEED)
    yield from _comparison(peer, prose, figures, texts)
    yield from _growth()
    yield from _traps(prose)


def _whole(peer: str | None, texts: Sequence[Path], at_once: int) -> Iterator[str]:
    yield "`claimcheck run` with one worker, from files to the report: start-up, reading, speakers, figures, what they"
    yield "measure, links, rules. quantulum3 only extracts figures, from the turns of the same files, as far as"
    yield f"{PROSE:,} characters. The corpus grows from an eighth of its files to all of them: the time may grow"
    yield f"{MOST_TIME}-fold, the memory at its peak {MOST_MEMORY}-fold. The aim is {WHOLE_AIM} times the speed of"
    yield "quantulum3."
    if at_once > 1:
        yield f"{at_once} runs went on at a time."
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(at_once) as pool:
        make_calls(Path(folder))
        named = [("made-up prose", Path(folder)), *((path.name, path) for path in texts)]
        # The longest first, since others may go on beside it.
        parts = [STEPS[-1] // step for step in reversed(STEPS)]
        measured = {text: [pool.submit(measure_run, text, part) for part in parts] for _, text in reversed(named)}
        for name, text in named:
            yield ""
            yield f"## {name}"
            yield ""
            heads = ("files", "characters", "seconds", "growth", "memory, MB", "growth", "pairs", "characters a second")
            yield _row(*heads)
            yield _row(*("---:" for _ in heads))
            runs = [run.result() for run in reversed(measured[text])]
            yield from (_row(*cells) for cells in tell_growth(runs))
            turns = "\n\n".join(read_turns(text, PROSE))
            theirs = _time("quantulum3", turns, "turns", 1, peer, patience=None) if peer else None
            if theirs:
                rate = len(turns) / theirs.seconds
                yield ""
                times = runs[-1].rate / rate
                yield f"quantulum3 reads {rate:,.0f} characters a second of it, a run {times:.1f} times as many."
        yield ""
        name, text = named[-1]
        one, two = measure_workers(text, STEPS[1])
        yield f"By the clock, half of {name} takes {one:.1f} seconds with one worker and {two:.1f} with two:"
        yield f"{one / two:.2f} times as fast, where {LEAST_OF_TWO} is asked. {_load()}"
    yield ""
    started = ((option, measure_start(option)) for option in ("--version", "--help"))
    yield "; ".join(f"`claimcheck {option}` takes {spent.seconds:.2f} seconds" for option, spent in started) + "."
    yield ""


def _comparison(peer: str | None, prose: str, figures: int, texts: Sequence[Path]) -> Iterator[str]:
    yield "## Characters a CPU second"
    yield ""
    yield f"The made-up prose has {len(prose):,} characters and a figure every {len(prose) / figures:.0f} of them. Each"
    yield "engine reads it turn by turn, as it was spoken: quantulum3 slows down on long texts. quantulum3 runs without"
    yield f"its optional classifier. The aim is {AIM} times its speed."
    yield ""
    yield _row("text", "claimcheck", "quantulum3", "ratio", "figures found by each")
    yield _row("---", "---:", "---:", "---:", "---:")
    samples = [("made-up prose", prose), *((path.name, "\n\n".join(read_turns(path, PROSE))) for path in texts)]
    for name, text in samples:
        ours = _time("claimcheck", text, "turns", REPETITIONS)
        theirs = _time("quantulum3", text, "turns", PEER_REPETITIONS, peer) if peer else None
        yield _row(
            name,
            _rate(text, ours),
            _rate(text, theirs) if theirs else "not run",
            f"{theirs.seconds / ours.seconds:.1f}" if ours and theirs else "",
            f"{ours.figures if ours else 0:,}, {theirs.figures if theirs else 0:,}",
        )
    if peer:
        known = _time("quantulum3", "5 km", "whole", 1, peer)
        yield ""
        yield f"quantulum3 {known.version if known else ''}."
    yield ""


def _growth() -> Iterator[str]:
    yield "## Growth"
    yield ""
    yield "One text, given in one piece, ever longer: the time a character takes should stay the same."
    yield ""
    yield _row("characters", "seconds", "microseconds a character", "against the shortest")
    yield _row("---:", "---:", "---:", "---:")
    first = 0.0
    for length in GROWTH:
        text, _ = make_prose(length, SEED)
        timed = _time("claimcheck", text, "whole", REPETITIONS)
        if timed is None:
            yield _row(f"{len(text):,}", f"over {PATIENCE:.0f}", "", "")
            continue
        each = timed.seconds / len(text)
        first = first or each
        yield _row(f"{len(text):,}", f"{timed.seconds:.3f}", f"{each * 1e6:.2f}", f"{each / first:.2f}")
    yield ""


def _traps(prose: str) -> Iterator[str]:
    yield "## Texts made to be slow"
    yield ""
    yield f"{TRAP:,} characters each, in one piece. Their speed is against prose of the same length: 0.10 means that"
    yield "such a text takes ten times as long, which is no wonder where every other character is a figure. The last"
    yield "column says how much longer the whole takes than its half: about 2 where the time grows as the text does."
    yield ""
    yield _row("text", "seconds", "figures", "speed against prose", "against its half")
    yield _row("---", "---:", "---:", "---:", "---:")
    usual = _time("claimcheck", prose[:TRAP], "whole", REPETITIONS)
    for name, text in _trap_texts():
        half = _time("claimcheck", text[: TRAP // 2], "whole", TRAP_REPETITIONS)
        timed = _time("claimcheck", text, "whole", TRAP_REPETITIONS) if half else None
        if half is None or timed is None or usual is None:
            yield _row(name, f"over {PATIENCE:.0f}", "", "", "")
            continue
        speed, growth = usual.seconds / timed.seconds, timed.seconds / half.seconds
        yield _row(name, f"{timed.seconds:.3f}", f"{timed.figures:,}", f"{speed:.3f}", f"{growth:.1f}")


def _trap_texts() -> Iterator[tuple[str, str]]:
    for name, piece in REPEATED.items():
        shown = "line end" if piece == "\n" else f"`{piece}`"
        yield f"{name}: {shown}", (piece * TRAP)[:TRAP]
    chance = random.Random(SEED)
    yield "any characters", "".join(chr(_code_point(chance)) for _ in range(TRAP))
    yield "digits and signs", "".join(chance.choices("0123456789.,'-–−+%$€/()× \u00a0\u202f½²", k=TRAP))
    words = ("one", "two", "twenty", "hundred", "thousand", "million", "and", "a", "half", "dozen", "point", "per")
    yield "any number words", " ".join(chance.choices(words, k=TRAP))[:TRAP]


def _code_point(chance: random.Random) -> int:
    point = chance.randrange(1, 0x110000 - 0x800)
    return point if point < 0xD800 else point + 0x800


def _time(
    engine: str,
    text: str,
    pieces: str,
    repetitions: int,
    python: str = sys.executable,
    patience: float | None = PATIENCE,
) -> Timed | None:
    """An engine's time on a text, or None when it takes too long."""
    command = [python, str(MEASURE), engine, pieces, str(repetitions)]
    try:
        done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, timeout=patience, check=True)
    except subprocess.TimeoutExpired:
        return None
    return Timed(**json.loads(done.stdout))


def _rate(text: str, timed: Timed | None) -> str:
    return f"{len(text) / timed.seconds:,.0f}" if timed else "too slow"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _load() -> str:
    """What else the machine does, which moves what is measured by the clock above all."""
    load = os.getloadavg()[0]
    return f"Its load is {load:.1f}." if load < 1 else f"Its load is {load:.1f}: it does other work too."


def _processor() -> str:
    """The processor's model, and nothing else of the machine."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


if __name__ == "__main__":
    main()
