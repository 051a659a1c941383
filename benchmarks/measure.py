"""Time one engine on the text from standard input, for speed.py: `measure.py ENGINE turns|whole REPETITIONS < text`.

Runs in the engine's own environment, so it needs nothing but Python and the engine. The text is given to the engine
turn by turn (parted by blank lines) or in one piece. Prints JSON: the engine's version, the fewest seconds of CPU
time that a reading took, and how many figures it found.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import version

ENGINES = {"claimcheck": ("claimcheck", "extract_quantities"), "quantulum3": ("quantulum3.parser", "parse")}


def main(engine: str, pieces: str, repetitions: int) -> None:
    # quantulum3 warns that it runs without its classifier, which is what we want.
    warnings.simplefilter("ignore")
    module, name = ENGINES[engine]
    read: Callable[[str], Sequence[object]] = getattr(importlib.import_module(module), name)
    text = sys.stdin.buffer.read().decode()
    texts = text.split("\n\n") if pieces == "turns" else [text]
    read("Loading whatever is loaded at first: five tonnes for $4.50 a day.")
    times = []
    for _ in range(repetitions):
        start = time.process_time()
        found = sum(len(read(piece)) for piece in texts)
        times.append(time.process_time() - start)
    print(json.dumps({"version": version(engine), "seconds": min(times), "figures": found}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
